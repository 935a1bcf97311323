import fc from 'fast-check';
import {
  amendments,
  changesAfter,
  knowsPosition,
  newestPosition,
  parsePosition,
  type Audience,
  type ChangeView,
  type Difference,
} from '#projections';
import { moves, play, marksIn, type Move } from '../publishing/histories.js';
import { Archives, foldsOf, recordedPublicly, type Model, type Told } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const NOTHING_CHOSEN = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/** The kill of a development that was never public: one removal, in public an event for the words of each claim. */
const TWO_CLAIMS_KILLED: readonly Move[] = [
  { do: 'record', n: [0, 0, 5, 0, 0, 0, 0, 0, 0, 0] },
  { do: 'record', n: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2606] },
  ...(['record', 'judge', 'kill'] as const).map((what) => ({ do: what, n: NOTHING_CHOSEN })),
];

const ofMoves = (audience: Audience, numRuns: number, check: (told: Told) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(moves(36, 10), async (moved: readonly Move[]) => {
      const { events } = play(moved);
      const seen = audience === 'desk' ? events : recordedPublicly(events);
      if (seen.length > 0) await check(await archives.tell(seen, audience));
    }),
    // One that fails is made smaller for so long.
    { numRuns, examples: [[TWO_CLAIMS_KILLED]], interruptAfterTimeLimit: 200_000 },
  );

type Fields = Record<string, unknown>;

/** A state as the differences make it: the header's members, and each piece by its path. */
class Rebuilt {
  readonly #pieces = new Map<string, Fields>([['', {}]]);

  take(changes: readonly Difference[]): void {
    for (const { path, is } of changes) {
      const steps = path.split('/').slice(1);
      const whole = steps.length === 2 || (steps[2] === 'assertions' && steps.length === 4);
      if (whole) {
        if (is === null) this.#pieces.delete(path);
        else this.#pieces.set(path, { ...(is as Fields) });
        continue;
      }
      const piece = `/${steps.slice(0, -1).join('/')}`.replace(/^\/$/, '');
      this.#pieces.set(piece, { ...this.#pieces.get(piece), [steps.at(-1)!]: is });
    }
  }

  /** As whoever reads the state has it. */
  static read(model: Model, told: Told): Rebuilt {
    const rebuilt = new Rebuilt();
    rebuilt.#pieces.set('', stateOf(model, told));
    for (const list of LISTS)
      for (const [id, piece] of listed(model, told, list)) rebuilt.#pieces.set(`/${list}/${id}`, piece);
    return rebuilt;
  }

  get header(): Fields {
    return this.#pieces.get('')!;
  }

  of(list: string): ReadonlyMap<string, Fields> {
    return new Map(
      [...this.#pieces].flatMap(([path, fields]) => {
        const [, name, id, ...rest] = path.split('/');
        return name === list && rest.length === 0 ? [[id!, fields] as const] : [];
      }),
    );
  }
}

const all = (model: Model, story: number, limit = 1_000): readonly ChangeView[] => {
  const changes: ChangeView[] = [];
  for (let after: bigint | null = null; ;) {
    const found = changesAfter(model.reader, model.audience, { after, story, limit });
    changes.push(...found.changes.map(({ change }) => change));
    if (!found.more) return changes;
    expect(found.changes).not.toHaveLength(0);
    after = found.last;
  }
};

const LISTS = ['developments', 'claims', 'questions', 'corrections'] as const;
const HEADER = ['headline', 'lede', 'topics', 'places', 'status', 'notice', 'language'];
const OF_STORY = /^Story(?:Killed|TakenDown|Reinstated)$/;

const numberOf = (model: Model, { id }: Told): number => model.reader.story(id)!.story;
const byId = (items: readonly Fields[]): ReadonlyMap<string, Fields> =>
  new Map(items.map((item) => [String(item['id']), item]));

function stateOf(model: Model, told: Told): Fields {
  const reading = model.stories.at(told.id, model.reader.story(told.id)!.head);
  if (reading.kind !== 'found') throw new Error(reading.kind);
  return JSON.parse(model.stories.state(reading.found)) as Fields;
}

