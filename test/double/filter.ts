import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '#event-store';
import { failures } from './failure.js';
import { escapeName, unescapeName } from './name.js';

/** The default number of events that a server reads between two checkpoints. */
const SEARCH_WINDOW = 32;

export interface Filter {
  /** The common prefix of all wanted streams, with the names of the embedded store; `''` if there is none. */
  readonly prefix: string;
  /** How many events are read at once. */
  readonly window: number;
  /** The number of events between two checkpoints; null for no checkpoints. */
  readonly interval: number | null;
  wants(event: StoredEvent): boolean;
}

const everything: Filter = { prefix: '', window: 500, interval: null, wants: () => true };

/** @throws Failure for an invalid window, interval or pattern */
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
