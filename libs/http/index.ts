/** The HTTP layer of desk and archive: strict parsing, problems, times, settings, metrics, and the start of a program. */
export { parseStrictJson } from './validation/strict-json.js';
export { Problem, type ProblemOptions } from './problem/problem.js';
export { type ProblemCode } from './problem/problem-status.js';
export {
  DryRun,
  isDryRun,
  NoDryRun,
  takesDryRun,
  dryRunAnswer,
  type DryRunAnswer,
} from './validation/dry-run.js';
export { digest } from './validation/digest.js';
export { keyOf, keyReused, type IdempotencyKey } from './validation/idempotency-key.js';
export { principalOf, setPrincipal } from './validation/principal.js';
export { problemOf } from './problem/problem-of.js';
export { problemFrom, sendProblem } from './server/problem-filter.js';
export { faultOf } from './problem/fault.js';
export { type Finding } from './problem/pointer.js';
export { validate } from './validation/validation.js';
export { Optional, type Dto } from './validation/dto-reader.js';
export { NestedArray, NestedObject, WordOrObject, type ArrayBounds } from './validation/nested.js';
export {
  IsMediaTopics,
  IsSha256,
  IsSlug,
  IsSlugOrUuid,
  IsSlugs,
  IsUuidV45,
  isSlug,
  isUuidV45,
} from './validation/identifier.js';
export {
  IsLanguage,
  IsLine,
  IsLines,
  IsProse,
  IsText,
  IsTextChange,
  IsWords,
  readWords,
} from './validation/wording.js';
export { IsCountry, IsGeoPoint, IsHttpUrl } from './validation/country-point-url.js';
export { IsEdtf, parseOccurred } from './validation/occurred.js';
export { IsInstant, iso, parseBegin, parseInstant, parseMoment, parseSince } from './validation/moment.js';
export { PageQuery } from './validation/page-query.dto.js';
export { WholeNumber } from './validation/query.js';
export {
  readArchiveSettings,
  readSettings,
  WrongSettings,
  type ArchiveSettings,
  type LogLevel,
  type Settings,
} from '#settings';
export { run, type Opening, type Program, type Running } from './program/program.js';
export { type Port } from './program/not-ready-server.js';
export { networkOf } from './server/connections.js';
export { addressOf } from './server/address-of.js';
export { RunningFile } from './program/running-file.js';
export { checkRights, checkRightsLater } from './program/rights.js';
export { version } from './program/version.js';
export { createServer, type ServerOptions } from './server/server.js';
export { eventText, HEARTBEAT, openEventStream, openRaw, retryText, SLOWEST } from './server/event-stream.js';
export { Reply, ReplyInterceptor } from './server/reply.js';
export { Metrics } from './telemetry/metrics.js';
export { ObservedEventStore } from './telemetry/observed-event-store.js';
export { openApi, type OpenApiOptions } from './openapi/open-api.js';
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
  distinct,
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
export { HealthController } from './telemetry/health.controller.js';
export { HealthChecks, type AdvisoryHealth, type Health } from './telemetry/health.js';
export { dayIn } from './validation/day-in-zone.js';
