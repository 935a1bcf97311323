/** What each script of package.json does, and what it needs first. */
'use strict';

const { root, attached, silent } = require('./child.cjs');
const { inTurn } = require('./turn.cjs');
const { install, installed } = require('./install.cjs');
const { build, built } = require('./build.cjs');
const { check } = require('./check.cjs');
const nodes = require('./which-node.cjs');

const program = (app) => ({ needsDist: true, commands: [['node', `dist/apps/${app}/main.js`]] });
// Most objects are short-lived. Without this limit V8 lets them take 150 MB more.
const server = (app) => ({
  needsDist: true,
  commands: [['node', '--max-semi-space-size=8', `dist/apps/${app}/main.js`]],
});

/** The commands run in order until one fails. The last one gets the rest of the command line. */
const verbs = {
  start: server('newsroom'),
  'start:desk': server('desk'),
  'start:archive': server('archive'),
  dateline: program('cli'),
  bench: program('bench'),
  abuse: { needsDist: true, commands: [['node', 'dist/apps/bench/abuse.js']] },
  build: { needsDist: true, commands: [] },
  test: { needsDist: true, commands: [['jest']] },
  format: { commands: [['prettier', '--write', '--log-level=warn', '.']] },
  'format:check': { commands: [['prettier', '--check', '--log-level=warn', '.']] },
  lint: { commands: [['oxlint', '--type-aware', '--deny-warnings']] },
  types: {
    commands: [
      ['tsc', '--project', 'libs/story'],
      ['tsc', '--project', 'tsconfig.json'],
    ],
  },
  layers: {
    commands: [
      ['node', 'tools/layers-page.cjs'],
      ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
    ],
  },
  'layers:write': { commands: [['node', 'tools/layers-page.cjs', '--write']] },
  prose: {
    commands: [
      ['cspell', 'lint', '--no-progress', '--no-summary', '--quiet'],
      ['node', 'tools/prose/check.cjs'],
    ],
  },
  'dead-code': { commands: [['knip', '--no-progress']] },
  openapi: { needsDist: true, commands: [['node', 'tools/openapi.cjs']] },
  client: { commands: [['tsc', '--project', 'libs/client']] },
  // `npm sbom` leaves out 54 packages that are shipped, such as rxjs.
  sbom: {
    commands: [
      [
        'cyclonedx-npm',
        ...['--omit', 'dev', '--package-lock-only', '--flatten-components', '--output-reproducible'],
        ...['--mc-type', 'application'],
      ],
    ],
  },
  lock: { commands: [['node', 'tools/lock-check.cjs']] },
};

async function run(name, args) {
  if (name === 'check') {
    await prepare([node, packages]);
    process.exitCode = await check(verb, args);
  } else if (Object.hasOwn(verbs, name)) process.exitCode = await verb(name, args);
  else throw new Error(`There is no command "${name}". There are: ${Object.keys(verbs).join(', ')}, check.`);
}

async function verb(name, args) {
  const { commands, needsDist } = verbs[name];
  await prepare(needsDist ? [node, packages, dist] : [node, packages]);
  for (const command of commands) {
    const last = command === commands.at(-1);
    const code = await attached(last ? [...command, ...args] : command);
    if (code !== 0) return code;
  }
  return 0;
}

const node = {
  there: () => nodes.suitable() || installed(nodes.folder),
  says: `Bringing the pinned Node (this is ${process.versions.node}; Dateline needs ${nodes.wanted}) …`,
  bring: async () => {
    await install(nodes.folder);
    await silent(
      ['node', '--version'],
      `The pinned Node does not run here: install Node ${nodes.wanted} yourself.`,
    );
  },
};
const packages = {
  there: () => installed(root),
  says: 'Installing the packages (only the first time, and when package-lock.json changes) …',
  bring: () => install(root),
};
const dist = { there: built, says: 'Building …', bring: build };

/** Checks first without the lock, so a second start is quick. Then installs or builds what is missing, with the lock. */
async function prepare(needs) {
  if (needs.every((need) => need.there())) return;
  await inTurn(async () => {
    for (const need of needs) {
      if (need.there()) continue;
      console.error(need.says);
      await need.bring();
    }
  });
}

module.exports = { run };
