/** Reading stories over HTTP: the same for desk and archive, each over its own log. */
export { readingController } from './story.controller.js';
export { newsroomController } from './newsroom.controller.js';
export { Followers } from './followers.js';
export { Dumps } from './dumps.js';
export { followingController } from './following.controller.js';
export { syndicationController } from './syndication.controller.js';
export { mementoController } from './memento.controller.js';
export { Readable, type ReadingOptions } from './readable-model.js';
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
export { send } from './answer.js';
export { cursorOf, cursorRefused, foundOr, partyNotHeard } from './found-or-problem.js';
export { linkText } from './link.js';
export { timesOf } from './choice.js';
export { filterOf } from './list-filter.js';
export { dateOf, mementoLinks, originalOf, timeGateOf, timeMapOf } from './memento.js';
export { siteOf, type Publication } from './publication.js';
export { LANGUAGE_TAG } from './asked-languages.js';
export { STORY_STATUSES } from './read-api.dto.js';
