/** Reading stories over HTTP: the same for desk and archive, each over its own log. */
export { readingController } from './reading-controller.js';
export { newsroomController } from './newsroom-controller.js';
export { Readable, type ReadingOptions } from './readable.js';
export { readingProblemMembers, readingSchemas } from './openapi/schemas.js';
export { readingOperations } from './openapi/operations.js';
export { readingAnswerHeaders, readingParameters, readingRequestHeaders } from './openapi/parameters.js';
