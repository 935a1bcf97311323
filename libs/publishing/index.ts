/** Publishing: what of the desk's log is public, and from when. */
export { RecordedHere } from './recorded-here.js';
export { publish, unpublished, type Publication, type Published } from './publication.js';
export { Publisher, type PublisherHealth, type PublisherParts } from './publisher.js';
export type { PublicPosition } from './public-log.js';
export type { Due, ScheduleCursor, ReleaseDue, ScheduledRelease } from './embargoes.js';
export type { HeldCursor, HeldDevelopment } from './held-developments.js';
export { durationText, TrustedClock, type ClockState } from './trusted-clock.js';
export { ClockChecks, httpTime, type SecondClock } from './clock-checks.js';
