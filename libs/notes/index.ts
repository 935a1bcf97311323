/** Notes of the staff on stories and developments, and the people whom they mention. Readers never see them. */
export { mentionsIn, type Mentions, type Named } from './mentions.js';
export {
  countWith,
  emptyNotes,
  evolveNotes,
  reworded,
  withoutWords,
  type Note,
  type NoteEvent,
  type Notes,
  type Take,
} from './notes.js';
