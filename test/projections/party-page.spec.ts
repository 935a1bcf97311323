import fc from 'fast-check';
import { type Audience, decodeCursor, iso, partyPage } from '#projections';
import { contentView, storyNumber } from '#projections/testing';
import { claimsOf, type AssertionState, type Recorded, type Story, type StoryEvent } from '#story';
import {
  by,
  kill,
  official,
  open,
  proposition,
  record,
  reinstate,
  saying,
  says,
  withdraw,
  moves,
  play,
  at,
  described,
  idOf,
  rehearse,
  type Step,
} from '#story/testing';
import { Archives, foldsOf, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const MINUTE = 60_000;
const START = at('2016-12-01T08:00');
const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

type Stance = 'asserted' | 'confirmed' | 'denied';
interface Count {
  readonly total: number;
  readonly takenBack: number;
  readonly byStatus: Readonly<Record<string, number>>;
}
interface Item {
  readonly story: string;
  readonly claim: string;
  readonly stance: Stance;
  readonly takenBack: boolean;
  readonly takenBackAt: string | null;
  readonly spokeAt: string;
  readonly status: string;
}
interface Page {
  readonly id: string;
  readonly name: string;
  readonly record: Readonly<Record<Stance, Count>>;
  readonly claims: { readonly total: number; readonly next: string | null; readonly items: readonly Item[] };
}

function page(model: Model, party: string, asOf: number | null, limit = 1_000, next: string | null = null) {
  const cursor = next === null ? null : decodeCursor(new URLSearchParams(next.split('?')[1]).get('cursor')!)!;
  const { at, from } = cursor ?? { at: null, from: [] };
  const text = partyPage(model.reader, party, {
    asOf,
    at,
    from,
    limit,
    address: '/v1/parties',
    stories: '/v1/stories',
  });
  return text === undefined ? undefined : (JSON.parse(text) as Page);
}

const NONE = { total: 0, takenBack: 0, byStatus: {} };
/** The page of a party, or an empty one if it had said nothing by then. */
const said = (...asked: Parameters<typeof page>): Page =>
  page(...asked) ??
  ({
    record: { asserted: NONE, confirmed: NONE, denied: NONE },
    claims: { total: 0, next: null, items: [] },
  } as never);

function walk(model: Model, party: string, asOf: number | null, limit: number): readonly Item[] {
  const first = page(model, party, asOf, limit);
  const items = [...(first?.claims.items ?? [])];
  for (let next = first?.claims.next ?? null; next !== null;) {
    const { claims } = said(model, party, asOf, limit, next);
    expect(claims.total).toBe(first!.claims.total);
    items.push(...claims.items);
    ({ next } = claims);
  }
  return items;
}

const SAID: Readonly<Record<string, Stance>> = {
  asserts: 'asserted',
  confirms: 'confirmed',
  denies: 'denied',
};

/** Whether a party makes an assertion, or somebody makes it for the party. */
const isBy = (party: string, { origin, stance }: AssertionState): boolean =>
  origin.kind === 'party' &&
  (stance in SAID || stance === 'takesBack') &&
  (origin.speaker === party || origin.id === party);

/** What a party has said about each claim of a story, from all assertions. */
function saidIn(story: Story, party: string, asOf: number | null) {
  return claimsOf(story).flatMap(({ claim, byOrigin, current }) =>
    [...byOrigin.values()].flatMap((all) => {
      const { id, kind, text, occurred, occurredBounds, territory, figure, decidedBy } = contentView(claim);
      const spoken = all.filter((a) => isBy(party, a));
      return recordsIn(story, spoken).map((record) => ({
        story: story.slug,
        headline: story.headline.text,
        claim: id,
        kind,
        text,
        occurred,
        occurredBounds,
        territory,
        figure,
        decidedBy,
        ...record,
        status: current.status,
        href: `/v1/stories/${story.slug}/claims/${id}${asOf === null ? '' : `?asOf=${iso(asOf)}`}`,
      }));
    }),
  );
}

/** One record for each time that the party took a side, which gives up the other side. */
function recordsIn(story: Story, said: readonly AssertionState[]) {
  const records: (Pick<Item, 'stance' | 'takenBack' | 'takenBackAt' | 'spokeAt'> & { ended?: true })[] = [];
  for (const a of said) {
    const when = iso(a.recordedAt);
    const isTakenBack = a.withdrawn !== null || a.retracted !== null;
    if (a.stance === 'takesBack') {
      if (!isTakenBack)
        for (const r of records)
          Object.assign(r, { takenBack: true, takenBackAt: r.takenBackAt ?? when, ended: true });
      continue;
    }
    const ended = a.withdrawnAt ?? story.developments.get(a.development)?.retracted?.at ?? null;
    const takenBackAt = ended === null ? null : iso(ended);
    const now = { stance: SAID[a.stance]!, takenBack: isTakenBack, takenBackAt };
    const isSameSide = (r: (typeof records)[number]) =>
      (r.stance === 'denied') === (now.stance === 'denied') && !r.ended;
    const inForce = records.filter((r) => !r.takenBack).at(-1);
    const same = [inForce, records.at(-1)].filter((r) => r !== undefined).find(isSameSide);
    const continued = same ?? records.find((r) => r.spokeAt === when);
    if (!isTakenBack)
      for (const r of records)
        if (r !== continued && !isSameSide(r))
          Object.assign(r, { takenBack: true, takenBackAt: r.takenBackAt ?? when });
    if (continued) Object.assign(continued, now, { ended: undefined });
    else records.push({ ...now, spokeAt: when });
  }
  return records.map(({ stance, takenBack, takenBackAt, spokeAt }) => ({
    stance,
    takenBack,
    takenBackAt,
    spokeAt,
  }));
}

function countsOf(items: readonly Pick<Item, 'stance' | 'takenBack' | 'status'>[]): Page['record'] {
  const count = (stance: Stance): Count => {
    const of = items.filter((i) => i.stance === stance);
    const byStatus: Record<string, number> = {};
    for (const { status } of of) byStatus[status] = (byStatus[status] ?? 0) + 1;
    return { total: of.length, takenBack: of.filter((i) => i.takenBack).length, byStatus };
  };
  return { asserted: count('asserted'), confirmed: count('confirmed'), denied: count('denied') };
}

/** The stories as of a moment that may be seen now. */
function storiesAt(
  stored: readonly LoggedStory[],
  folds: readonly (readonly Story[])[],
  asOf: number | null,
): readonly Story[] {
  return stored.flatMap(({ events, audience }, i) => {
    if (audience === 'public' && folds[i]!.at(-1)!.withheld) return [];
    return folds[i]![events.findLastIndex((e) => asOf === null || e.recordedAt <= asOf)] ?? [];
  });
}

const keyed = (
  items: readonly { readonly story: string; readonly claim: string; readonly stance: string }[],
) =>
  [...items].sort((a, b) =>
    `${a.story} ${a.claim} ${a.stance}`.localeCompare(`${b.story} ${b.claim} ${b.stance}`),
  );

const PARTIES = [
  'moscow',
  'zakharova',
  'russian-foreign-ministry',
  'turkey',
  'syrian-army',
  'washington',
  'rebel-groups',
];

describe.each(['desk', 'public'] as const)(
  'the page of a party in the read model of the %s log',
  (audience: Audience) => {
    let model: Model;
    const stored: LoggedStory[] = [];
    let folds: readonly (readonly Story[])[];
    let moments: readonly (number | null)[];

    beforeAll(async () => {
      model = archives.model(audience);
      const histories = fc.sample(moves(30, 'record', 'withdraw', 'kill'), { seed: 31, numRuns: 20 });
      for (const [i, history] of histories.entries()) {
        const { events } = play(history);
        const seen = audience === 'desk' ? events : recordedPublicly(events);
        const later = (e: Recorded): Recorded => ({
          ...e,
          recordedAt: e.recordedAt + ((i * 7) % 20) * MINUTE,
        });
        if (seen.length > 0) stored.push(await archives.append(seen.map(later), audience));
      }
      for (const logged of stored) await model.take(logged.stored, 6);
      folds = stored.map(foldsOf);
      const all = [...new Set(stored.flatMap((t) => t.events.map((e) => e.recordedAt)))].sort(
        (a, b) => a - b,
      );
      moments = [null, all[0]! - 1, ...all];
    });
    afterAll(() => model.close());

    it('counts its last stances by status, at every moment', () => {
      let counted = 0;
      for (const asOf of moments) {
        const stories = storiesAt(stored, folds, asOf);
        for (const party of PARTIES) {
          const expected = stories.flatMap((story) => saidIn(story, party, asOf));
          const { record, claims } = said(model, party, asOf);
          expect(record).toEqual(countsOf(expected));
          expect(claims.total).toBe(expected.length);
          expect(keyed(claims.items)).toEqual(keyed(expected));
          counted += expected.filter((s) => s.takenBack).length;
        }
      }
      expect(counted).toBeGreaterThan(20);
    });

    it('lists the claims page by page, latest first', () => {
      for (const asOf of moments.filter((_, i) => i % 6 === 0))
        for (const party of PARTIES) {
          const whole = said(model, party, asOf).claims.items;
          for (const limit of [1, 3]) {
            expect(walk(model, party, asOf, limit)).toEqual(whole);
            expect(said(model, party, asOf, limit).claims.items).toHaveLength(Math.min(limit, whole.length));
          }
          const order = whole.map(
            (i) => [Date.parse(i.spokeAt), storyNumber(i.story.slice('slug-'.length))] as const,
          );
          expect(order).toEqual([...order].sort((a, b) => b[0] - a[0] || b[1] - a[1]));
        }
    });

    it('has, for a body, its own words and those of its speakers, and for a speaker only hers', () => {
      const own = said(model, 'zakharova', null);
      const body = said(model, 'russian-foreign-ministry', null);
      expect([own.name, body.name]).toEqual(['Maria Zakharova', 'Russian foreign ministry']);
      expect(own.claims.total).toBeGreaterThan(2);
      const of = ({ claims }: Page) => new Set(claims.items.map((i) => `${i.story} ${i.claim}`));
      expect([...of(body)]).toEqual(expect.arrayContaining([...of(own)]));
      expect(of(body).size).toBeGreaterThan(of(own).size);
    });

    it('is missing for an unknown party, and has only a name for an outlet that passes words on', () => {
      expect(page(model, 'paris', null)).toBeUndefined();
      const { name, claims } = said(model, 'financial-times', null);
      expect([name, claims.total]).toEqual(['Financial Times', 0]);
    });
  },
);

describe('the page of a party', () => {
  let model: Model;
  afterEach(() => model.close());

  const moscow = [by('moscow', 'principal')];
  const append = async (audience: Audience, ...steps: readonly Step[]) => {
    model = archives.model(audience);
    const { events } = rehearse([open, ...steps]);
    const aMinuteEach = (e: Recorded): Recorded => ({ ...e, recordedAt: START + e.revision * MINUTE });
    const seen = audience === 'desk' ? events : recordedPublicly(events).map(aMinuteEach);
    const story = await archives.append(seen, audience);
    for (const stored of story.stored) await model.take([stored]);
    return story;
  };
  const counts = (asOf: number | null) => {
    const { record } = said(model, 'moscow', asOf);
    return [record.asserted, record.confirmed, record.denied].map((c) => [c.total, c.takenBack]);
  };

  it('shows a change of mind and a retracted word, each as of its moment', async () => {
    const first = saying('first', moscow, 'asserts', proposition('talks', 'They talk'));
    const { events } = await append(
      'desk',
      first,
      saying('then', moscow, 'denies', proposition('talks', 'They talk'), false),
      withdraw('then', 'talks', 'origin'),
    );
    expect(events.map((e) => (e.revision === 0 ? null : counts(e.recordedAt)))).toEqual([
      null,
      [
        [1, 0],
        [0, 0],
        [0, 0],
      ],
      // The denial gives up the assertion.
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [0, 0],
        [1, 1],
      ],
    ]);
    expect(said(model, 'moscow', null).claims.items).toMatchObject([
      {
        claim: 'talks',
        stance: 'denied',
        takenBack: true,
        spokeAt: iso(events[2]!.recordedAt),
        status: 'claimed',
      },
      {
        claim: 'talks',
        stance: 'asserted',
        takenBack: false,
        spokeAt: iso(events[1]!.recordedAt),
        status: 'claimed',
      },
    ]);
  });

  it('has the times when a word was said and taken back, and begins a new record after that', async () => {
    const { events } = await append(
      'desk',
      saying('first', moscow, 'asserts', proposition('talks', 'They talk')),
      saying('back', moscow, 'takesBack', proposition('talks', 'They talk'), false),
      saying('again', moscow, 'confirms', proposition('talks', 'They talk'), false),
      withdraw('again', 'talks', 'us'),
    );
    const [, first, back, again, withdrawn] = events.map((e) => iso(e.recordedAt));
    const as = (asOf: number) =>
      said(model, 'moscow', asOf).claims.items.map((i) => [i.stance, i.spokeAt, i.takenBack, i.takenBackAt]);
    expect(events.slice(1).map((e) => as(e.recordedAt))).toEqual([
      [['asserted', first, false, null]],
      [['asserted', first, true, back]],
      [
        ['confirmed', again, false, null],
        ['asserted', first, true, back],
      ],
      [
        ['confirmed', again, true, withdrawn],
        ['asserted', first, true, back],
      ],
    ]);
    expect(counts(events[2]!.recordedAt)).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it('has the times of both sides for a body that its speaker contradicts', async () => {
    const ministry = [by('russian-foreign-ministry', 'principal')];
    const { events } = await append(
      'desk',
      saying('denial', ministry, 'denies', proposition('talks', 'They talk')),
      saying(
        'confirmation',
        [by('zakharova', 'principal')],
        'confirms',
        proposition('talks', 'They talk'),
        false,
      ),
    );
    const [, first, then] = events.map((e) => iso(e.recordedAt));
    const of = (party: string) =>
      said(model, party, null).claims.items.map((i) => [i.stance, i.takenBack, i.spokeAt]);
    expect(of('russian-foreign-ministry')).toEqual([
      ['confirmed', false, then],
      ['denied', true, first],
    ]);
    expect(of('zakharova')).toEqual([['confirmed', false, then]]);
    const { record } = said(model, 'russian-foreign-ministry', null);
    expect([record.denied, record.confirmed].map((c) => [c.total, c.takenBack])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('ignores the words of an unnamed source or an outlet', async () => {
    const both = record('both', {
      attribution: [[by('ria-novosti'), official], [by('financial-times')]],
      claims: [proposition('talks', 'They talk')],
      assertions: says('asserts', ['talks']),
    });
    await append('desk', both);
    expect(page(model, 'moscow', null)).toBeUndefined();
    for (const outlet of ['ria-novosti', 'financial-times'])
      expect(said(model, outlet, null).claims).toEqual({ total: 0, next: null, items: [] });
  });

  it('keeps the words of a speaker for two bodies, however short the pages', async () => {
    const forTurkey = described('zakharova', { speaksFor: 'turkey' });
    const said = [by('financial-times'), by('zakharova', 'principal')];
    const steps = [
      saying('first', said, 'asserts', proposition('talks', 'They talk')),
      { ...saying('then', said, 'denies', proposition('talks', 'They talk'), false), directory: forTurkey },
    ];
    // Both were recorded in one millisecond.
    await append('desk', ...steps.map((step) => ({ ...step, at: START })));
    const whole = walk(model, 'zakharova', null, 10);
    expect(whole.map((i) => i.stance).sort()).toEqual(['asserted', 'denied']);
    expect(walk(model, 'zakharova', null, 1)).toEqual(whole);
  });

  it('continues after thousands of rows in which claims changed and the party said nothing', async () => {
    const many = Array.from({ length: 40 }, (_, i) => proposition(`claim-${i}`, `It is so ${i}`));
    const of = many.map((c) => c.id);
    const { events } = rehearse([
      open,
      saying('first', moscow, 'asserts', proposition('contacts', 'They met')),
      record('then', { attribution: [moscow], claims: many, assertions: says('asserts', of) }),
      record('denied', { attribution: [[by('turkey', 'principal')]], assertions: says('denies', of) }),
    ]);
    const development = idOf('denied');
    const turns = Array.from({ length: 130 }, (_, i): Recorded => {
      const revision = events.length + i;
      const event: StoryEvent =
        i % 2 === 0
          ? { type: 'DevelopmentRetracted', development, by: 'us', reason: null }
          : { type: 'RetractionRevoked', development, reason: null };
      return { ...events[0]!, revision, recordedAt: START + revision * MINUTE, event };
    });
    model = archives.model('desk');
    const { stored } = await archives.append([...events, ...turns], 'desk');
    await model.take(stored);
    const rows = model.reader.one<{ n: number }>("SELECT count(*) AS n FROM records WHERE party = 'moscow'")!;
    expect(rows.n).toBeGreaterThan(5_000);
    const items = walk(model, 'moscow', null, 100);
    expect(items.map((i) => i.claim).sort()).toEqual([...of, 'contacts'].sort());
    expect(items.at(-1)).toMatchObject({ claim: 'contacts', status: 'claimed' });
    expect(new Set(items.slice(0, -1).map((i) => i.status))).toEqual(new Set(['disputed']));
    expect(said(model, 'moscow', null, 100).claims.items.length).toBeLessThan(items.length);
  });

  describe('in public', () => {
    const first = saying('first', moscow, 'asserts', proposition('talks', 'They talk'));
    const second = saying(
      'second',
      [by('turkey', 'principal')],
      'confirms',
      proposition('talks', 'They talk'),
      false,
    );
    const one = [
      [1, 0],
      [0, 0],
      [0, 0],
    ];
    const none = [
      [0, 0],
      [0, 0],
      [0, 0],
    ];

    it('has no word of a killed development at any moment, and has it again after a reinstatement', async () => {
      await append('public', first, second, kill('first'));
      expect(page(model, 'moscow', null)).toBeUndefined();
      expect(said(model, 'turkey', null).claims.items).toMatchObject([
        { claim: 'talks', stance: 'confirmed' },
      ]);
      model.close();
      const { events } = await append('public', first, second, kill('first'), reinstate('first'));
      const moments = events.map((e) => e.recordedAt);
      expect(moments.map((at) => counts(at))).toEqual([none, one, one, none, one]);
      expect(said(model, 'moscow', moments[3]!).claims).toEqual({ total: 0, next: null, items: [] });
    });

    it('has no word of a killed story, and after a reinstatement none for the time between', async () => {
      await append('public', first, second, kill(null));
      expect(['moscow', 'turkey'].map((p) => page(model, p, null))).toEqual([undefined, undefined]);
      expect(model.reader.all('SELECT * FROM record_counts WHERE n <> 0')).toEqual([]);
      model.close();
      const { events } = await append('public', first, second, kill(null), reinstate(null));
      expect(events.map((e) => counts(e.recordedAt))).toEqual([none, one, one, none, one]);
    });
  });
});
