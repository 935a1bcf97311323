import type { StoredEvent } from '../event.js';
import type { Page } from './wire.js';

/** Events that are read with one call. */
const PAGE = 500;

/** How a part of a log is read page by page. */
export interface PagedRead {
  readonly of: Page['of'];
  readonly from: Page['from'];
  readonly direction: Page['direction'];
  readonly limit: number;
  /** Reads one page; null where there is no such stream. */
  page(page: Page): Promise<readonly StoredEvent[] | null>;
  /** Where the stream, or the log, ends at present. */
  end(): Promise<bigint | null>;
  absent(): void;
}

/**
 * Reads on while its consumer takes: the next page is under way while one is taken, nothing stays open, and what is
 * written after it began to read on is left out.
 *
 * A page begins with the event that ended the one before, which is passed over: a position of the log has to be one where
 * an event stands.
 */
export async function* readPages(read: PagedRead): AsyncGenerator<StoredEvent, void> {
  const place = (event: StoredEvent): bigint => ('stream' in read.of ? event.revision : event.position);
  const { of, direction } = read;
  const ask = (from: Page['from'], left: number): Promise<readonly StoredEvent[] | null> => {
    const page = read.page({ of, direction, from, count: Math.min(left, PAGE) });
    // Whether it is asked for is up to the consumer, who may be gone.
    page.catch(() => undefined);
    return page;
  };
  let left = read.limit;
  let bound: bigint | null = null;
  let passed: bigint | null = null;
  for (let next: ReturnType<typeof ask> | null = ask(read.from, left); next !== null;) {
    const asked: number = Math.min(left + (passed === null ? 0 : 1), PAGE);
    const page = await next;
    next = null;
    if (page === null) return read.absent();
    const events: readonly StoredEvent[] = page.filter((event) => place(event) !== passed);
    const last = events.at(-1);
    if (last && page.length >= asked && events.length < left) {
      passed = place(last);
      next = ask(passed, left - events.length + 1);
      if (direction === 'forward') bound ??= await read.end();
    }
    for (const event of events) {
      if (bound !== null && place(event) > bound) return;
      yield event;
      left -= 1;
    }
  }
}
