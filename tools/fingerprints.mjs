/** Writes the fingerprints of the read models into dist/ (libs/projections/fingerprint.ts reads them). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '../dist/libs/projections');
const { fingerprintOf } = await import(pathToFileURL(join(folder, 'fingerprint.js')).href);
const built = { node: process.version, desk: fingerprintOf('desk'), public: fingerprintOf('public') };
writeFileSync(join(folder, 'fingerprints.json'), `${JSON.stringify(built)}\n`);
