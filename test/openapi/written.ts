import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Set by `npm run openapi`: a test then writes its result instead of comparing it with the committed file. */
const writes = process.env['DATELINE_OPENAPI'] === 'write';

/** Expects a generated file to equal the committed one; `npm run openapi` writes it. */
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

/** The first difference of two texts with some context; null if they are equal. */
function firstDifference(was: string, is: string): string | null {
  if (was === is) return null;
  let at = 0;
  while (was[at] === is[at]) at += 1;
  const near = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `committed: ${near(was)}\nanswered:  ${near(is)}`;
}
