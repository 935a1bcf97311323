import type { StoredEvent } from './event.js';
import { decode } from './json.js';

/** The id of the request that caused an event; null where its metadata has none. */
export function correlationOf({ metadata }: StoredEvent): string | null {
  try {
    const found = decode(metadata);
    if (typeof found !== 'object' || found === null || !('correlationId' in found)) return null;
    return typeof found.correlationId === 'string' ? found.correlationId : null;
  } catch {
    return null;
  }
}

/** The ids of the requests that caused some events: each once, at most 16. */
export function correlationsOf(events: readonly StoredEvent[]): string[] {
  const found = new Set<string>();
  for (const event of events) {
    if (found.size === AT_MOST) break;
    const id = correlationOf(event);
    if (id !== null) found.add(id);
  }
  return [...found];
}

const AT_MOST = 16;
