/** Checks whether everything in the lock file is installed, and runs `npm ci` if not. */
'use strict';

const { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } = require('node:fs');
const { rm } = require('node:fs/promises');
const { join, relative } = require('node:path');
const { root, silent } = require('./child.cjs');

/**
 * npm writes node_modules/.package-lock.json last, so everything in it is completely installed. Only optional packages may
 * be missing. Nothing for another platform may be there, as after a move of the folder.
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
 * Installs into another folder, and renames it when it is complete. So an npm that is interrupted, or that outlives a
 * killed launcher, never leaves half a node_modules. The build needs development packages even if NODE_ENV is production.
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

/** An npm that outlived its launcher may still write there; a later install removes that. */
async function clear(rooms) {
  await rm(rooms, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

module.exports = { installed, install };
