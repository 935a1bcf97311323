import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import {
  changeAt,
  changesAfter,
  decodeCursor,
  EVERY_STORY,
  frontPage,
  newestPosition,
  partyPage,
  type ModelFile,
} from '#projections';
import { foldedState, ModelFollower, storyNumber, WriterPriority } from '#projections/testing';
import { changesPast, withholdsStory, type DevelopmentEvent, type StoryEvent } from '#story';
import { en } from '../publishing/desk.js';
import { moves, play } from '../publishing/histories.js';
import { opened, recorded, reported } from './plain-events.js';
import {
  Archives,
  foldsOf,
  plain,
  recordedPublicly,
  type RewrittenModel,
  type LoggedStory,
} from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const NOW = { asOf: null, validAt: null };
const kill = (logged: LoggedStory, n: number): StoryEvent => ({
  type: 'DevelopmentKilled',
  development: (logged.events[n]!.event as DevelopmentEvent).development.id,
  claims: [],
  publishes: [],
  grounds: 'wrong',
  reason: null,
  notice: en('Killed'),
});
const story = (words: string, developments = 3): Promise<LoggedStory> =>
  archives.append(
    recorded([
      opened(en(words)),
      ...Array.from({ length: developments }, (_, i) => reported(randomUUID(), en(`${words} ${i + 1}`))),
    ]),
    'public',
  );
const extend = (logged: LoggedStory, ...events: readonly StoryEvent[]): Promise<LoggedStory> =>
  archives.extend(logged, recorded(events, logged.events.length));

const kindOf = (model: RewrittenModel, { id }: LoggedStory): string => model.stories.asOf(id, NOW).kind;
function stateOf(model: RewrittenModel, { id }: LoggedStory): string {
  const reading = model.stories.asOf(id, NOW);
  if (reading.kind !== 'found') throw new Error(`found ${reading.kind}`);
  return model.stories.state(reading.found);
}

