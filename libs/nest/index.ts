/** What desk and archive share of HTTP: strict reading, one form of error, time at the edge, settings, start. */
export { parseStrictJson } from './strict-json.js';
export { Problem, type ProblemOptions } from './problem.js';
export { type ProblemCode } from './problem-status.js';
export { problemOf } from './problem-of.js';
export { type Finding } from './pointer.js';
export { validate } from './validation.js';
export { Optional, type Dto } from './shape.js';
export { NestedArray, NestedObject, WordOrObject, type ArrayBounds } from './nested.js';
export {
  IsMediaTopics,
  IsSha256,
  IsSlug,
  IsSlugOrUuid,
  IsSlugs,
  IsUuidV45,
  isSlug,
  isUuidV45,
} from './identifier.js';
export { IsLanguage, IsLine, IsProse, IsText } from './wording.js';
export { IsCountry, IsGeoPoint, IsHttpUrl } from './whereabouts.js';
export { IsEdtf, parseOccurred } from './occurred.js';
export { IsInstant, iso, parseInstant, parseMoment } from './moment.js';
export { WholeNumber } from './query.js';
export { readSettings, WrongSettings, type LogLevel, type Settings } from './settings.js';
export { createServer, type ServerOptions } from './server.js';
export { openApi, type OpenApiOptions } from './open-api.js';
export { healthController, type Health, type HealthCheck } from './health.js';
