import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, type Json, type Sent } from '../http/caller.js';
import { en } from '../http/stories.js';
import { EMBARGO_ENDS, HOLD_ENDS } from './crossing-hidden.js';
import { full as hidden } from './entry.js';
import { groundOf, NEVER, type Ground } from './ground.js';
import { HABITS, having, STREAM, TIME_MAP } from './habits.js';
import { readStories, type StoriesInLog } from './stories-in-log.js';
import { momentOf } from './moments.js';
import { FULL, PLAIN } from './newsroom-files.js';
import { LISTS, requestsOf, SURFACES } from './surfaces.js';
import { Twin } from './twin.js';
import { differences, remembering, type Answering } from './twins.js';

const NOW = '2016-12-10T12:00:00.000Z';
const clocks = mkdtempSync(join(tmpdir(), 'twins-'));
let plain: Twin;
let full: Twin;
/** What each of them answers to readers before what is still hidden is released. */
let ofPlain: Answering;
let ofFull: Answering;
let ground: Ground;

beforeAll(async () => {
  const open = (name: string, file: readonly Json[]) => Twin.open(join(clocks, name), NOW, file);
  [plain, full] = await Promise.all([open('plain', PLAIN), open('full', FULL)]);
  [ofPlain, ofFull] = [remembering(plain.archive), remembering(full.archive)];
  ground = groundOf(await logOf(full));
});
afterAll(async () => {
  await Promise.all([plain?.remove(), full?.remove()]);
  rmSync(clocks, { recursive: true });
});

const get = (path: string, headers: Sent['headers'] = {}): Sent => ({ method: 'GET', path, headers });
const slugs = [...new Set(FULL.flatMap(({ story = [] }: Json) => story as string | string[]))];

async function logOf({ desk }: Twin): Promise<readonly Json[]> {
  const logs = await Promise.all(slugs.map((slug) => desk.get(`/desk/v1/stories/${slug}/log?limit=500`)));
  return logs.flatMap(({ body }) => (body.items ?? []) as Json[]);
}

describe('a newsroom with hidden events and its twin without', () => {
  it('are not the same at their desks', async () => {
    expect((await logOf(full)).length).toBeGreaterThan((await logOf(plain)).length + 40);
    const found = await Promise.all([plain, full].map(({ desk }) => desk.get('/desk/v1/stories?q=quolls')));
    expect(found.map(({ body }) => body.items.length)).toEqual([0, 1]);
  });

  it.each(Object.keys(SURFACES))('give the same bytes to who asks for (%s)', async (surface) => {
    const requests = SURFACES[surface]!(ground);
    expect(requests.length).toBeGreaterThan(5);
    expect(await differences(ofPlain, ofFull, requests)).toEqual([]);
  });

  it('take each other’s ETags', async () => {
    const requests = ['the front page', 'a state'].flatMap((surface) => SURFACES[surface]!(ground));
    const answers = await Promise.all(requests.map((request) => ofFull.send(request)));
    const conditional = answers.flatMap(({ headers: { etag } }, i) =>
      etag === undefined ? [] : [get(requests[i]!.path, { 'if-none-match': etag })],
    );
    expect(conditional.length).toBeGreaterThan(400);
    const again = await Promise.all(conditional.map((request) => ofPlain.send(request)));
    expect(again.filter(({ status }) => status !== 304)).toEqual([]);
    expect(await differences(ofPlain, ofFull, conditional)).toEqual([]);
  });

  it('answer for a hidden story as for one that never was', async () => {
    const secret = requestsOf(ground).filter(({ path }) => path.includes('/secret'));
    expect(secret.length).toBeGreaterThan(100);
    const never: Answering = {
      send: (request) => ofFull.send({ ...request, path: request.path.replace('/secret', `/${NEVER}`) }),
    };
    expect(await differences(ofFull, never, secret)).toEqual([]);
  });
});

describe('a leak', () => {
  let desks: readonly [StoriesInLog, StoriesInLog];
  let archives: readonly [StoriesInLog, StoriesInLog];
  beforeAll(async () => {
    const ofDesk = ({ desk }: Twin) => readStories(desk, '/desk/v1/stories', slugs);
    const ofArchive = ({ archive }: Twin) => readStories(archive, '/v1/stories', slugs);
    desks = await Promise.all([ofDesk(plain), ofDesk(full)]);
    archives = await Promise.all([ofArchive(plain), ofArchive(full)]);
  });

  it.each(Object.keys(HABITS))(
    '(%s) is caught where it is made of the desk’s log, and is none where it is made of the public one',
    async (name) => {
      const habit = HABITS[name]!;
      const requests = [get(TIME_MAP), get(STREAM), ...requestsOf(ground)];
      const found = ([a, b]: readonly [StoriesInLog, StoriesInLog]) =>
        differences(having(habit, a, ofPlain), having(habit, b, ofFull), requests);
      expect(await found(archives)).toEqual([]);
      expect(await found(desks)).not.toEqual([]);
    },
  );
});

