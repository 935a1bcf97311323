import { PersistentMap, same, type Instant, type Uuid } from '#story';

/** What happens with an approval: the development is released at once, or at the end of an embargo. */
export type WantedRelease = 'now' | { readonly embargoedUntil: Instant };

/** A development that waits for a second pair of eyes, came back with a note, or was taken over by somebody else. */
export interface Review {
  readonly story: Uuid;
  readonly development: Uuid;
  readonly state: 'awaiting-review' | 'returned' | 'taken-over';
  /** Who asked for the review, or took the development over: this person cannot approve it. */
  readonly author: string;
  readonly release: WantedRelease;
  /** From the author to the reviewer, or from the reviewer to the author. */
  readonly note: string | null;
  /** Who returned it; null before. */
  readonly reviewer: string | null;
  readonly since: Instant;
}

/** All reviews that are open, and the rule of the newsroom. */
export interface Reviews {
  /** Roles whose people may release what they recorded without a second pair of eyes. */
  readonly mayReleaseAlone: readonly string[];
  /** Whether an editor or custodian must approve an unnamed source before readers hear of it. */
  readonly unnamedNeedApproval: boolean;
  /** By development. */
  readonly open: PersistentMap<Review>;
  /** Who approved an unnamed source, by {@link sourceKey}. */
  readonly approvers: PersistentMap<string>;
  /** How many notes had the words of each removal. */
  readonly removals: PersistentMap<number>;
}

/** An unnamed source of a story. */
export interface SourceOf {
  readonly story: Uuid;
  readonly origin: Uuid;
}

export const sourceKey = ({ story, origin }: SourceOf): string => `${story}/${origin}`;

export type ReviewEvent =
  | {
      readonly type: 'ReviewRequested';
      readonly story: Uuid;
      readonly development: Uuid;
      readonly release: WantedRelease;
      readonly note: string | null;
    }
  | { readonly type: 'ReviewReturned'; readonly development: Uuid; readonly note: string }
  | { readonly type: 'ReviewTakenOver' | 'ReviewApproved'; readonly development: Uuid }
  | ({ readonly type: 'SourceApproved' } & SourceOf)
  | {
      readonly type: 'ReleaseRuleSet';
      readonly mayReleaseAlone: readonly string[];
      /** Absent in events of an older release: then it is the default. */
      readonly unnamedNeedApproval?: boolean;
    }
  /** A removal of words changed the notes of these open reviews, and erases them from earlier events. It names no words. */
  | {
      readonly type: 'ReviewsReworded';
      readonly removal: Uuid;
      /** How many notes had the words, also those of reviews that have ended. */
      readonly total: number;
      readonly notes: readonly { readonly development: Uuid; readonly note: string }[];
    };

export type ReviewCommand =
  | ({ readonly type: 'request' } & Omit<Extract<ReviewEvent, { type: 'ReviewRequested' }>, 'type'>)
  | { readonly type: 'return'; readonly development: Uuid; readonly note: string }
  | { readonly type: 'takeOver' | 'approve'; readonly development: Uuid }
  | ({ readonly type: 'approveSource' } & SourceOf)
  | {
      readonly type: 'setRule';
      readonly mayReleaseAlone: readonly string[];
      readonly unnamedNeedApproval: boolean;
    };

/** Until the newsroom sets another rule, reporters need a second pair of eyes, and unnamed sources an approval. */
export const emptyReviews: Reviews = {
  mayReleaseAlone: ['editor', 'publisher'],
  unnamedNeedApproval: true,
  open: PersistentMap.empty(),
  approvers: PersistentMap.empty(),
  removals: PersistentMap.empty(),
};

/** The command contradicts a rule of review. */
export class ReviewRefused extends Error {
  override readonly name = 'ReviewRefused';

  constructor(
    readonly code: 'review-unknown' | 'own-review',
    message: string,
  ) {
    super(message);
  }
}

