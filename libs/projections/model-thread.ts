import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { readLog } from '#event-store';
import { startWork, type ThreadMessage, type ThreadOptions, type ThreadReply } from './model-work.js';

// The thread that writes a read model, so that folding and writing do not slow down readers.
const port = parentPort!;
const options = (workerData as { readonly datelineModel: ThreadOptions }).datelineModel;
// A build beside a served file has a low priority. Only Linux has a priority for each thread: elsewhere this would slow
// down the whole process.
if (options.build && process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const log = await readLog(options.log, 10);
const work = startWork(log, options, (reply: ThreadReply) => port.postMessage(reply));
port.on('message', (message: ThreadMessage) => {
  if (message.kind === 'look') log.wake();
  else if (message.kind === 'close')
    void work
      .close()
      .then(() => log.close())
      .then(() => port.postMessage({ kind: 'closed' } satisfies ThreadReply))
      .finally(() => port.close());
  else void work.take(message);
});
