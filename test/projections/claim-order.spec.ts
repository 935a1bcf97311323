import fc from 'fast-check';
import type { FoundStory, ListFilter } from '#projections';
import { changesOf, claimsBefore, orderedClaims } from '#projections/testing';
import type { Claim, ClaimState, Story } from '#story';
import { moves, play } from '#story/testing';
import { Archives, foldsOf, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

interface Page {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly { readonly id: string }[];
}

const fromOf = (next: string): readonly number[] => {
  const cursor = new URL(next, 'http://localhost').searchParams.get('cursor')!;
  return (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { from: number[] }).from;
};

const variableOf = ({ territory, figure }: Claim): string | null =>
  territory?.variable ?? figure?.variable ?? null;

const ids = (states: readonly ClaimState[]): readonly string[] => states.map(({ claim }) => claim.id);

/** The claims and totals of all pages of one length. It also checks where the page before each page begins. */
function pagesOf(model: Model, found: FoundStory, limit: number, filter: ListFilter) {
  const claims: string[] = [];
  const totals = new Set<number>();
  const begins: (readonly number[])[] = [[]];
  for (;;) {
    const cut = { from: begins.at(-1)!, limit, filter };
    const { total, next, items } = JSON.parse(model.stories.list(found, 'claims', cut)) as Page;
    claims.push(...items.map(({ id }) => id));
    totals.add(total);
    const before = claimsBefore(model.reader, found, filter, { from: begins.at(-1)!, limit });
    expect(before).toEqual(begins.at(-2) ?? null);
    if (next === null) return { claims, totals: [...totals] };
    expect(items).toHaveLength(limit);
    begins.push(fromOf(next));
  }
}

/** Checks every state of generated stories, with the folds up to it. */
const atRevisions = (
  audience: LoggedStory['audience'],
  check: (model: Model, found: FoundStory, folds: readonly Story[]) => void,
) =>
  fc.assert(
    fc.asyncProperty(moves(40, 'judge', 'record'), fc.integer({ min: 1, max: 7 }), async (history, batch) => {
      const { events } = play(history);
      const seen = audience === 'desk' ? events : recordedPublicly(events);
      if (seen.length === 0) return;
      const logged = await archives.append(seen, audience);
      const model = archives.model(audience);
      try {
        for (let i = 0; i < logged.stored.length; i += batch) {
          await model.take(logged.stored.slice(i, i + batch));
          model.reopen();
        }
        const folds = foldsOf(logged);
        for (const revision of folds.keys()) {
          const reading = model.stories.at(logged.id, revision);
          if (reading.kind === 'found') check(model, reading.found, folds.slice(0, revision + 1));
        }
      } finally {
        model.close();
      }
    }),
    { numRuns: 12 },
  );

describe.each(['desk', 'public'] as const)('the order of claims in the %s log', (audience) => {
  it('is that of the state at each revision, page by page, forwards and backwards', () => {
    const tiers = new Set<string>();
    return atRevisions(audience, (model, found, folds) => {
      const claims = ids(orderedClaims(folds, null));
      if (claims.length < 3) return;
      const limit = 1 + (found.revision % 3);
      expect(pagesOf(model, found, limit, {})).toEqual({ claims, totals: [claims.length] });
      const story = folds.at(-1)!;
      if (story.claims.get(claims[0]!)!.judgements.length > 0) tiers.add('judged');
      if ([...story.developments.values()].some((d) => d.development.significance === 'key'))
        tiers.add('key');
    }).then(() => expect([...tiers].sort()).toEqual(['judged', 'key']));
  });

  it('is the same with a filter, which tests the claims as of that revision', () => {
    const chosen = { status: 0, kind: 0, variable: 0, party: 0, changedSince: 0 };
    return atRevisions(audience, (model, found, folds) => {
      const all = orderedClaims(folds, null);
      const changed = changesOf(folds);
      const check = (name: keyof typeof chosen, filter: ListFilter, fits: (state: ClaimState) => boolean) => {
        const claims = ids(all.filter(fits));
        const pages = pagesOf(model, found, 2, filter);
        expect([name, pages.claims]).toEqual([name, claims]);
        expect(pages.totals).toEqual([claims.length]);
        if (claims.length > 0 && claims.length < all.length) chosen[name] += 1;
      };
      const [one] = all.slice(found.revision % Math.max(1, all.length));
      if (!one) return;
      const { status } = one.current;
      check('status', { status }, (s) => s.current.status === status);
      const { kind } = one.claim;
      check('kind', { kind }, (s) => s.claim.kind === kind);
      const variable = variableOf(one.claim) ?? 'never-measured';
      check('variable', { variable }, (s) => variableOf(s.claim) === variable);
      const party = one.stances[0]?.origin.speaker ?? 'nobody';
      const spoke = (s: ClaimState): boolean =>
        [...s.byOrigin.values()]
          .flat()
          .some(({ origin }) => origin.kind === 'party' && [origin.speaker, origin.id].includes(party));
      check('party', { party }, spoke);
      const since = folds[Math.floor(folds.length / 2)]!;
      const revision = folds.findLast((f) => f.updatedAt === since.updatedAt)!.revision;
      check('changedSince', { changedSince: since.updatedAt }, (s) => changed.get(s.claim.id)! > revision);
    }).then(() => expect(Object.values(chosen).every((n) => n > 0)).toBe(true));
  });
});
