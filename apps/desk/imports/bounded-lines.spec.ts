import fc from 'fast-check';
import { boundedLines } from './bounded-lines.js';

const LIMIT = 256 * 1024;
type Chunk = Uint8Array | string;

async function* sent(chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  yield* chunks;
}
async function linesOf(...chunks: readonly Chunk[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of boundedLines(sent(chunks))) lines.push(line);
  return lines;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The bytes of a text in chunks of these sizes; the last chunk has the rest. */
function cut(text: string, sizes: readonly number[]): readonly Uint8Array[] {
  const all = bytes(text);
  const ends = sizes.reduce<number[]>((found, size) => [...found, (found.at(-1) ?? 0) + size], []);
  return [...ends, all.length].map((end, i) => all.subarray(ends[i - 1] ?? 0, end));
}

describe('the lines of a file', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['a', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\nb\n', ['a', 'b']],
    ['\n\na', ['', '', 'a']],
    ['a\r\nb', ['a\r', 'b']],
    ['\uFEFFa', ['a']],
  ])('end at a line feed, the last also without one: %j', async (text, lines) =>
    expect(await linesOf(bytes(text))).toEqual(lines),
  );

  it('are the same however the file is cut into chunks, also within a character', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '中', '😀', '\n'), maxLength: 40 });
    const sizes = fc.array(fc.nat({ max: 5 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (all, at) => {
        const lines = all.split('\n');
        expect(await linesOf(...cut(all, at))).toEqual(lines.at(-1) === '' ? lines.slice(0, -1) : lines);
      }),
    );
  });

  it('may arrive as text', async () => expect(await linesOf('a\nb', 'c\n')).toEqual(['a', 'bc']));

  it('are available before the file has ended', async () => {
    const endless = (async function* () {
      for (;;) yield bytes('a\n');
    })();
    const lines = boundedLines(endless);
    expect(await lines.next()).toEqual({ value: 'a', done: false });
    await lines.return(undefined);
  });
});

describe('a line of a file', () => {
  const tooLong = { code: 'payload-too-large', detail: expect.stringMatching(/longer than 256 KiB/) };
  const line = (length: number): string => 'a'.repeat(length);

  it('may have 256 KiB, in any number of chunks', async () => {
    const text = `${line(LIMIT)}\n${line(LIMIT)}`;
    const lines = await linesOf(...cut(text, [LIMIT - 1, 1, 1, 7]));
    expect(lines.map(({ length }) => length)).toEqual([LIMIT, LIMIT]);
  });

  it.each<[string, readonly number[]]>([
    ['in one chunk with its end', []],
    ['with its end in the chunk after 256 KiB', [LIMIT]],
    ['with its end in a chunk by itself', [LIMIT + 1]],
    ['in many chunks', Array.from({ length: 4 }, () => LIMIT / 4)],
  ])('of more than 256 KiB is refused: %s', async (_, sizes) => {
    for (const text of [`${line(LIMIT + 1)}\nb`, `b\n${line(LIMIT + 1)}`]) {
      const lengths = linesOf(...cut(text, sizes)).then((lines) => lines.map(({ length }) => length));
      await expect(lengths).rejects.toMatchObject(tooLong);
    }
  });

  it('that never ends is refused after 256 KiB', async () => {
    let read = 0;
    const endless = (async function* () {
      for (;;) {
        read += 1024;
        yield bytes(line(1024));
      }
    })();
    await expect(boundedLines(endless).next()).rejects.toMatchObject(tooLong);
    expect(read).toBe(LIMIT + 1024);
  });
});

describe('a file that is not UTF-8', () => {
  it.each<[string, readonly number[]]>([
    ['has a byte that UTF-8 does not have', [0x61, 0xff, 0x0a]],
    ['ends within a character', [0x61, 0x0a, 0xe4, 0xb8]],
  ])('is refused if it %s', async (_, all) =>
    expect(linesOf(Uint8Array.from(all))).rejects.toMatchObject({ code: 'json-encoding' }),
  );
});
