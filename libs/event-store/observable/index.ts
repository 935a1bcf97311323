/**
 * A log as an Observable of RxJS. It has its own entry because loading RxJS takes about 60 ms of processor time. Threads and
 * commands that need no Observable start without it.
 */
export { observeLog, type LogNotification, type ObservedRange } from './observe-log.js';