describe('a story whose past changes', () => {
  let model: RewrittenModel;
  beforeEach(() => {
    model = archives.rewritten();
  });
  afterEach(() => model.close());

  it('is closed off by the event until it is rewritten, while other stories continue', async () => {
    const logged = await story('Long');
    const other = await story('Another');
    await model.take([...logged.stored, ...other.stored]);
    const killed = await extend(logged, kill(logged, 1), reported(randomUUID(), en('Later')));
    const more = await extend(other, reported(randomUUID(), en('More')));
    await model.take([...killed.stored.slice(-2), ...more.stored.slice(-1)]);
    expect([kindOf(model, logged), kindOf(model, other)]).toEqual(['closed-off', 'found']);
    expect(stateOf(model, other)).toContain('More');
    await model.rewrite();
    expect(stateOf(model, logged)).toContain('Later');
    expect(stateOf(model, logged)).not.toContain('Long 1');
    await model.take((await extend(killed, reported(randomUUID(), en('Afterwards')))).stored.slice(-1));
    expect(stateOf(model, logged)).toContain('Afterwards');
  });

  it('stops followers from missing its changes', async () => {
    const logged = await story('Followed');
    const other = await story('Another');
    await model.take([...logged.stored, ...other.stored]);
    const read = () =>
      changesAfter(model.reader, 'public', { after: null, story: null, limit: 100 }).changes.map((c) =>
        Number(c.position),
      );
    const all = read();
    const killed = await extend(logged, kill(logged, 1), reported(randomUUID(), en('Later')));
    const more = await extend(other, reported(randomUUID(), en('More')));
    const news = [...killed.stored.slice(-2), ...more.stored.slice(-1)];
    await model.take(news);
    const [kept, later, beyond] = [all.at(-1)!, ...news.slice(1).map((e) => Number(e.position))] as [
      number,
      number,
      number,
    ];
    expect(Number(newestPosition(model.reader, null))).toBe(kept);
    expect(
      changesAfter(model.reader, 'public', { after: BigInt(kept), story: null, limit: 9 }).changes,
    ).toEqual([]);
    expect([later, beyond].map((at) => changeAt(model.reader, 'public', BigInt(at)).kind)).toEqual([
      'not-now',
      'here',
    ]);
    await model.rewrite();
    expect(read().slice(-3)).toEqual([...news.map((e) => Number(e.position))]);
    expect(changeAt(model.reader, 'public', logged.stored[1]!.position).kind).toBe('gone');
  });

  it('is not counted in the records of parties meanwhile', async () => {
    let logged!: LoggedStory;
    let parties: readonly string[] = [];
    for (const history of fc.sample(moves(36, 10), { seed: 5, numRuns: 20 })) {
      const events = recordedPublicly(play(history).events);
      if (events.length === 0 || parties.length > 0) continue;
      logged = await archives.append(events, 'public');
      await model.take(logged.stored);
      if (kindOf(model, logged) === 'closed-off') continue;
      parties = model.reader.texts('SELECT DISTINCT party FROM records');
    }
    expect(parties.length).toBeGreaterThan(0);
    model.file.write(null, () => model.file.closeOff(logged.id, logged.events.length, 10_000n));

    const cut = { asOf: null, at: null, address: '', stories: '', from: [], limit: 5 } as const;
    for (const party of parties) expect(partyPage(model.reader, party, cut)).toBeUndefined();
  });

  describe('keeps the cursors of lists', () => {
    interface Page {
      readonly next: string | null;
      readonly items: readonly object[];
    }
    /** Rewrites a story, which takes another number for its rows. */
    const rewrite = async ({ id, events }: LoggedStory): Promise<void> => {
      const number = (): number => model.file.story(id)!.story;
      const former = number();
      model.file.write(null, () =>
        model.file.closeOff(id, events.findLastIndex(changesPast), model.file.position!),
      );
      await model.rewrite();
      expect(number()).not.toBe(former);
    };
    /** All pages of one item each, from a cursor on. */
    const pagesFrom = (cursor: string | null, read: (from: readonly number[]) => Page): readonly Page[] => {
      const page = read(cursor === null ? [] : decodeCursor(cursor)!.from);
      const next = page.next && new URLSearchParams(page.next.split('?')[1]).get('cursor');
      return next === null ? [page] : [page, ...pagesFrom(next, read)];
    };

    it.each(['newest', 'oldest'] as const)('over stories, %s first', async (sort) => {
      const stories: LoggedStory[] = [];
      for (const words of ['One', 'Two', 'Three']) {
        const logged = await story(words);
        stories.push(await extend(logged, kill(logged, 1)));
      }
      await model.take(stories.flatMap(({ stored }) => stored));
      await model.rewrite();
      const asOf = Date.UTC(2030, 0, 1);
      const choice = { ...EVERY_STORY, sort, list: 'stories', address: '/v1/stories', query: '' };
      const read = (from: readonly number[]): Page =>
        JSON.parse(frontPage(model.reader, { ...choice, asOf, at: asOf, from, limit: 1 })) as Page;
      const before = pagesFrom(null, read);
      expect(before).toHaveLength(3);
      for (const one of stories) await rewrite(one);
      expect(pagesFrom(null, read)).toEqual(before);
    });

    it('over the claims of a party', async () => {
      let compared = 0;
      for (const history of fc.sample(moves(36, 10), { seed: 5, numRuns: 40 })) {
        const events = recordedPublicly(play(history).events);
        if (!events.some(changesPast)) continue;
        const logged = await archives.append(events, 'public');
        await model.take(logged.stored);
        await model.rewrite();
        if (kindOf(model, logged) !== 'found') continue;
        const parties = model.reader.texts('SELECT DISTINCT party FROM records');
        const asOf = Date.UTC(2030, 0, 1);
        const read =
          (party: string) =>
          (from: readonly number[]): Page => {
            const cut = { asOf, at: asOf, address: '', stories: '', from, limit: 1 };
            return (JSON.parse(partyPage(model.reader, party, cut)!) as { readonly claims: Page }).claims;
          };
        const before = parties.map((party) => [party, pagesFrom(null, read(party))] as const);
        await rewrite(logged);
        for (const [party, pages] of before) expect(pagesFrom(null, read(party))).toEqual(pages);
        compared += before.filter(([, pages]) => pages.length > 1).length;
      }
      expect(compared).toBeGreaterThan(3);
    });
  });

  it('is rewritten again if another event changes its past meanwhile', async () => {
    const logged = await story('Twice', 18);
    await model.take(logged.stored);
    const first = await extend(logged, kill(logged, 1));
    await model.take(first.stored.slice(-1));
    const second = await extend(first, kill(logged, 2));
    let slices = 0;
    const priority = new (class extends WriterPriority {
      override get isContended(): boolean {
        return true;
      }
      override yieldToFollower(): void {
        slices += 1;
        // The follower of the log writes in between.
        if (slices === 20) model.projector.closeOff(second.stored.slice(-1));
        if (slices === 30) this.stop();
      }
    })();
    await model.rewrite(priority);
    expect(kindOf(model, logged)).toBe('closed-off');
    await model.take(second.stored.slice(-1));
    await model.rewrite();
    for (const words of ['Twice 1"', 'Twice 2"']) expect(stateOf(model, logged)).not.toContain(words);
    expect(stateOf(model, logged)).toContain('Twice 3"');
  });

  it('can be rewritten more often than it has numbers', async () => {
    let logged = await story('Often');
    await model.take(logged.stored);
    for (let i = 0; i < 40; i++) {
      const back: StoryEvent = { ...kill(logged, 1), type: 'DevelopmentReinstated' } as StoryEvent;
      logged = await extend(logged, i % 2 === 0 ? kill(logged, 1) : back);
      await model.take(logged.stored.slice(-1));
      const stop = new WriterPriority();
      const rewriting = model.rewrite(stop);
      if (i % 5 === 0) stop.stop();
      await rewriting;
    }
    await model.rewrite();
    expect(stateOf(model, logged)).toContain('Often 1"');
  });
});

