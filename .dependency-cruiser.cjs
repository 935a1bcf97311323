/** The rules of tools/layers.cjs, as dependency-cruiser reads them. Type imports count. */
'use strict';

const { layers, framework } = require('./tools/layers.cjs');

const folders = Object.keys(layers);
const any = (names) => `^(${names.join('|').replaceAll('*', '[^/]+')})/`;
const withPackages = (...kinds) => folders.filter((name) => kinds.includes(layers[name].packages));
const tests = '[.]spec[.]ts$|^libs/[^/]+/(contract|testing)/|^test/';
const packages = '(^|/)node_modules/';

/** `name` says what is forbidden; dependency-cruiser prints it beside the import. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const mayImport = folders.map((name) =>
  forbid(
    `${name} may not import`,
    `tools/layers.cjs lets ${name} import ${layers[name].imports.join(', ') || 'no other folder'}.`,
    { path: any([name]) },
    { path: '^(apps|libs|test|tools)/', pathNot: any([name, ...layers[name].imports]) },
  ),
);

const rooms = folders
  .filter((name) => layers[name].rooms)
  .flatMap((name) =>
    layers[name].rooms.map((room, i, all) =>
      forbid(
        `${name}/${room} may not import`,
        `In tools/layers.cjs the rooms of ${name} are listed lowest first: a room imports those before it.`,
        { path: `^${name}/${room}/`, pathNot: tests },
        { path: `^${name}/`, pathNot: `^${name}/(${all.slice(0, i + 1).join('|')})/` },
      ),
    ),
  );

const neverReaches = folders
  .filter((name) => layers[name].neverReaches)
  .map((name) =>
    forbid(
      `${name} never reaches`,
      'Not even through another folder.',
      { path: any([name]), pathNot: tests },
      { path: any(layers[name].neverReaches), reachable: true },
    ),
  );

const doors = [
  forbid(
    'enters by the door',
    'Import a folder by its own name (#story), which is its index.',
    { path: '^((apps|libs)/[^/]+|test)/' },
    {
      path: '^(apps|libs)/[^/]+/',
      pathNot: ['^$1/', '^(apps|libs)/[^/]+/((contract|testing|observable)/)?index[.]ts$'],
    },
  ),
  forbid(
    'enters by the name',
    'Import a folder by its own name (#story), not by a path.',
    { path: '^(apps|libs)/([^/]+)/' },
    { path: '^(apps|libs)/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased-subpath-import'] },
  ),
  forbid(
    'tests stay tests',
    'Code that runs imports no tests, contracts or testing folders.',
    { path: '^(apps|libs)/', pathNot: tests },
    { path: tests },
  ),
];

const outside = [
  forbid(
    'imports no package',
    'This folder is pure: plain data in, plain data out.',
    { path: any(withPackages('none')), pathNot: tests },
    { path: packages },
  ),
  forbid(
    'imports no Node',
    'This folder is pure: pass in what it needs from the machine.',
    { path: any(withPackages('none')), pathNot: tests },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'knows no web framework',
    'Only folders with `any` in tools/layers.cjs may use NestJS.',
    { path: any(withPackages('none', 'plain')) },
    { path: `${packages}(@types/)?(${framework.join('|')})/` },
  ),
  forbid(
    'declares what it imports',
    'package.json must name the package, and code that runs imports no development package.',
    { path: '^(apps|libs)/', pathNot: tests },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm', 'type-only'] },
  ),
  forbid(
    'the store’s client stays behind its adapter',
    'Only two files use the client of the cluster, so that another client can replace it there.',
    {
      path: '^(apps|libs)/',
      pathNot: ['^libs/event-store/cluster/(client|wire)[.]ts$', '^apps/bench/', tests],
    },
    { path: `${packages}@eventstore/db-client/` },
  ),
  forbid('resolves', 'The file or package does not exist.', {}, { couldNotResolve: true }),
  forbid(
    'goes in no circle',
    'Merge two files that need each other, or move what both need into a third.',
    {},
    { circular: true },
  ),
];

module.exports = {
  forbidden: [...mayImport, ...rooms, ...neverReaches, ...doors, ...outside],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist[.]next|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['dateline', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.d.ts', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
