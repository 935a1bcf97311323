/** Is docs/layers.md what tools/layers.cjs says, and every folder in the table? With --write, writes the page. */
'use strict';

const { existsSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { layers, framework } = require('./layers.cjs');

const root = join(__dirname, '..');
const file = join(root, 'docs', 'layers.md');
const names = Object.keys(layers);
const short = (name) => name.split('/')[1];
const list = (folders) => folders.map((name) => `\`${name}\``).join(', ') || 'none';

const rows = names.map((name) => {
  const { imports, packages, neverReaches = [] } = layers[name];
  return `| \`${name}\` | ${list(imports)} | ${packages} | ${list(neverReaches)} |`;
});

/** An app may import every lib; to draw each of those arrows would hide the others. */
const arrows = names.flatMap((name) =>
  layers[name].imports.map((to) => `  ${short(name)} --> ${to === 'libs/*' ? 'libs' : short(to)}`),
);

const withRooms = names
  .filter((name) => layers[name].rooms)
  .map((name) => `| \`${name}\` | ${layers[name].rooms.map((room) => `\`${room}\``).join(', ')} |`);

const page = `# Layers

Generated from [tools/layers.cjs](../tools/layers.cjs) by \`npm run layers:write\`; \`npm run layers\` checks every
import, type imports included, against the same table.

| folder | may import | packages | never reaches, by any way |
| --- | --- | --- | --- |
${rows.join('\n')}

\`plain\` packages are all but the web framework (${framework.map((name) => `\`${name}\``).join(', ')}); a folder with
\`none\` imports no \`node:\` module either. A folder is entered by its own name only, at its index (\`#story\`);
tests may enter \`#event-store/contract\`, \`#story/testing\` and \`#projections/testing\`, and import development
packages. There are no cycles.

## Rooms

The larger folders have rooms, lowest first. A room imports the rooms before it and none after it.

| folder | rooms |
| --- | --- |
${withRooms.join('\n')}

## The same as a picture

\`\`\`mermaid
flowchart BT
  subgraph libs
${names
  .filter((name) => name.startsWith('libs/'))
  .map((name) => `    ${short(name)}`)
  .join('\n')}
  end
${arrows.join('\n')}
\`\`\`
`;

const missing = names
  .filter((name) => layers[name].rooms)
  .flatMap((name) => {
    const found = readdirSync(join(root, name), { withFileTypes: true }).filter((one) => one.isDirectory());
    const inner = found
      .map((one) => one.name)
      .filter((room) => room !== 'testing' && !layers[name].rooms.includes(room));
    return inner.map(
      (room) => `${name}/${room} is not among the rooms of ${name} in tools/layers.cjs: add it there.`,
    );
  });

const faults = ['apps', 'libs']
  .filter((name) => existsSync(join(root, name)))
  .flatMap((name) => readdirSync(join(root, name)).map((folder) => `${name}/${folder}`))
  .filter((name) => !names.includes(name))
  .map((name) => `${name} is not in tools/layers.cjs: say there what it may import.`);

if (process.argv.includes('--write')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  faults.push('docs/layers.md is not what tools/layers.cjs says: run npm run layers:write.');
}

for (const fault of [...faults, ...missing]) console.error(fault);
process.exitCode = faults.length + missing.length === 0 ? 0 : 1;
