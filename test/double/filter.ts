import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '#event-store';
import { failures } from './failure.js';
import { escapeName, unescapeName } from './name.js';

/** How many events a server looks at between two checkpoints, when the client does not say. */
const SEARCH_WINDOW = 32;

export interface Filter {
  /** What all wanted streams begin with, as the embedded store names them; `''` when that says nothing. */
  readonly prefix: string;
  /** How many events are looked at in one go. */
  readonly window: number;
  /** A checkpoint is due each time this many events were looked at; null: never. */
  readonly interval: number | null;
  wants(event: StoredEvent): boolean;
}

const everything: Filter = { prefix: '', window: 500, interval: null, wants: () => true };

/** Throws a `Failure` for a window, an interval or a pattern that is none. */
export function toFilter(options: ReadReq.Options.FilterOptions | undefined): Filter {
  if (!options) return everything;
  const window = options.hasMax() ? options.getMax() : SEARCH_WINDOW;
  const interval = window * options.getCheckpointintervalmultiplier();
  if (interval <= 0) throw failures.byHandler();
  const byStream = options.getStreamIdentifier();
  if (byStream) {
    const prefixes = byStream.getPrefixList();
    const [only] = prefixes;
    if (prefixes.length === 1 && only !== undefined) {
      return { prefix: escapeName(only), window, interval, wants: () => true };
    }
    const matches = matcher(byStream);
    return { prefix: '', window, interval, wants: ({ stream }) => matches(unescapeName(stream)) };
  }
  const byType = options.getEventType();
  if (!byType) return { ...everything, window, interval };
  const matches = matcher(byType);
  return { prefix: '', window, interval, wants: ({ type }) => matches(unescapeName(type)) };
}

function matcher(expression: ReadReq.Options.FilterOptions.Expression): (name: string) => boolean {
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (name) => prefixes.some((prefix) => name.startsWith(prefix));
  try {
    const regex = new RegExp(expression.getRegex());
    return (name) => regex.test(name);
  } catch {
    throw failures.byHandler();
  }
}
