import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Set by `npm run openapi`: then what a test makes is written, instead of compared with what was. */
const writes = process.env['DATELINE_OPENAPI'] === 'write';

/** What is made of the documents must be what is committed; `npm run openapi` writes it. */
export function expectWritten(file: string, text: string): void {
  if (writes) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : 'nothing';
  if (committed !== text)
    expect(`${file}: npm run openapi\n${committed}`).toBe(`${file}: npm run openapi\n${text}`);
  expect(committed).toBe(text);
}
