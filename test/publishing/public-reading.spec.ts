import fc from 'fast-check';
import { ScratchLog } from '#event-store/contract';
import { encode } from '#event-store';
import {
  changesView,
  LIMITS,
  listOf,
  StoryReader,
  StoryRecord,
  StoryShelf,
  stateView,
  type Audience,
  type Shown,
} from '#projections';
import { emptyStory, evolve, fold, toLog, type Recorded, type Story } from '#story';
import { publicStream, START } from './desk.js';
import { marksIn, moves, NEVER, play, type Move } from './histories.js';

const MINUTE = 60_000;
/** The public stream as it is recorded, several events in one minute. */
const recordedPublicly = (events: readonly Recorded[]): readonly Recorded[] =>
  publicStream(events).stream.map((event, revision) => ({
    id: `public ${revision}`,
    revision,
    recordedAt: START + Math.floor(revision / 3) * MINUTE,
    recordedBy: null,
    importedAt: null,
    event,
  }));

function recordOf(events: readonly Recorded[], audience: Audience): StoryRecord {
  const record = new StoryRecord(audience);
  for (const recorded of events) record.take(recorded, BigInt(recorded.revision));
  return record;
}

const shown = (audience: Audience): Shown => ({
  known: null,
  held: null,
  audience,
  address: '/v1/stories/aleppo-talks',
  position: 0n,
});
const momentsOf = (events: readonly Recorded[]): readonly number[] => [
  ...new Set(events.flatMap((e) => [e.recordedAt - 1, e.recordedAt, e.recordedAt + 1])),
];
const prefix = (events: readonly Recorded[], at: number) => events.filter((e) => e.recordedAt <= at);
const toldBy = (story: Story | undefined, audience: Audience) => story && stateView(story, shown(audience));

const histories = moves(36, 10);
const ofMoves = (check: (events: readonly Recorded[], world: readonly Recorded[]) => void, numRuns = 60) =>
  fc.assert(
    fc.property(histories, (moved: readonly Move[]) => {
      const { events } = play(moved);
      check(events, recordedPublicly(events));
    }),
    { numRuns },
  );

