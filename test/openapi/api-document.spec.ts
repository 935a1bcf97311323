import type { Answer, Json } from '../http/caller.js';
import { ApiDocument } from './api-document.js';

const story = {
  type: 'object',
  required: ['slug'],
  properties: { slug: { type: 'string', pattern: '^[a-z-]+$' } },
};
const document = new ApiDocument({
  openapi: '3.1.0',
  paths: {
    '/stories/{story}': {
      get: {
        operationId: 'readStory',
        parameters: [
          { name: 'story', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 9 } },
        ],
        responses: {
          200: {
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Story' } },
              'application/x-ndjson': {
                schema: { type: 'string', contentSchema: { $ref: '#/components/schemas/Story' } },
              },
            },
          },
          304: {},
          404: {
            content: {
              'application/problem+json': {
                schema: {
                  allOf: [
                    { $ref: '#/components/schemas/Problem' },
                    { type: 'object', properties: { code: { enum: ['story-unknown'] } } },
                  ],
                },
              },
            },
          },
        },
      },
      put: {
        operationId: 'writeStory',
        parameters: [],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Story' } } } },
        responses: { 201: {} },
      },
    },
  },
  components: {
    headers: { ETag: { required: true, schema: { type: 'string' } } },
    schemas: { Story: story, Problem: { type: 'object', properties: { code: { type: 'string' } } } },
  },
});

const answer = (status: number, body: Json, headers: Answer['headers'] = {}): Answer => {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { status, body: typeof body === 'string' ? undefined : body, text, headers };
};
const json = { 'content-type': 'application/json; charset=utf-8', etag: '"1"' };
const lines = { 'content-type': 'application/x-ndjson', etag: '"1"' };
const problem = { 'content-type': 'application/problem+json' };
const get = { method: 'GET', path: '/stories/one' };
const faults = (sent: Parameters<ApiDocument['faultsOf']>[0], of: Answer): string =>
  document.faultsOf(sent, of).join('; ');

describe('an answer that matches the document', () => {
  it.each([
    ['JSON', get, answer(200, { slug: 'one' }, json)],
    ['lines of JSON', get, answer(200, '{"slug":"one"}\n{"slug":"two"}\n', lines)],
    ['without a body', get, answer(304, undefined)],
    ['a problem', get, answer(404, { code: 'story-unknown' }, problem)],
    ['of a HEAD', { ...get, method: 'HEAD' }, answer(200, undefined, json)],
    ['at an undocumented address', { method: 'GET', path: '/elsewhere' }, answer(200, 'x')],
    ['before any operation', get, answer(431, { code: 'headers-too-large' }, problem)],
    ['to a parameter', { ...get, path: '/stories/one?limit=9' }, answer(200, { slug: 'one' }, json)],
    ['to a body', { method: 'PUT', path: '/stories/one', body: '{"slug":"one"}' }, answer(201, undefined)],
  ])('has no faults: %s', (_, sent, of) => expect(faults(sent, of)).toBe(''));
});

describe('an answer that does not match the document', () => {
  it.each([
    ['a status', get, answer(206, { slug: 'one' }, json), /206/],
    ['a media type', get, answer(200, '<slug/>', { ...json, 'content-type': 'text/xml' }), /text\/xml/],
    ['a member too many', get, answer(200, { slug: 'one', author: 'x' }, json), /author/],
    ['a member too few', get, answer(200, {}, json), /slug/],
    ['a value', get, answer(200, { slug: 'ONE' }, json), /pattern/],
    ['one line', get, answer(200, '{"slug":"one"}\n{"slug":2}\n', lines), /string/],
    ['a header', get, answer(200, { slug: 'one' }, { 'content-type': 'application/json' }), /ETag/],
    ['a body where there is none', get, answer(304, 'x'), /body/],
    ['a code', get, answer(404, { code: 'not-found' }, problem), /allowed/],
    ['a member of a problem', get, answer(404, { code: 'story-unknown', stack: '…' }, problem), /stack/],
    ['a parameter', { ...get, path: '/stories/one?limit=10' }, answer(200, { slug: 'one' }, json), /limit/],
    [
      'a parameter too many',
      { ...get, path: '/stories/one?x=1' },
      answer(200, { slug: 'one' }, json),
      /x is not/,
    ],
    ['an accepted body', { method: 'PUT', path: '/stories/one', body: '{}' }, answer(201, undefined), /slug/],
  ])('has a fault: %s', (_, sent, of, fault) => expect(faults(sent, of)).toMatch(fault));
});