describe('what was hidden', () => {
  const STORY = '/v1/stories/crossing';
  const stateAt = (moment: string): readonly Sent[] => [get(`${STORY}?asOf=${moment}`)];
  /**
   * What must not change any more once a moment has come: all that is asked for one before it, and since another. A
   * story's page for readers says what came later, and how often.
   */
  const before = (moment: string, since = '2000-01-01'): readonly Sent[] =>
    requestsOf(ground).filter(({ path }) => {
      const { pathname, searchParams } = new URL(path, 'http://localhost');
      const asked = momentOf(searchParams);
      if (/^.stories.[^/]+$/.test(pathname)) return false;
      if (asked === null) return /^.v1.stories.crossing.revisions.[12]?\d$/.test(pathname);
      return asked < Date.parse(moment) && asked >= Date.parse(since);
    });
  const shown = async (words: string): Promise<Json> => {
    const ask = () => full.archive.get(STORY);
    return (await eventually(ask, ({ text }) => text.includes(words))).body;
  };
  /** Without what goes on while the state that is asked for stays: which is the last one, and how long this may be kept. */
  const bytesOf = (reader: Answering): Answering => ({
    async send(request) {
      const { headers, ...answer } = await reader.send(request);
      const { link: _, 'cache-control': __, ...rest } = headers;
      return { ...answer, headers: rest };
    },
  });
  /** Has a reader ask, so that it remembers; gives the second pages of lists, which it has seen too. */
  const learn = async (reader: Answering, requests: readonly Sent[]): Promise<readonly Sent[]> => {
    const lists = LISTS.map((list) => get(`${STORY}/${list}?limit=2`));
    await differences(reader, reader, [...requests, ...lists]);
    const first = await Promise.all(lists.map((list) => reader.send(list)));
    return first.flatMap(({ body }) => (body.next === null ? [] : [get(body.next as string)]));
  };

  it('under an embargo is there from its end on, and all before is as it was', async () => {
    expect(before(EMBARGO_ENDS).length).toBeGreaterThan(1_000);
    const pages = await learn(ofFull, [...before(EMBARGO_ENDS), ...stateAt(EMBARGO_ENDS)]);
    full.moveTo(EMBARGO_ENDS);
    // The publisher looks at its clock whenever something is recorded, so that the test need not wait.
    const { line } = hidden.record('secret', '10T12:30', 's-third', 'Nothing to be seen', {
      release: 'held',
    });
    await full.takeOver([line]);
    const { developments } = await shown('The islands recognise it.');
    expect(developments.items[0]).toMatchObject({
      text: en('The islands recognise the wall'),
      recordedAt: EMBARGO_ENDS,
    });
    const now = remembering(full.archive);
    expect(await differences(ofFull, now, stateAt(EMBARGO_ENDS))).not.toEqual([]);
    expect(await differences(bytesOf(ofFull), bytesOf(now), [...before(EMBARGO_ENDS), ...pages])).toEqual([]);
  });

  it('without a time is there from its release on, and all before is as it was', async () => {
    const then = remembering(full.archive);
    const stories = await readStories(full.desk, '/desk/v1/stories', ['crossing']);
    const onHold = stories.get('crossing')!.developments.find(({ text }) => text.en.includes('mutiny'));
    const fixed = before(HOLD_ENDS, onHold.recordedAt);
    const pages = await learn(then, [...fixed, ...stateAt(HOLD_ENDS)]);
    full.moveTo(HOLD_ENDS);
    const answer = await full.desk.post(`/desk${STORY}/developments/${onHold.id}/release`, {});
    expect([answer.status, answer.body.public?.revision]).toEqual([201, expect.any(String)]);
    const { developments } = await shown('mutiny');
    expect(developments.items[0]).toMatchObject({ text: onHold.text, recordedAt: HOLD_ENDS });
    const now = remembering(full.archive);
    expect(await differences(then, now, stateAt(HOLD_ENDS))).not.toEqual([]);
    expect(await differences(bytesOf(then), bytesOf(now), [...fixed, ...pages])).toEqual([]);
  });
});

describe('the newsrooms', () => {
  it('logged no fault', () => expect(plain.log + full.log).not.toMatch(/ERROR|failed/));
});
