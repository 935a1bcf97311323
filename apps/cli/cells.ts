import { END_ISOLATE, ISOLATE } from './plain.js';

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const EMOJI = /^\p{Emoji_Presentation}|\ufe0f/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]/u;

/** Ranges (first, last) of code points with a width of two cells (UAX 11, W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];

const clustersOf = (text: string): string[] => [...clusters.segment(text)].map(({ segment }) => segment);

function widthOf(cluster: string): 0 | 1 | 2 {
  if (EMOJI.test(cluster)) return 2;
  if (NO_WIDTH.test(cluster)) return 0;
  const code = cluster.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

// oxlint-disable-next-line no-control-regex -- plain text has none
const ASCII = /^[\u0020-\u007e]*$/;

/** The width of a plain text in terminal cells. */
export function cells(text: string): number {
  return ASCII.test(text) ? text.length : clustersOf(text).reduce((sum, c) => sum + widthOf(c), 0);
}

/** A plain text, cut to `width` cells with an ellipsis if it is longer. */
export function cut(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let line = '';
  let used = 0;
  for (const cluster of clustersOf(text)) {
    used += widthOf(cluster);
    if (used > width - 1) break;
    line += cluster;
  }
  return balanced([`${line.trimEnd()}…`])[0]!;
}

/**
 * Wraps a plain text to lines of at most `width` cells. Lines break at spaces and between wide characters. They break within
 * a word only if it is longer than a line.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { piece, spaced } of pieces(text, width)) {
    const gap = spaced && used > 0 ? 1 : 0;
    const wide = cells(piece);
    if (used > 0 && used + gap + wide > width) {
      lines.push(line);
      line = piece;
      used = wide;
    } else {
      line += (gap > 0 ? ' ' : '') + piece;
      used += gap + wide;
    }
  }
  return balanced([...lines, line]);
}

interface Piece {
  readonly piece: string;
  /** Whether there is a space before it. */
  readonly spaced: boolean;
}

function* pieces(text: string, width: number): Generator<Piece> {
  for (const word of text.split(' ')) {
    if (word === '') continue;
    if (ASCII.test(word) && word.length <= width) {
      yield { piece: word, spaced: true };
      continue;
    }
    let piece = '';
    let used = 0;
    let spaced = true;
    for (const cluster of clustersOf(word)) {
      const wide = widthOf(cluster);
      if (used > 0 && (wide === 2 || used + wide > width)) {
        yield { piece, spaced };
        [piece, used, spaced] = ['', 0, false];
      }
      piece += cluster;
      used += wide;
    }
    if (piece !== '') yield { piece, spaced };
  }
}

/** If a line breaks within an isolate, closes it at the end of the line and opens it again on the next. */
function balanced(lines: readonly string[]): readonly string[] {
  let open = false;
  return lines.map((line) => {
    const begun = open ? ISOLATE + line : line;
    open = begun.lastIndexOf(ISOLATE) > begun.lastIndexOf(END_ISOLATE);
    return open ? begun + END_ISOLATE : begun;
  });
}

/** Fills a text with spaces up to a width in cells. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - cells(text)));