/** What a page of all of a list has, without what is told beside a piece. */
function listed(
  model: Model,
  told: Told,
  list: 'developments' | 'claims' | 'questions' | 'corrections',
): ReadonlyMap<string, Fields> {
  const reading = model.stories.at(told.id, model.reader.story(told.id)!.head);
  if (reading.kind !== 'found') throw new Error(reading.kind);
  const { items } = JSON.parse(model.stories.list(reading.found, list, { from: [], limit: 10_000 })) as {
    items: Fields[];
  };
  if (list !== 'claims') return byId(items);
  return byId(
    items.map((item) => {
      const { assertions, revision, ...claim } = item;
      void [assertions, revision];
      return claim;
    }),
  );
}

/** What a follower has of a story. */
const had = (rebuilt: Rebuilt): readonly unknown[] => [
  ...HEADER.map((name) => rebuilt.header[name] ?? null),
  ...LISTS.map((list) => rebuilt.of(list)),
];

/** The same of the story itself. */
function stood(model: Model, told: Told): readonly unknown[] {
  const state = stateOf(model, told);
  return [...HEADER.map((name) => state[name]), ...LISTS.map((list) => listed(model, told, list))];
}

describe.each(['desk', 'public'] as const)('the changes of the %s log', (audience) => {
  let model: Model;
  beforeAll(() => {
    model = archives.model(audience);
  });
  afterAll(() => model.close());

  it('make the state, when each is taken in its turn', () =>
    ofMoves(audience, 60, async (told) => {
      await model.take(told.stored, 5);
      if (audience === 'public' && foldsOf(told).at(-1)!.withheld) return;
      const rebuilt = new Rebuilt();
      const changes = all(model, numberOf(model, told));
      // What withheld the whole story, or gave it back, says so; what it changed is in the state.
      if (changes.some(({ type }) => audience === 'public' && OF_STORY.test(type))) return;
      for (const change of changes) rebuilt.take(change.changes);
      expect(had(rebuilt)).toEqual(stood(model, told));
    }));

  it('make the state for whoever follows live, and reads it where a change says that it must', async () => {
    expect.hasAssertions();
    await ofMoves(audience, 60, async (told) => {
      // Null while there is nothing to be read of the story.
      let rebuilt: Rebuilt | null = new Rebuilt();
      let after: bigint | null = null;
      for (const [i, event] of told.stored.entries()) {
        await model.take([event]);
        const { changes } = changesAfter(model.reader, audience, {
          after,
          story: numberOf(model, told),
          limit: 10,
        });
        after = event.position;
        const withheld =
          audience === 'public' &&
          foldsOf({ audience, events: told.events.slice(0, i + 1) }).at(-1)!.withheld;
        if (withheld) rebuilt = null;
        else if (changes.some(({ change }) => change.whole)) rebuilt = Rebuilt.read(model, told);
        else for (const { change } of changes) rebuilt?.take(change.changes);
        expect(rebuilt && had(rebuilt)).toEqual(rebuilt && stood(model, told));
      }
    });
  });

  it('are the same by pages of any length, and from any position that they tell', () =>
    ofMoves(audience, 25, async (told) => {
      await model.take(told.stored);
      const story = numberOf(model, told);
      const changes = all(model, story);
      for (const limit of [1, 2, 7]) expect(all(model, story, limit)).toEqual(changes);
      for (const [i, change] of changes.entries()) {
        const position = parsePosition(audience, change.position) as bigint;
        expect(knowsPosition(model.reader, position)).toBe(true);
        const rest = changesAfter(model.reader, audience, { after: position, story, limit: 1_000 });
        expect(rest.changes.map((c) => c.change)).toEqual(changes.slice(i + 1));
      }
    }));

  it('grow in position, name each event once, and end with the newest', () =>
    ofMoves(audience, 25, async (told) => {
      await model.take(told.stored);
      const changes = all(model, numberOf(model, told));
      const positions = changes.map((c) => BigInt(c.position));
      expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(changes.map((c) => c.id)).size).toBe(changes.length);
      const newest = newestPosition(model.reader, numberOf(model, told));
      if (audience === 'public' && foldsOf(told).at(-1)!.withheld) return;
      expect(newest).toBe(told.stored.at(-1)!.position);
    }));
});