/** The content of all rows, with the first number of each story. */
function rowsIn(file: ModelFile): unknown {
  const text = JSON.stringify(file.everything());
  return JSON.parse(
    text.replaceAll(/\\"story\\":(\d+)/g, (_, n: string) => `\\"story\\":${Number(n) - (Number(n) % 32)}`),
  );
}

it('a file with interrupted rewrites and a copy has the same rows as a new build', async () => {
  let interrupted = 0;
  await fc.assert(
    fc.asyncProperty(
      moves(14, 4),
      moves(8, 2),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
      async (before, after, stops) => {
        const { events } = play([...before, { do: 'kill', n: before[0]!.n }, ...after]);
        const seen = recordedPublicly(events);
        if (seen.length === 0) return;
        const logged = await archives.append(seen, 'public');
        const model = archives.rewritten();
        await model.take(logged.stored, 4);
        for (const stop of stops) {
          let left = stop;
          let writes = 0;
          const priority = new (class extends WriterPriority {
            override get isContended(): boolean {
              return (writes += 1) % 7 === 0;
            }
            override yieldToFollower(): void {
              left -= 1;
              if (left < 0) this.stop();
            }
          })();
          await model.rewrite(priority);
          interrupted += left < 0 ? 1 : 0;
        }
        await model.rewrite();
        const folds = foldsOf(logged);
        const last = folds.at(-1)!;
        expect(kindOf(model, logged)).toBe(last.withheld ? 'withheld' : 'found');
        const read = folds.map((_, revision) => {
          const reading = model.stories.at(logged.id, revision);
          const found = reading.kind === 'found' ? reading.found : null;
          return [
            found && plain(JSON.parse(model.stories.state(found))),
            plain(foldedState(folds.slice(0, revision + 1), 'public', NOW)),
          ];
        });
        const shown = last.withheld ? [] : read;
        expect(shown.map(([state]) => state)).toEqual(shown.map(([, state]) => state));
        const built = archives.model('public');
        const changesThePast = seen.some((e) => changesPast(e) || withholdsStory(e.event.type));
        const planned = { id: logged.id, events: seen.length, withholds: changesThePast ? 1 : 0 } as const;
        await built.projector.build([planned], {
          written: () => {},
          stopped: () => false,
        });
        expect(rowsIn(model.file)).toEqual(rowsIn(built.file));
        expect(model.reader.all('SELECT * FROM record_counts WHERE n = 0')).toEqual([]);
        built.close();
        model.close();
      },
    ),
    { numRuns: 25 },
  );
  expect(interrupted).toBeGreaterThan(2);
});

it('a story is closed off as soon as the log has the event, however many events come before', async () => {
  const logged = await story('Closed');
  const model = archives.rewritten();
  await model.take(logged.stored);
  const headlines = Array.from({ length: 3_000 }, (_, i): StoryEvent => ({
    type: 'HeadlineRevised',
    headline: en(`Take ${i % 9}`),
    release: 'now',
  }));
  const before = await archives.append(recorded([opened(en('Before')), ...headlines]), 'public');
  const killed = await extend(logged, kill(logged, 1));
  const follower = new ModelFollower(archives.log, model.file, 'public', () => {});
  await follower.lookAhead();
  expect(kindOf(model, logged)).toBe('closed-off');
  expect(follower.health.position ?? -1n).toBeLessThan(killed.stored.at(-1)!.position);
  for (const end = Date.now() + 60_000; !follower.health.caughtUp; await nextTurn())
    if (Date.now() > end) throw new Error('It does not catch up.');
  await model.rewrite();
  expect(stateOf(model, logged)).not.toContain('Closed 1');
  expect(kindOf(model, before)).toBe('found');
  await follower.close();
  expect(storyNumber(logged.id) % 32).toBe(0);
  model.close();
});
