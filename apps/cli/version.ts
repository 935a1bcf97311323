import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the project's package.json. The path starts at the built program. */
export const version: string = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
).version;
