import type { Text } from '#story';
import type { Amendment } from './change-view.js';
import type { contentView } from './claim-view.js';
import { partsIn, type correctionView } from './entry-views.js';
import type { ModelReader } from './model-reader.js';
import { partyNames } from './party-names.js';

type Correction = ReturnType<typeof correctionView>;

/** The words that an amendment needs, as they were when it was made. */
export interface AmendmentWords {
  /** Empty if the story is withheld. */
  readonly headline: Text;
  readonly language: string;
  /** The words of the claims that the amendment names: before it and after it. */
  readonly claims: Readonly<Record<string, { readonly was: Text | null; readonly is: Text | null }>>;
  /** The names of the parties whose assertions a correction changes. */
  readonly parties: ReadonlyMap<string, string>;
}

export type WordedAmendment = Amendment & { readonly words: AmendmentWords };

/**
 * Adds the words by which readers know what was amended: the headline and the claims of that time, and no ids. A notice
 * has the translations made by `asOf`; null for now.
 */
export const withWords = (
  model: ModelReader,
  changes: readonly Amendment[],
  asOf: number | null,
): readonly WordedAmendment[] =>
  changes.map((change) => ({ ...withNotice(model, change, asOf), words: wordsOf(model, change) }));

function withNotice(model: ModelReader, change: Amendment, asOf: number | null): Amendment {
  const made = correctionIn(change);
  if (made?.notice == null) return change;
  // The correction has the last ordinal that its revision counts.
  const row = model.one<{ body: string | null }>(
    `SELECT e.body FROM revisions made
     JOIN corrections e ON e.story = made.story AND e.ordinal = made.corrections - 1
     JOIN revisions r ON r.story = e.story AND r.revision = e.revision
     WHERE made.story = ? AND made.revision = ? AND r.recorded_at <= ? ORDER BY e.revision DESC, e.id DESC LIMIT 1`,
    model.story(change.story.id)?.story ?? -1,
    Number(change.revision),
    asOf ?? Number.MAX_SAFE_INTEGER,
  );
  const now = row?.body == null ? null : (JSON.parse(row.body) as Correction);
  if (now?.id !== made.id) return change;
  const { notice, languages } = now;
  const translated = { ...made, notice, ...(languages === undefined ? {} : { languages }) };
  return {
    ...change,
    changes: change.changes.map((one) => (one.is === made ? { ...one, is: translated } : one)),
  };
}

function wordsOf(model: ModelReader, change: Amendment): AmendmentWords {
  const story = model.story(change.story.id)?.story ?? -1;
  const revision = Number(change.revision);
  const header = model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    revision,
  );
  const { headline = {}, language = 'und' } = (header ? JSON.parse(`{${header.body}}`) : {}) as {
    readonly headline?: Text;
    readonly language?: string;
  };
  const claims = [...claimsIn(change)].map((claim) => [
    claim,
    { was: claimAt(model, story, claim, revision - 1), is: claimAt(model, story, claim, revision) },
  ]);
  const origins = assertionsIn(change).map(({ origin }) => origin);
  return {
    headline,
    language,
    claims: Object.fromEntries(claims) as AmendmentWords['claims'],
    parties: partyNames(model, origins, Date.parse(change.recordedAt)),
  };
}

function claimAt(model: ModelReader, story: number, claim: string, revision: number): Text | null {
  const row = model.one<{ body: string | null }>(
    'SELECT body FROM claims WHERE story = ? AND slug = ? AND revision <= ? ORDER BY revision DESC, body IS NULL LIMIT 1',
    story,
    claim,
    revision,
  );
  return row?.body == null ? null : (JSON.parse(row.body) as ReturnType<typeof contentView>).text;
}

/** The ids of the claims that a change names. */
function claimsIn(change: Amendment): ReadonlySet<string> {
  return new Set([
    ...change.changes.flatMap(({ path }) => /^\/claims\/([^/]+)/.exec(path)?.[1] ?? []),
    ...assertionsIn(change).map(({ claim }) => claim),
    ...partsOf(change).flatMap((part) => ('claim' in part ? part.claim : [])),
  ]);
}

interface Asserted {
  readonly claim: string;
  readonly origin: string;
}

/** The assertions before and after a correction. */
const assertionsIn = (change: Amendment): readonly Asserted[] =>
  partsOf(change)
    .flatMap(({ changes }) => changes)
    .flatMap((one) =>
      one.field === 'assertions' && 'was' in one
        ? [one.was, one.is].flatMap((assertions) => (assertions ?? []) as readonly Asserted[])
        : [],
    );

function partsOf(change: Amendment): ReturnType<typeof partsIn> {
  const correction = correctionIn(change);
  return correction ? partsIn(correction) : [];
}

/** The correction that a change made, with its withheld fields marked; null if it made none. */
export function correctionIn({ changes }: Pick<Amendment, 'changes'>): Correction | null {
  for (const { path, is } of changes) {
    const correction = path.startsWith('/corrections/') ? (is as Correction | null) : null;
    if (correction && Array.isArray(correction.changes)) return correction;
  }
  return null;
}

/** The fields whose content readers see: words, sources and numbers. */
const READ: ReadonlySet<string> = new Set([
  'headline',
  'lede',
  'text',
  'attribution',
  'claims',
  'figure',
  'territory',
]);

/** Whether a correction only refiles data that readers do not see. Readers get no notice of it. */
export const isRefile = (correction: Correction): boolean =>
  correction.class === 'refile' &&
  partsIn(correction).every(({ changes }) => changes.every(({ field }) => !READ.has(field)));
