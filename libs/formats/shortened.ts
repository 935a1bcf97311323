/** Most characters of a title, as readers count them. */
const MOST = 90;

const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text on one line. A long one is cut at the end of a word. */
export function shortened(text: string, most = MOST): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (charactersIn(line, most + 1).length <= most) return line;
  // One character more than fits shows whether the last word is whole.
  const begin = charactersIn(line, most + 1).join('');
  const ends = [...WORDS.segment(begin)]
    .filter(({ isWordLike, index, segment }) => isWordLike && index + segment.length < begin.length)
    .map(({ index, segment }) => index + segment.length);
  const end = ends.findLast((at) => charactersIn(begin.slice(0, at), most).length < most);
  return `${end === undefined ? charactersIn(begin, most - 1).join('') : begin.slice(0, end)}…`;
}

/** The first characters of a text. */
function charactersIn(text: string, most: number): readonly string[] {
  const found: string[] = [];
  for (const { segment } of CHARACTERS.segment(text)) {
    if (found.length === most) break;
    found.push(segment);
  }
  return found;
}
