const MOST_NAMED = 3;
/** A greater difference is not a typing mistake. */
const MOST_EDITS = 2;

/**
 * A sentence that suggests up to three existing ids that are like an unknown one; empty if none is. Two ids are alike
 * if they differ by a few letters, or if one begins with the other.
 */
export function nearest(id: string, others: Iterable<string>): string {
  const most = Math.min(MOST_EDITS, Math.max(1, Math.floor(id.length / 3)));
  const stem = `${id}-`;
  const near: { readonly id: string; readonly edits: number }[] = [];
  for (const other of others) {
    if (other === id) continue;
    const edits =
      other.startsWith(stem) || (id.startsWith(other) && id[other.length] === '-')
        ? 0
        : editsBetween(id, other, most);
    if (edits <= most) near.push({ id: other, edits });
  }
  const named = near
    .sort((a, b) => a.edits - b.edits || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map((one) => one.id);
  return named.length === 0 ? '' : ` Near it: ${named.join(', ')}.`;
}

/**
 * The number of letters to change, delete, insert or swap with the next one: an edit distance. Any result
 * above `most` only means "too many": the search skips those cells of the table.
 */
function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // Many ids of a story share their first letters.
  let begin = 0;
  while (begin < one.length && one.charCodeAt(begin) === other.charCodeAt(begin)) begin += 1;
  const [a, b] = [one.slice(begin), other.slice(begin)];
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = Array.from({ length: b.length + 1 }, () => Infinity);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      let edits = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      edits = Math.min(edits, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
