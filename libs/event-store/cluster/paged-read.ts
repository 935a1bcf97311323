import type { StoredEvent } from '../event.js';
import type { Page } from './wire.js';

/** The number of events in one call. */
const PAGE = 500;

/** A read of a part of a log, page by page. */
export interface PagedRead {
  readonly of: Page['of'];
  readonly from: Page['from'];
  readonly direction: Page['direction'];
  readonly limit: number;
  /** Reads one page; null where there is no such stream. */
  page(page: Page): Promise<readonly StoredEvent[] | null>;
  /** The current end of the stream or of the log. */
  end(): Promise<bigint | null>;
  /** Called where there is no such stream. */
  absent(): void;
}

/**
 * Reads pages while the consumer takes events. It requests the next page while the consumer takes the current one. Nothing
 * stays open. Events that were written after the second page was requested are left out.
 *
 * A position in a request must be that of an event. So each page starts with the last event of the page before, which is
 * skipped.
 */
export async function* readPages(read: PagedRead): AsyncGenerator<StoredEvent, void> {
  const locationOf = (event: StoredEvent): bigint => ('stream' in read.of ? event.revision : event.position);
  const { of, direction } = read;
  const ask = (from: Page['from'], left: number): Promise<readonly StoredEvent[] | null> => {
    const page = read.page({ of, direction, from, count: Math.min(left, PAGE) });
    // The consumer may stop before this page. Then nobody handles its error.
    page.catch(() => undefined);
    return page;
  };
  let left = read.limit;
  let bound: bigint | null = null;
  let skipped: bigint | null = null;
  for (let next: ReturnType<typeof ask> | null = ask(read.from, left); next !== null;) {
    const asked: number = Math.min(left + (skipped === null ? 0 : 1), PAGE);
    const page = await next;
    next = null;
    if (page === null) return read.absent();
    const events: readonly StoredEvent[] = page.filter((event) => locationOf(event) !== skipped);
    const last = events.at(-1);
    if (last && page.length >= asked && events.length < left) {
      skipped = locationOf(last);
      next = ask(skipped, left - events.length + 1);
      if (direction === 'forward') bound ??= await read.end();
    }
    for (const event of events) {
      if (bound !== null && locationOf(event) > bound) return;
      yield event;
      left -= 1;
    }
  }
}
