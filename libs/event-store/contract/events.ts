import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event.js';
import { encode } from '../json.js';

/** An event with a new id; `given` replaces fields. */
export function newEvent(given: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'ReportRecorded',
    data: encode({ text: 'Talks resume' }),
    metadata: encode({}),
    ...given,
  };
}

/** This many events, with new ids. */
export function eventsOf(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => newEvent({ data: encode({ index }) }));
}

/** All items of an iteration. */
export async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/** Waits until `isTrue` returns true. After 10 s it throws, and names `what` it waited for. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 5) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Waited 10 s in vain until ${what}.`);
}
