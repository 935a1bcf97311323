import { lines, type ApiDescription, type DescribedOperation } from '#http';
import { json, NDJSON, WRITES } from './write.js';

const describes = (
  id: string,
  of: string,
  problems: DescribedOperation['problems'] = [],
): DescribedOperation => ({
  id,
  headers: ['Idempotency-Key', 'If-Match'],
  answers: {
    200: { description: 'Changed, or unchanged.', content: json(of), headers: ['ETag'] },
    201: { description: 'Created.', content: json(of), headers: ['ETag'] },
  },
  problems: ['precondition-required', 'side-unknown', ...problems, ...WRITES],
});

/** Operations on what all stories share: sides, parties, imports, clock and read models. */
export const newsroomOperations: ApiDescription['operations'] = {
  'GET /desk/v1/sides': {
    id: 'listSides',
    answers: { 200: { content: json('Sides'), headers: ['ETag'] } },
    problems: ['store-unavailable'],
  },
  'GET /desk/v1/parties': {
    id: 'listParties',
    answers: { 200: { content: json('Parties'), headers: ['ETag'] } },
    problems: ['store-unavailable'],
  },
  'PUT /desk/v1/sides/{side}': describes('declareSide', 'Side'),
  'PUT /desk/v1/parties/{party}': describes('describeParty', 'Party', ['party-unknown', 'speaks-for-itself']),
  'POST /desk/v1/parties': {
    id: 'registerParty',
    headers: ['Idempotency-Key'],
    answers: {
      200: { content: json('Party'), headers: ['ETag'] },
      201: { content: json('Party'), headers: ['ETag'] },
    },
    problems: ['party-exists', 'side-unknown', 'party-unknown', 'speaks-for-itself', ...WRITES],
  },
  'POST /desk/v1/imports': {
    id: 'importStories',
    description:
      'The whole file is checked before anything is written; a refusal lists each fault in `faults`, with line and pointer. To resume an interrupted import, send the same file again.',
    body: { [NDJSON]: lines('ImportLine', 'One command on each line, in the order of recording.') },
    answers: {
      200: {
        content: {
          [NDJSON]: lines('ImportProgress', 'Progress; the last line has `done` or `error`.'),
        },
      },
    },
    problems: ['validation', ...WRITES],
  },
  'GET /desk/v1/clock': {
    id: 'readClock',
    answers: { 200: { content: json('Clock') } },
  },
  'POST /desk/v1/clock/confirmation': {
    id: 'confirmClock',
    description:
      'The clock is in doubt after a jump, or after a reboot with a long outage. Then no embargo ends, and the time of recording continues from the last trusted time. Send the time of another clock, such as your watch. The machine’s clock is trusted again if both differ by at most two minutes.',
    answers: { 200: { content: json('Clock') } },
    problems: ['clock-disagrees'],
  },
  'GET /desk/v1/read-models': {
    id: 'listReadModels',
    answers: { 200: { content: json('ReadModels') } },
  },
  'POST /desk/v1/read-models/{model}/rebuild': {
    id: 'rebuildReadModel',
    answers: {
      200: {
        content: {
          [NDJSON]: lines('RebuildProgress', 'Progress; the last line has `done` or `error`.'),
        },
      },
    },
  },
  'DELETE /desk/v1/read-models/{model}/old': {
    id: 'dropOldReadModels',
    answers: { 200: { content: json('Dropped') } },
  },
};