describe('the public changes', () => {
  let model: Model;
  beforeAll(() => {
    model = archives.model('public');
  });
  afterAll(() => model.close());

  it('have nothing of what is withheld now: no word of it, and no event of it but the notice', () =>
    ofMoves('public', 60, async (told) => {
      await model.take(told.stored, 3);
      const last = foldsOf(told).at(-1)!;
      const changes = all(model, numberOf(model, told));
      if (last.withheld) {
        const told = changes.map(({ type, changes: c }) => [type, c.map(({ path }) => path)]);
        const type = last.withheld.how === 'killed' ? 'StoryKilled' : 'StoryTakenDown';
        if (JSON.stringify(told) !== JSON.stringify([[type, ['/status', '/notice']]]))
          throw new Error(String(told));
        return;
      }
      const withheld = new Set(
        [...last.developments.values()].filter((d) => d.withheld).map((d) => d.development.id),
      );
      const said = new Set<string>();
      for (const { event } of told.events)
        if (
          'development' in event &&
          typeof event.development === 'object' &&
          withheld.has(event.development.id)
        )
          for (const mark of marksIn([event.development.text, event.development.place])) said.add(mark);
      const text = JSON.stringify(changes);
      for (const mark of said) expect(text).not.toContain(mark);
      for (const id of withheld) {
        const telling = changes.filter((c) => JSON.stringify(c.changes).includes(`/developments/${id}`));
        expect(
          telling.map((c) => c.type).filter((type) => !/Killed|TakenDown|Reinstated/.test(type)),
        ).toEqual([]);
        // What was withheld while the whole story was, is in the state that came with the story's return.
        if (changes.some((c) => OF_STORY.test(c.type))) continue;
        expect(telling.at(-1)!.changes).toContainEqual(
          expect.objectContaining({ path: `/developments/${id}`, was: null }),
        );
      }
    }));

  it('that take back or put right are told over all stories, newest first, by pages', () =>
    ofMoves('public', 20, async (told) => {
      const alone = archives.model('public');
      await alone.take(told.stored);
      const every = all(alone, numberOf(alone, told));
      const paged: ChangeView[] = [];
      for (let from: readonly number[] = []; ;) {
        const page = amendments(alone.reader, 'public', { asOf: null, from, limit: 2 });
        paged.push(...page.changes);
        if (page.next === null) break;
        from = page.next;
      }
      // One removal of several events is named once; a judgement where it changes a verdict.
      const isAmending = (c: ChangeView): boolean =>
        /Corrected|Retract|Withdrawn|Killed|TakenDown|Reinstated|Removed/.test(c.type)
          ? c.changes.length > 0
          : c.changes.some(({ path, was }) => was === null && path.startsWith('/corrections/'));
      const expected = every.filter(isAmending);
      expect(paged).toEqual([...expected].reverse());
      alone.close();
    }));

  it('are other ones, and known to be, while a story is being told anew', () =>
    ofMoves('public', 1, async (told) => {
      const alone = archives.model('public');
      await alone.take(told.stored);
      const cut = { after: null, story: null, limit: 100 };
      const [before, then] = [changesAfter(alone.reader, 'public', cut), alone.reader.lastTold];
      const next = told.stored.at(-1)!.position + 1n;
      alone.file.write(null, () => alone.file.closeOff(told.id, told.stored.length, next));
      expect(before.changes).not.toHaveLength(0);
      expect(changesAfter(alone.reader, 'public', cut).changes).toEqual([]);
      expect(alone.reader.lastTold).not.toBe(then);
      alone.close();
    }));
});
