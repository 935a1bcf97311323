import type {
  Chain,
  Development,
  DevelopmentState,
  Document,
  Instant,
  LanguageNotes,
  Occurred,
  Release,
  Withheld,
} from '#story';
import type { Audience } from './audience.js';

export const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
export const edtf = (occurred: Occurred | null): string | null => occurred?.edtf ?? null;

/** The last moment that ISO 8601 writes with four digits of a year. */
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** The first and the last millisecond of a time in the world, with days in the newsroom's time zone; null for an open end. */
export function boundsOf(occurred: Occurred | null) {
  if (occurred === null) return null;
  const { from, to } = occurred;
  return { from: isoOrNull(from), to: to === null ? null : iso(Math.min(to, LAST)) };
}

/** One entry of the timeline, as JSON. */
export function developmentView(state: DevelopmentState, audience: Audience) {
  const { development: d, withheld } = state;
  const hidden = audience === 'public' && withheld !== null;
  const shown: Development = hidden ? { ...d, ...CONTENT } : d;
  return {
    id: d.id,
    kind: d.kind,
    text: shown.text,
    ...languagesView(hidden ? undefined : d.languages),
    attribution: shown.attribution.map(chainView),
    claims: shown.claims.map((c) => c.id),
    assertions: shown.assertions.map(({ id, claim, stance, chains, origin, standing }) => ({
      id,
      claim,
      stance,
      chains,
      origin: origin.id,
      standing,
    })),
    raises: shown.raises.map(({ id, text, languages }) => ({ id, text, ...languagesView(languages) })),
    answers: shown.answers,
    occurred: edtf(shown.occurred),
    occurredBounds: boundsOf(shown.occurred),
    reportedAt: edtf(shown.reportedAt),
    reportedAtBounds: boundsOf(shown.reportedAt),
    place: shown.place,
    significance: d.significance,
    evidence: shown.evidence,
    revision: String(state.revision),
    recordedAt: iso(state.recordedAt),
    updatedAt: iso(hidden ? withheld.at : state.updatedAt),
    imported: isoOrNull(state.importedAt),
    corrections: hidden ? 0 : state.corrections,
    retracted: state.retracted && !hidden ? { by: state.retracted.by, at: iso(state.retracted.at) } : null,
    withheld: withheldView(withheld),
    ...(audience === 'desk' ? deskOnly(state) : {}),
  };
}

/** Notes on the words in some languages, if there are any. */
export const languagesView = (languages: LanguageNotes | undefined): { languages?: LanguageNotes } =>
  languages ? { languages } : {};

const CONTENT = {
  text: {},
  attribution: [],
  claims: [],
  assertions: [],
  raises: [],
  answers: [],
  occurred: null,
  reportedAt: null,
  place: null,
  evidence: [],
} as const;

function deskOnly({ development, releasedAt, recordedBy }: DevelopmentState) {
  const { release, publishes } = development;
  return {
    recordedBy,
    publishes,
    release: releaseView(release),
    releasedAt: isoOrNull(releasedAt),
  };
}

/** A release, in the form of a request. */
export const releaseView = (release: Release) =>
  typeof release === 'object' ? { embargoedUntil: iso(release.embargoedUntil) } : release;

/** The notice in the place of something that was killed or taken down. */
export function withheldView(withheld: Withheld | null) {
  if (withheld === null) return null;
  const { how, grounds, notice, languages, authority, at } = withheld;
  return { how, grounds, notice, ...languagesView(languages), authority, at: iso(at) };
}

export function chainView(chain: Chain) {
  return chain.map((link) => {
    const standing = link.standing === null ? {} : { standing: link.standing };
    if ('party' in link) {
      const { id, name, type, side, speaksFor } = link.party;
      return { party: id, name, type, side: side?.id ?? null, speaksFor, ...standing };
    }
    if ('document' in link) return { document: documentView(link.document), ...standing };
    if ('rumour' in link) return { rumour: link.rumour, ...standing };
    const { origin, descriptor, count, side, groundRules, approvedBy } = link.unnamed;
    const agreed = groundRules === null ? {} : { groundRules, approvedBy };
    return { unnamed: { origin, descriptor, count, side: side?.id ?? null, ...agreed }, ...standing };
  });
}

/** `seen` and `sha256` are null if they are not public. */
function documentView(document: Document) {
  const { origin, medium, title, issuer, date, seen, sha256, authenticity } = document;
  const { seenPublic, public: isPublic } = document;
  const decided = isPublic === null ? {} : { seenPublic, public: isPublic };
  const by = issuerView(issuer);
  return { origin, medium, title, issuer: by, date: edtf(date), seen, sha256, authenticity, ...decided };
}

function issuerView(issuer: Document['issuer']) {
  if (issuer === null || 'name' in issuer) return issuer;
  const { id, name, type } = issuer.party;
  return { party: id, name, type };
}
