/** Is what the lock file names installed here, and if not, `npm ci`. */
'use strict';

const { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } = require('node:fs');
const { rm } = require('node:fs/promises');
const { join, relative } = require('node:path');
const { root, silent } = require('./child.cjs');

/**
 * npm writes node_modules/.package-lock.json as its last act: what stands there was installed to the end.
 * Left out may be only what is optional; and nothing of another platform may be there, as after a move.
 */
function installed(folder) {
  const locked = packages(join(folder, 'package-lock.json'));
  const there = packages(join(folder, 'node_modules', '.package-lock.json'));
  return Object.entries(locked).every(([path, wanted]) => {
    const found = there[path];
    if (path === '') return true;
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity && here(found);
  });
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

function here({ os = process.platform, cpu = process.arch }) {
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

/**
 * Installs beside, and renames when all is there: an npm that was interrupted, or that outlives a killed
 * launch, never leaves half a node_modules. The build needs the development packages too, also where
 * NODE_ENV says production.
 */
async function install(folder) {
  const rooms = join(root, '.cache', 'install');
  await clear(rooms);
  const room = join(rooms, String(process.pid));
  mkdirSync(room, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(folder, name), join(room, name));
  await silent(
    ['npm', 'ci', '--include=dev', '--loglevel=error', '--no-progress'],
    `npm could not install the packages (${relative(root, folder) || 'the project'}): see above, then run this again.`,
    { cwd: room, env: process.env },
  );
  const target = join(folder, 'node_modules');
  if (existsSync(target)) renameSync(target, join(room, 'old'));
  renameSync(join(room, 'node_modules'), target);
  await clear(rooms);
}

/** What an npm without its launch still writes there is removed by a later install. */
async function clear(rooms) {
  await rm(rooms, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

module.exports = { installed, install };
