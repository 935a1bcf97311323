import { encode, type EmbeddedEventStore, type NewEvent } from '#event-store';
import { ScratchLog } from '#event-store/contract';
import { toLog, type StoryEvent } from '#story';
import { v5 } from 'uuid';
import { frontPage } from './front-page.js';
import { decodeCursor } from './page.js';
import { StoryReader } from './reading.js';
import { StoryShelf } from './story-shelf.js';

const SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
const START = Date.parse('2016-12-01T08:00:00.000Z');
const MINUTE = 60_000;
const headline = (words: string): StoryEvent => ({
  type: 'HeadlineRevised',
  headline: { en: words },
  release: 'now',
});
const opened = (story: string): StoryEvent => ({
  type: 'StoryOpened',
  story,
  slug: `slug-of-${story}`,
  language: 'en',
  headline: { en: `Story ${story}` },
  lede: null,
  topics: [],
  places: [],
});
const notice = { en: 'Killed' };
const killed: StoryEvent = { type: 'StoryKilled', reason: null, notice };
const reinstated: StoryEvent = { type: 'StoryReinstated', reason: null };

function stored(story: string, revision: number, event: StoryEvent, at: number): NewEvent {
  const { type, data, schemaVersion } = toLog(event);
  const recordedAt = new Date(at).toISOString();
  return {
    id: v5(`${story} ${revision}`, SPACE),
    type,
    data: encode(data),
    metadata: encode({ recordedAt, schemaVersion }),
  };
}

