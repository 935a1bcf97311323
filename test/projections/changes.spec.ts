import fc from 'fast-check';
import {
  amendments,
  changesAfter,
  isKnownPosition,
  newestPosition,
  parsePosition,
  type Audience,
  type ChangeView,
  type Difference,
} from '#projections';
import { moves, play, marksIn, type Move } from '../publishing/histories.js';
import { Archives, foldsOf, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const NOTHING_CHOSEN = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/** The kill of a development that was never public. In public, it is one removal with an event for each claim. */
const TWO_CLAIMS_KILLED: readonly Move[] = [
  { do: 'record', n: [0, 0, 5, 0, 0, 0, 0, 0, 0, 0] },
  { do: 'record', n: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2606] },
  ...(['record', 'judge', 'kill'] as const).map((what) => ({ do: what, n: NOTHING_CHOSEN })),
];

const ofMoves = (audience: Audience, numRuns: number, check: (logged: LoggedStory) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(moves(36, 10), async (moved: readonly Move[]) => {
      const { events } = play(moved);
      const seen = audience === 'desk' ? events : recordedPublicly(events);
      if (seen.length > 0) await check(await archives.append(seen, audience));
    }),
    // The time to shrink a failing example, in milliseconds.
    { numRuns, examples: [[TWO_CLAIMS_KILLED]], interruptAfterTimeLimit: 200_000 },
  );

type Fields = Record<string, unknown>;

