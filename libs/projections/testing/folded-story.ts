import {
  claimsOf,
  emptyStory,
  isValidAt,
  isOpen,
  questionsOf,
  same,
  assertionsInForce,
  type ClaimState,
  type DevelopmentState,
  type Instant,
  type Story,
} from '#story';
import type { Audience } from '../audience.js';
import { assertionView, claimNotes, contentView, statusView, type JudgedAssertion } from '../claim-view.js';
import { developmentView, iso, withheldView } from '../development-view.js';
import { correctionView, questionView, scheduledView, summaryView } from '../entry-views.js';
import { LIMITS } from '../story-reader.js';

/**
 * The last state of a story, computed in a simple way from its folds, one for each revision. The read model must give the
 * same. `next` only says whether there is more.
 */
export function foldedState(
  stories: readonly Story[],
  audience: Audience,
  { asOf, validAt }: { asOf: Instant | null; validAt: Instant | null },
) {
  const story = stories.at(-1)!;
  return {
    id: story.id,
    slug: story.slug,
    asOf: asOf === null ? null : iso(asOf),
    validAt: validAt === null ? null : iso(validAt),
    revision: String(story.revision),
    headline: story.headline.text,
    lede: story.lede?.text ?? null,
    summary: summaryView(story),
    ...(audience === 'desk' ? { scheduled: story.scheduled.map(scheduledView) } : {}),
    language: story.language,
    topics: story.topics,
    places: story.places,
    status: story.withheld?.how ?? story.status,
    notice: withheldView(story.withheld),
    openedAt: iso(story.openedAt),
    updatedAt: iso(story.updatedAt),
    claims: page(foldedClaims(stories, validAt), LIMITS.claims),
    questions: page(
      questionsOf(story).map((q) => questionView(story, q)),
      LIMITS.questions,
    ),
    corrections: page([...story.corrections.newestFirst()].map(correctionView), LIMITS.corrections),
    developments: page(foldedTimeline(story, audience, validAt), LIMITS.developments),
  };
}

export function foldedTimeline(story: Story, audience: Audience, validAt: Instant | null) {
  const all = [...story.timeline.newestFirst()].flatMap((id) => story.developments.get(id) ?? []);
  return all
    .filter((d) => validAt === null || beganAt(d) <= validAt)
    .map((d) => developmentView(d, audience));
}

function beganAt({ development, recordedAt }: DevelopmentState): Instant {
  const when = development.occurred ?? development.reportedAt;
  return when ? (when.from ?? -Infinity) : recordedAt;
}

/** The claims in the order of a state. */
export function orderedClaims(stories: readonly Story[], validAt: Instant | null): readonly ClaimState[] {
  const story = stories.at(-1)!;
  const changed = changesOf(stories);
  const key = new Set(
    [...story.developments.values()].flatMap(({ development, retracted, withheld }) =>
      development.significance !== 'key' || retracted || withheld
        ? []
        : [...development.claims.map((c) => c.id), ...development.assertions.map((a) => a.claim)],
    ),
  );
  const tier = ({ claim, judgements }: ClaimState): number =>
    judgements.length > 0 ? 0 : key.has(claim.id) ? 1 : 2;
  return [...claimsOf(story)]
    .filter((c) => validAt === null || isValidAt(story, c, validAt))
    .sort((a, b) => tier(a) - tier(b) || changed.get(b.claim.id)! - changed.get(a.claim.id)!);
}

/** For each claim, the revision that last changed its words, its status or its assertions. */
export function changesOf(stories: readonly Story[]): ReadonlyMap<string, number> {
  const changed = new Map<string, { readonly text: string; readonly revision: number }>();
  for (const story of stories) {
    for (const id of changed.keys()) if (!story.claims.has(id)) changed.delete(id);
    for (const state of claimsOf(story)) {
      const text = JSON.stringify([
        contentView(state.claim),
        statusView(state.current),
        assertionsOf(state).map((a) => assertionView(story, a)),
      ]);
      const { id } = state.claim;
      if (changed.get(id)?.text !== text) changed.set(id, { text, revision: story.revision });
    }
  }
  return new Map([...changed].map(([id, { revision }]) => [id, revision]));
}

