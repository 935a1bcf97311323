/** What desk and archive share of HTTP: strict reading, one form of error, time at the edge, settings, start. */
export { parseStrictJson } from './strict-json.js';
export { Problem, type ProblemOptions } from './problem.js';
export { type ProblemCode } from './problem-status.js';
export { DryRun, isDryRun, NoDryRun, takesDryRun, tried, type Tried } from './dry-run.js';
export { digest } from './digest.js';
export { keyOf, keyReused, PRINCIPAL, type IdempotencyKey } from './idempotency-key.js';
export { problemOf } from './problem-of.js';
export { problemFrom, sendProblem } from './problem-filter.js';
export { faultOf } from './fault.js';
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
export { IsLanguage, IsLine, IsLines, IsProse, IsText, IsTextChange, IsWords, readWords } from './wording.js';
export { IsCountry, IsGeoPoint, IsHttpUrl } from './whereabouts.js';
export { IsEdtf, parseOccurred } from './occurred.js';
export { IsInstant, iso, parseBegin, parseInstant, parseMoment, parseSince } from './moment.js';
export { WholeNumber } from './query.js';
export {
  readArchiveSettings,
  readSettings,
  WrongSettings,
  type ArchiveSettings,
  type LogLevel,
  type Settings,
} from '#settings';
export { run, type Opening, type Program, type Running } from './program.js';
export { type Port } from './waiting-room.js';
export { addressOf } from './address-of.js';
export { RunningFile } from './running-file.js';
export { checkRights, checkRightsLater } from './rights.js';
export { version } from './version.js';
export { createServer, type ServerOptions } from './server.js';
export { Metrics } from './metrics.js';
export { ObservedEventStore } from './observed-event-store.js';
export { openApi, type OpenApiOptions } from './open-api.js';
export {
  type ApiDescription,
  type Content,
  type Shown,
  type DescribedAnswer,
  type DescribedHeader,
  type DescribedOperation,
  type DescribedProblem,
} from './openapi/description.js';
export {
  count,
  flag,
  lines,
  list,
  nullable,
  object,
  oneOf,
  page,
  ref,
  text,
  type Schema,
  type Schemas,
} from './openapi/schema.js';
export { problemSchemas } from './openapi/problem-answers.js';
export { healthOperations, healthSchemas, healthTag, sharedAnswerHeaders } from './openapi/health.js';
export { healthController, type Health, type HealthCheck } from './health.js';
export { dayIn } from './zone.js';
