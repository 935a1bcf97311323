/** The read API over HTTP: the same for the desk and the archive, each over its own log. */
export { FOR_EDITORS, ReadApiModule } from './read-api.module.js';
export { ReadableModel, type ReadApiOptions } from './answers/readable-model.js';
export { Publication, type PublicationSettings } from './answers/publication.js';
export { Followers } from './publishing/followers.js';
export { Dumps } from './publishing/dumps.js';
export { publishingSchemas, readingProblemMembers, readingSchemas } from './openapi/schemas.js';
export { standing } from './openapi/claim-schemas.js';
export { readingOperations } from './openapi/operations.js';
export { publishingOperations } from './openapi/publishing-operations.js';
export {
  publishingAnswerHeaders,
  publishingRequestHeaders,
  readingAnswerHeaders,
  readingParameters,
  readingRequestHeaders,
} from './openapi/parameters.js';
export { send } from './answers/send.js';
export { cursorOf, foundOr, invalidCursor, partyNotHeard } from './answers/found-or-problem.js';
export { linkText } from './answers/link.js';
export { timesOf } from './queries/stories-filter.js';
export { filterOf } from './queries/story-list-filter.js';
export { dateOf, mementoLinks, originalOf, timeGateOf, timeMapOf } from './formats/memento.js';
export { IsLanguageTag } from './queries/is-language-tag.js';
export { STORY_STATUSES } from './queries/stories.dto.js';
