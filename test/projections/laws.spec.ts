import fc from 'fast-check';
import type { Audience, Moments } from '#projections';
import { foldedChanges, foldedClaim, foldedState, foldedTimeline } from '#projections/testing';
import { changesPast, withholdsStory, type Recorded } from '#story';
import { START } from '../publishing/desk.js';
import { moves, play, type Move } from '../publishing/histories.js';
import { Archives, foldsOf, plain, recordedPublicly, type Model, type Told } from './read-model.js';

const MINUTE = 60_000;
const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const long = moves(36, 10);
const ofMoves = (
  audience: Audience,
  numRuns: number,
  check: (told: Told) => Promise<void>,
  histories = long,
) =>
  fc.assert(
    fc.asyncProperty(histories, async (moved: readonly Move[]) => {
      const { events } = play(moved);
      const seen = audience === 'desk' ? events : recordedPublicly(events);
      if (seen.length > 0) await check(await archives.tell(seen, audience));
    }),
    // On a slow machine fewer histories are looked at; one that fails is made smaller for so long.
    { numRuns, interruptAfterTimeLimit: 200_000 },
  );

const parsed = (text: string): unknown => plain(JSON.parse(text));

function expectAsFolded(model: Model, told: Told, moments: Moments): void {
  const { audience, events, id } = told;
  const stories = foldsOf(told);
  const reading = model.stories.asOf(id, moments);
  const last = stories.at(-1)!;
  const index = events.findLastIndex((e) => moments.asOf === null || e.recordedAt <= moments.asOf);
  const story = stories[index];
  const barred = audience === 'public' && last.withheld !== null;
  const kind = barred ? 'withheld' : story ? 'found' : 'not-yet';
  expect(reading).toMatchObject({
    kind,
    ...(barred ? { withheld: last.withheld } : {}),
    ...(kind === 'not-yet' ? { first: events[0]!.recordedAt } : {}),
  });
  if (reading.kind !== 'found' || !story) return;
  const { found } = reading;
  expect(parsed(model.stories.state(found))).toEqual(
    plain(foldedState(stories.slice(0, index + 1), audience, moments)),
  );
  expect(parsed(model.stories.list(found, 'developments', { from: [], limit: 100 }))).toMatchObject({
    items: plain(foldedTimeline(story, audience, moments.validAt)),
  });
  // One claim's page at each moment, another at each.
  const claims = [...story.claims.values()];
  for (const state of claims.slice(index % Math.max(1, claims.length)).slice(0, 1))
    expect(parsed(model.stories.claim(found, state.claim.id, 20)!)).toEqual(plain(foldedClaim(story, state)));
}

const momentsOf = ({ events }: Told): readonly (number | null)[] => [
  null,
  ...new Set(events.flatMap((e) => [e.recordedAt - 1, e.recordedAt])),
];

/** Moments of the world at which something may begin or end: those that the histories speak of, and around them. */
const WORLD = ['2016-11-27', '2016-11-28', '2016-11-29', '2016-11-30', '2016-12-01', '2016-12-02'].flatMap(
  (day) => [
    Date.parse(`${day}T00:00:00.000Z`) - 1,
    Date.parse(`${day}T00:00:00.000Z`),
    Date.parse(`${day}T12:00:00.000Z`),
  ],
);

/** All rows of a story, told apart by what they say and not by the numbers that they were given. */
function rowsOf(model: Model, { id }: Told): unknown {
  const { story } = model.reader.story(id)!;
  const tables = [
    'revisions',
    'changes',
    'fronts',
    'headers',
    'developments',
    'claims',
    'statuses',
    'retold',
    'assertions',
  ];
  const others = ['questions', 'corrections', 'holdings', 'speakers', 'terms', 'records'];
  const bodies = new Map(
    model.reader
      .all<{ id: number; body: string }>('SELECT id, body FROM assertions WHERE story = ?', story)
      .map((a) => [a.id, a.body]),
  );
  return [...tables, ...others].map((table) =>
    model.reader
      .all<Record<string, unknown>>(`SELECT * FROM ${table} WHERE story = ?`, story)
      .map(({ id, story: number, ...row }) => {
        // A story that was written again has another number.
        void [id, number];
        if (table !== 'statuses' || row['newest'] === null) return JSON.stringify(row);
        const newest = (JSON.parse(row['newest'] as string) as number[]).map((n) => bodies.get(n));
        return JSON.stringify({ ...row, newest });
      })
      .sort(),
  );
}

const talliesOf = (model: Model): unknown =>
  model.reader.all(
    'SELECT * FROM tallies WHERE n <> 0 ORDER BY party, level, bucket, stance, status, taken_back',
  );

