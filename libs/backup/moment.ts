import { decode, type LogRows, type StoredEvent } from '#event-store';
import { publicEventId } from '#story-log';
import { BackupRefused } from './refused.js';

/** Up to when to restore: a position of the desk's log, or a time in milliseconds since the epoch; both inclusive. */
export type Until = { readonly position: bigint } | { readonly time: number };

/** How far each log is to go; -1 for none of it. */
export interface Cut {
  readonly desk: bigint;
  readonly public: bigint;
}

/** The parts of one log, in their order. */
type Parts = readonly LogRows[];

/**
 * Where both logs end at one moment: the desk's before the first event that came after it, the public one before the first
 * that follows from such an event. What is then missing in the public log, the publisher writes again.
 *
 * @throws BackupRefused where nothing was there yet, or the backup does not go so far
 */
export async function cutAt(until: Until, desk: Parts, world: Parts): Promise<Cut> {
  const end = desk.at(-1)?.end?.position ?? -1n;
  let through = end;
  if ('position' in until) {
    if (until.position > end)
      throw new BackupRefused('The backup ends before that position. Without --until all of it is restored.');
    through = until.position;
  } else
    for await (const event of eventsOf(desk))
      if ((takenAt(event) ?? -Infinity) > until.time) {
        through = event.position - 1n;
        break;
      }
  if (through < 0n) throw new BackupRefused('Nothing was recorded yet at that moment. Give a later one.');
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

/** When the log took an event, in milliseconds: an imported one was recorded elsewhere before. Null where it does not say. */
export function takenAt(event: StoredEvent): number | null {
  const { recordedAt, importedAt = recordedAt } = decode(event.metadata) as Record<string, unknown>;
  return typeof importedAt === 'string' ? Date.parse(importedAt) : null;
}
