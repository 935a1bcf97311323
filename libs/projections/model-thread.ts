import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { readLog } from '#event-store';
import { serve, type ThreadMessage, type ThreadOptions, type ThreadReply } from './model-keeper.js';

// The thread in which a read model is written: folding and writing take no time of those who read.
const port = parentPort!;
const options = (workerData as { readonly datelineModel: ThreadOptions }).datelineModel;
// Who builds beside what is served takes the time that nobody else wants. Linux counts priority by threads; elsewhere
// this would hold up the whole process.
if (options.build && process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const log = await readLog(options.log, 10);
const keeper = serve(log, options, (reply: ThreadReply) => port.postMessage(reply));
port.on('message', (message: ThreadMessage) => {
  if (message.kind === 'look') log.wake();
  else if (message.kind === 'close')
    void keeper
      .close()
      .then(() => log.close())
      .then(() => port.postMessage({ kind: 'closed' } satisfies ThreadReply))
      .finally(() => port.close());
  else void keeper.take(message);
});
