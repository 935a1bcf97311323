/** For Jest only, which runs packages as CommonJS: loads the stemmers' WebAssembly without a top-level await. */
'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../node_modules/multilingual-stemmer/dist/browser');
const stemmers = require(join(folder, 'index.js'));
stemmers.initSync({ module: readFileSync(join(folder, 'index_bg.wasm')) });
module.exports = stemmers;