/** A state that is rebuilt from differences: the members of the header, and each piece by its path. */
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

  /** The state as a reader gets it. */
  static read(model: Model, logged: LoggedStory): Rebuilt {
    const rebuilt = new Rebuilt();
    rebuilt.#pieces.set('', stateOf(model, logged));
    for (const list of LISTS)
      for (const [id, piece] of listed(model, logged, list)) rebuilt.#pieces.set(`/${list}/${id}`, piece);
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

const numberOf = (model: Model, { id }: LoggedStory): number => model.reader.story(id)!.story;
const byId = (items: readonly Fields[]): ReadonlyMap<string, Fields> =>
  new Map(items.map((item) => [String(item['id']), item]));

function stateOf(model: Model, logged: LoggedStory): Fields {
  const reading = model.stories.at(logged.id, model.reader.story(logged.id)!.head);
  if (reading.kind !== 'found') throw new Error(reading.kind);
  return JSON.parse(model.stories.state(reading.found)) as Fields;
}

/** A whole list by id. Claims are without the members that are no part of a difference. */
function listed(
  model: Model,
  logged: LoggedStory,
  list: 'developments' | 'claims' | 'questions' | 'corrections',
): ReadonlyMap<string, Fields> {
  const reading = model.stories.at(logged.id, model.reader.story(logged.id)!.head);
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
function presentState(model: Model, logged: LoggedStory): readonly unknown[] {
  const state = stateOf(model, logged);
  return [...HEADER.map((name) => state[name]), ...LISTS.map((list) => listed(model, logged, list))];
}

describe.each(['desk', 'public'] as const)('the changes of the %s log', (audience) => {
  let model: Model;
  beforeAll(() => {
    model = archives.model(audience);
  });
  afterAll(() => model.close());

  it('make the state when they are applied in order', () =>
    ofMoves(audience, 30, async (logged) => {
      await model.take(logged.stored, 5);
      if (audience === 'public' && foldsOf(logged).at(-1)!.withheld) return;
      const rebuilt = new Rebuilt();
      const changes = all(model, numberOf(model, logged));
      // A change that withholds or reinstates the whole story is incomplete: `whole` says so.
      if (changes.some(({ type }) => audience === 'public' && OF_STORY.test(type))) return;
      for (const change of changes) rebuilt.take(change.changes);
      expect(had(rebuilt)).toEqual(presentState(model, logged));
    }));

  it('make the state for a live follower, which fetches it again when a change is incomplete', async () => {
    expect.hasAssertions();
    await ofMoves(audience, 30, async (logged) => {
      // Null while the story cannot be read.
      let rebuilt: Rebuilt | null = new Rebuilt();
      let after: bigint | null = null;
      for (const [i, event] of logged.stored.entries()) {
        await model.take([event]);
        const { changes } = changesAfter(model.reader, audience, {
          after,
          story: numberOf(model, logged),
          limit: 10,
        });
        after = event.position;
        const withheld =
          audience === 'public' &&
          foldsOf({ audience, events: logged.events.slice(0, i + 1) }).at(-1)!.withheld;
        if (withheld) rebuilt = null;
        else if (changes.some(({ change }) => change.whole)) rebuilt = Rebuilt.read(model, logged);
        else for (const { change } of changes) rebuilt?.take(change.changes);
        expect(rebuilt && had(rebuilt)).toEqual(rebuilt && presentState(model, logged));
      }
    });
  });

  it('are the same in pages of any length, and from the position of any change', () =>
    ofMoves(audience, 15, async (logged) => {
      await model.take(logged.stored);
      const story = numberOf(model, logged);
      const changes = all(model, story);
      for (const limit of [1, 2, 7]) expect(all(model, story, limit)).toEqual(changes);
      for (const [i, change] of changes.entries()) {
        const position = parsePosition(audience, change.position) as bigint;
        expect(isKnownPosition(model.reader, position)).toBe(true);
        const rest = changesAfter(model.reader, audience, { after: position, story, limit: 1_000 });
        expect(rest.changes.map((c) => c.change)).toEqual(changes.slice(i + 1));
      }
    }));

  it('grow in position, name each event once, and end with the newest', () =>
    ofMoves(audience, 15, async (logged) => {
      await model.take(logged.stored);
      const changes = all(model, numberOf(model, logged));
      const positions = changes.map((c) => BigInt(c.position));
      expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(changes.map((c) => c.id)).size).toBe(changes.length);
      const newest = newestPosition(model.reader, numberOf(model, logged));
      if (audience === 'public' && foldsOf(logged).at(-1)!.withheld) return;
      expect(newest).toBe(logged.stored.at(-1)!.position);
    }));
});

describe('the public changes', () => {
  let model: Model;
  beforeAll(() => {
    model = archives.model('public');
  });
  afterAll(() => model.close());

  it('have no word of withheld content, and only the event that withholds it', () =>
    ofMoves('public', 40, async (logged) => {
      await model.take(logged.stored, 3);
      const last = foldsOf(logged).at(-1)!;
      const changes = all(model, numberOf(model, logged));
      if (last.withheld) {
        const paths = changes.map(({ type, changes: c }) => [type, c.map(({ path }) => path)]);
        const type = last.withheld.how === 'killed' ? 'StoryKilled' : 'StoryTakenDown';
        if (JSON.stringify(paths) !== JSON.stringify([[type, ['/status', '/notice']]]))
          throw new Error(String(paths));
        return;
      }
      const withheld = new Set(
        [...last.developments.values()].filter((d) => d.withheld).map((d) => d.development.id),
      );
      const said = new Set<string>();
      for (const { event } of logged.events)
        if (
          'development' in event &&
          typeof event.development === 'object' &&
          withheld.has(event.development.id)
        )
          for (const mark of marksIn([event.development.text, event.development.place])) said.add(mark);
      const text = JSON.stringify(changes);
      for (const mark of said) expect(text).not.toContain(mark);
      for (const id of withheld) {
        const naming = changes.filter((c) => JSON.stringify(c.changes).includes(`/developments/${id}`));
        expect(naming.map((c) => c.type).filter((type) => !/Killed|TakenDown|Reinstated/.test(type))).toEqual(
          [],
        );
        // The development may have been withheld while the whole story was: the state after the reinstatement shows it.
        if (changes.some((c) => OF_STORY.test(c.type))) continue;
        expect(naming.at(-1)!.changes).toContainEqual(
          expect.objectContaining({ path: `/developments/${id}`, was: null }),
        );
      }
    }));

  it('that are amendments are listed over all stories, newest first, in pages', () =>
    ofMoves('public', 20, async (logged) => {
      const alone = archives.model('public');
      await alone.take(logged.stored);
      const every = all(alone, numberOf(alone, logged));
      const paged: ChangeView[] = [];
      for (let from: readonly number[] = []; ;) {
        const page = amendments(alone.reader, 'public', { asOf: null, from, limit: 2 });
        paged.push(...page.changes);
        if (page.next === null) break;
        from = page.next;
      }
      // A removal in several events counts once; a judgement counts if it changes a verdict.
      const isAmending = (c: ChangeView): boolean =>
        /Corrected|Retract|Withdrawn|Killed|TakenDown|Reinstated|Removed/.test(c.type)
          ? c.changes.length > 0
          : c.changes.some(({ path, was }) => was === null && path.startsWith('/corrections/'));
      const expected = every.filter(isAmending);
      expect(paged).toEqual([...expected].reverse());
      alone.close();
    }));

  it('wait while a story is being rewritten, and the list version shows it', () =>
    ofMoves('public', 1, async (logged) => {
      const alone = archives.model('public');
      await alone.take(logged.stored);
      const cut = { after: null, story: null, limit: 100 };
      const [before, then] = [changesAfter(alone.reader, 'public', cut), alone.reader.listVersion];
      const next = logged.stored.at(-1)!.position + 1n;
      alone.file.write(null, () => alone.file.closeOff(logged.id, logged.stored.length, next));
      expect(before.changes).not.toHaveLength(0);
      expect(changesAfter(alone.reader, 'public', cut).changes).toEqual([]);
      expect(alone.reader.listVersion).not.toBe(then);
      alone.close();
    }));
});
