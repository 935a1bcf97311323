import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '#event-store';
import { escapeName, unescapeName } from './name.js';

/** How many events a server looks at between two checkpoints, when the client does not say. */
const SEARCH_WINDOW = 32;

export interface Filter {
  /** What all wanted streams begin with, as the embedded store names them; `''` when that says nothing. */
  readonly prefix: string;
  /** A checkpoint is due each time this many events were looked at; null: never. */
  readonly interval: number | null;
  wants(event: StoredEvent): boolean;
}

const everything: Filter = { prefix: '', interval: null, wants: () => true };

export function toFilter(options: ReadReq.Options.FilterOptions | undefined): Filter {
  if (!options) return everything;
  const window = options.hasMax() ? options.getMax() : SEARCH_WINDOW;
  const interval = window * Math.max(options.getCheckpointintervalmultiplier(), 1);
  const byStream = options.getStreamIdentifier();
  if (byStream) {
    const prefixes = byStream.getPrefixList();
    const [only] = prefixes;
    if (prefixes.length === 1 && only !== undefined) {
      return { prefix: escapeName(only), interval, wants: () => true };
    }
    const matches = matcher(byStream);
    return { prefix: '', interval, wants: ({ stream }) => matches(unescapeName(stream)) };
  }
  const byType = options.getEventType();
  if (!byType) return { ...everything, interval };
  const matches = matcher(byType);
  return { prefix: '', interval, wants: ({ type }) => matches(unescapeName(type)) };
}

function matcher(expression: ReadReq.Options.FilterOptions.Expression): (name: string) => boolean {
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (name) => prefixes.some((prefix) => name.startsWith(prefix));
  const regex = new RegExp(expression.getRegex());
  return (name) => regex.test(name);
}