const changesThePast = (e: Recorded): boolean => changesPast(e) || withholdsStory(e.event.type);

describe.each(['desk', 'public'] as const)('the read model of the %s log', (audience) => {
  let model: Model;
  beforeAll(() => {
    model = archives.model(audience);
  });
  afterAll(() => model.close());

  it('is, for every T, the fold of what was recorded by then', () =>
    ofMoves(audience, 25, async (told) => {
      await model.take(told.stored, 7);
      for (const asOf of momentsOf(told)) expectAsFolded(model, told, { asOf, validAt: null });
    }));

  it('is, for every T and V, the fold of what was recorded by T about what held at V', () =>
    ofMoves(audience, 10, async (told) => {
      await model.take(told.stored);
      for (const asOf of momentsOf(told).filter((_, i) => i % 5 === 0))
        for (const validAt of WORLD) expectAsFolded(model, told, { asOf, validAt });
    }));

  it('tells what changed between two moments as two folds do', () =>
    ofMoves(audience, 30, async (told) => {
      await model.take(told.stored);
      const stories = foldsOf(told);
      if (audience === 'public' && stories.at(-1)!.withheld) return;
      const at = (revision: number) => model.stories.at(told.id, revision) as { kind: 'found'; found: never };
      for (let to = 0; to < stories.length; to += 3)
        for (let from = -1; from <= to; from += 4) {
          const moments = { from: START, to: START + MINUTE };
          const before = from < 0 ? undefined : at(from).found;
          const text = model.stories.changes(before, at(to).found, moments);
          expect(parsed(text)).toEqual(
            plain(foldedChanges(stories[from], stories[to]!, { ...moments, audience })),
          );
        }
    }));

  it('has the same rows when it is built from the log as when it followed it live', () =>
    ofMoves(audience, 30, async (told) => {
      await model.take(told.stored, 1);
      const built = archives.model(audience);
      const changes = told.events.some(changesThePast);
      const planned = [{ id: told.id, events: told.events.length, withholds: changes ? 1 : 0 } as const];
      await built.projector.build(planned, { written: () => {}, stopped: () => false });
      expect(rowsOf(built, told)).toEqual(rowsOf(model, told));
      const alone = archives.model(audience);
      await alone.take(told.stored, 5);
      expect(talliesOf(built)).toEqual(talliesOf(alone));
      built.close();
      alone.close();
    }));

  it('is not changed by an event that comes again', () =>
    ofMoves(audience, 15, async (told) => {
      await model.take(told.stored, 4);
      const before = [rowsOf(model, told), talliesOf(model)];
      await model.take(told.stored, 3);
      model.reopen();
      await model.take(told.stored.slice(told.stored.length >> 1));
      expect([rowsOf(model, told), talliesOf(model)]).toEqual(before);
    }));

  it('never changes what it answers for the past, but by a kill or reinstatement', () =>
    ofMoves(audience, 15, async (told) => {
      const answers = new Map<number, string>();
      for (const [i, stored] of told.stored.entries()) {
        if (audience === 'public' && changesThePast(told.events[i]!)) answers.clear();
        await model.take([stored]);
        for (let revision = 0; revision <= i; revision++) {
          const reading = model.stories.at(told.id, revision);
          if (reading.kind !== 'found') continue;
          const text = model.stories.state(reading.found);
          expect(text).toBe(answers.get(revision) ?? text);
          answers.set(revision, text);
        }
      }
    }));
});

describe('a crash', () => {
  it.each(['desk', 'public'] as const)(
    'at any write to the read model of the %s log changes nothing',
    (audience) =>
      ofMoves(
        audience,
        2,
        async (told) => {
          const whole = archives.model(audience);
          await whole.take(told.stored, 6);
          let left = Infinity;
          const crashing = archives.model(audience, () => {
            left -= 1;
            if (left < 0) throw new Error('killed');
          });
          // Each time it gets one write further than the time before, and goes on where it had committed.
          for (let writes = 0, done = false; !done; writes += 1) {
            left = writes;
            crashing.reopen();
            const from = crashing.projector.position ?? -1n;
            const rest = told.stored.filter((e) => e.position > from);
            done = await crashing.take(rest, 6).then(
              () => true,
              () => false,
            );
          }
          left = Infinity;
          expect(rowsOf(crashing, told)).toEqual(rowsOf(whole, told));
          expect(talliesOf(crashing)).toEqual(talliesOf(whole));
          whole.close();
          crashing.close();
        },
        moves(12, 6),
      ),
  );
});
