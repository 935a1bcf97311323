import type { Amendment } from '#projections';
import type { Amending, Text } from '#story';
import { pageUrl, urn } from './address.js';
import { latest, type Entry, type Feed, type FeedLinks } from './feed.js';
import { worded, type Worded } from './language.js';
import type { Site } from './site.js';
import { verdictWords } from './verdict.js';

/** The events by which a newsroom puts right what it published, and what each is called. */
const PUT_RIGHT: Readonly<Record<Amending, { readonly en: string; readonly fr: string }>> = {
  DevelopmentCorrected: { en: 'A development was corrected', fr: 'Un développement a été rectifié' },
  ClaimCorrected: { en: 'A claim was corrected', fr: 'Une affirmation a été rectifiée' },
  DevelopmentRetracted: { en: 'A development was retracted', fr: 'Un développement a été rétracté' },
  RetractionRevoked: { en: 'A retraction was revoked', fr: 'Une rétractation a été annulée' },
  AssertionWithdrawn: { en: 'An assertion was withdrawn', fr: 'Une déclaration a été retirée' },
  TextsRemoved: { en: 'Something was removed', fr: 'Un passage a été retiré' },
  DevelopmentKilled: { en: 'A development was killed', fr: 'Un développement a été retiré' },
  DevelopmentTakenDown: {
    en: 'A development was taken down',
    fr: 'Un développement a été retiré sur demande',
  },
  DevelopmentReinstated: { en: 'A development was reinstated', fr: 'Un développement a été rétabli' },
  StoryKilled: { en: 'The story was killed', fr: 'Le dossier a été retiré' },
  StoryTakenDown: { en: 'The story was taken down', fr: 'Le dossier a été retiré sur demande' },
  StoryReinstated: { en: 'The story was reinstated', fr: 'Le dossier a été rétabli' },
  ClaimVerified: { en: 'A verdict was changed', fr: 'Un verdict a été modifié' },
  ClaimRefuted: { en: 'A verdict was changed', fr: 'Un verdict a été modifié' },
  ClaimJudged: { en: 'A verdict was changed', fr: 'Un verdict a été modifié' },
  JudgementRevoked: { en: 'A verdict was revoked', fr: 'Un verdict a été annulé' },
};

/**
 * The newsroom's record of what it put right: corrections, changed verdicts, retractions, withdrawals, kills, takedowns
 * and what undid them. An entry says in which story and when, with the notice that readers were given, or else which
 * members changed; not what they were, but for a verdict: that is for the change itself, which forgets what is killed. In French where that is the first
 * language asked for, else in English. `updated` of an empty feed is 1970.
 */
export function feedOfCorrections(
  changes: readonly Amendment[],
  site: Site,
  links: FeedLinks,
  asked: readonly string[] = [],
): Feed {
  const lang = /^fr(-|$)/i.test(asked[0] ?? '') ? 'fr' : 'en';
  const entries = changes.map((change) => entryOf(change, site, lang));
  return {
    id: links.related.find((link) => link.rel === 'current')?.href ?? links.self,
    title: { text: lang === 'fr' ? `Rectifications, ${site.name}` : `Corrections, ${site.name}`, lang },
    subtitle: null,
    updated: latest(
      entries.map((e) => e.updated),
      new Date(0).toISOString(),
    ),
    links,
    entries,
    tombstones: [],
  };
}

function entryOf(change: Amendment, site: Site, lang: 'en' | 'fr'): Entry {
  const what = PUT_RIGHT[change.type][lang];
  const { id, story, recordedAt, type } = change;
  const colon = lang === 'fr' ? ' : ' : ': ';
  const title: Worded = { text: `${what}${colon}${story.slug}`, lang };
  const members = change.changes.map((c) => c.path).join(', ');
  const notice = change.changes.map((c) => worded(noticeIn(c.is), [lang])).find((words) => words !== null);
  const verdict = change.changes.map((c) => verdictWords(changesIn(c.is), lang)).find((w) => w !== null);
  const said = notice?.text ?? verdict ?? members;
  return {
    id: urn(id),
    title,
    summary: said === '' ? title : { text: `${what}${colon}${said}`, lang: notice?.lang ?? lang },
    published: recordedAt,
    updated: recordedAt,
    alternate: pageUrl(site, story.slug),
    categories: [{ term: type, scheme: null }],
  };
}

/** The changes of a correction, where a member's new value is one. */
function changesIn(value: unknown): Parameters<typeof verdictWords>[0] {
  if (typeof value !== 'object' || value === null || !('changes' in value)) return [];
  return Array.isArray(value.changes) ? (value.changes as ReturnType<typeof changesIn>) : [];
}

/** The notice of a correction or of what is withheld, where a member's new value has one. */
function noticeIn(value: unknown): Text | null {
  if (typeof value !== 'object' || value === null) return null;
  const { notice, withheld } = value as { readonly notice?: unknown; readonly withheld?: unknown };
  return isText(notice) ? notice : noticeIn(withheld);
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === 'string');
