import { correctionIn, isRefile, type WordedAmendment } from '#projections';
import type { Text } from '#story';
import { capital, VOCABULARY } from '#wordings';
import { pageUrl, revisionUrl, urn } from './address.js';
import { latest, type Entry, type Feed, type FeedLinks } from './feed.js';
import { languagesOf, own, worded, type Worded } from './language.js';
import type { Site } from './site.js';
import { verdictWords } from './verdict.js';

/**
 * The newsroom's corrections of all stories: corrections, changed verdicts, retractions, withdrawals, kills, takedowns,
 * and what revoked them. Refiled data is left out. An entry names the story and the moment, with the notice to readers or
 * else the claims concerned. It has no former words, because they may be killed later; only a former verdict is shown. The
 * text is French if French is the first language asked for, else English. `updated` of an empty feed is 1970.
 */
export function feedOfCorrections(
  changes: readonly WordedAmendment[],
  site: Site,
  links: FeedLinks,
  asked: readonly string[] = [],
): Feed {
  const lang = own(asked);
  const entries = changes
    .filter((change) => {
      const correction = correctionIn(change);
      return correction === null || !isRefile(correction);
    })
    .map((change) => entryOf(change, site, asked));
  return {
    id: links.related.find((link) => link.rel === 'current')?.href ?? links.self,
    title: { text: lang === 'fr' ? `Rectifications, ${site.name}` : `Corrections, ${site.name}`, lang },
    subtitle: null,
    language: lang,
    updated: latest(
      entries.map((e) => e.updated),
      new Date(0).toISOString(),
    ),
    links,
    entries,
    tombstones: [],
  };
}

function entryOf(change: WordedAmendment, site: Site, asked: readonly string[]): Entry {
  const lang = own(asked);
  const { id, story, recordedAt, type } = change;
  const { amendment, colon } = VOCABULARY[lang];
  const what = capital(amendment[type]);
  const languages = languagesOf(asked, change.words);
  const headline = worded(change.words.headline, languages)?.text;
  const title: Worded = { text: headline === undefined ? what : `${what}${colon} ${headline}`, lang };
  const notice = change.changes.map((c) => worded(noticeIn(c.is), languages)).find((words) => words !== null);
  const claims = Object.values(change.words.claims).flatMap(
    (claim) => worded(claim.is, languages)?.text ?? [],
  );
  const verdict = change.changes.map((c) => verdictWords(changesIn(c.is), lang)).find((w) => w !== null);
  const said = notice?.text ?? verdict ?? claims.join('; ');
  return {
    id: urn(id),
    title,
    summary: said === '' ? title : { text: `${what}${colon} ${said}`, lang: notice?.lang ?? lang },
    published: recordedAt,
    updated: recordedAt,
    alternate: pageUrl(site, story.slug),
    data: revisionUrl(site, story.slug, change.revision),
    categories: [{ term: type, scheme: null }],
  };
}

/** The changes of a correction, if the new value of a member is a correction. */
function changesIn(value: unknown): Parameters<typeof verdictWords>[0] {
  if (typeof value !== 'object' || value === null || !('changes' in value)) return [];
  return Array.isArray(value.changes) ? (value.changes as ReturnType<typeof changesIn>) : [];
}

/** The notice of a correction or of withheld content, if the new value of a member has one. */
function noticeIn(value: unknown): Text | null {
  if (typeof value !== 'object' || value === null) return null;
  const { notice, withheld } = value as { readonly notice?: unknown; readonly withheld?: unknown };
  return isText(notice) ? notice : noticeIn(withheld);
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === 'string');
