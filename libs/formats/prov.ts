import { isSupport } from '#story';
import { partsIn, type PartView, type StateView } from '#projections';
import { storiesUrl, storyUrl } from './address.js';
import { agentOf, sourceEntityOf } from './prov-agent.js';
import { languagesOf, worded } from './language.js';
import { ProvDocument, qualified, spoken } from './prov-document.js';
import type { Site } from './site.js';
import {
  isOutlet,
  isSpeaker,
  type ChainView,
  type ClaimView,
  type CorrectionView,
  type DevelopmentView,
} from './view.js';
import { correctionWords, goneWords, noticeWords, titleOf } from './words.js';

const NEWSROOM = 'here:newsroom';

/**
 * Who said what through whom, as W3C PROV-JSON.
 *
 * - A development quotes the outermost outlet of each chain, and an outlet quotes the next one (`prov:Quotation`). What
 *   the origin said is the primary source (`prov:PrimarySource`). A chain that ends in an outlet has none.
 * - A document and a rumour are entities. Only a document is a primary source.
 * - Corrections are revisions. Retractions, kills and takedowns invalidate. So does the withdrawal of every assertion of a
 *   claim.
 * - Unnamed sources are agents by their public origin id, with only their descriptor.
 */
export function prov(view: StateView, site: Site, asked: readonly string[] = []): string {
  return new Attribution(view, site, languagesOf(asked, view)).document.toString();
}

/** The prefixes of all names in the document. */
const prefixesOf = (view: StateView, site: Site) => ({
  uuid: 'urn:uuid:',
  stories: `${storiesUrl(site)}/`,
  claim: `${storyUrl(site, view.slug)}/claims/`,
  party: `${site.origin}/v1/parties/`,
  here: `${site.origin}/#`,
  // What an outlet or an origin said in a development, what a correction replaced, and what ended something.
  said: `${storyUrl(site, view.slug)}#said-`,
  before: `${storyUrl(site, view.slug)}#before-`,
  end: `${storyUrl(site, view.slug)}#end-`,
  // Types and attributes that PROV does not define.
  dateline: `${site.origin}/docs#`,
});

class Attribution {
  readonly document: ProvDocument;

  constructor(
    view: StateView,
    site: Site,
    private readonly languages: readonly string[],
  ) {
    this.document = new ProvDocument(prefixesOf(view, site));
    this.document.add('agent', NEWSROOM, {
      'prov:type': qualified('prov:Organization'),
      'prov:label': site.name,
    });
    const story = this.#story(view);
    for (const d of view.developments.items) {
      this.#development(d, view.corrections.items);
      this.document.relate('hadMember', story, `uuid:${d.id}`);
    }
    for (const claim of view.claims.items) this.#claim(claim, view);
  }

