// Loaded into a newsroom with --import: a publisher with a planted fault. At its start it continues at the end of the
// desk log, so it skips events that are not published yet. The public log is slow, so that such events exist.
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { EmbeddedEventStore } from '#event-store';
import { ObservedEventStore } from '#http';
import { startWriterThread } from '../../dist/libs/event-store/embedded/writer-thread.js';

const slow = async (options) => {
  const writer = await startWriterThread(options);
  return {
    write: (group) => pause(100).then(() => writer.write(group)),
    recover: (group, reason) => writer.recover(group, reason),
    close: () => writer.close(),
  };
};

if (isMainThread) {
  const open = EmbeddedEventStore.open.bind(EmbeddedEventStore);
  EmbeddedEventStore.open = (options) => open(options, options.file.endsWith('public.db') ? slow : undefined);

  const { head, subscribe } = ObservedEventStore.prototype;
  const ends = new WeakMap();
  ObservedEventStore.prototype.head = async function () {
    const end = await head.call(this);
    ends.set(this, end);
    return end;
  };
  ObservedEventStore.prototype.subscribe = function (start, handler) {
    const forgets = start.prefix === 'story-' && start.after !== 'start';
    return subscribe.call(this, forgets ? { ...start, after: ends.get(this) ?? 'start' } : start, handler);
  };
}