describe.each(['story-', 'public-'] as const)('a shelf of %s streams', (prefix) => {
  let log: ScratchLog;
  let store: EmbeddedEventStore;
  let shelf: StoryShelf;
  const revisions = new Map<string, number>();
  const audience = prefix === 'story-' ? 'desk' : 'public';

  beforeEach(async () => {
    log = new ScratchLog();
    store = await log.open();
    shelf = new StoryShelf(store, prefix);
    revisions.clear();
  });
  afterEach(async () => {
    await shelf.stop();
    await log.remove();
  });

  /** Writes an event at a minute after the start. */
  const write = async (story: string, event: StoryEvent, minute: number, of: string = prefix) => {
    const revision = revisions.get(of + story) ?? 0;
    revisions.set(of + story, revision + 1);
    const expected = revision === 0 ? 'no_stream' : BigInt(revision - 1);
    return store.append(`${of}${story}`, expected, [stored(story, revision, event, START + minute * MINUTE)]);
  };

  it('follows the log live, and what was there before it', async () => {
    await write('a', opened('a'), 0);
    shelf.start();
    expect(await shelf.upToDate(5_000)).toBe(true);
    expect(shelf.find('a')?.head.headline.text).toEqual({ en: 'Story a' });
    for (let i = 1; i <= 20; i++) {
      await write('a', headline(`Words ${i}`), i);
      expect(await shelf.upToDate(5_000)).toBe(true);
      expect(shelf.find('slug-of-a')?.head.headline.text).toEqual({ en: `Words ${i}` });
    }
    expect(shelf.health).toEqual({ ok: true, caughtUp: true, position: await store.head(), reason: null });
    expect(shelf.size).toBe(1);
  });

  it('is up to date with an empty log, and is not in time when it has not begun', async () => {
    expect(await shelf.upToDate(20)).toBe(true);
    await write('a', opened('a'), 0);
    expect(await shelf.upToDate(20)).toBe(false);
  });

  it('folds nothing of the other log', async () => {
    await write('a', opened('a'), 0, prefix === 'story-' ? 'public-' : 'story-');
    shelf.start();
    expect(await shelf.upToDate(5_000)).toBe(true);
    expect(shelf.size).toBe(0);
  });

  it('says what it cannot read, and stops there', async () => {
    await write('a', opened('a'), 0);
    await store.append(`${prefix}a`, 0n, [
      { ...stored('a', 1, headline('x'), START), type: 'SomethingOfTomorrow' },
    ]);
    shelf.start();
    expect(await shelf.upToDate(150)).toBe(false);
    expect(shelf.health).toMatchObject({ ok: false, reason: expect.stringContaining('SomethingOfTomorrow') });
  });

  it('answers as of a moment with the last revision by then, inclusive', async () => {
    const minutes = [0, 0, 2, 2, 2, 5];
    for (const [i, minute] of minutes.entries())
      await write('a', i === 0 ? opened('a') : headline(`Words ${i}`), minute);
    shelf.start();
    await shelf.upToDate(5_000);
    const record = shelf.find('a')!;
    const at = (minute: number) => record.asOf(START + minute * MINUTE)?.revision;
    expect([-1, 0, 1, 2, 4, 5, 9].map(at)).toEqual([undefined, 1, 1, 4, 4, 5, 5]);
    expect(record.asOf(null)?.revision).toBe(5);
    expect(record.asOf(START + 2 * MINUTE - 1)?.revision).toBe(1);
  });

  it('tells what is not there, not there yet, and killed', async () => {
    await write('a', opened('a'), 1);
    await write('a', killed, 2);
    shelf.start();
    await shelf.upToDate(5_000);
    const reader = new StoryReader(shelf, audience, '/v1/stories');
    const kinds = (minute: number | null) =>
      reader.asOf('a', { known: minute === null ? null : START + minute * MINUTE, held: null }).kind;
    expect(reader.asOf('b', { known: null, held: null }).kind).toBe('unknown');
    expect(reader.at('a', 7).kind).toBe('unknown');
    expect(reader.at('a', -1).kind).toBe('unknown');
    const expected =
      audience === 'desk' ? ['not-yet', 'found', 'found', 'found'] : Array<string>(4).fill('withheld');
    expect([kinds(0), kinds(1), kinds(2), kinds(null)]).toEqual(expected);
  });

  const page = (known: number | null, offset = 0, limit = 2) =>
    frontPage(shelf, { known, offset, limit, audience, address: '/v1/stories' });

  it('has a front page in the order of the newest, which goes on where it stood whatever is recorded', async () => {
    for (const [i, id] of ['a', 'b', 'c', 'd', 'e'].entries()) await write(id, opened(id), i);
    shelf.start();
    await shelf.upToDate(5_000);
    const first = page(null);
    expect([first.total, first.items.map((s) => s.id)]).toEqual([5, ['e', 'd']]);
    const cursor = decodeCursor(new URL(first.next!, 'http://x').searchParams.get('cursor')!)!;
    expect(cursor).toMatchObject({ list: 'stories', story: null, at: START + 4 * MINUTE, offset: 2 });
    await write('f', opened('f'), 9);
    await shelf.upToDate(5_000);
    expect(page(cursor.at, 2).items.map((s) => s.id)).toEqual(['c', 'b']);
    expect(page(cursor.at, 4)).toMatchObject({ total: 5, next: null, items: [{ id: 'a' }] });
    expect(page(START + 1 * MINUTE).items.map((s) => s.id)).toEqual(['b', 'a']);
    expect(page(START - 1)).toMatchObject({ total: 0, next: null, items: [] });
    expect(page(null, 99).items).toEqual([]);
  });

  it('leaves a killed story off the public front page at every moment, and has it again once reinstated', async () => {
    await write('a', opened('a'), 0);
    await write('b', opened('b'), 1);
    await write('a', killed, 2);
    shelf.start();
    await shelf.upToDate(5_000);
    const ids = (minute: number) => page(START + minute * MINUTE).items.map((s) => s.id);
    const both = ['b', 'a'];
    expect([ids(1), ids(2)]).toEqual(audience === 'desk' ? [both, both] : [['b'], ['b']]);
    await write('a', reinstated, 3);
    await shelf.upToDate(5_000);
    expect([ids(1), ids(2), ids(3)]).toEqual([both, both, both]);
    const inside = JSON.stringify(page(START + 2 * MINUTE));
    expect(inside.includes('Story a')).toBe(audience === 'desk');
  });
});