function foldedClaims(stories: readonly Story[], validAt: Instant | null) {
  const story = stories.at(-1)!;
  return orderedClaims(stories, validAt).map((state) => ({
    ...contentView(state.claim),
    ...statusView(state.current),
    assertions: page(
      [...assertionsOf(state)]
        .filter((a) => a.stands)
        .reverse()
        .map((a) => assertionView(story, a)),
      5,
    ),
  }));
}

/** Every assertion about a claim, oldest first, and whether it is in force. */
function assertionsOf(state: ClaimState): readonly JudgedAssertion[] {
  const all = [...state.byOrigin.values()].flatMap((said) => {
    const inForce = assertionsInForce(said);
    return said.map((a) => ({ ...a, stands: inForce.has(a.id) }));
  });
  return all.sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1));
}

export function foldedClaim(story: Story, state: ClaimState) {
  return {
    ...contentView(state.claim),
    ...statusView(state.current),
    ...claimNotes(story, state),
    history: [...state.history].slice(-100).map(statusView),
    assertions: page(
      assertionsOf(state).map((a) => assertionView(story, a)),
      20,
    ),
  };
}

const page = <T>(all: readonly T[], limit: number) => ({
  total: all.length,
  next: all.length > limit,
  items: all.slice(0, limit),
});

const MOST = 100;

/** What changed in a story between two of its states. Each list has its total and its newest hundred items. */
export function foldedChanges(
  from: Story | undefined,
  to: Story,
  moments: { readonly from: Instant; readonly to: Instant; readonly audience: Audience },
) {
  const before = from ?? emptyStory;
  const { audience } = moments;
  const after = (revision: number): boolean => revision > before.revision;
  const developments = [...to.timeline].flatMap((id) => to.developments.get(id) ?? []);
  const claims = claimsOf(to).flatMap((state) => {
    const was = before.claims.get(state.claim.id);
    if (was && same(statusView(was.current), statusView(state.current)) && same(was.claim, state.claim))
      return [];
    return [
      {
        ...contentView(state.claim),
        was: was ? statusView(was.current) : null,
        is: statusView(state.current),
        content: was && !same(was.claim, state.claim) ? { was: contentView(was.claim) } : null,
      },
    ];
  });
  const questions = questionsOf(to).filter((q) => {
    const was = before.questions.get(q.question.id);
    return !was || isOpen(before, was) !== isOpen(to, q);
  });
  const view = (d: DevelopmentState | undefined) => d && developmentView(d, audience);
  const touched = developments.filter(
    (d) => !after(d.revision) && !same(view(d), view(before.developments.get(d.development.id))),
  );
  return {
    id: to.id,
    slug: to.slug,
    from: { moment: iso(moments.from), revision: from ? String(from.revision) : null },
    to: { moment: iso(moments.to), revision: String(to.revision) },
    headline: changed(textOf(before, 'headline'), textOf(to, 'headline')),
    lede: changed(textOf(before, 'lede'), textOf(to, 'lede')),
    summary: changed(summaryView(before), summaryView(to)),
    status: changed(from ? (before.withheld?.how ?? before.status) : null, to.withheld?.how ?? to.status),
    developments: newest(
      developments.filter((d) => after(d.revision)).map((d) => developmentView(d, audience)),
    ),
    revised: newest(touched.map((d) => developmentView(d, audience))),
    claims: newest(claims),
    figures: newest(
      claims
        .filter((c) => c.kind !== 'proposition')
        .map(({ id, territory, figure, is }) => ({
          id,
          territory,
          figure,
          status: is.status,
          flags: is.flags,
        })),
    ),
    questions: newest(questions.map((q) => questionView(to, q))),
    corrections: newest([...to.corrections].filter((c) => after(c.revision)).map(correctionView)),
  };
}

function textOf(story: Story, what: 'headline' | 'lede') {
  if (story.revision < 0) return null;
  return story[what]?.text ?? null;
}

const changed = <T>(was: T, is: T): { readonly was: T; readonly is: T } | null =>
  same(was, is) ? null : { was, is };

const newest = <T>(items: readonly T[]): { readonly total: number; readonly items: readonly T[] } => ({
  total: items.length,
  items: items.slice(-MOST),
});
