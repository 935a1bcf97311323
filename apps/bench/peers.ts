import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');
/** Not under apps/, where what builds, lints and formats would find them. */
const FOLDER = join(ROOT, '.cache/bench-peers');

/** Installs the event stores that we are compared with, as the lock file names them, where they are not there yet. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  const { installed, install } = createRequire(import.meta.url)(join(ROOT, 'tools/install.cjs')) as {
    installed(folder: string): boolean;
    install(folder: string): Promise<void>;
  };
  mkdirSync(FOLDER, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(ROOT, 'apps/bench/peers', name), join(FOLDER, name));
  if (installed(FOLDER)) return;
  say('installing Act and Emmett, which are compared …');
  await install(FOLDER);
}

/** A package of a peer. It must be installed. */
export function requirePeer(name: string): unknown {
  return createRequire(join(FOLDER, 'package.json'))(name);
}

export const versionOf = (name: string): string =>
  (requirePeer(join(FOLDER, 'node_modules', name, 'package.json')) as { version: string }).version;
