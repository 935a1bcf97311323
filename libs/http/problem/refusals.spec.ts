import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AppendTooLarge,
  Contention,
  DiskFull,
  FileUnusable,
  InvalidAppend,
  OutcomeUnknown,
  StoreLocked,
  StoreUnavailable,
  TimeRunsBackwards,
  WrongExpectedRevision,
} from '#event-store';
import { Refusal } from '#story';
import { problemBody } from './problem.js';
import { problemOf } from './problem-of.js';
import { PROBLEM_STATUS } from './problem-status.js';

const page = readFileSync(join(process.cwd(), 'docs/refusals.md'), 'utf8');
const documented = [...page.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| \S.* \|$/gm)].map(
  ([, code, status]) => [code, Number(status)],
);

it('documents every code once with its status, and no other code', () => {
  expect(new Set(documented.map(([code]) => code)).size).toBe(documented.length);
  expect(Object.fromEntries(documented)).toEqual(PROBLEM_STATUS);
});

it('answers a refusal with its code, sentence and pointer', () => {
  const problem = problemOf(new Refusal('claim-exists', 'There is another claim of that id.', '/claims/0'));
  expect(problem && problemBody(problem, 'r')).toEqual({
    type: '/problems/claim-exists',
    title: 'Claim exists',
    status: 409,
    detail: 'There is another claim of that id.',
    instance: 'urn:uuid:r',
    code: 'claim-exists',
    errors: [{ pointer: '/claims/0', detail: 'There is another claim of that id.' }],
  });
});

it('answers 404 for a name in the path, and 422 for one in the body', () => {
  expect(problemOf(new Refusal('claim-unknown', '…'))?.status).toBe(404);
  expect(problemOf(new Refusal('claim-unknown', '…', '/assertions/0'))?.status).toBe(422);
});

it.each<[Error, string, number]>([
  [new Contention('story-x', 5), 'contention', 503],
  [new WrongExpectedRevision('story-x', 1n, 2n), 'contention', 503],
  [new OutcomeUnknown('story-x', 'EIO'), 'outcome-unknown', 503],
  [new StoreUnavailable('/var/data/log.db is closed'), 'store-unavailable', 503],
  [new DiskFull('/var/data/log.db', 5, 10), 'store-unavailable', 503],
  [new AppendTooLarge('story-x', 5, 1), 'payload-too-large', 413],
  [new TimeRunsBackwards('story-x', 'a', 'b'), 'time-runs-backwards', 409],
])('answers an error of the store: %s', (error, code, status) => {
  const problem = problemOf(error);
  expect(problem).toMatchObject({ code, status });
  expect(JSON.stringify(problem && problemBody(problem, 'r'))).not.toMatch(/story-x|var|EIO/);
  expect('retry-after' in (problem?.options.headers ?? {})).toBe(status === 503);
});

it.each([
  FileUnusable.of('/var/data/staff.sqlite', Object.assign(new Error('x'), { code: 'SQLITE_FULL' })),
  Object.assign(new Error('/var/data'), { name: 'SqliteError', code: 'SQLITE_IOERR_READ' }),
  Object.assign(new Error('/var/data'), { code: 'SQLITE_BUSY' }),
  Object.assign(new Error('open /var/data/x'), { code: 'EROFS' }),
  new StoreLocked('/var/data/audit.db', 1),
])('answers an error of a file: %s', (error) => {
  const problem = problemOf(error);
  expect(problem).toMatchObject({ code: 'store-unavailable', status: 503 });
  expect(JSON.stringify(problem && problemBody(problem, 'r'))).not.toMatch(/var|SQLITE|EROFS/);
});

it('says how to repeat a request with an unknown outcome', () => {
  expect(problemOf(new OutcomeUnknown('s', 'r'))?.detail).toContain('same Idempotency-Key');
});

it('has no problem for other errors', () => {
  expect(problemOf(new Error('secret'))).toBeNull();
  expect(problemOf(new InvalidAppend('of our making'))).toBeNull();
  expect(problemOf(null)).toBeNull();
  expect(problemOf(Object.assign(new Error('of our making'), { code: 'SQLITE_CONSTRAINT' }))).toBeNull();
  expect(problemOf(Object.assign(new Error('x'), { statusCode: 500 }))).toBeNull();
});
