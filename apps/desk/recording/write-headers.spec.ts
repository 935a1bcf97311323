import type { FastifyRequest } from 'fastify';
import { checkIfMatch, requireIfMatch, writeHeadersOf } from './write-headers.js';

const request = (headers: Readonly<Record<string, string>>, query: Readonly<Record<string, string>> = {}) =>
  writeHeadersOf({
    headers,
    query,
    method: 'POST',
    url: '/desk/v1/stories',
    id: 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e',
    body: { slug: 'talks' },
  } as unknown as FastifyRequest);

const refused = (code: string, detail: RegExp | string = /./) =>
  expect.objectContaining({ code, detail: expect.stringMatching(detail) });

/** What a call throws; null if nothing. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
    return null;
  } catch (error) {
    return error;
  }
}

describe('the headers of a write', () => {
  it('are optional', () => {
    expect(request({})).toEqual({
      key: null,
      seen: null,
      correlationId: 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e',
      by: 'desk',
      roles: [],
      ownOnly: true,
      dryRun: false,
      approvesSources: false,
    });
  });

  it('have a key that belongs to the route, with a hash of the body', () => {
    const { key } = request({ 'idempotency-key': 'k1' });
    expect(key?.name).toBe('desk POST /desk/v1/stories k1');
    expect(key?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(thrownBy(() => request({ 'idempotency-key': 'a b' }))).toEqual(refused('header-form'));
  });

  it.each([
    ['"7"', 7],
    ['"0"', 0],
    ['"7.Zk3_-a"', 7],
    ['*', Infinity],
  ])('take the revision from If-Match: %s', (text, revision) =>
    expect(request({ 'if-match': text }).seen).toBe(revision),
  );

  it.each(['7', 'W/"7"', '"7", "8"', '"-1"', '""', '"7.é"', `"${'9'.repeat(16)}"`])(
    'refuse another form of If-Match: %s',
    (text) => expect(thrownBy(() => request({ 'if-match': text }))).toEqual(refused('header-form')),
  );

  it('say whether it is a dry run', () => {
    expect(request({}, { dryRun: 'true' }).dryRun).toBe(true);
    expect(request({}, { dryRun: 'false' }).dryRun).toBe(false);
    expect(thrownBy(() => request({}, { dryRun: '1' }))).toEqual(refused('query-parameter'));
  });

  it('must have If-Match for some routes', () => {
    expect(thrownBy(() => requireIfMatch(request({})))).toEqual(refused('precondition-required'));
    expect(thrownBy(() => requireIfMatch(request({ 'if-match': '*' })))).toBeNull();
  });
});

describe('If-Match', () => {
  it('holds if the target has not changed since', () => {
    expect(thrownBy(() => checkIfMatch(7, 7, 9))).toBeNull();
    expect(thrownBy(() => checkIfMatch(9, 7, 9))).toBeNull();
    expect(thrownBy(() => checkIfMatch(0, null, 9))).toBeNull();
    expect(thrownBy(() => checkIfMatch(Infinity, 7, 9))).toBeNull();
  });

  it('fails after a change, and the answer has the revision of that change', () => {
    const error = thrownBy(() => checkIfMatch(6, 7, 9));
    expect(error).toEqual(refused('precondition-failed', /changed at revision 7, after revision 6/));
    expect(error).toMatchObject({ options: { members: { revision: '7' } } });
  });

  it('fails for a revision that does not exist, also without a change', () => {
    const error = thrownBy(() => checkIfMatch(10, null, 9));
    expect(error).toEqual(refused('precondition-failed', /Revision 10 does not exist, the last is 9/));
    expect(error).toMatchObject({ options: { members: { revision: '9' } } });
    expect(thrownBy(() => checkIfMatch(0, null, -1))).toEqual(
      refused('precondition-failed', /Nothing exists here yet/),
    );
  });
});
