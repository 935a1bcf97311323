import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Node keeps compiled code here, for the next start of the same build. A start then takes a tenth less; a process that
 * is killed adds nothing.
 */
export const COMPILED = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };

/** The path of a built program; `main.unbundled.js` is the program in modules. */
export function builtProgram(
  app: 'archive' | 'cli' | 'desk' | 'newsroom',
  main: 'main.js' | 'main.unbundled.js' = 'main.js',
): string {
  const file = join(root, 'dist', 'apps', app, main);
  if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run build first.`);
  return file;
}
