import { TextDecoder } from 'node:util';
import { Problem } from '#http';

const LONGEST_LINE = 256 * 1024;

/** The lines of a UTF-8 stream. A line of more than 256 KiB is refused, so that memory stays bounded. @throws Problem */
export async function* boundedLines(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of bytes) {
    const text = rest + (typeof chunk === 'string' ? chunk : read(decoder, chunk));
    const lines = text.split('\n');
    rest = lines.pop() ?? '';
    if ([...lines, rest].some(({ length }) => length > LONGEST_LINE)) throw tooLong();
    yield* lines;
  }
  rest += read(decoder);
  if (rest !== '') yield rest;
}

/** Without a chunk, ends the text. A file that ends within a character is refused. */
function read(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new Problem('json-encoding', 'The file is not UTF-8. Encode it as UTF-8.');
  }
}

const tooLong = (): Problem =>
  new Problem('payload-too-large', 'A line of the file is longer than 256 KiB: give one command a line.');
