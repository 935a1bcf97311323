/** How stories are kept in the two logs: names of streams, ids of public events, and the stored form of an event. */
export { newEvent, draft, readEvent, storedData, type ReadEvent } from './stored-event.js';
export {
  DIRECTORY_STREAM,
  REVIEW_STREAM,
  LOGS,
  notesStream,
  publicEventId,
  publicStreamOf,
  STREAM_PREFIX,
  storyOfNotes,
  storyStream,
  WEBHOOK_STREAM,
  type LogName,
} from './stream-names.js';
