import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event.js';
import { encode } from '../json.js';

/** An event with an id of its own, unless `given` says otherwise. */
export function newEvent(given: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'ReportRecorded',
    data: encode({ text: 'Talks resume' }),
    metadata: encode({}),
    ...given,
  };
}

/** That many events. */
export function eventsOf(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => newEvent({ data: encode({ index }) }));
}

/** All that an iteration gives. */
export async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/** Waits until `holds`, at most 10 s; then throws with `what` was waited for. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 5) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Waited 10 s in vain until ${what}.`);
}