/** What a command of `by` makes of the present state: at most one event. @throws ReviewRefused */
export function decideReview(
  { open, mayReleaseAlone, unnamedNeedApproval, approvers }: Reviews,
  command: ReviewCommand,
  by: string,
): readonly ReviewEvent[] {
  switch (command.type) {
    case 'request': {
      const { type: _, ...asked } = command;
      const review = open.get(asked.development);
      const isSame =
        review?.state === 'awaiting-review' &&
        review.author === by &&
        same(review.release, asked.release) &&
        review.note === asked.note;
      return isSame ? [] : [{ type: 'ReviewRequested', ...asked }];
    }
    case 'return': {
      const { development, note } = command;
      const { state, note: before } = othersReview(open, development, by);
      return state === 'returned' && before === note ? [] : [{ type: 'ReviewReturned', development, note }];
    }
    case 'takeOver':
      othersReview(open, command.development, by);
      return [{ type: 'ReviewTakenOver', development: command.development }];
    case 'approve':
      othersReview(open, command.development, by);
      return [{ type: 'ReviewApproved', development: command.development }];
    case 'setRule': {
      const roles = [...new Set(command.mayReleaseAlone)].sort();
      const isSame =
        same(roles, [...mayReleaseAlone].sort()) && command.unnamedNeedApproval === unnamedNeedApproval;
      const rule = { mayReleaseAlone: roles, unnamedNeedApproval: command.unnamedNeedApproval };
      return isSame ? [] : [{ type: 'ReleaseRuleSet', ...rule }];
    }
    case 'approveSource': {
      const { story, origin } = command;
      return approvers.has(sourceKey(command)) ? [] : [{ type: 'SourceApproved', story, origin }];
    }
  }
}

function othersReview(open: Reviews['open'], development: Uuid, by: string): Review {
  const review = open.get(development);
  if (!review)
    throw new ReviewRefused(
      'review-unknown',
      'Nobody asked for a review of this development, or it has ended.',
    );
  if (review.author === by)
    throw new ReviewRefused('own-review', 'You asked for this review. Somebody else must decide it.');
  return review;
}

export function evolveReviews(
  reviews: Reviews,
  event: ReviewEvent,
  { by, at }: { readonly by: string; readonly at: Instant },
): Reviews {
  const { open } = reviews;
  switch (event.type) {
    case 'ReviewRequested': {
      const { story, development, release, note } = event;
      const review: Review = {
        story,
        development,
        release,
        note,
        state: 'awaiting-review',
        author: by,
        reviewer: null,
        since: at,
      };
      return { ...reviews, open: open.set(development, review) };
    }
    case 'ReviewReturned': {
      const review = open.get(event.development);
      if (!review) return reviews;
      const returned: Review = { ...review, state: 'returned', note: event.note, reviewer: by, since: at };
      return { ...reviews, open: open.set(event.development, returned) };
    }
    case 'ReviewTakenOver': {
      const review = open.get(event.development);
      if (!review) return reviews;
      const taken: Review = { ...review, state: 'taken-over', author: by, since: at };
      return { ...reviews, open: open.set(event.development, taken) };
    }
    case 'ReviewApproved':
      return { ...reviews, open: open.delete(event.development) };
    case 'ReleaseRuleSet':
      return {
        ...reviews,
        mayReleaseAlone: event.mayReleaseAlone,
        unnamedNeedApproval: event.unnamedNeedApproval ?? true,
      };
    case 'SourceApproved':
      return { ...reviews, approvers: reviews.approvers.set(sourceKey(event), by) };
    case 'ReviewsReworded': {
      const { removal, total, notes } = event;
      const changed = notes.reduce((now, { development, note }) => {
        const review = now.get(development);
        return review ? now.set(development, { ...review, note }) : now;
      }, open);
      return { ...reviews, open: changed, removals: reviews.removals.set(removal, total) };
    }
  }
}
