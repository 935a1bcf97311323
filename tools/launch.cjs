/**
 * The entry of every command of the project: `npm start`, `npm test`, and each script of package.json.
 * Any Node can run it, also one that is too old for Dateline. So it has old syntax, as which-node.cjs does.
 * It first installs or builds what is missing, with one line each on stderr. stdout belongs to the command.
 */
'use strict';

var nodes = require('./which-node.cjs');

var present = process.versions.node;
if (!nodes.suitable() && !nodes.canBringOne()) {
  console.error(
    'Dateline needs Node ' +
      nodes.wanted +
      ', and this is ' +
      present +
      '. ' +
      'Install Node 24 from https://nodejs.org (or with nvm, fnm or volta) and run this again.',
  );
  process.exit(1);
}

require('./verbs.cjs')
  .run(process.argv[2], process.argv.slice(3))
  .catch(function (error) {
    console.error(error.message);
    process.exitCode = 1;
  });
