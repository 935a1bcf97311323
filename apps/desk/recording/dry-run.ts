import { tried, type Tried } from '#http';
import { releaseView, scheduledView, statusView } from '#projections';
import {
  same,
  type ClaimState,
  type Stays,
  type Story,
  type StoryEvent,
  type Text,
  type Uuid,
  type Warning,
} from '#story';
import { staysAfter, warningsAfter } from './event-feedback.js';
import type { Attempt } from './recorder.js';

type StatusView = ReturnType<typeof statusView>;

/** A claim whose status would move: where it stands, where it would, and why. */
interface Move {
  readonly claim: string;
  readonly text: Text;
  /** Null for a claim that is not there. */
  readonly was: StatusView | null;
  readonly is: StatusView | null;
}

/** What would wait for its time, or for an editor. */
interface Waits {
  readonly id: string;
  readonly what: 'headline' | 'lede' | 'development';
  readonly text: Text;
  readonly release: ReturnType<typeof releaseView>;
}

/** What would become of a request, of which nothing was recorded. */
export interface DryRunView extends Tried {
  readonly story: Uuid;
  /** Of the story as it is. */
  readonly revision: string;
  readonly statuses: readonly Move[];
  /** What readers would be told at once. */
  readonly public: readonly { readonly type: string; readonly data: object }[];
  readonly scheduled: readonly Waits[];
  readonly warnings: readonly Warning[];
  readonly stays?: readonly Stays[];
}

export function dryRunOf(
  story: Uuid,
  { before, after, directory, recorded }: Attempt,
  told: readonly StoryEvent[],
): DryRunView {
  const last = recorded.at(-1);
  return {
    ...tried(recorded.length > 0),
    story,
    revision: String(Math.max(before.revision, 0)),
    statuses: movesOf(before, after),
    public: told.map(({ type, ...data }) => ({ type, data })),
    scheduled: waitsOf(before, after),
    warnings: recorded.flatMap(({ event, revision }) =>
      warningsAfter(event, { story: after, revision, directory }),
    ),
    ...(last ? staysAfter(last.event, after) : {}),
  };
}

function movesOf(before: Story, after: Story): readonly Move[] {
  return [...after.claims.changesSince(before.claims)].flatMap((claim) => {
    const [was, is] = [before.claims.get(claim), after.claims.get(claim)];
    if (same(standingOf(was), standingOf(is))) return [];
    const view = (state: ClaimState | undefined) => (state ? statusView(state.current) : null);
    return [{ claim, text: (is ?? was)!.claim.text, was: view(was), is: view(is) }];
  });
}

function standingOf(state: ClaimState | undefined): unknown {
  if (!state) return null;
  const { status, support, authority, contest, flags } = state.current;
  return { status, support, authority, contest, flags };
}

function waitsOf(before: Story, after: Story): readonly Waits[] {
  const headings = after.scheduled.filter((one) => !before.scheduled.includes(one)).map(scheduledView);
  const developments = [...after.developments.changesSince(before.developments)].flatMap((id) => {
    const state = after.developments.get(id);
    if (!state || state.releasedAt !== null || state.development.release === 'now') return [];
    const { release, text } = state.development;
    if (same(before.developments.get(id)?.development.release, release)) return [];
    return [{ id, what: 'development' as const, text, release: releaseView(release) }];
  });
  return [...headings, ...developments];
}
