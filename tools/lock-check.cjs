/** Checks that the lock files are complete. A registry may lack some platforms of a package, and npm does not say so. */
'use strict';

const { readFileSync } = require('node:fs');
const read = (name) => JSON.parse(readFileSync(`${__dirname}/../${name}`, 'utf8'));
const faults = [];

for (const folder of ['', 'tools/node/', 'apps/bench/peers/']) {
  const { packages } = read(`${folder}package-lock.json`);
  for (const [path, entry] of Object.entries(packages)) {
    const fault = (what) => faults.push(`${folder}package-lock.json: ${path || 'the project'} ${what}`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const has = Object.keys(packages).some((each) => each.endsWith(`node_modules/${name}`));
      if (!has)
        fault(`names ${name}, which is not in the lock: pin a version whose platforms are all served`);
    }
    if (path && !entry.integrity) fault('has no integrity');
    if (entry.resolved) fault(`is bound to a registry by "resolved": remove it (.npmrc leaves it out)`);
  }
  const { dependencies, devDependencies, overrides } = read(`${folder}package.json`);
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides })) {
    const exact = /^(npm:@?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
    if (!exact) faults.push(`${folder}package.json: ${name} is "${version}", not an exact version`);
  }
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
