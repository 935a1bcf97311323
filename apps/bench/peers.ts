import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');
/** Outside apps/, so that build, lint and format do not see them. */
const FOLDER = join(ROOT, '.cache/bench-peers');

/** Installs the event stores for the comparison at the versions in the lock file, unless they are installed. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  const { installed, install } = createRequire(import.meta.url)(join(ROOT, 'tools/install.cjs')) as {
    installed(folder: string): boolean;
    install(folder: string): Promise<void>;
  };
  mkdirSync(FOLDER, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(ROOT, 'apps/bench/peers', name), join(FOLDER, name));
  if (installed(FOLDER)) return;
  say('installing Act and Emmett for the comparison …');
  await install(FOLDER);
}

/** Loads a package of an installed peer. */
export function requirePeer(name: string): unknown {
  return createRequire(join(FOLDER, 'package.json'))(name);
}

export const versionOf = (name: string): string =>
  (requirePeer(join(FOLDER, 'node_modules', name, 'package.json')) as { version: string }).version;
