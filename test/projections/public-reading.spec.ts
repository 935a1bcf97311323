import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  EVERY_STORY,
  frontPage,
  LIMITS,
  partyPage,
  parseSearch,
  type FoundStory,
  type List,
} from '#projections';
import { wordsOf } from '#projections/testing';
import { emptyStory, evolve, fold, Refusal, type Recorded, type Story, type StoryEvent } from '#story';
import { act, en, record, send, START, type Step, type DeskStory } from '../publishing/desk.js';
import { marksIn, moves, NEVER, play, type Move } from '../publishing/histories.js';
import { opened, recorded, reported } from './plain-events.js';
import { Archives, foldsOf, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const VARIABLE = 'share-retaken';
const territory = {
  variable: VARIABLE,
  area: 'the city',
  of: 'the whole',
  share: 0.5,
  km2: null,
  comparator: '=',
  controller: 'the army',
  from: null,
};
const AS_PROPOSITION = /("id":"(?:talks|contacts)","kind":")proposition("[^}]*\}[^}]*"territory":)null/g;

let stories = 0;
/** The same story, with marks that no other story has. Two of the claims become values of a variable. */
function marked(events: readonly Recorded[]): readonly Recorded[] {
  const n = (stories += 1);
  const text = JSON.stringify(events)
    .replace(
      AS_PROPOSITION,
      (_, before: string, after: string) => `${before}territory${after}${JSON.stringify(territory)}`,
    )
    .replace(/\[\[([a-z][^\]]*)\]\]/g, (_, mark: string) => `[[${mark.replaceAll(' ', '')}x${n}]]`);
  return JSON.parse(text) as Recorded[];
}

/** All marks that some developments ever had, except in claims and sources, which other developments may share. */
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

const LISTS: readonly List[] = ['developments', 'claims', 'questions', 'corrections'];
const CLAIMS = ['talks', 'contacts', 'progress', 'contact-group'];
const PARTIES = ['moscow', 'turkey', 'ria-novosti', 'financial-times', 'washington'];
const MOMENTS = { from: START, to: START + 1 };

const foundAt = (model: Model, { id }: LoggedStory, revision: number): FoundStory => {
  const reading = model.stories.at(id, revision);
  if (reading.kind !== 'found') throw new Error(`found ${reading.kind}`);
  return reading.found;
};

/** All texts that show a story at a revision. */
function textsAt(model: Model, found: FoundStory, before?: FoundStory): readonly string[] {
  const { stories: read } = model;
  return [
    read.state(found),
    read.served(found).toString(),
    ...LISTS.map((list) => read.list(found, list, { from: [], limit: 100 })),
    ...CLAIMS.flatMap((claim) => [
      read.claim(found, claim, 20) ?? '',
      read.assertions(found, claim, { from: [], limit: 100 }) ?? '',
    ]),
    read.series(found, VARIABLE, { from: [], limit: 100 }) ?? '',
    read.changes(undefined, found, MOMENTS),
    before ? read.changes(before, found, MOMENTS) : '',
  ];
}

const address = { list: '', address: '/v1/stories', query: '', at: null, from: [], limit: 1_000 };
const frontAt = (model: Model, asOf: number | null, words?: string): string =>
  frontPage(model.reader, {
    ...EVERY_STORY,
    ...address,
    asOf,
    words: words === undefined ? [] : parseSearch(words),
  });
const partyAt = (model: Model, party: string, asOf: number | null): string =>
  partyPage(model.reader, party, {
    ...address,
    asOf,
    stories: '/v1/stories',
    address: '/v1/parties',
  }) ?? '';

/** The lists over many stories at a moment. */
const listsAt = (model: Model, asOf: number | null): readonly string[] => [
  frontAt(model, asOf),
  ...PARTIES.map((party) => partyAt(model, party, asOf)),
];

const momentsOf = (events: readonly Recorded[]): readonly (number | null)[] => [
  null,
  ...new Set(events.flatMap((e) => [e.recordedAt - 1, e.recordedAt])),
];

interface Page {
  readonly total: number;
  readonly items: readonly { readonly id: string }[];
}
type Changes = Readonly<
  Record<'developments' | 'revised' | 'claims' | 'figures' | 'questions' | 'corrections', Page>
