import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of the program, as package.json says it: what another version makes of the same state may be other bytes. */
export const version: string = (
  JSON.parse(readFileSync(join(rootOf(import.meta.dirname), 'package.json'), 'utf8')) as { version: string }
).version;

/** The nearest folder above that has a package.json: of the sources, or of what was built of them. */
function rootOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      readFileSync(join(at, 'package.json'));
      return at;
    } catch (error) {
      if (dirname(at) === at) throw error;
    }
  }
}
