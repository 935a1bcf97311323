/** Checks that docs/layers.md matches tools/layers.cjs, and that every folder is in the table. --write writes the page. */
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

/** An app may import every lib. Drawing each of those arrows would hide the others. */
const arrows = names.flatMap((name) =>
  layers[name].imports.map((to) => `  ${short(name)} --> ${to === 'libs/*' ? 'libs' : short(to)}`),
);

const withRooms = names
  .filter((name) => layers[name].rooms)
  .map((name) => `| \`${name}\` | ${layers[name].rooms.map((room) => `\`${room}\``).join(', ')} |`);

const page = `# Layers

\`npm run layers:write\` generates this page from [tools/layers.cjs](../tools/layers.cjs). \`npm run layers\` checks every
import against the same table, including type imports.

| folder | may import | packages | never reaches, even through others |
| --- | --- | --- | --- |
${rows.join('\n')}

\`plain\` packages are all except the web framework (${framework.map((name) => `\`${name}\``).join(', ')}). A folder with
\`none\` imports no \`node:\` module either. A folder is imported by its own name only, at its index (\`#story\`). Tests may
also import \`#event-store/contract\`, \`#story/testing\`, \`#projections/testing\` and development packages. There are no
cycles.

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
    return inner.map((room) => `${name}/${room} is not a room of ${name} in tools/layers.cjs: add it there.`);
  });

const faults = ['apps', 'libs']
  .filter((name) => existsSync(join(root, name)))
  .flatMap((name) => readdirSync(join(root, name)).map((folder) => `${name}/${folder}`))
  .filter((name) => !names.includes(name))
  .map((name) => `${name} is not in tools/layers.cjs: add it, with what it may import.`);

if (process.argv.includes('--write')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  faults.push('docs/layers.md does not match tools/layers.cjs: run npm run layers:write.');
}

for (const fault of [...faults, ...missing]) console.error(fault);
process.exitCode = faults.length + missing.length === 0 ? 0 : 1;
