import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { changeAt, changesAfter, newestPosition, partyPage, type ModelFile } from '#projections';
import { foldedState, Follower, storyNumber, Turns } from '#projections/testing';
import { changesPast, withholdsStory, type DevelopmentEvent, type StoryEvent } from '#story';
import { en } from '../publishing/desk.js';
import { moves, play } from '../publishing/histories.js';
import { opened, recorded, reported } from './plain-events.js';
import { Archives, foldsOf, plain, recordedPublicly, type RewrittenModel, type Told } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const NOW = { asOf: null, validAt: null };
const kill = (told: Told, n: number): StoryEvent => ({
  type: 'DevelopmentKilled',
  development: (told.events[n]!.event as DevelopmentEvent).development.id,
  claims: [],
  publishes: [],
  grounds: 'wrong',
  reason: null,
  notice: en('Killed'),
});
const story = (words: string, developments = 3): Promise<Told> =>
  archives.tell(
    recorded([
      opened(en(words)),
      ...Array.from({ length: developments }, (_, i) => reported(randomUUID(), en(`${words} ${i + 1}`))),
    ]),
    'public',
  );
const goOn = (told: Told, ...events: readonly StoryEvent[]): Promise<Told> =>
  archives.goOn(told, recorded(events, told.events.length));

const kindOf = (model: RewrittenModel, { id }: Told): string => model.stories.asOf(id, NOW).kind;
function stateOf(model: RewrittenModel, { id }: Told): string {
  const reading = model.stories.asOf(id, NOW);
  if (reading.kind !== 'found') throw new Error(`It is ${reading.kind}.`);
  return model.stories.state(reading.found);
}

describe('a story whose past changes', () => {
  let model: RewrittenModel;
  beforeEach(() => {
    model = archives.rewritten();
  });
  afterEach(() => model.close());

  it('is closed off by the event, waits for who rewrites it, and all others go on', async () => {
    const told = await story('Long');
    const other = await story('Another');
    await model.take([...told.stored, ...other.stored]);
    const killed = await goOn(told, kill(told, 1), reported(randomUUID(), en('Later')));
    const more = await goOn(other, reported(randomUUID(), en('More')));
    await model.take([...killed.stored.slice(-2), ...more.stored.slice(-1)]);
    expect([kindOf(model, told), kindOf(model, other)]).toEqual(['closed-off', 'found']);
    expect(stateOf(model, other)).toContain('More');
    await model.rewrite();
    expect(stateOf(model, told)).toContain('Later');
    expect(stateOf(model, told)).not.toContain('Long 1');
    await model.take((await goOn(killed, reported(randomUUID(), en('Afterwards')))).stored.slice(-1));
    expect(stateOf(model, told)).toContain('Afterwards');
  });

  it('keeps whoever follows the changes from passing it by', async () => {
    const told = await story('Followed');
    const other = await story('Another');
    await model.take([...told.stored, ...other.stored]);
    const read = () =>
      changesAfter(model.reader, 'public', { after: null, story: null, limit: 100 }).changes.map((c) =>
        Number(c.position),
      );
    const all = read();
    const killed = await goOn(told, kill(told, 1), reported(randomUUID(), en('Later')));
    const more = await goOn(other, reported(randomUUID(), en('More')));
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
    expect(changeAt(model.reader, 'public', told.stored[1]!.position).kind).toBe('gone');
  });

  it('is not counted in the records of parties meanwhile', async () => {
    let told!: Told;
    let parties: readonly string[] = [];
    for (const history of fc.sample(moves(36, 10), { seed: 5, numRuns: 20 })) {
      const events = recordedPublicly(play(history).events);
      if (events.length === 0 || parties.length > 0) continue;
      told = await archives.tell(events, 'public');
      await model.take(told.stored);
      if (kindOf(model, told) === 'closed-off') continue;
      parties = model.reader.texts('SELECT DISTINCT party FROM records');
    }
    expect(parties.length).toBeGreaterThan(0);
    model.file.write(null, () => model.file.closeOff(told.id, told.events.length, 10_000n));

    const cut = { asOf: null, at: null, address: '', stories: '', from: [], limit: 5 } as const;
    for (const party of parties) expect(partyPage(model.reader, party, cut)).toBeUndefined();
  });

  it('is begun again where another event changes its past meanwhile', async () => {
    const told = await story('Twice', 18);
    await model.take(told.stored);
    const first = await goOn(told, kill(told, 1));
    await model.take(first.stored.slice(-1));
    const second = await goOn(first, kill(told, 2));
    let slices = 0;
    const turns = new (class extends Turns {
      override get wanted(): boolean {
        return true;
      }
      override giveWay(): void {
        slices += 1;
        // What follows the log writes in between.
        if (slices === 20) model.projector.closeOff(second.stored.slice(-1));
        if (slices === 30) this.stop();
      }
    })();
    await model.rewrite(turns);
    expect(kindOf(model, told)).toBe('closed-off');
    await model.take(second.stored.slice(-1));
    await model.rewrite();
    for (const words of ['Twice 1"', 'Twice 2"']) expect(stateOf(model, told)).not.toContain(words);
    expect(stateOf(model, told)).toContain('Twice 3"');
  });

  it('can be rewritten more often than it has numbers', async () => {
    let told = await story('Often');
    await model.take(told.stored);
    for (let i = 0; i < 40; i++) {
      const back: StoryEvent = { ...kill(told, 1), type: 'DevelopmentReinstated' } as StoryEvent;
      told = await goOn(told, i % 2 === 0 ? kill(told, 1) : back);
      await model.take(told.stored.slice(-1));
      const stop = new Turns();
      const rewriting = model.rewrite(stop);
      if (i % 5 === 0) stop.stop();
      await rewriting;
    }
    await model.rewrite();
    expect(stateOf(model, told)).toContain('Often 1"');
  });
});

