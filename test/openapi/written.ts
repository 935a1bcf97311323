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
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const wrong = firstDifference(committed, text);
  if (wrong !== null)
    throw new Error(`${file} is not what is answered. Look, and write it with npm run openapi.\n${wrong}`);
  expect(committed).toBe(text);
}

/** Where two texts part, with a little of what is there; null where they are the same. */
function firstDifference(was: string, is: string): string | null {
  if (was === is) return null;
  let at = 0;
  while (was[at] === is[at]) at += 1;
  const near = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `committed: ${near(was)}\nanswered:  ${near(is)}`;
}
