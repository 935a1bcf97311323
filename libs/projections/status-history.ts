import type { statusRow } from './claim-view.js';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';

type StatusRow = ReturnType<typeof statusRow>;

/** A change of a claim's status. */
export type StatusMove = Pick<StatusRow, 'status' | 'since' | 'revision'>;

/** The changes of the status of one claim, oldest first. */
export interface StatusHistory {
  readonly claim: string;
  readonly moves: readonly StatusMove[];
  /** Whether there are, or may be, earlier statuses: then the first of these is not its first status. */
  readonly earlier: boolean;
}

/** The most rows to read for one claim. Rows with the same status, but other reasons, are one change. */
const LOOKED_AT = 60;

/**
 * The changes of status of some claims up to a revision, at most the newest `most` of each. They are found by an index: the
 * cost depends on the number of claims, and not on the history. Claims that the story did not have then are left out.
 */
export function statusHistory(
  model: ModelReader,
  found: FoundStory,
  claims: readonly string[],
  most: number,
): readonly StatusHistory[] {
  return claims.flatMap((claim) => {
    const statuses = statusesOf(model, found, claim);
    if (statuses === null) return [];
    const moves = statuses.filter(({ status }, i) => status !== statuses[i - 1]?.status);
    return [
      { claim, moves: moves.slice(-most), earlier: moves.length > most || statuses.length === LOOKED_AT },
    ];
  });
}

/** The statuses of a claim, oldest first, with those from before it last appeared; null if the claim is not there. */
function statusesOf(
  model: ModelReader,
  { story, revision }: FoundStory,
  claim: string,
): readonly StatusMove[] | null {
  const at = model.one<{ ordinal: number; appeared: number }>(
    `SELECT s.ordinal, s.appeared FROM statuses s WHERE s.story = :story AND s.revision <= :revision AND s.ordinal = (
       SELECT ordinal FROM claims WHERE story = :story AND slug = :claim AND revision <= :revision
       ORDER BY revision DESC, body IS NULL LIMIT 1)
     ORDER BY s.revision DESC LIMIT 1`,
    { story, revision, claim },
  );
  if (!at) return null;
  const moved = model.texts(
    `SELECT body FROM statuses WHERE story = ? AND ordinal = ? AND moved = 1 AND revision BETWEEN ? AND ?
     ORDER BY revision DESC LIMIT ${LOOKED_AT}`,
    story,
    at.ordinal,
    at.appeared,
    revision,
  );
  const before = model.texts(
    `SELECT body FROM earlier_statuses WHERE story = ? AND ordinal = ? AND appeared = ? ORDER BY number DESC LIMIT ?`,
    story,
    at.ordinal,
    at.appeared,
    LOOKED_AT - moved.length,
  );
  return [...moved, ...before].reverse().map((body) => {
    const { status, since, revision: of } = JSON.parse(body) as StatusRow;
    return { status, since, revision: of };
  });
}
