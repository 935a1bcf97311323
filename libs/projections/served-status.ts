import type { Reason } from '#story';
import { explain } from '#wordings';

/** As `statusRow` has them, in this order. A quotation mark within a text is escaped, so no text contains either of them. */
const REASON = '"reason":';
const AFTER = ',"since":';

/** The members of a row's status as they are served, without braces: its reason becomes a sentence. JSON in, JSON out. */
export function servedMembers(row: string): string {
  const from = row.indexOf(REASON);
  const to = row.lastIndexOf(AFTER);
  return `${row.slice(1, from)}"explanation":${sentences(row.slice(from + REASON.length, to))}${row.slice(to, -1)}`;
}

export const servedStatus = (row: string): string => `{${servedMembers(row)}}`;

/** Sentences by their reasons: most claims of a story keep theirs from one of its revisions to the next. */
const made = new Map<string, string>();
const MOST = 5_000;

function sentences(reason: string): string {
  const known = made.get(reason);
  if (known !== undefined) return known;
  const text = JSON.stringify(explain(JSON.parse(reason) as Reason));
  made.set(reason, text);
  if (made.size > MOST) made.delete(made.keys().next().value!);
  return text;
}
