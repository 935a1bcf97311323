import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a newsroom that the command line starts for itself. When the command line ends in any way, the newsroom stops
 * as with SIGTERM.
 */
if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
