export { Clock, type SinceBoot } from './clock.js';
export { correlationOf, correlationsOf } from './correlation.js';
export { filesOf, isClusterUrl } from './cluster/cluster-address.js';
export type { ClusterAddress, Credentials } from './cluster/cluster-address.js';
export type { AccessFinding } from './cluster/access.js';
export type { Preparation } from './cluster/prepare-cluster.js';
export { writeCheckpoint } from './embedded/checkpoint-file.js';
export { EmbeddedEventReader } from './embedded/embedded-event-reader.js';
export { EmbeddedEventStore } from './embedded/embedded-event-store.js';
export type { EmbeddedOptions } from './embedded/embedded-event-store.js';
export { FileGone, OpenFiles } from './embedded/open-files.js';
export { LogRows } from './embedded/log-rows.js';
export type { LogEnd } from './embedded/log-rows.js';
export {
  SchemaTooNew,
  StoreDamaged,
  StoreIncomplete,
  StoreLocked,
  StoreSwapped,
  StoreUnusable,
} from './embedded/opening-failure.js';
export { StoreLock } from './embedded/store-lock.js';
export { verifyLog } from './embedded/verify-log.js';
export type { LogReport, VerifyOptions } from './embedded/verify-log.js';
export { EventReader } from './event-reader.js';
export type { NewEvent, StoredEvent } from './event.js';
export type { LogRange, StoreHealth, StreamRange } from './event-reader.js';
export { EventStore } from './event-store.js';
export type { Appended, Expected, Replacement } from './event-store.js';
export { openLog, readLog } from './log-address.js';
export type { ReadableLog, LogAddress, ClusterLogAddress } from './log-address.js';
export {
  AccessDenied,
  AppendTooLarge,
  Contention,
  DiskFull,
  EventDamaged,
  EventStoreError,
  InvalidAppend,
  LogRewound,
  NotErasable,
  NotPrepared,
  OutcomeUnknown,
  ServerUnsuited,
  StoreUnavailable,
  StreamNotFound,
  TimeRunsBackwards,
  WrongExpectedRevision,
  WrongNewsroom,
} from './failure.js';
export { withDeadline } from './deadline.js';
export { FileUnusable, makeFolder } from './file-unusable.js';
export { checkAccess, prepareCluster } from './on-cluster.js';
export { copyLog, NotACopy } from './copy-log.js';
export type { CopyProgress } from './copy-log.js';
export { decode, encode } from './json.js';
export { Milestones } from './milestones.js';
export { recordedAtOf } from './recorded-at.js';
export { StreamCache } from './stream-cache.js';
export type { FoldedStream } from './stream-cache.js';
export type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';
export { SystemClock } from './system-clock.js';
export { kindOf, TracedWork } from './traced-work.js';
export { decideAndAppend } from './decide-and-append.js';
export type { Draft, Fold, DecisionResult, Decision } from './decide-and-append.js';
