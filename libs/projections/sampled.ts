import {
  connect,
  distinctUntilChanged,
  merge,
  sampleTime,
  takeLast,
  type Observable,
  type SchedulerLike,
} from 'rxjs';

/** The newest value of each period in milliseconds; the last one comes at once when the source completes. */
export const sampled = <T>(source: Observable<T>, period: number, scheduler?: SchedulerLike): Observable<T> =>
  source.pipe(
    connect((values) => merge(values.pipe(sampleTime(period, scheduler)), values.pipe(takeLast(1)))),
    distinctUntilChanged(),
  );
