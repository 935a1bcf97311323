import { decode, type StoredEvent } from '#event-store';
import type { ReviewEvent } from '#review';
import type { StoryEvent, Uuid } from '#story';
import { readEvent, REVIEW_STREAM, STREAM_PREFIX, storyOfNotes, WEBHOOK_STREAM } from '#story-log';
import { noteEvent } from '../notes/notes-recorder.js';
import type { WebhookEvent } from '../recording/webhook-event.js';
import { allWho, type NoticeFor } from './notice.js';
import type { ReviewRow } from './notice-file.js';

/** What an event makes: a notice, and the review to remember. Null means none. */
export interface Made {
  readonly notice: NoticeFor | null;
  readonly review: { readonly development: Uuid; readonly row: ReviewRow } | null;
}

/** What the maker looks up. */
export interface Known {
  review(development: Uuid): ReviewRow | null;
  /** Who recorded a development; null if that is unknown. */
  recordedBy(story: Uuid, development: Uuid): Promise<string | null>;
}

/** Events of stories that may make a notice. */
const OF_STORIES: ReadonlySet<string> = new Set([
  'StoryKilled',
  'StoryTakenDown',
  'DevelopmentKilled',
  'DevelopmentTakenDown',
  'TextsRemoved',
  'DevelopmentReleased',
] satisfies StoryEvent['type'][]);

/** Whether an event may make a notice, or is needed for a later one. */
export const concerns = ({ stream, type }: StoredEvent): boolean =>
  stream === REVIEW_STREAM ||
  stream === WEBHOOK_STREAM ||
  storyOfNotes(stream) !== null ||
  (stream.startsWith(STREAM_PREFIX.desk) && OF_STORIES.has(type));

/** The notice about an event. `by` recorded it. If it is too `old` for a notice, only its review is remembered. */
export async function make(stored: StoredEvent, by: string, old: boolean, known: Known): Promise<Made> {
  const { stream } = stored;
  if (stream === REVIEW_STREAM) return ofReview(stored, by, old, known);
  const notice = old ? null : await noticeOf(stored, known);
  return { notice, review: null };
}

async function noticeOf(stored: StoredEvent, known: Known): Promise<NoticeFor | null> {
  const { stream, type } = stored;
  if (stream === WEBHOOK_STREAM) {
    if (type !== 'WebhookSwitchedOff') return null;
    const { webhook, reason: off } = decode(stored.data) as Extract<WebhookEvent, { reason: string }>;
    return { kind: 'webhooks-failing', about: { webhook, off }, recipients: [allWho('keep-webhooks')] };
  }
  const story = storyOfNotes(stream);
  if (story === null) return ofStory(stored, known);
  const event = noteEvent(stored);
  if (event.type !== 'NoteAdded' || event.mentions.length === 0) return null;
  const { id: note, development, mentions } = event;
  const about = { story, note, ...(development === null ? {} : { development }) };
  return { kind: 'mention', about, recipients: mentions };
}

async function ofStory(stored: StoredEvent, known: Known): Promise<NoticeFor | null> {
  const { event, importedAt } = readEvent(stored).recorded;
  if (importedAt !== null) return null;
  const story = stored.stream.slice(STREAM_PREFIX.desk.length);
  const killed = (about: NoticeFor['about']): NoticeFor => ({
    kind: 'killed',
    about: { story, ...about },
    recipients: [allWho('read')],
  });
  switch (event.type) {
    case 'StoryKilled':
    case 'StoryTakenDown':
      return killed({ killed: 'story' });
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown':
      return killed({ killed: 'development', development: event.development });
    case 'TextsRemoved':
      return killed({ killed: 'text' });
    case 'DevelopmentReleased': {
      const { development, cause } = event;
      if (cause !== 'embargo') return null;
      const { author = null, approver = null } = known.review(development) ?? {};
      const recipients = [await known.recordedBy(story, development), author, approver];
      return { kind: 'embargo-due', about: { story, development }, recipients: people(recipients) };
    }
    default:
      return null;
  }
}

const KIND_OF = {
  ReviewApproved: 'approved',
  ReviewReturned: 'returned',
  ReviewTakenOver: 'taken-over',
} as const;

async function ofReview(stored: StoredEvent, by: string, old: boolean, known: Known): Promise<Made> {
  const event = { ...(decode(stored.data) as object), type: stored.type } as ReviewEvent;
  if (event.type === 'ReleaseRuleSet' || event.type === 'ReviewsReworded' || event.type === 'SourceApproved')
    return { notice: null, review: null };
  const { development } = event;
  if (event.type === 'ReviewRequested')
    return { notice: null, review: { development, row: { story: event.story, author: by, approver: null } } };
  const before = known.review(development);
  if (!before) return { notice: null, review: null };
  const { story, author } = before;
  const row = {
    story,
    author: event.type === 'ReviewTakenOver' ? by : author,
    approver: event.type === 'ReviewApproved' ? by : null,
  };
  const review = { development, row };
  if (old) return { notice: null, review };
  const about = {
    story,
    development,
    ...(event.type === 'ReviewReturned' ? { review: Number(stored.revision) } : {}),
  };
  const recipients = people([author, await known.recordedBy(story, development)]);
  return { notice: { kind: KIND_OF[event.type], about, recipients }, review };
}

const people = (ids: readonly (string | null)[]): readonly string[] => ids.filter((id) => id !== null);
