import type { PublicChange, PublicChanges } from './change-source.js';
import type { Endpoint } from './endpoints.js';
import type { Records } from './records.js';

/** How many changes one batch has. */
const BATCH = 100;
/** The most pending messages of one endpoint. Further changes stay in the public log. */
const MOST_PENDING = 10_000;

export interface TakeResult {
  readonly endpoint: string;
  /** Whether there were no further changes. */
  readonly caughtUp: boolean;
  /** Whether the position moved, also by changes that do not concern this endpoint. */
  readonly moved: boolean;
  /** Whether it was switched off: the log ends before its position, or has another event there. */
  readonly otherLog: boolean;
}

/** Queues the next batch of changes for endpoints with room. Queue and positions change in one transaction. */
export function takeChanges(
  { endpoints, queue, letters, file }: Records,
  changes: PublicChanges,
  ids: readonly string[],
  now: number,
): readonly TakeResult[] {
  const read = new Map<number, readonly PublicChange[]>();
  const after = (position: number): readonly PublicChange[] => {
    const found = read.get(position) ?? changes.after(BigInt(position), BATCH);
    read.set(position, found);
    return found;
  };
  const take = (endpoint: Endpoint): TakeResult => {
    const { id, stories } = endpoint;
    if (isOtherLog(endpoint, changes)) {
      endpoints.setState(id, 'off', 'other-log');
      endpoints.setPosition(id, -1, null);
      queue.clear(id);
      letters.clear(id);
      return { endpoint: id, caughtUp: true, moved: false, otherLog: true };
    }
    if (queue.count(id) >= MOST_PENDING)
      return { endpoint: id, caughtUp: false, moved: false, otherLog: false };
    const found = after(endpoint.position);
    for (const { story, position } of found)
      if (stories === null || stories.includes(story))
        queue.add(id, { story, position: Number(position) }, now);
    const last = found.at(-1);
    if (last) endpoints.setPosition(id, Number(last.position), last.event.id);
    return { endpoint: id, caughtUp: found.length < BATCH, moved: last !== undefined, otherLog: false };
  };
  return file.write(() => ids.map((id) => take(endpoints.find(id)!)));
}

/** Whether the log was restored to an earlier moment, so that later positions have other events. */
function isOtherLog({ position, event }: Endpoint, changes: PublicChanges): boolean {
  if (event === null) return false;
  if (changes.endsBefore(BigInt(position))) return true;
  const found = changes.at(BigInt(position));
  return found.kind === 'here' && found.event.id !== event;
}
