import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiDocument } from '../openapi/api-document.js';
import { deskExchanges } from '../openapi/desk-exchanges.js';
import { reviewExchanges } from '../openapi/review-exchanges.js';
import { webhookExchanges } from '../openapi/webhook-exchanges.js';
import type { Answer, Caller, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, record, report } from './stories.js';

let newsroom: RunningNewsroom;
let desk: Caller;
let document: ApiDocument;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_DEMO: 'on' });
  ({ desk } = newsroom);
  document = new ApiDocument((await desk.get('/openapi.json')).body);
});
afterAll(() => newsroom.remove());

/** All bytes of the files that a desk write changes. */
const kept = (): string => {
  const hash = createHash('sha256');
  for (const name of ['desk.db', 'desk.db-wal', 'webhooks.sqlite', 'webhooks.sqlite-wal']) {
    const file = join(newsroom.data, name);
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const writes = () => document.operations.filter(({ method }) => method !== 'GET');
const takes = ({ definition }: Json): boolean => definition.parameters.some((p: Json) => p.name === 'dryRun');
/** Operations without a dry run; each one documents why. */
const WITHOUT = [
  ...['dropOldReadModels', 'pingWebhook', 'rebuildReadModel', 'rotateWebhookSecret'],
  ...['signInByInvitation', 'signInByPassword', 'signInByRecoveryCode', 'signInBySetupLink'],
  ...['changePassword', 'endAllSessions', 'endSession', 'signOut'],
  ...['addStaff', 'changeStaff', 'disableStaff', 'enableStaff', 'resetStaff', 'signOutStaff'],
  ...['addPasskey', 'removePasskey', 'signInByPasskey', 'startPasskey', 'startPasskeySignIn'],
  ...['makeToken', 'revokeToken'],
  ...['approveSource', 'approveUnsealing', 'askUnsealing', 'dismissSourceAlert', 'eraseSource'],
  ...['handSourceOver', 'passSourceOn', 'sealSource', 'showSource'],
  ...['deleteDraft', 'enterStory', 'leaveStory', 'saveDraft'],
  ...['addNote', 'markNoticesSeen', 'withdrawNote'],
  ...['requestReview', 'returnReview', 'setReleaseRule', 'takeReviewOver'],
].sort();

/** The differences between a dry run and the real request that follows. */
function faultsOf(id: string, dry: Answer, done: Answer): readonly string[] {
  if (dry.status !== 200 || !dry.text.includes('"dryRun":true')) return [`${id} is ${dry.text} in a dry run`];
  const [was, is] = [dry.body, done.body].map((of) => ({ warnings: of?.warnings, stays: of?.stays }));
  if (is?.warnings === undefined || JSON.stringify(was) === JSON.stringify(is)) return [];
  return [`${id} warns of ${JSON.stringify(was)}, then of ${JSON.stringify(is)}`];
}

describe('every write of the desk', () => {
  it('supports a dry run, except a few that document why not', () => {
    const without = writes().filter((operation) => !takes(operation));
    expect(without.map(({ id }) => id).sort()).toEqual(WITHOUT);
    for (const { definition } of without) expect(definition.description).toMatch(/ has no `dryRun`: /);
  });

  it.each(WITHOUT)('refuses an unsupported dry run with a reason: %s', async (id) => {
    const { method, path } = document.operations.find((one) => one.id === id)!;
    const address = path
      .replace('{model}', 'desk')
      .replaceAll(/\{(?:id|source|unsealing|alert)\}/g, '00000000-0000-4000-8000-000000000000')
      .replace('{story}', 'talks');
    const answer = await desk.send({ method, path: `${address}?dryRun=true` });
    expectProblem(answer, 400, 'query-parameter');
    expect(answer.body.detail).toMatch(/^[A-Z].* has no dry run: .* Send the request without dryRun\.$/);
  });

  it('predicts the result in a dry run, records nothing, and uses no key', async () => {
    const answered: Record<string, Json> = {};
    const tried = new Set<string>();
    const wrong: string[] = [];
    const exchanges = [...webhookExchanges, ...deskExchanges, ...reviewExchanges];
    for (const { operation: id, request, status, as = id } of exchanges) {
      const {
        path: values = {},
        query,
        body,
        headers = {},
      } = typeof request === 'function' ? request(answered) : request;
      const operation = document.operations.find((one) => one.id === id)!;
      const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
      const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
      const send = (asked: string): Promise<Answer> =>
        desk.send({
          method: operation.method,
          path: asked,
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
        });
      const isWrite = operation.method !== 'GET' && takes(operation);
      const before = kept();
      const dry = isWrite ? await send(`${address}?dryRun=true`) : null;
      const changed = kept() !== before;
      const answer = await send(query ? `${address}?${query}` : address);
      answered[as] = answer.body;
      if (dry) tried.add(id);
      wrong.push(
        ...(answer.status === status ? [] : [`${id} is ${answer.status}: ${answer.text}`]),
        ...(changed ? [`${id} changed what is kept`] : []),
        ...(dry && query === undefined ? faultsOf(id, dry, answer) : []),
      );
    }
    expect(wrong).toEqual([]);
    expect([...tried].sort()).toEqual(
      writes()
        .filter(takes)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('accepts only true and false', async () => {
    const slug = await openStory(desk);
    const answer = await desk.post(at(slug, '/reopening?dryRun=perhaps'), {});
    expectProblem(answer, 400, 'query-parameter', 'dryRun');
    expect((await desk.post(at(slug, '/closing?dryRun=false'), {})).status).toBe(201);
  });
});

describe('a dry run', () => {
  beforeAll(() => introduce(desk));
  const dry = (slug: string, path: string, body: Json, headers = {}): Promise<Answer> =>
    desk.post(at(slug, `${path}?dryRun=true`), body, headers);

  it('lists the statuses that would change, with reasons, and what would become public', async () => {
    const slug = await openStory(desk);
    const first = await dry(slug, '/developments', report(['talks']));
    expect(first.body).toMatchObject({
      changes: true,
      revision: '0',
      statuses: [
        { claim: 'talks', was: null, is: { status: 'claimed', explanation: { en: expect.any(String) } } },
      ],
      scheduled: [],
    });
    expect(first.body.public.map(({ type }: Json) => type)).toEqual(['StoryOpened', 'ReportRecorded']);
    await record(desk, slug, report(['talks']));
    const { body: state } = await desk.get(at(slug));
    expect(state.claims.items[0].status).toBe('claimed');

    const turkey = [[{ party: 'turkey', standing: 'principal' }]];
    const confirmation = {
      kind: 'confirmation',
      text: en('Turkey confirms it.'),
      attribution: turkey,
      assertions: [{ claim: 'talks', stance: 'confirms' }],
    };
    const second = await dry(slug, '/developments', confirmation);
    expect(second.body.statuses).toMatchObject([
      { claim: 'talks', was: { status: 'claimed' }, is: { status: 'confirmed' } },
    ]);
    expect(second.body.public).toMatchObject([
      { type: 'ConfirmationRecorded', data: { development: { release: 'now' } } },
    ]);
    const onHold = await dry(slug, '/developments', { ...confirmation, release: 'held' });
    expect(onHold.body).toMatchObject({ public: [], scheduled: [{ what: 'development', release: 'held' }] });
    const judged = await dry(slug, '/claims/talks/judgements', {
      verdict: 'refuted',
      method: 'x',
      reason: 'x',
    });
    expect(judged.body.statuses).toMatchObject([{ is: { status: 'refuted' } }]);
    expect((await desk.get(at(slug))).body.revision).toBe('1');
  });

  it('keeps internal data out of the public part', async () => {
    const slug = await openStory(desk);
    const evidence = [{ url: 'https://example.org/SECRET-MARK', public: false }];
    const { body } = await dry(slug, '/developments', report(['talks'], { evidence }));
    expect(JSON.stringify(body.public)).not.toContain('SECRET-MARK');
  });

  it('gives the same warnings as the write, and says if nothing would change', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['talks']));
    const again = await dry(
      slug,
      '/developments',
      report([], { assertions: [{ claim: 'talks', stance: 'asserts' }] }),
    );
    expect(again.body.warnings.map(({ rule }: Json) => rule)).toContain('double-entry');
    const same = await desk.put(
      `${at(slug, '/headline')}?dryRun=true`,
      { headline: en('A headline') },
      { 'if-match': '*' },
    );
    expect(same.body).toMatchObject({ changes: false, public: [], warnings: [] });
  });

  it('gives warnings on topics and places from the request alone, like the write', async () => {
    const slug = await openStory(newsroom.desk);
    const places = [{ name: 'Ankara', country: 'TR', geo: { type: 'Point', coordinates: [2.35, 48.85] } }];
    const sent = { topics: ['medtop:99999999'], places };
    const headers = { 'if-match': '*' };
    const [dry, done] = [
      await newsroom.desk.put(at(slug, '/classification?dryRun=true'), sent, headers),
      await newsroom.desk.put(at(slug, '/classification'), sent, headers),
    ];
    for (const { body } of [dry, done])
      expect(body.warnings.map(({ rule, pointer }: Json) => [rule, pointer])).toEqual([
        ['topic-unknown', '/topics/0'],
        ['coordinates-outside-country', '/places/0/geo'],
      ]);
  });

  it('is refused like the write', async () => {
    const slug = await openStory(desk);
    expectProblem(await dry('unheard-of', '/closing', {}), 404, 'story-unknown');
    expectProblem(
      await desk.put(`${at(slug, '/headline')}?dryRun=true`, { headline: en('Other') }),
      428,
      'precondition-required',
    );
    const unknown = report([], { assertions: [{ claim: 'talks', stance: 'asserts' }] });
    expectProblem(await dry(slug, '/developments', unknown), 422, 'claim-unknown');
    const party = { id: 'moscow', name: 'Muscovy', type: 'state' };
    expectProblem(await desk.post('/desk/v1/parties?dryRun=true', party), 409, 'party-exists');
  });
});
