import fc from 'fast-check';
import {
  iso,
  nearbyRevisions,
  partyNames,
  statusHistory,
  storyLanguage,
  type FoundStory,
} from '#projections';
import { claimsOf, type Story } from '#story';
import { moves, play } from '#story/testing';
import { Archives, foldsOf, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

const foundAt = (model: Model, { id }: LoggedStory, revision: number): FoundStory | null => {
  const reading = model.stories.at(id, revision);
  return reading.kind === 'found' ? reading.found : null;
};

/** The statuses of a claim in a folded story, without repetitions. */
const movesIn = (story: Story, claim: string): readonly string[] =>
  [...story.claims.get(claim)!.history]
    .map(({ status }) => status)
    .filter((status, i, all) => status !== all[i - 1]);

/** Checks a story at each of its revisions, for generated histories. */
const atEveryRevision = (
  check: (model: Model, found: FoundStory, folded: Story, logged: LoggedStory) => void,
) =>
  fc.assert(
    fc.asyncProperty(moves(25), async (history) => {
      const events = recordedPublicly(play(history).events);
      if (events.length === 0) return;
      const logged = await archives.append(events, 'public');
      const model = archives.model('public');
      try {
        await model.take(logged.stored);
        for (const [revision, folded] of foldsOf(logged).entries()) {
          const found = foundAt(model, logged, revision);
          if (found) check(model, found, folded, logged);
        }
      } finally {
        model.close();
      }
    }),
    { numRuns: 20 },
  );

describe('the history of a status', () => {
  it('has the changes of status of every claim up to a revision', () =>
    atEveryRevision((model, found, folded) => {
      const claims = claimsOf(folded).map((state) => state.claim.id);
      const histories = statusHistory(model.reader, found, [...claims, 'never-heard-of'], 50);
      expect(histories.map(({ claim }) => claim)).toEqual(claims);
      for (const { claim, moves: shown, earlier } of histories) {
        expect(shown.map(({ status }) => status)).toEqual(movesIn(folded, claim));
        expect(earlier).toBe(false);
        expect(shown.at(-1)!.since).toBe(iso(folded.claims.get(claim)!.current.since));
      }
    }));

  it('has only the newest if there are more than the limit, and says so', () =>
    atEveryRevision((model, found, folded) => {
      const claims = claimsOf(folded).map((state) => state.claim.id);
      for (const { claim, moves: shown, earlier } of statusHistory(model.reader, found, claims, 1)) {
        const all = movesIn(folded, claim);
        expect(shown.map(({ status }) => status)).toEqual(all.slice(-1));
        expect(earlier).toBe(all.length > 1);
      }
    }));
});

describe('the nearby revisions', () => {
  it('are the last revisions of the moments before and after', () =>
    atEveryRevision((model, found, _, { events }) => {
      const last = new Map(events.map(({ recordedAt, revision }) => [recordedAt, revision]));
      const here = events[found.revision]!.recordedAt;
      const before = [...last.keys()].findLast((moment) => moment < here);
      const after = [...last.keys()].find((moment) => moment > here);
      const at = (moment: number | undefined) =>
        moment === undefined ? null : { revision: String(last.get(moment)), recordedAt: iso(moment) };
      expect(nearbyRevisions(model.reader, found)).toEqual({
        first: at([...last.keys()][0]),
        previous: at(before),
        next: at(after),
        latest: at([...last.keys()].at(-1)),
      });
    }));
});

describe('a state’s language and names', () => {
  it('are those of the revision', () =>
    atEveryRevision((model, found, folded) => {
      expect(storyLanguage(model.reader, found)).toBe(folded.language);
      const names = partyNames(model.reader, ['moscow', 'nobody', 'moscow'], found.recordedAt);
      expect(names.has('nobody')).toBe(false);
      expect(names.get('moscow') ?? 'Moscow').toBe('Moscow');
    }));
});
