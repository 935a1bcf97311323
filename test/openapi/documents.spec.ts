import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { archiveDescription } from '#archive';
import { deskDescription } from '#desk';
import type { Json } from '../http/caller.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { ApiDocument, BEFORE } from './api-document.js';

const described = { archive: archiveDescription, desk: deskDescription } as const;
const documents = {} as Record<keyof typeof described, ApiDocument>;

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  for (const surface of ['archive', 'desk'] as const)
    documents[surface] = new ApiDocument((await newsroom[surface].get('/openapi.json')).body);
});
afterAll(() => newsroom.remove());

/** Findings of a third-party linter with all its recommended rules. */
async function lint(document: Json): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: 'openapi.json',
    config,
  });
  return found.map(
    ({ severity, ruleId, message, location: [at] }) => `${severity} ${ruleId}: ${message} ${at?.pointer}`,
  );
}

describe.each(['archive', 'desk'] as const)('the document of the %s', (surface) => {
  it('has a total for every paged list, except those over all events or registrations', () => {
    const { schemas } = documents[surface].content.components;
    const uncounted = Object.entries<Json>(schemas)
      .filter(([, { properties }]) => properties?.items && properties.next && !properties.total)
      .map(([name]) => name)
      .sort();
    const expected = {
      archive: ['ChangesPage', 'CorrectionsRecord'],
      desk: ['AuditPage', 'Log', 'Notes', 'Reviews', 'StaffNotices', 'Webhooks'],
    };
    expect(uncounted).toEqual(expected[surface]);
  });

  it('documents validAt for developments', () => {
    const list = documents[surface].operations.find(({ id }) => id === 'listDevelopments');
    expect(list?.definition.description).toMatch(/had begun by then, even if it was over/);
  });

  it('has no errors or warnings by redocly’s recommended rules', async () => {
    expect(documents[surface].content.openapi).toMatch(/^3\.1\./);
    expect(await lint(documents[surface].content)).toEqual([]);
  });

  it('would fail the linter with a fault', async () => {
    const { content } = documents[surface];
    const [path = ''] = Object.keys(content.paths);
    const [method = ''] = Object.keys(content.paths[path]);
    const { summary: _, ...operation } = content.paths[path][method];
    const broken = { ...operation, responses: { 200: {} } };
    const found = await lint({ ...content, paths: { ...content.paths, [path]: { [method]: broken } } });
    expect(found.join()).toMatch(/error operation-summary/);
    expect(found.join()).toMatch(/error struct: .*description/);
  });

  it('describes exactly the operations that are served', () => {
    const served = documents[surface].operations.map(({ address }) => address);
    expect(Object.keys(described[surface].operations).sort()).toEqual(served.sort());
  });

  it('gives every operation a unique name, a summary, an answer and its problems', () => {
    const { operations } = documents[surface];
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const { address, id, definition } of operations) {
      const answers = Object.entries<Json>(definition.responses);
      const problems = answers.filter(([, { content }]) => content?.['application/problem+json']);
      expect([address, id]).toEqual([address, described[surface].operations[address]?.id]);
      expect([address, definition.summary?.length > 0, definition.tags.length, problems.length > 0]).toEqual([
        address,
        true,
        1,
        true,
      ]);
      expect(answers.map(([, { description }]) => description)).not.toContain('');
      expect(answers.some(([status]) => /^[23]/.test(status))).toBe(true);
    }
  });

  it('describes every parameter', () => {
    const silent = documents[surface].operations.flatMap(({ address, definition }) =>
      definition.parameters
        .filter((p: Json) => !p.$ref && !(p.description?.length > 0))
        .map(({ name }: Json) => `${address} ${name}`),
    );
    expect(silent).toEqual([]);
  });

  it('lists the query parameters by name, in whatever order the documents are made', () => {
    for (const { definition } of documents[surface].operations) {
      const names = (definition.parameters ?? [])
        .filter((p: Json) => p.in === 'query')
        .map((p: Json) => p.name);
      expect(names).toEqual(names.toSorted());
    }
  });

  it('says who may use each operation of the desk, and that the archive is open', () => {
    const { content, operations } = documents[surface];
    expect(content.security).toEqual([]);
    const closed = operations
      .filter(({ definition }) => definition.security !== undefined)
      .map(({ id }) => id);
    const open = operations
      .filter(({ definition }) => definition.security === undefined)
      .map(({ path }) => path);
    const mayBeOpen = { archive: /^\//, desk: /^\/(?:desk\/v1\/sign-in|health)\// }[surface];
    expect(closed.length > 0).toBe(surface === 'desk');
    expect(open.filter((path) => !mayBeOpen.test(path))).toEqual([]);
  });
});

/** Problem codes that no operation documents, and why. */
const UNDOCUMENTED: Readonly<Record<string, string>> = {
  'reason-missing': 'a body without a reason is refused as validation before',
  'time-runs-backwards': 'an import says it in its last line',
  'idempotency-in-progress': 'a repeat waits for the first',
  ...Object.fromEntries(
    [
      'conflict',
      'gone',
      'unprocessable',
      'not-implemented',
      'bad-gateway',
      'service-unavailable',
      'gateway-timeout',
    ].map((code) => [code, 'of a standard exception of Nest, which no operation throws']),
  ),
};

it('documents which lists of the archive have no total', () => {
  const { description } = documents.archive.content.info;
  expect(description).toMatch(/`\/corrections` and `\/changes` of all stories have no total/);
});

it('documents that a webhook has at most three secrets', () => {
  const rotate = documents.desk.operations.find(({ id }) => id === 'rotateWebhookSecret');
  expect(rotate?.definition.responses[429].description).toMatch(/three valid secrets/);
});

it('documents every problem code at some operation', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'refusals.md'), 'utf8');
  const codes = [...page.matchAll(/^\| `([a-z-]+)` /gm)].map(([, code = '']) => code);
  const texts = JSON.stringify([documents.archive.content.paths, documents.desk.content.paths]);
  const missing = codes.filter(
    (code) => !BEFORE.has(code) && !new RegExp(`examples/\\d{3}-${code}"`).test(texts),
  );
  expect(missing.sort()).toEqual(Object.keys(UNDOCUMENTED).sort());
});
