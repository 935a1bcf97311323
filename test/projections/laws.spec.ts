import fc from 'fast-check';
import type { Audience, Moments } from '#projections';
import { foldedChanges, foldedClaim, foldedState, foldedTimeline } from '#projections/testing';
import { changesPast, withholdsStory, type Recorded } from '#story';
import { START } from '../publishing/desk.js';
import { moves, play, type Move } from '../publishing/histories.js';
import { Archives, foldsOf, plain, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const MINUTE = 60_000;
const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const long = moves(36, 10);
const ofMoves = (
  audience: Audience,
  numRuns: number,
  check: (logged: LoggedStory) => Promise<void>,
  histories = long,
) =>
  fc.assert(
    fc.asyncProperty(histories, async (moved: readonly Move[]) => {
      const { events } = play(moved);
      const seen = audience === 'desk' ? events : recordedPublicly(events);
      if (seen.length > 0) await check(await archives.append(seen, audience));
    }),
    // Milliseconds. A slow machine tests fewer histories, and stops shrinking a failing one.
    { numRuns, interruptAfterTimeLimit: 200_000 },
  );

const parsed = (text: string): unknown => plain(JSON.parse(text));

function expectAsFolded(model: Model, logged: LoggedStory, moments: Moments): void {
  const { audience, events, id } = logged;
  const stories = foldsOf(logged);
  const reading = model.stories.asOf(id, moments);
  const last = stories.at(-1)!;
  const index = events.findLastIndex((e) => moments.asOf === null || e.recordedAt <= moments.asOf);
  const story = stories[index];
  const isWithheld = audience === 'public' && last.withheld !== null;
  const kind = isWithheld ? 'withheld' : story ? 'found' : 'not-yet';
  expect(reading).toMatchObject({
    kind,
    ...(isWithheld ? { withheld: last.withheld } : {}),
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
  // At each moment, the page of another claim.
  const claims = [...story.claims.values()];
  for (const state of claims.slice(index % Math.max(1, claims.length)).slice(0, 1))
    expect(parsed(model.stories.claim(found, state.claim.id, 20)!)).toEqual(plain(foldedClaim(story, state)));
}

const momentsOf = ({ events }: LoggedStory): readonly (number | null)[] => [
  null,
  ...new Set(events.flatMap((e) => [e.recordedAt - 1, e.recordedAt])),
];

/** Moments in the world around the times of the histories, when something may begin or end. */
const WORLD = ['2016-11-27', '2016-11-28', '2016-11-29', '2016-11-30', '2016-12-01', '2016-12-02'].flatMap(
  (day) => [
    Date.parse(`${day}T00:00:00.000Z`) - 1,
    Date.parse(`${day}T00:00:00.000Z`),
    Date.parse(`${day}T12:00:00.000Z`),
  ],
);

/** The content of all rows of a story, without row ids. */
function rowsOf(model: Model, { id }: LoggedStory): unknown {
  const { story } = model.reader.story(id)!;
  const tables = [
    'revisions',
    'changes',
    'fronts',
    'headers',
    'developments',
    'claims',
    'statuses',
    'earlier_statuses',
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
        // A rewritten story has another number.
        void [id, number];
        if (table !== 'statuses' || row['newest'] === null) return JSON.stringify(row);
        const newest = (JSON.parse(row['newest'] as string) as number[]).map((n) => bodies.get(n));
        return JSON.stringify({ ...row, newest });
      })
      .sort(),
  );
}

const recordCountsOf = (model: Model): unknown =>
  model.reader.all(
    'SELECT * FROM record_counts WHERE n <> 0 ORDER BY party, scale, bucket, stance, status, taken_back',
  );

const changesThePast = (e: Recorded): boolean => changesPast(e) || withholdsStory(e.event.type);

describe.each(['desk', 'public'] as const)('the read model of the %s log', (audience) => {
  let model: Model;
  beforeAll(() => {
    model = archives.model(audience);
  });
  afterAll(() => model.close());

  it('is, for every `asOf`, the fold of the events recorded by then', () =>
    ofMoves(audience, 15, async (logged) => {
      await model.take(logged.stored, 7);
      for (const asOf of momentsOf(logged)) expectAsFolded(model, logged, { asOf, validAt: null });
    }));

  it('is, for every `asOf` and `validAt`, the fold by `asOf`, limited to what is true at `validAt`', () =>
    ofMoves(audience, 6, async (logged) => {
      await model.take(logged.stored);
      for (const asOf of momentsOf(logged).filter((_, i) => i % 5 === 0))
        for (const validAt of WORLD) expectAsFolded(model, logged, { asOf, validAt });
    }));

  it('gives the same changes between two moments as two folds', () =>
    ofMoves(audience, 18, async (logged) => {
      await model.take(logged.stored);
      const stories = foldsOf(logged);
      if (audience === 'public' && stories.at(-1)!.withheld) return;
      const at = (revision: number) =>
        model.stories.at(logged.id, revision) as { kind: 'found'; found: never };
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

  it('has the same rows after a build as after following the log', () =>
    ofMoves(audience, 18, async (logged) => {
      await model.take(logged.stored, 1);
      const built = archives.model(audience);
      const changes = logged.events.some(changesThePast);
      const planned = [{ id: logged.id, events: logged.events.length, withholds: changes ? 1 : 0 } as const];
      await built.projector.build(planned, { written: () => {}, stopped: () => false });
      expect(rowsOf(built, logged)).toEqual(rowsOf(model, logged));
      const alone = archives.model(audience);
      await alone.take(logged.stored, 5);
      expect(recordCountsOf(built)).toEqual(recordCountsOf(alone));
      built.close();
      alone.close();
    }));

  it('ignores an event that comes again', () =>
    ofMoves(audience, 9, async (logged) => {
      await model.take(logged.stored, 4);
      const before = [rowsOf(model, logged), recordCountsOf(model)];
      await model.take(logged.stored, 3);
      model.reopen();
      await model.take(logged.stored.slice(logged.stored.length >> 1));
      expect([rowsOf(model, logged), recordCountsOf(model)]).toEqual(before);
    }));

  it('never changes its answers for the past, except after a kill or reinstatement', () =>
    ofMoves(audience, 9, async (logged) => {
      const answers = new Map<number, string>();
      for (const [i, stored] of logged.stored.entries()) {
        if (audience === 'public' && changesThePast(logged.events[i]!)) answers.clear();
        await model.take([stored]);
        for (let revision = 0; revision <= i; revision++) {
          const reading = model.stories.at(logged.id, revision);
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
        async (logged) => {
          const whole = archives.model(audience);
          await whole.take(logged.stored, 6);
          let left = Infinity;
          const crashing = archives.model(audience, () => {
            left -= 1;
            if (left < 0) throw new Error('killed');
          });
          // Each attempt gets one write further, and resumes after the last commit.
          for (let writes = 0, done = false; !done; writes += 1) {
            left = writes;
            crashing.reopen();
            const from = crashing.projector.position ?? -1n;
            const rest = logged.stored.filter((e) => e.position > from);
            done = await crashing.take(rest, 6).then(
              () => true,
              () => false,
            );
          }
          left = Infinity;
          expect(rowsOf(crashing, logged)).toEqual(rowsOf(whole, logged));
          expect(recordCountsOf(crashing)).toEqual(recordCountsOf(whole));
          whole.close();
          crashing.close();
        },
        moves(12, 6),
      ),
  );
});
