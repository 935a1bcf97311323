export { Clock } from './clock.js';
export { EmbeddedEventReader } from './embedded/embedded-event-reader.js';
export { EmbeddedEventStore } from './embedded/embedded-event-store.js';
export type { EmbeddedOptions } from './embedded/embedded-event-store.js';
export {
  SchemaTooNew,
  StoreIncomplete,
  StoreLocked,
  StoreSwapped,
  StoreUnusable,
} from './embedded/opening-failure.js';
export { EventReader } from './event-reader.js';
export type { NewEvent, StoredEvent } from './event.js';
export type { LogRange, StoreHealth, StreamRange } from './event-reader.js';
export { EventStore } from './event-store.js';
export type { Appended, Expected } from './event-store.js';
export {
  AppendTooLarge,
  Contention,
  DiskFull,
  EventStoreError,
  InvalidAppend,
  OutcomeUnknown,
  StoreUnavailable,
  StreamNotFound,
  TimeRunsBackwards,
  WrongExpectedRevision,
} from './failure.js';
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
export { transact } from './transact.js';
export type { Draft, Fold, Transacted, Transaction } from './transact.js';
