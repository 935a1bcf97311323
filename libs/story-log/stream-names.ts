import { v5 } from 'uuid';
import type { Uuid } from '#story';

/** The desk's log has every event; the public log has what readers may see. */
export const LOGS = ['desk', 'public'] as const;
export type LogName = (typeof LOGS)[number];

/** What the name of a story's stream begins with; the story's id follows. */
export const STREAM_PREFIX = { desk: 'story-', public: 'public-' } as const satisfies Record<LogName, string>;

/** The stream of the desk's log that has the sides and parties of all stories. */
export const DIRECTORY_STREAM = 'directory';

/** The stream of the desk's log that has the reviews of all stories, and the rule of the newsroom. */
export const REVIEW_STREAM = 'reviews';

/** The stream of the desk's log that says when webhooks were switched off. */
export const WEBHOOK_STREAM = 'webhooks';

/** What the name of the stream begins with that has the notes on a story; the story's id follows. Readers never see it. */
const NOTES_PREFIX = 'notes-';

export const notesStream = (story: Uuid): string => NOTES_PREFIX + story;

/** The story to whose notes a stream belongs; null for another stream. */
export const storyOfNotes = (stream: string): Uuid | null =>
  stream.startsWith(NOTES_PREFIX) ? stream.slice(NOTES_PREFIX.length) : null;

/** The stream of a story in one of the logs: `story-d1a90f22-4dc4-5cde-ad69-69ff2b37933e`. */
export const storyStream = (log: LogName, story: Uuid): string => STREAM_PREFIX[log] + story;

/** The public stream of the story that has `deskStream` in the desk's log. */
export const publicStreamOf = (deskStream: string): string =>
  storyStream('public', deskStream.slice(STREAM_PREFIX.desk.length));

/**
 * The id of a public event: a UUID of version 5 (RFC 9562) made from the desk event that it follows from. `index` counts
 * the public events of that desk event from 0. So each publisher gives the same event the same id.
 */
export const publicEventId = (deskEvent: Uuid, index: number): Uuid => v5(`public/${index}`, deskEvent);
