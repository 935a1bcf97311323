import { dryRunAnswer, type DryRunAnswer } from '#http';
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
import type { DryRun } from './story-recorder.js';

type StatusView = ReturnType<typeof statusView>;

/** A claim whose status would change, with the status before and after. */
interface StatusMove {
  readonly claim: string;
  readonly text: Text;
  /** Null if the claim does not exist. */
  readonly was: StatusView | null;
  readonly is: StatusView | null;
}

/** A text that would be embargoed or on hold. */
interface NewlyScheduled {
  readonly id: string;
  readonly what: 'headline' | 'lede' | 'development';
  readonly text: Text;
  readonly release: ReturnType<typeof releaseView>;
}

/** The effects that a request would have. Nothing is recorded. */
export interface DryRunView extends DryRunAnswer {
  readonly story: Uuid;
  /** The present revision of the story. */
  readonly revision: string;
  readonly statuses: readonly StatusMove[];
  /** The events that would be public at once. */
  readonly public: readonly { readonly type: string; readonly data: object }[];
  readonly scheduled: readonly NewlyScheduled[];
  readonly warnings: readonly Warning[];
  readonly stays?: readonly Stays[];
  /** Present if the development would wait for a second pair of eyes. */
  readonly review?: 'awaiting-review';
}

export function dryRunView(
  story: Uuid,
  { before, after, directory, recorded }: DryRun,
  published: readonly StoryEvent[],
): DryRunView {
  const last = recorded.at(-1);
  return {
    ...dryRunAnswer(recorded.length > 0),
    story,
    revision: String(Math.max(before.revision, 0)),
    statuses: statusMoves(before, after),
    public: published.map(({ type, ...data }) => ({ type, data })),
    scheduled: newlyScheduled(before, after),
    warnings: recorded.flatMap(({ event, revision }) =>
      warningsAfter(event, { story: after, revision, directory }),
    ),
    ...(last ? staysAfter(last.event, after) : {}),
  };
}

function statusMoves(before: Story, after: Story): readonly StatusMove[] {
  return [...after.claims.changesSince(before.claims)].flatMap((claim) => {
    const [was, is] = [before.claims.get(claim), after.claims.get(claim)];
    if (same(statusOf(was), statusOf(is))) return [];
    const view = (state: ClaimState | undefined) => (state ? statusView(state.current) : null);
    return [{ claim, text: (is ?? was)!.claim.text, was: view(was), is: view(is) }];
  });
}

function statusOf(state: ClaimState | undefined): unknown {
  if (!state) return null;
  const { status, support, authority, contest, flags } = state.current;
  return { status, support, authority, contest, flags };
}

function newlyScheduled(before: Story, after: Story): readonly NewlyScheduled[] {
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
