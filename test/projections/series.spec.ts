import fc from 'fast-check';
import { type Audience, type FoundStory, iso } from '#projections';
import { contentView, foldedState } from '#projections/testing';
import { validPeriodsOf, isValidAt, type ClaimState, type ValidPeriod, type Story } from '#story';
import {
  by,
  correct,
  day,
  endOf,
  open,
  record,
  saying,
  says,
  share,
  territory,
  withdraw,
  moves,
  play,
  type Move,
  at,
  rehearse,
  type Step,
} from '#story/testing';
import { Archives, foldsOf, plain, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

interface Value {
  readonly origin: string | null;
  readonly claim: string;
  readonly status: string;
  readonly relation: 'first' | 'supersedes' | 'restates';
  readonly restated: boolean;
  readonly corrected: boolean;
  readonly inForce: { readonly from: string | null; readonly to: string | null } | null;
}
interface Series {
  readonly variable: string;
  readonly validAt: string | null;
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly Value[];
}

const foundAt = (
  model: Model,
  { id }: LoggedStory,
  revision: number,
  validAt: number | null = null,
): FoundStory => {
  const reading = model.stories.at(id, revision, validAt);
  if (reading.kind !== 'found') throw new Error(`found ${reading.kind}`);
  return reading.found;
};

function seriesOf(
  model: Model,
  found: FoundStory,
  variable: string,
  limit = 1_000,
  from: readonly number[] = [],
) {
  const text = model.stories.series(found, variable, { from, limit });
  return text === undefined ? undefined : (JSON.parse(text) as Series);
}

/** A value and the time for which it is in force, from the fold. */
interface Plain {
  readonly state: ClaimState;
  readonly holding: ValidPeriod;
}

const startOf = ({ state }: Plain): number => state.validTime.from ?? -Infinity;
const endsAt = ({ state }: Plain): number => state.validTime.to ?? Infinity;
const spokenAfter = (a: Plain, b: Plain): boolean =>
  a.state.revision === b.state.revision ? a.state.index > b.state.index : a.state.revision > b.state.revision;

function valuesIn(story: Story, variable: string): readonly Plain[] {
  const states = (story.variables.get(variable) ?? []).flatMap((id) => story.claims.get(id) ?? []);
  return states.flatMap((state) => validPeriodsOf(story, state).map((holding) => ({ state, holding })));
}

/** The relation of a value to the other values of its origin. */
function relationOf(value: Plain, values: readonly Plain[]): Value['relation'] {
  const { origin, restated } = value.holding;
  const own = origin === null ? [] : values.filter((v) => v !== value && v.holding.origin === origin);
  // Of several values for one time, only the last has a fixed relation.
  const sameTime = own.filter((v) => startOf(v) === startOf(value) && endsAt(v) === endsAt(value));
  if (restated && sameTime.length > 1) return expect.any(String) as Value['relation'];
  if (sameTime.some((v) => spokenAfter(value, v))) return 'restates';
  const isEarlier = (v: Plain): boolean =>
    startOf(v) < startOf(value) || (startOf(v) === startOf(value) && endsAt(v) < endsAt(value));
  return own.some(isEarlier) ? 'supersedes' : 'first';
}

const bound = (moment: number | null): string | null => (moment === null ? null : iso(moment));

function valueOf(value: Plain, values: readonly Plain[], story: Story) {
  const { state, holding } = value;
  const { id, text, occurred, occurredBounds, territory, figure } = contentView(state.claim);
  const who = holding.origin === null ? undefined : story.origins.get(holding.origin)!;
  return {
    origin: holding.origin,
    originName: who?.name ?? null,
    side: who?.side?.id ?? null,
    claim: id,
    text,
    occurred,
    occurredBounds,
    territory,
    figure,
    status: state.current.status,
    since: iso(state.current.since),
    relation: relationOf(value, values),
    restated: holding.restated,
    corrected: state.corrected,
    inForce:
      holding.restated || (holding.to ?? Infinity) < (holding.from ?? -Infinity)
        ? null
        : { from: bound(holding.from), to: bound(holding.to) },
  };
}

const keyed = (items: readonly { readonly origin: string | null; readonly claim: string }[]) =>
  [...items].sort((a, b) => `${a.origin} ${a.claim}`.localeCompare(`${b.origin} ${b.claim}`));

const VARIABLES = ['east-aleppo-retaken-share', 'surrendered'];
/** Moments in the world around those when a value may begin or end. */
const WORLD = [
  '2016-11-12',
  '2016-11-20',
  '2016-11-28',
  '2016-11-29',
  '2016-11-30',
  '2016-12-01',
  '2016-12-02',
].flatMap((date) => [at(`${date}T00:00`) - 1, at(`${date}T00:00`), endOf(date)]);

describe.each(['desk', 'public'] as const)(
  'the values of a variable in the read model of the %s log',
  (audience: Audience) => {
    let model: Model;
    beforeAll(() => {
      model = archives.model(audience);
    });
    afterAll(() => model.close());

    const ofMoves = (numRuns: number, check: (logged: LoggedStory, folds: readonly Story[]) => void) =>
      fc.assert(
        fc.asyncProperty(moves(30, 'record', 'correct'), async (history: readonly Move[]) => {
          const { events } = play(history);
          const logged = await archives.append(
            audience === 'desk' ? events : recordedPublicly(events),
            audience,
          );
          await model.take(logged.stored, 4);
          const folds = foldsOf(logged);
          if (audience === 'desk' || !folds.at(-1)!.withheld) check(logged, folds);
        }),
        // A fixed seed: the test counts what the histories contain.
        { numRuns, seed: 4 },
      );

    it('are those of the fold at every revision, each for the time when it is in force', () => {
      const relations = new Set<string>();
      return ofMoves(10, (logged, folds) => {
        for (const [revision, story] of folds.entries())
          for (const variable of VARIABLES) {
            const values = valuesIn(story, variable);
            const series = seriesOf(model, foundAt(model, logged, revision), variable);
            expect(keyed(series?.items ?? [])).toEqual(
              keyed(values.map((value) => valueOf(value, values, story))),
            );
            expect(series === undefined).toBe(values.length === 0);
            for (const { relation, restated } of series?.items ?? [])
              relations.add(`${relation} ${restated}`);
          }
      }).then(() => expect(relations.size).toBeGreaterThan(2));
    });

    it('are, with a `validAt`, those in force then: at most one for each origin', () =>
      ofMoves(10, (logged, folds) => {
        for (const [revision, story] of folds.entries()) {
          if (revision % 3 !== 0) continue;
          for (const validAt of WORLD)
            for (const variable of VARIABLES) {
              const series = seriesOf(model, foundAt(model, logged, revision, validAt), variable);
              const items = series?.items ?? [];
              const holding = [...new Set(valuesIn(story, variable).map((v) => v.state))].filter((s) =>
                isValidAt(story, s, validAt),
              );
              expect(new Set(items.map((i) => i.claim))).toEqual(new Set(holding.map((s) => s.claim.id)));
              const origins = items.flatMap((i) => i.origin ?? []);
              expect(new Set(origins).size).toBe(origins.length);
            }
        }
      }));

    it('are those of the state with the same `validAt`', () =>
      ofMoves(4, (logged, folds) => {
        for (const revision of folds.keys())
          for (const validAt of WORLD.filter((_, i) => (i + revision) % 5 === 0)) {
            const found = foundAt(model, logged, revision, validAt);
            const { claims } = plain(JSON.parse(model.stories.state(found))) as { claims: unknown };
            const folded = foldedState(folds.slice(0, revision + 1), audience, { asOf: null, validAt });
            expect(claims).toEqual(plain(folded.claims));
          }
      }));

    it('can be read page by page', () =>
      ofMoves(5, (logged, folds) => {
        const found = foundAt(model, logged, folds.length - 1);
        for (const variable of VARIABLES) {
          const whole = seriesOf(model, found, variable) ?? { total: 0, items: [] };
          const items: Value[] = [];
          for (let offset = 0; offset < whole.total; offset += 2) {
            const page = seriesOf(model, found, variable, 2, offset === 0 ? [] : [offset])!;
            expect(page.total).toBe(whole.total);
            expect(page.next !== null).toBe(offset + 2 < whole.total);
            items.push(...page.items);
          }
          expect(items).toEqual(whole.items);
        }
      }));
  },
);

describe('Moscow’s share of east Aleppo', () => {
  const moscow = [by('moscow', 'principal')];
  const when = (step: Step, minute: string): Step => ({ ...step, at: at(minute) });
  const half = when(
    saying('half', moscow, 'asserts', share('half', 0.5, day('2016-12-01'))),
    '2016-12-01T12:00',
  );
  const forty = when(
    saying('forty', moscow, 'asserts', share('forty', 0.4, day('2016-11-28'))),
    '2016-12-01T18:00',
  );
  const restated = when(
    saying('restated', moscow, 'asserts', share('thirty-five', 0.35, day('2016-11-28'))),
    '2016-12-03T09:00',
  );
  const end = (date: string): number => endOf(date);

  const seriesAfter = async (...steps: readonly Step[]) => {
    const model = archives.model('desk');
    const story = await archives.append(rehearse([open, ...steps]).events, 'desk');
    await model.take(story.stored);
    return (asOf: string, validAt: string | null): Series => {
      const reading = model.stories.asOf(story.id, {
        asOf: end(asOf),
        validAt: validAt === null ? null : end(validAt),
      });
      if (reading.kind !== 'found') throw new Error(`found ${reading.kind}`);
      return seriesOf(model, reading.found, territory.variable)!;
    };
  };
  const shares = (series: Series) => series.items.map(({ claim, relation }) => [claim, relation]);

  it('was 0.40 on 28 November as of 2 December, is 0.35 as of the 4th, and 0.5 on 1 December', async () => {
    const series = await seriesAfter(half, forty, restated);
    expect(series('2016-12-02', '2016-11-28').items.map((v) => v.claim)).toEqual(['forty']);
    expect(series('2016-12-04', '2016-11-28').items.map((v) => v.claim)).toEqual(['thirty-five']);
    expect(series('2016-12-04', '2016-11-30').items.map((v) => v.claim)).toEqual(['thirty-five']);
    for (const asOf of ['2016-12-02', '2016-12-04'])
      expect(series(asOf, '2016-12-01').items.map((v) => v.claim)).toEqual(['half']);
    expect(series('2016-12-04', '2016-11-27').items).toEqual([]);
  });

  it('shows whether a value supersedes or restates another', async () => {
    const series = await seriesAfter(half, forty, restated);
    expect(shares(series('2016-12-02', null))).toEqual([
      ['forty', 'first'],
      ['half', 'supersedes'],
    ]);
    expect(series('2016-12-04', null).items).toMatchObject([
      { claim: 'forty', relation: 'first', restated: true, corrected: false, inForce: null },
      {
        claim: 'thirty-five',
        relation: 'restates',
        restated: false,
        corrected: false,
        inForce: { from: '2016-11-28T00:00:00.000Z', to: '2016-11-30T23:59:59.999Z' },
      },
      {
        claim: 'half',
        relation: 'supersedes',
        restated: false,
        inForce: { from: '2016-12-01T00:00:00.000Z' },
      },
    ]);
  });

  it('shows a correction by the newsroom as one corrected value', async () => {
    const correction: Step = {
      at: at('2016-12-03T09:00'),
      command: {
        type: 'correct-claim',
        claim: 'forty',
        changes: { territory: { ...territory, share: 0.35 } },
        withhold: [],
        reason: 'We misheard.',
      },
    };
    const series = await seriesAfter(half, forty, correction);
    const [before, after] = [series('2016-12-02', '2016-11-28'), series('2016-12-04', '2016-11-28')];
    expect(before.items).toMatchObject([{ claim: 'forty', territory: { share: 0.4 }, corrected: false }]);
    expect(after.items).toMatchObject([
      { claim: 'forty', territory: { share: 0.35 }, corrected: true, restated: false },
    ]);
  });

  it('has the order that a correction gives', async () => {
    const [a, b] = [share('forty', 0.4, day('2016-11-28')), share('thirty-five', 0.35, day('2016-11-28'))];
    const both = record('both', {
      attribution: [moscow],
      claims: [a, b],
      assertions: says('asserts', ['forty', 'thirty-five']),
    });
    const series = await seriesAfter(
      when(both, '2016-12-01T12:00'),
      when(
        correct('both', { claims: [b, a], assertions: says('asserts', ['forty', 'thirty-five']) }),
        '2016-12-03T09:00',
      ),
    );
    expect(shares(series('2016-12-02', null))).toEqual([
      ['forty', 'first'],
      ['thirty-five', 'restates'],
    ]);
    expect(shares(series('2016-12-04', null))).toEqual([
      ['thirty-five', 'first'],
      ['forty', 'restates'],
    ]);
  });

  it('supersedes no other value if it has no origin', async () => {
    const denied = when(
      saying('denied', moscow, 'denies', share('sixty', 0.6, day('2016-11-20'))),
      '2016-12-01T13:00',
    );
    const also = when(
      saying('also', moscow, 'denies', share('ninety', 0.9, day('2016-11-24'))),
      '2016-12-01T14:00',
    );
    const series = await seriesAfter(half, denied, also);
    expect(series('2016-12-02', null).items.map((v) => [v.origin, v.claim, v.relation])).toEqual([
      [null, 'sixty', 'first'],
      [null, 'ninety', 'first'],
      ['moscow', 'half', 'first'],
    ]);
  });

  it('has no origin after a withdrawal, and the value before it is in force again', async () => {
    const series = await seriesAfter(
      half,
      forty,
      when(withdraw('half', 'half', 'origin'), '2016-12-05T09:00'),
    );
    expect(series('2016-12-04', '2016-12-01').items).toMatchObject([{ claim: 'half', origin: 'moscow' }]);
    expect(series('2016-12-06', '2016-12-01').items).toMatchObject([
      { claim: 'half', origin: null, status: 'withdrawn' },
      { claim: 'forty', origin: 'moscow' },
    ]);
  });
});