> & {
  readonly from: { readonly revision: string | null };
  readonly headline: unknown;
  readonly lede: unknown;
  readonly status: { readonly is: string } | null;
};
const changesOf = (model: Model, before: FoundStory | undefined, found: FoundStory): Changes =>
  JSON.parse(model.stories.changes(before, found, MOMENTS)) as Changes;

/** A story that is killed or taken down at the end of a history, gets more events, and is reinstated. */
function reinstated(history: readonly Move[], step: Step): DeskStory {
  const after: readonly Step[] = [
    step,
    act.headline('[[headline meanwhile]]'),
    act.reinstate(null),
    record('after'),
  ];
  return after.reduce<DeskStory>((logged, next) => {
    try {
      return send(logged, next);
    } catch (error) {
      if (error instanceof Refusal) return logged;
      throw error;
    }
  }, play(history));
}

describe('the public view of a story', () => {
  let model: Model;
  beforeAll(() => {
    model = archives.model('public');
  });
  afterAll(() => model.close());

  it('has no withheld and no private word, at any moment', async () => {
    let [searched, measured] = [0, 0];
    await fc.assert(
      fc.asyncProperty(moves(36, 10), async (history: readonly Move[]) => {
        const seen = marked(recordedPublicly(play(history).events));
        if (seen.length === 0) return;
        const logged = await archives.append(seen, 'public');
        // The reader caches states that it reads before the kill.
        for (let i = 0; i < logged.stored.length; i += 2) {
          await model.take(logged.stored.slice(i, i + 2));
          for (let revision = 0; revision <= i + 1; revision += 1) {
            const reading = model.stories.at(logged.id, revision);
            if (reading.kind === 'found') model.stories.served(reading.found);
          }
        }
        const { events } = logged;
        const plain = fold(events, emptyStory);
        const gone = marksOf(events, plain.withheld ? new Set(plain.timeline) : withheldIn(plain));
        searched += gone.size;
        const texts: string[] = [];
        for (const { revision } of plain.withheld ? [] : events)
          texts.push(
            ...textsAt(model, foundAt(model, logged, revision), foundAt(model, logged, revision >> 1)),
          );
        for (const asOf of momentsOf(events)) texts.push(...listsAt(model, asOf));
        const all = texts.join('\n');
        measured += all.includes(`{"variable":"${VARIABLE}","validAt"`) ? 1 : 0;
        for (const mark of gone) expect(all).not.toContain(mark);
        for (const id of NEVER) expect(all).not.toContain(id);
        expect(all).not.toMatch(/private|groundRules|approvedBy|recordedBy/);
        for (const mark of gone)
          for (const asOf of [null, events.at(-1)!.recordedAt, events[events.length >> 1]!.recordedAt])
            expect(frontAt(model, asOf, wordsOf(mark).join(' '))).not.toContain(logged.id);
      }),
      { numRuns: 30 },
    );
    expect(searched).toBeGreaterThan(20);
    expect(measured).toBeGreaterThan(2);
  });

  it('has, after a reinstatement, only the notice for the time when the story was withheld', async () => {
    let inside = 0;
    const steps = [act.kill(null), act.takeDown(null)];
    const histories = fc.sample(moves(18, 6), { seed: 9, numRuns: 14 });
    for (const [i, history] of histories.entries()) {
      const events = marked(recordedPublicly(reinstated(history, steps[i % 2]!).events));
      if (events.length === 0) continue;
      const logged = await archives.append(events, 'public');
      await model.take(logged.stored, 5);
      const folds = foldsOf(logged);
      if (folds.at(-1)!.withheld) continue;
      for (const [revision, story] of folds.entries()) {
        if (story.withheld === null) continue;
        inside += 1;
        const found = foundAt(model, logged, revision);
        const { notice, ...state } = JSON.parse(model.stories.state(found)) as Record<string, unknown>;
        expect(marksIn(notice)).toEqual(marksIn([story.withheld.notice, story.withheld.authority]));
        expect(notice).toMatchObject({ how: story.withheld.how });
        expect([...marksIn(state)]).toEqual([]);
        for (const list of LISTS)
          expect(JSON.parse(model.stories.list(found, list, { from: [], limit: 20 }))).toEqual({
            total: 0,
            next: null,
            items: [],
          });
        expect(CLAIMS.map((claim) => model.stories.claim(found, claim, 20))).toEqual(
          CLAIMS.map(() => undefined),
        );
        expect(model.stories.series(found, VARIABLE, { from: [], limit: 20 })).toBeUndefined();
        const { status, ...rest } = changesOf(model, undefined, found);
        expect(status?.is).toBe(story.withheld.how);
        expect([...marksIn(rest)]).toEqual([]);
        const next = folds[revision + 1];
        if (next && logged.events[revision + 1]!.recordedAt === story.updatedAt) continue;
        const asOf = story.updatedAt;
        const item = (JSON.parse(frontAt(model, asOf)) as { items: { id: string }[] }).items.find(
          (it) => it.id === logged.id,
        );
        expect(marksIn(item)).toEqual(marksIn(notice));
        for (const party of PARTIES) expect(partyAt(model, party, asOf)).not.toContain(logged.id);
        for (const mark of marksIn(textsAt(model, foundAt(model, logged, folds.length - 1))))
          expect(frontAt(model, asOf, wordsOf(mark).join(' '))).not.toContain(logged.id);
      }
    }
    expect(inside).toBeGreaterThan(10);
  });

  it('is only the notice while the story is killed, `not-yet` before it began, and else the story', async () => {
    const kinds = new Map<string, number>();
    const histories = fc.sample(moves(40, 30), { seed: 5, numRuns: 14 });
    for (const history of histories) {
      const events = recordedPublicly(play(history).events);
      if (events.length === 0) continue;
      const logged = await archives.append(events, 'public');
      await model.take(logged.stored, 8);
      const { withheld, slug } = fold(logged.events, emptyStory);
      const first = events[0]!.recordedAt;
      for (const asOf of [...momentsOf(events), first - 1e12, events.at(-1)!.recordedAt + 1e12])
        for (const name of [logged.id, slug]) {
          const reading = model.stories.asOf(name, { asOf, validAt: null });
          kinds.set(reading.kind, (kinds.get(reading.kind) ?? 0) + 1);
          const there = asOf === null || asOf >= first;
          const seen = there ? { kind: 'found' } : { kind: 'not-yet', slug, first };
          expect(reading).toMatchObject(withheld ? { kind: 'withheld', slug, withheld } : seen);
        }
      for (const { revision } of events)
        expect(model.stories.at(logged.id, revision).kind).toBe(withheld ? 'withheld' : 'found');
      for (const revision of [-1, events.length])
        expect(model.stories.at(logged.id, revision).kind).toBe('unknown');
    }
    expect([...kinds.keys()].sort()).toEqual(['found', 'not-yet', 'withheld']);
    const nobody = [randomUUID(), 'no-such-story'];
    expect(nobody.map((name) => model.stories.asOf(name, { asOf: null, validAt: null }).kind)).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});

it('a story whose past changes is not shown until it is rewritten', async () => {
  let failing = false;
  const model = archives.model('public', () => {
    if (failing) throw new Error('The volume is gone.');
  });
  const id = randomUUID();
  const said = recorded([
    opened(en('A story')),
    reported(id, en('WRONG')),
    reported(randomUUID(), en('Right')),
  ]);
  const logged = await archives.append(said, 'public');
  await model.take(logged.stored);
  expect(frontAt(model, null)).toContain(logged.id);
  const killed: StoryEvent = {
    type: 'DevelopmentKilled',
    grounds: 'wrong',
    claims: [],
    publishes: [],
    development: id,
    reason: null,
    notice: en('Killed'),
  };
  const after = await archives.extend(logged, recorded([killed], said.length));
  failing = true;
  await expect(model.take(after.stored.slice(-1))).rejects.toThrow('The volume is gone.');
  for (const asOf of [null, ...said.map((e) => e.recordedAt)]) {
    expect(model.stories.asOf(logged.id, { asOf, validAt: null })).toEqual({ kind: 'closed-off' });
    expect(frontAt(model, asOf)).not.toContain(logged.id);
  }
  expect(said.map((e) => model.stories.at(logged.id, e.revision).kind)).toEqual(said.map(() => 'closed-off'));
  failing = false;
  model.reopen();
  await model.take(after.stored.slice(-1));
  const states = said.map((e) => model.stories.state(foundAt(model, logged, e.revision)));
  expect(states.join()).not.toContain('WRONG');
  expect(states.at(-1)).toContain('Right');
  model.close();
});

describe('what changed between two moments', () => {
  let model: Model;
  beforeAll(() => {
    model = archives.model('desk');
  });
  afterAll(() => model.close());

  const ofMoves = (numRuns: number, check: (logged: LoggedStory, folds: readonly Story[]) => void) =>
    fc.assert(
      fc.asyncProperty(moves(30, 8), async (history: readonly Move[]) => {
        const logged = await archives.append(marked(play(history).events), 'desk');
        await model.take(logged.stored, 11);
        check(logged, foldsOf(logged));
      }),
      { numRuns },
    );

  it('is nothing between a state and itself, and everything if there is no earlier state', () =>
    ofMoves(15, (logged, folds) => {
      const story = folds.at(-1)!;
      const found = foundAt(model, logged, story.revision);
      const same = changesOf(model, found, found);
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
      const all = changesOf(model, undefined, found);
      expect(all.from.revision).toBeNull();
      expect([all.developments.total, all.claims.total, all.corrections.total]).toEqual([
        story.timeline.length,
        story.claims.size,
        story.corrections.length,
      ]);
    }));

  it('names each development once: as new, or as revised if its text differs', () =>
    ofMoves(15, (logged, folds) => {
      const head = folds.at(-1)!;
      for (let from = 0; from < folds.length; from += 4) {
        const [before, found] = [from, head.revision].map((revision) => foundAt(model, logged, revision)) as [
          FoundStory,
          FoundStory,
        ];
        const view = changesOf(model, before, found);
        const ids = (of: 'developments' | 'revised') => view[of].items.map((d) => d.id);
        const listedBefore = new Set(folds[from]!.timeline);
        expect(ids('developments')).toEqual([...head.timeline].filter((id) => !listedBefore.has(id)));
        const read = (at: FoundStory) => {
          const page = JSON.parse(model.stories.list(at, 'developments', { from: [], limit: 1_000 })) as Page;
          return new Map(page.items.map((d) => [d.id, JSON.stringify(d)]));
        };
        const [was, is] = [read(before), read(found)];
        expect(ids('revised')).toEqual(
          [...head.timeline].filter((id) => listedBefore.has(id) && was.get(id) !== is.get(id)),
        );
      }
    }));
});

it('a state is bounded, however long its history', async () => {
  const [history] = fc.sample(moves(1_200, 1_200), { seed: 11, numRuns: 1 });
  // These would end the story, or a claim that later developments name.
  const ends = ['close', 'kill-story', 'takedown-story', 'kill', 'takedown', 'remove'];
  const { events } = play(history!.filter((m) => !ends.includes(m.do)));
  const model = archives.model('desk');
  const logged = await archives.append(events, 'desk');
  await model.take(logged.stored, 100);
  const found = foundAt(model, logged, events.length - 1);
  const view = JSON.parse(model.stories.state(found)) as Record<List, Page & { next: string | null }>;
  expect(view.developments.total).toBeGreaterThan(LIMITS.developments);
  for (const list of LISTS) {
    expect(view[list].items.length).toBe(Math.min(LIMITS[list], view[list].total));
    expect(view[list].next === null).toBe(view[list].total <= LIMITS[list]);
  }
  for (const claim of view.claims.items as readonly unknown[] as readonly { assertions: Page }[])
    expect(claim.assertions.items.length).toBeLessThanOrEqual(5);
  const changes = changesOf(model, undefined, found);
  expect(changes.developments.total).toBeGreaterThan(100);
  for (const list of ['developments', 'revised', 'claims', 'corrections'] as const)
    expect(changes[list].items.length).toBeLessThanOrEqual(100);
  model.close();
});

it('an event that leaves a gap in its story is not applied', async () => {
  const model = archives.model('desk');
  const events = recorded([
    opened(en('A story')),
    ...[1, 2, 3, 4].map((n) => reported(randomUUID(), en(`Report ${n}`))),
  ]);
  const logged = await archives.append(events, 'desk');
  await model.take(logged.stored.slice(0, 3));
  await expect(model.take(logged.stored.slice(4, 5))).rejects.toThrow(
    /is at revision 2; revision 4 leaves a gap/,
  );
  expect(model.projector.position).toBe(logged.stored[2]!.position);
  await model.take(logged.stored.slice(3));
  expect(foundAt(model, logged, logged.stored.length - 1).revision).toBe(logged.stored.length - 1);
  model.close();
});
