import type { statusView } from './claim-view.js';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';

type StatusView = ReturnType<typeof statusView>;

/** A moment at which a claim's status became another. */
export type StatusMove = Pick<StatusView, 'status' | 'since' | 'revision'>;

/** How the status of one claim moved, oldest first. */
export interface StatusHistory {
  readonly claim: string;
  readonly moves: readonly StatusMove[];
  /** Whether it had, or may have had, another one before these: then the first of them is no move. */
  readonly earlier: boolean;
}

/** Rows that are looked at for one claim: those of one status, which differ in why it has it, are one move. */
const LOOKED_AT = 60;

/**
 * The moves of status of some claims of a story up to one of its revisions: of each the newest `most`, found by an
 * index, so that what it costs depends on the claims asked for and not on the history. A claim that the story did not
 * have then is left out.
 */
export function statusHistory(
  model: ModelReader,
  found: FoundStory,
  claims: readonly string[],
  most: number,
): readonly StatusHistory[] {
  return claims.flatMap((claim) => {
    const told = toldOf(model, found, claim);
    if (told === null) return [];
    const moves = told.filter(({ status }, i) => status !== told[i - 1]?.status);
    return [{ claim, moves: moves.slice(-most), earlier: moves.length > most || told.length === LOOKED_AT }];
  });
}

/** What was told of a claim's status, oldest first, since it has been there and before; null where it is not there. */
function toldOf(
  model: ModelReader,
  { story, revision }: FoundStory,
  claim: string,
): readonly StatusMove[] | null {
  const at = model.one<{ place: number; run: number }>(
    `SELECT s.place, s.run FROM statuses s WHERE s.story = :story AND s.revision <= :revision AND s.place = (
       SELECT place FROM claims WHERE story = :story AND slug = :claim AND revision <= :revision
       ORDER BY revision DESC, body IS NULL LIMIT 1)
     ORDER BY s.revision DESC LIMIT 1`,
    { story, revision, claim },
  );
  if (!at) return null;
  const moved = model.texts(
    `SELECT body FROM statuses WHERE story = ? AND place = ? AND moved = 1 AND revision BETWEEN ? AND ?
     ORDER BY revision DESC LIMIT ${LOOKED_AT}`,
    story,
    at.place,
    at.run,
    revision,
  );
  const before = model.texts(
    `SELECT body FROM retold WHERE story = ? AND place = ? AND run = ? ORDER BY number DESC LIMIT ?`,
    story,
    at.place,
    at.run,
    LOOKED_AT - moved.length,
  );
  return [...moved, ...before].reverse().map((body) => {
    const { status, since, revision: of } = JSON.parse(body) as StatusView;
    return { status, since, revision: of };
  });
}
