import { decode, type LogRows, type StoredEvent } from '#event-store';
import { publicEventId } from '#story-log';
import { BackupRefused } from './refused.js';

/** The end of a restore, inclusive: a position in the desk log, or a time in milliseconds since the epoch. */
export type Until = { readonly position: bigint } | { readonly time: number };

/** The last position of each log to restore; -1 for an empty log. */
export interface Cut {
  readonly desk: bigint;
  readonly public: bigint;
}

/** The parts of one log, in log order. */
type Parts = readonly LogRows[];

/**
 * The end of both logs at one moment. The desk log ends before the first event after the moment. The public log ends
 * before the first event that was published from one of those. The publisher writes again what the public log then
 * lacks.
 *
 * @throws BackupRefused if the log was still empty at that moment, or the backup ends before it
 */
export async function cutAt(until: Until, desk: Parts, world: Parts): Promise<Cut> {
  const end = desk.at(-1)?.end?.position ?? -1n;
  let through = end;
  if ('position' in until) {
    if (until.position > end)
      throw new BackupRefused(
        'The backup ends before that position. Leave --until out to restore all of it.',
      );
    through = until.position;
  } else
    for await (const event of eventsOf(desk))
      if ((takenAt(event) ?? -Infinity) > until.time) {
        through = event.position - 1n;
        break;
      }
  if (through < 0n) throw new BackupRefused('Nothing was recorded yet at that moment. Give a later moment.');
  const later = new Set<string>();
  for await (const { id } of eventsOf(desk, through + 1n)) later.add(publicEventId(id, 0));
  let last = world.at(-1)?.end?.position ?? -1n;
  if (later.size > 0)
    for await (const { id, position } of eventsOf(world))
      if (later.has(id)) {
        last = position - 1n;
        break;
      }
  return { desk: through, public: last };
}

async function* eventsOf(parts: Parts, from = 0n): AsyncGenerator<StoredEvent, void> {
  for (const part of parts) {
    const end = part.end?.position ?? -1n;
    if (end >= from) yield* part.events(part.start > from ? part.start : from, end);
  }
}

/**
 * When an event was appended to this log, in milliseconds since the epoch: `importedAt` of an imported event, else
 * `recordedAt`. Null if its metadata has neither.
 */
export function takenAt(event: StoredEvent): number | null {
  const { recordedAt, importedAt = recordedAt } = decode(event.metadata) as Record<string, unknown>;
  return typeof importedAt === 'string' ? Date.parse(importedAt) : null;
}
