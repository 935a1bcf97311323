/** Builds dist/ if the sources changed since the last build. */
'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { root, silent } = require('./child.cjs');

const roots = ['apps', 'libs'];
const settings = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tools/build.cjs',
  'tools/bundle.mjs',
  'tools/fingerprints.mjs',
];
/** The same as `exclude` in tsconfig.build.json. */
const tests = /[.]spec[.]ts$|[\\/](contract|testing|dist)[\\/]/;
const dist = join(root, 'dist');
/** The compiler writes into this folder, so a program that does not compile does not change dist/. */
const fresh = join(root, 'dist.next');
const old = join(root, 'dist.old');
const stamp = (folder) => join(folder, '.sources');

/** A hash of the names and contents of everything that goes into dist/, without tests. */
function sources() {
  const hash = createHash('sha256');
  const files = [
    ...settings.map((name) => join(root, name)),
    ...roots.flatMap((name) => inside(join(root, name))),
  ];
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function inside(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => file.endsWith('.ts') && !tests.test(relative(root, file)))
    .sort();
}

function built() {
  return existsSync(stamp(dist)) && readFileSync(stamp(dist), 'utf8') === sources();
}

async function build() {
  const from = sources();
  rmSync(fresh, { recursive: true, force: true });
  await silent(['nest', 'build'], 'The build failed: see above.').catch((error) => {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  });
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
  await silent(
    ['node', 'tools/fingerprints.mjs'],
    'The fingerprints of the read models could not be written.',
  );
  await silent(['node', 'tools/bundle.mjs'], 'The programs could not be bundled: see above.');
  // Last, so that an interrupted build is not taken for a complete one.
  writeFileSync(stamp(dist), from);
}

module.exports = { built, build };
