import fc from 'fast-check';
import { iso, neighboursOf, partyNames, statusHistory, storyLanguage, type FoundStory } from '#projections';
import { claimsOf, type Story } from '#story';
import { moves, play } from '#story/testing';
import { Archives, foldsOf, recordedPublicly, type Model, type Told } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const foundAt = (model: Model, { id }: Told, revision: number): FoundStory | null => {
  const reading = model.stories.at(id, revision);
  return reading.kind === 'found' ? reading.found : null;
};

/** The statuses that a claim of a folded story has had, each once while it lasted. */
const movesIn = (story: Story, claim: string): readonly string[] =>
  [...story.claims.get(claim)!.history]
    .map(({ status }) => status)
    .filter((status, i, all) => status !== all[i - 1]);

/** Reads a story's model at each of its revisions, of any history. */
const atEveryRevision = (check: (model: Model, found: FoundStory, folded: Story, told: Told) => void) =>
  fc.assert(
    fc.asyncProperty(moves(25), async (history) => {
      const events = recordedPublicly(play(history).events);
      if (events.length === 0) return;
      const told = await archives.tell(events, 'public');
      const model = archives.model('public');
      try {
        await model.take(told.stored);
        for (const [revision, folded] of foldsOf(told).entries()) {
          const found = foundAt(model, told, revision);
          if (found) check(model, found, folded, told);
        }
      } finally {
        model.close();
      }
    }),
    { numRuns: 20 },
  );

describe('the history of a status', () => {
  it('has the moves of every claim up to a revision, of any history', () =>
    atEveryRevision((model, found, folded) => {
      const claims = claimsOf(folded).map((state) => state.claim.id);
      const told = statusHistory(model.reader, found, [...claims, 'never-heard-of'], 50);
      expect(told.map(({ claim }) => claim)).toEqual(claims);
      for (const { claim, moves: shown, earlier } of told) {
        expect(shown.map(({ status }) => status)).toEqual(movesIn(folded, claim));
        expect(earlier).toBe(false);
        expect(shown.at(-1)!.since).toBe(iso(folded.claims.get(claim)!.current.since));
      }
    }));

  it('has the newest where there are more than are asked for, and says so', () =>
    atEveryRevision((model, found, folded) => {
      const claims = claimsOf(folded).map((state) => state.claim.id);
      for (const { claim, moves: shown, earlier } of statusHistory(model.reader, found, claims, 1)) {
        const all = movesIn(folded, claim);
        expect(shown.map(({ status }) => status)).toEqual(all.slice(-1));
        expect(earlier).toBe(all.length > 1);
      }
    }));
});

describe('the neighbours of a state', () => {
  it('are the last revisions of the moments before and after it', () =>
    atEveryRevision((model, found, _, { events }) => {
      const last = new Map(events.map(({ recordedAt, revision }) => [recordedAt, revision]));
      const here = events[found.revision]!.recordedAt;
      const before = [...last.keys()].findLast((moment) => moment < here);
      const after = [...last.keys()].find((moment) => moment > here);
      const at = (moment: number | undefined) =>
        moment === undefined ? null : { revision: String(last.get(moment)), recordedAt: iso(moment) };
      expect(neighboursOf(model.reader, found)).toEqual({
        first: at([...last.keys()][0]),
        previous: at(before),
        next: at(after),
        latest: at([...last.keys()].at(-1)),
      });
    }));
});

describe('a state’s language and names', () => {
  it('are what they were then', () =>
    atEveryRevision((model, found, folded) => {
      expect(storyLanguage(model.reader, found)).toBe(folded.language);
      const heard = partyNames(model.reader, ['moscow', 'nobody', 'moscow'], found.recordedAt);
      expect(heard.has('nobody')).toBe(false);
      expect(heard.get('moscow') ?? 'Moscow').toBe('Moscow');
    }));
});
