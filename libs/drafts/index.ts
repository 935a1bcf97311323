/** Drafts of editors: words that nobody recorded yet. They are in no log. */
export { Drafts, DraftsFull, MOST_DRAFTS, type Draft, type DraftWords, type WholeDraft } from './drafts.js';
