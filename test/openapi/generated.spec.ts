import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type { Json } from '../http/caller.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { expectWritten } from './written.js';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'libs', 'client', 'types');

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
});
afterAll(() => newsroom.remove());

/** Keeps only what defines types, and the first of several media types, which is the default for clients. */
function typesOnly(value: Json): Json {
  if (Array.isArray(value)) return value.map(typesOnly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !('schema' in value && ['example', 'examples'].includes(name)))
      .map(([name, inner]) => [
        name,
        typesOnly(name === 'content' && 'description' in value ? firstOf(inner) : inner),
      ]),
  );
}

const firstOf = (content: Json): Json => Object.fromEntries(Object.entries(content).slice(0, 1));

it.each(['archive', 'desk'] as const)(
  'the committed OpenAPI document of the %s is the one that it serves',
  async (surface) => {
    const { body } = await newsroom[surface].get('/openapi.json');
    expectWritten(join(root, 'docs', 'openapi', `${surface}.json`), `${JSON.stringify(body, null, 1)}\n`);
  },
);

it.each(['archive', 'desk'] as const)(
  'the types of the client of the %s are those of its document',
  async (surface) => {
    const { body } = await newsroom[surface].get('/openapi.json');
    const types = astToString(await openapiTS(typesOnly(body), { alphabetize: true }));
    const head = `// Made of the document of OpenAPI of the ${surface} by \`npm run openapi\`: do not edit.\n`;
    expectWritten(join(folder, `${surface}.ts`), head + types);
  },
);
