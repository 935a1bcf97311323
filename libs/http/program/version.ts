import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in package.json. Another version may make other bytes from the same state. */
export const version: string = (
  JSON.parse(readFileSync(join(rootOf(import.meta.dirname), 'package.json'), 'utf8')) as { version: string }
).version;

/** The nearest parent folder with a package.json, in the sources or in dist. */
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