/** The marks in all that a development ever said, but for claims and sources, on which others may rest. */
function marksOf(events: readonly Recorded[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const marks = new Set<string>();
  let story = emptyStory;
  for (const recorded of events) {
    story = evolve(story, recorded);
    for (const id of ids) {
      const d = story.developments.get(id)?.development;
      if (d) for (const m of marksIn([d.text, d.place, d.occurred, d.reportedAt, d.evidence])) marks.add(m);
    }
  }
  return marks;
}

const withheldIn = (story: Story): ReadonlySet<string> =>
  new Set([...story.developments.values()].filter((d) => d.withheld).map((d) => d.development.id));
const isWithheldNow = (world: readonly Recorded[]): boolean => fold(world, emptyStory).withheld !== null;

describe('a story as of a moment', () => {
  it('is, at the desk, the fold of what was recorded by then', () =>
    ofMoves((events) => {
      const record = recordOf(events, 'desk');
      for (const at of momentsOf(events)) {
        const known = prefix(events, at);
        const expected = known.length === 0 ? undefined : fold(known, emptyStory);
        expect(record.asOf(at)?.revision).toBe(expected?.revision);
        expect(toldBy(record.asOf(at), 'desk')).toEqual(toldBy(expected, 'desk'));
      }
    }));

  it('is, in public, likewise, where no development is withheld', () =>
    ofMoves((_, world) => {
      if (world.some((e) => /Killed|TakenDown/.test(e.event.type))) return;
      const record = recordOf(world, 'public');
      for (const at of momentsOf(world)) {
        const known = prefix(world, at);
        const expected = known.length === 0 ? undefined : fold(known, emptyStory);
        expect(toldBy(record.asOf(at), 'public')).toEqual(toldBy(expected, 'public'));
      }
    }, 120));

  it('changes nothing when events come again, and refuses a gap', () =>
    ofMoves((events) => {
      const record = recordOf(events, 'desk');
      const before = record.head;
      for (const recorded of events) record.take(recorded, 99n);
      expect(record.head).toBe(before);
      expect(record.positionOf(0)).toBe(0n);
      const next = events.at(-1)!;
      expect(() => record.take({ ...next, revision: next.revision + 2 }, 0n)).toThrow(/leaves a gap/);
    }, 10));

  it('has in public no word of what is withheld now, nor any private one, at any moment', () => {
    let sought = 0;
    ofMoves((_, world) => {
      const record = recordOf(world, 'public');
      const plain = fold(world, emptyStory);
      const gone = marksOf(world, withheldIn(plain));
      sought += gone.size;
      for (const { revision } of world) {
        const story = record.at(revision)!;
        const views = JSON.stringify([
          stateView(story, shown('public')),
          changesView(undefined, story, { from: 0, to: 1, audience: 'public' }),
          changesView(record.at(Math.floor(revision / 2)), story, { from: 0, to: 1, audience: 'public' }),
        ]);
        for (const mark of gone) expect(views).not.toContain(mark);
        for (const id of NEVER) expect(views).not.toContain(id);
        expect(views).not.toMatch(/private|groundRules|approvedBy|recordedBy/);
      }
    });
    expect(sought).toBeGreaterThan(40);
  });

  it('has in public, while the story itself is withheld, nothing but its notice', () => {
    let inside = 0;
    ofMoves((_, world) => {
      const record = recordOf(world, 'public');
      for (const { revision } of world) {
        const story = record.at(revision)!;
        if (story.withheld === null) continue;
        inside += 1;
        const { notice, ...state } = stateView(story, shown('public'));
        expect([...marksIn(state)]).toEqual([]);
        expect(marksIn(notice).size).toBeGreaterThan(0);
      }
    });
    expect(inside).toBeGreaterThan(10);
  });
});

describe('while a story is withheld', () => {
  const inside = (moved: readonly Move[]) => {
    const world = recordedPublicly(play(moved).events);
    const record = recordOf(world, 'public');
    return world.flatMap(({ revision }) => {
      const story = record.at(revision)!;
      return story.withheld === null ? [] : [story];
    });
  };
  const killed = fc
    .sample(moves(40, 30), { seed: 9, numRuns: 20 })
    .flatMap(inside)
    .filter((story) => story.revision >= 3);

  it('its lists are empty in public', () => {
    expect(killed.length).toBeGreaterThan(5);
    for (const story of killed)
      for (const list of ['developments', 'claims', 'questions', 'corrections'] as const)
        expect(listOf(story, shown('public'), list, { offset: 0, limit: 20 }).total).toBe(0);
  });

  it('changes up to then tell no more than that it is', () => {
    for (const story of killed) {
      const { status, ...rest } = changesView(undefined, story, { from: 0, to: 1, audience: 'public' });
      expect(status?.is).toBe(story.withheld!.how);
      expect([...marksIn(rest)]).toEqual([]);
    }
  });
});

describe('changes between two moments', () => {
  it('are none between a state and itself, and of all between nothing and it', () =>
    ofMoves((events) => {
      const story = recordOf(events, 'desk').head;
      const same = changesView(story, story, { from: 0, to: 1, audience: 'desk' });
      expect([same.headline, same.lede, same.status]).toEqual([null, null, null]);
      for (const list of [
        'developments',
        'revised',
        'claims',
        'figures',
        'questions',
        'corrections',
      ] as const)
        expect(same[list]).toEqual({ total: 0, items: [] });
      const all = changesView(undefined, story, { from: 0, to: 1, audience: 'desk' });
      expect(all.from.revision).toBeNull();
      expect([all.developments.total, all.claims.total, all.corrections.total]).toEqual([
        story.timeline.length,
        story.claims.size,
        story.corrections.length,
      ]);
    }));

  it('tell each development once: as new or as revised', () =>
    ofMoves((events) => {
      const record = recordOf(events, 'desk');
      for (let from = 0; from < events.length; from += 4) {
        const before = record.at(from)!;
        const view = changesView(before, record.head, { from: 0, to: 1, audience: 'desk' });
        const ids = (of: 'developments' | 'revised') => view[of].items.map((d) => d.id);
        const known = new Set(before.timeline);
        const all = [...record.head.timeline];
        expect(ids('developments')).toEqual(all.filter((id) => !known.has(id)));
        for (const id of ids('revised')) expect(known.has(id)).toBe(true);
        for (const id of known) {
          const [was, is] = [before, record.head].map((s) => s.developments.get(id)!);
          expect(ids('revised').includes(id)).toBe(was!.changedAt !== is!.changedAt);
        }
      }
    }));
});

it('a state is bounded, whatever its history', () => {
  const [moved] = fc.sample(moves(600, 600), { seed: 11, numRuns: 1 });
  const ends = ['close', 'kill-story', 'takedown-story'];
  const { events } = play(moved!.filter((m) => !ends.includes(m.do)));
  const story = recordOf(events, 'desk').head;
  expect(story.timeline.length).toBeGreaterThan(LIMITS.developments);
  const view = stateView(story, shown('desk'));
  for (const list of ['developments', 'claims', 'questions', 'corrections'] as const) {
    expect(view[list].items.length).toBeLessThanOrEqual(LIMITS[list]);
    expect(view[list].items.length).toBe(Math.min(LIMITS[list], view[list].total));
    expect(view[list].next === null).toBe(view[list].total <= LIMITS[list]);
  }
  for (const claim of view.claims.items) expect(claim.assertions.items.length).toBeLessThanOrEqual(5);
  const changes = changesView(undefined, story, { from: 0, to: 1, audience: 'desk' });
  for (const list of ['developments', 'revised', 'claims', 'corrections'] as const)
    expect(changes[list].items.length).toBeLessThanOrEqual(100);
});

it('a reader of a real public log is told 410 or 451 at every moment while a story is withheld', async () => {
  const log = new ScratchLog();
  const store = await log.open();
  const shelf = new StoryShelf(store, 'public-');
  try {
    const worlds = fc
      .sample(moves(40, 30), { seed: 5, numRuns: 12 })
      .map((moved, i) => recordedPublicly(play(moved, `story-${i}`).events))
      .filter((world) => world.length > 0);
    for (const [i, world] of worlds.entries())
      for (const { event, revision, recordedAt } of world) {
        const { type, data, schemaVersion } = toLog(event);
        await store.append(`public-${i}`, revision === 0 ? 'no_stream' : BigInt(revision - 1), [
          {
            id: crypto.randomUUID(),
            type,
            data: encode(data),
            metadata: encode({ recordedAt: new Date(recordedAt).toISOString(), schemaVersion }),
          },
        ]);
      }
    shelf.start();
    expect(await shelf.upToDate(8_000)).toBe(true);
    const reader = new StoryReader(shelf, 'public', '/v1/stories');
    const kinds = new Set<string>();
    for (const [i, world] of worlds.entries())
      for (const known of [...momentsOf(world), null]) {
        const { kind } = reader.asOf(String(i), { known, held: null });
        kinds.add(kind);
        expect(kind === 'withheld').toBe(isWithheldNow(world));
      }
    expect([...kinds].sort()).toEqual(['found', 'not-yet', 'withheld']);
  } finally {
    await shelf.stop();
    await log.remove();
  }
});
