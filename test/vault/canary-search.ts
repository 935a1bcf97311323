import { constants, inflateRawSync } from 'node:zlib';

/** The forms in which bytes may have a text. */
const ENCODINGS: Readonly<Record<string, (text: string) => readonly Buffer[]>> = {
  'utf-8': (text) => [Buffer.from(text)],
  'utf-16': (text) => [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()],
  json: (text) => [
    Buffer.from(escaped(text)),
    Buffer.from(escaped(text).toUpperCase().replaceAll('\\U', '\\u')),
  ],
  percent: (text) => [
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(encodeURIComponent(text).replaceAll('%20', '+')),
  ],
  hex: (text) => [
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
  ],
  base64: (text) => [0, 1, 2].flatMap((offset) => base64At(text, offset)),
};

/** A text as JSON with every character beyond ASCII escaped. */
const escaped = (text: string): string =>
  [...text].map((c) => (c < '\x7f' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('');

/** The part of a base64 text that depends on the canary alone, if it begins at an offset of three; both alphabets. */
function base64At(text: string, offset: number): readonly Buffer[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const whole = bytes.toString('base64').replace(/=+$/, '');
  const end = bytes.length % 3 === 0 ? whole.length : whole.length - 1;
  const sure = whole.slice(offset === 0 ? 0 : offset + 1, end);
  return [Buffer.from(sure), Buffer.from(sure.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** The names of the encodings in which the bytes have a canary, also inside gzip: `utf-8`, `gzip: base64`. */
export function foundIn(bytes: Buffer, canaries: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const [name, formsOf] of Object.entries(ENCODINGS))
    for (const canary of canaries) if (formsOf(canary).some((form) => bytes.includes(form))) found.add(name);
  for (const unpacked of gzipsIn(bytes))
    for (const name of foundIn(unpacked, canaries)) found.add(`gzip: ${name}`);
  return [...found];
}

/** The head of a gzip stream without optional fields (RFC 1952): ten bytes, of which the first four are these. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
const HEAD = 10;

/** What each gzip stream in the bytes has inside. Other bytes may follow it, or its end may be missing. */
function gzipsIn(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1))
    try {
      found.push(inflateRawSync(bytes.subarray(at + HEAD), { finishFlush: constants.Z_SYNC_FLUSH }));
    } catch {
      // Bytes that look like the head of a gzip stream.
    }
  return found;
}
