/** What of the desk's log the world may see, and from when. */
export { RecordedHere } from './recorded-here.js';
export { publish, unpublished, type Publication, type Published } from './publication.js';
export { Publisher, type PublisherHealth, type PublisherParts } from './publisher.js';
export type { PublicPosition } from './public-log.js';
export type { Due, ListedTo, ReleaseDue, Scheduled } from './embargoes.js';
export { span, TrustedClock, type ClockState } from './trusted-clock.js';
export { ClockChecks, httpTime, type SecondClock } from './clock-checks.js';
