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
 * Who said what through whom, as W3C PROV-JSON. A development quotes the outermost outlet of each chain, an outlet
 * quotes the next one (`prov:Quotation`), and what the origin said is the primary source (`prov:PrimarySource`), but
 * where the chain ends in an outlet: then it is not known. A document is an entity, and so is what circulates; of these two only
 * a document is a primary source. Corrections are revisions; retractions, kills and takedowns
 * invalidate; a claim that nobody stands by any more is invalidated too. Unnamed sources are agents by their public
 * origin id, with no more than their descriptor.
 */
export function prov(view: StateView, site: Site, asked: readonly string[] = []): string {
  return new Attribution(view, site, languagesOf(asked, view)).document.toString();
}

/** The names of a story's things: all begin with one of these. */
const prefixesOf = (view: StateView, site: Site) => ({
  uuid: 'urn:uuid:',
  stories: `${storiesUrl(site)}/`,
  claim: `${storyUrl(site, view.slug)}/claims/`,
  party: `${site.origin}/v1/parties/`,
  here: `${site.origin}/#`,
  // What an outlet or an origin said by way of a development, what was before a correction, and what ended something.
  said: `${storyUrl(site, view.slug)}#said-`,
  before: `${storyUrl(site, view.slug)}#before-`,
  end: `${storyUrl(site, view.slug)}#end-`,
  // The kinds and attributes that PROV has no words for.
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
      formsIn(view.corrections.items, (part) => 'heading' in part),
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
      formsIn(corrections, (part) => 'development' in part && part.development === d.id),
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

  /** From a development to the outermost link of a chain, and on to its origin. */
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
   * Each correction made a new form of a thing out of the one before it; corrections come newest first. When the first
   * form was recorded is null where the state does not tell it.
   */
  #revisions(name: string, recordedAt: string | null, forms: readonly Form[]): void {
    const { document, languages } = this;
    let form = name;
    for (const { correction: c, before: earlier } of forms) {
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
      document.relate('wasGeneratedBy', form, act, { 'prov:time': c.at });
      document.relate('wasInvalidatedBy', before, act, { 'prov:time': c.at });
      document.relate('wasDerivedFrom', form, before, {
        'prov:activity': act,
        'prov:type': qualified('prov:Revision'),
      });
      form = before;
    }
    if (recordedAt !== null) document.relate('wasGeneratedBy', form, null, { 'prov:time': recordedAt });
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
      formsIn(view.corrections.items, (part) => 'claim' in part && part.claim === claim.id),
    );
    if (claim.status === 'withdrawn')
      document.relate('wasInvalidatedBy', name, null, { 'prov:time': claim.since });
  }

  /** What ended a thing, by whom, and the words that stand in its place. */
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

/** What a correction made another, and the name of what was before. */
interface Form {
  readonly correction: CorrectionView;
  readonly before: string;
}

/** The corrections of one thing, newest first; of several things each has a former form of its own. */
const formsIn = (
  corrections: readonly CorrectionView[],
  isOf: (part: PartView) => boolean,
): readonly Form[] =>
  corrections.flatMap((correction) => {
    const at = partsIn(correction).findIndex(isOf);
    if (at < 0) return [];
    return { correction, before: 'parts' in correction ? `${correction.id}.${at}` : correction.id };
  });
