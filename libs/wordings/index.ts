/** The words in which Dateline speaks of a story, in every language of its own. */
export { LANGUAGES, type Language } from './language.js';
export { capital, filled, listed, partsOfPhrase, type Phrase } from './phrase.js';
export { STATUS_GROUPS, type StatusGroup } from './status-groups.js';
export { fieldName, VOCABULARY } from './vocabularies.js';
export type { Vocabulary } from './vocabulary.js';