/** What every row says, whatever number a story has in the file. */
function rowsIn(file: ModelFile): unknown {
  const text = JSON.stringify(file.everything());
  return JSON.parse(
    text.replaceAll(/\\"story\\":(\d+)/g, (_, n: string) => `\\"story\\":${Number(n) - (Number(n) % 32)}`),
  );
}

it('is the same after it was rewritten, with interruptions, and copied, as if it had been built', async () => {
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
        const told = await archives.tell(seen, 'public');
        const model = archives.rewritten();
        await model.take(told.stored, 4);
        for (const stop of stops) {
          let left = stop;
          let writes = 0;
          const turns = new (class extends Turns {
            override get wanted(): boolean {
              return (writes += 1) % 7 === 0;
            }
            override giveWay(): void {
              left -= 1;
              if (left < 0) this.stop();
            }
          })();
          await model.rewrite(turns);
          interrupted += left < 0 ? 1 : 0;
        }
        await model.rewrite();
        const folds = foldsOf(told);
        const last = folds.at(-1)!;
        expect(kindOf(model, told)).toBe(last.withheld ? 'withheld' : 'found');
        const read = folds.map((_, revision) => {
          const reading = model.stories.at(told.id, revision);
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
        const planned = { id: told.id, events: seen.length, withholds: changesThePast ? 1 : 0 } as const;
        await built.projector.build([planned], {
          written: () => {},
          stopped: () => false,
        });
        expect(rowsIn(model.file)).toEqual(rowsIn(built.file));
        expect(model.reader.all('SELECT * FROM tallies WHERE n = 0')).toEqual([]);
        built.close();
        model.close();
      },
    ),
    { numRuns: 25 },
  );
  expect(interrupted).toBeGreaterThan(2);
});

it('is closed off as soon as the log holds the event, however much is to be taken before that', async () => {
  const told = await story('Closed');
  const model = archives.rewritten();
  await model.take(told.stored);
  const headlines = Array.from({ length: 3_000 }, (_, i): StoryEvent => ({
    type: 'HeadlineRevised',
    headline: en(`Take ${i % 9}`),
    release: 'now',
  }));
  const before = await archives.tell(recorded([opened(en('Before')), ...headlines]), 'public');
  const killed = await goOn(told, kill(told, 1));
  const follower = new Follower(archives.log, model.file, 'public', () => {});
  await follower.lookAhead();
  expect(kindOf(model, told)).toBe('closed-off');
  expect(follower.health.position ?? -1n).toBeLessThan(killed.stored.at(-1)!.position);
  for (const end = Date.now() + 60_000; !follower.health.caughtUp; await nextTurn())
    if (Date.now() > end) throw new Error('It does not catch up.');
  await model.rewrite();
  expect(stateOf(model, told)).not.toContain('Closed 1');
  expect(kindOf(model, before)).toBe('found');
  await follower.close();
  expect(storyNumber(told.id) % 32).toBe(0);
  model.close();
});
