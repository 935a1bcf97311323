import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a newsroom that the command line starts for itself: when the command line is gone, however it ended,
 * the newsroom stops as it does at SIGTERM.
 */
if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
