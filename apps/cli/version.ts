import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** From the built program to the project's package.json. */
export const version: string = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
).version;
