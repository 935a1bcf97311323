/** The words in which Dateline describes a story, in English and French. */
export { everyWording } from './every-wording.js';
export { explain } from './explanation.js';
export { LANGUAGES, type Language } from './language.js';
export { capital, filled, listed, partsOfPhrase, type Phrase } from './phrase.js';
export { STATUS_GROUPS, type StatusGroup } from './status-groups.js';
export { fieldName, VOCABULARY } from './vocabularies.js';
export type { Vocabulary } from './vocabulary.js';