  #story(view: StateView): string {
    const { notice, status, slug } = view;
    const name = this.document.add('entity', `stories:${slug}`, {
      'prov:type': qualified('prov:Collection'),
      'prov:label': notice ? undefined : spoken(worded(view.headline, this.languages)),
      'dateline:status': status,
      'dateline:revision': view.revision,
    });
    this.document.relate('wasAttributedTo', name, NEWSROOM);
    this.#revisions(
      name,
      null,
      replacedIn(view.corrections.items, (part) => 'heading' in part),
    );
    if (notice) this.#end(name, slug, notice.how, notice.at, noticeWords(notice, this.languages), NEWSROOM);
    return name;
  }

  #development(d: DevelopmentView, corrections: readonly CorrectionView[]): void {
    const { document, languages } = this;
    const gone = goneWords(d, languages);
    const name = document.add('entity', `uuid:${d.id}`, {
      'prov:type': qualified('dateline:Development'),
      'prov:label': spoken(titleOf(d, languages)),
      'prov:value': gone ? undefined : spoken(worded(d.text, languages)),
      'dateline:kind': d.kind,
      'dateline:occurred': d.occurred ?? undefined,
    });
    document.relate('wasAttributedTo', name, NEWSROOM);
    this.#revisions(
      name,
      d.recordedAt,
      replacedIn(corrections, (part) => 'development' in part && part.development === d.id),
    );
    for (const [i, chain] of d.attribution.entries()) this.#chain(name, `said:${d.id}.${i}`, chain);
    if (d.withheld) this.#end(name, d.id, d.withheld.how, d.withheld.at, gone!, NEWSROOM);
    else if (d.retracted) {
      const outlet = d.attribution[0]?.[0];
      const by =
        d.retracted.by === 'outlet' && outlet && isSpeaker(outlet)
          ? agentOf(this.document, this.languages, outlet)
          : NEWSROOM;
      this.#end(name, d.id, 'retracted', d.retracted.at, gone!, by);
    }
  }

  /** Relates a development to the outermost link of a chain, and so on to its origin. */
  #chain(development: string, said: string, chain: ChainView): void {
    const { document } = this;
    let before = development;
    for (const [i, link] of chain.entries()) {
      if (!isSpeaker(link)) {
        const source = sourceEntityOf(this.document, this.languages, link);
        document.relate('wasDerivedFrom', before, source, {
          'prov:type': qualified('document' in link ? 'prov:PrimarySource' : 'dateline:Hearsay'),
        });
        return;
      }
      const origin = i === chain.length - 1 && !isOutlet(link);
      const words = document.add('entity', `${said}.${i}`, {
        'prov:type': qualified(origin ? 'dateline:Statement' : 'dateline:Report'),
      });
      document.relate('wasAttributedTo', words, agentOf(this.document, this.languages, link));
      document.relate('wasDerivedFrom', before, words, {
        'prov:type': qualified(origin ? 'prov:PrimarySource' : 'prov:Quotation'),
      });
      before = words;
    }
  }

  /**
   * Each correction derived a new version of a thing from the one before. Versions come newest first. `recordedAt` is that
   * of the first version; null if the state does not say it.
   */
  #revisions(name: string, recordedAt: string | null, replaced: readonly Replaced[]): void {
    const { document, languages } = this;
    let version = name;
    for (const { correction: c, before: earlier } of replaced) {
      const act = document.add('activity', `uuid:${c.id}`, {
        'prov:startTime': c.at,
        'prov:endTime': c.at,
        'prov:type': qualified('dateline:Correction'),
        'prov:label': spoken(correctionWords(c, languages)),
        'dateline:class': c.class,
      });
      document.relate('wasAssociatedWith', act, NEWSROOM);
      const before = document.add('entity', `before:${earlier}`, {
        'prov:type': qualified('dateline:Earlier'),
      });
      document.relate('wasGeneratedBy', version, act, { 'prov:time': c.at });
      document.relate('wasInvalidatedBy', before, act, { 'prov:time': c.at });
      document.relate('wasDerivedFrom', version, before, {
        'prov:activity': act,
        'prov:type': qualified('prov:Revision'),
      });
      version = before;
    }
    if (recordedAt !== null) document.relate('wasGeneratedBy', version, null, { 'prov:time': recordedAt });
  }

  #claim(claim: ClaimView, view: StateView): void {
    const { document, languages } = this;
    const name = document.add('entity', `claim:${claim.id}`, {
      'prov:type': qualified(claim.kind === 'decision' ? 'dateline:Decision' : 'dateline:Claim'),
      'prov:label': spoken(worded(claim.text, languages)),
      'dateline:status': claim.status,
    });
    const identified = view.developments.items.filter((d) => d.claims.includes(claim.id));
    for (const d of identified) document.relate('wasDerivedFrom', name, `uuid:${d.id}`);
    for (const a of claim.assertions.items) {
      const origin = a.chain.at(-1);
      if (!origin) continue;
      const supports = isSupport(a.stance);
      const stance = { 'dateline:stance': a.stance };
      if (!isSpeaker(origin)) {
        const source = sourceEntityOf(document, languages, origin);
        document.relate(supports ? 'wasDerivedFrom' : 'wasInfluencedBy', name, source, stance);
        continue;
      }
      document.relate(
        supports ? 'wasAttributedTo' : 'wasInfluencedBy',
        name,
        agentOf(this.document, this.languages, origin),
        stance,
      );
    }
    for (const { flag, by = [] } of claim.flags)
      for (const other of by)
        document.relate('wasInfluencedBy', name, document.add('entity', `claim:${other}`, {}), {
          'dateline:flag': flag,
        });
    this.#revisions(
      name,
      null,
      replacedIn(view.corrections.items, (part) => 'claim' in part && part.claim === claim.id),
    );
    if (claim.status === 'withdrawn')
      document.relate('wasInvalidatedBy', name, null, { 'prov:time': claim.since });
  }

  /** What ended a thing, by whom, and the words that replace it. */
  #end(
    name: string,
    id: string,
    how: 'killed' | 'takenDown' | 'retracted',
    at: string,
    words: ReturnType<typeof noticeWords>,
    by: string,
  ): void {
    const { document } = this;
    const act = document.add('activity', `end:${id}`, {
      'prov:startTime': at,
      'prov:endTime': at,
      'prov:type': qualified(`dateline:${how}`),
      'prov:label': spoken(words),
    });
    document.relate('wasAssociatedWith', act, by);
    document.relate('wasInvalidatedBy', name, act, { 'prov:time': at });
  }
}

/** A version that a correction replaced. */
interface Replaced {
  readonly correction: CorrectionView;
  readonly before: string;
}

/** The versions that corrections of one thing replaced, newest first. A joint correction replaces one for each thing. */
const replacedIn = (
  corrections: readonly CorrectionView[],
  isOf: (part: PartView) => boolean,
): readonly Replaced[] =>
  corrections.flatMap((correction) => {
    const at = partsIn(correction).findIndex(isOf);
    if (at < 0) return [];
    return { correction, before: 'parts' in correction ? `${correction.id}.${at}` : correction.id };
  });
