import { setImmediate as nextTurn } from 'node:timers/promises';
import { Writer } from '../embedded/writer.js';
import { WriterFailed, type StartWriter } from '../embedded/writer-thread.js';

/** Writes in the thread of the caller. A writer thread costs a tenth of a second of processor time to start. */
export const writeHere: StartWriter = async (options) => {
  const writer = new Writer(options);
  const attempt = async <A>(act: () => A): Promise<A> => {
    // Like a thread: other work goes on meanwhile.
    await nextTurn();
    try {
      return act();
    } catch (error) {
      throw new WriterFailed(
        error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN',
        String(error),
      );
    }
  };
  return {
    write: (group) => attempt(() => writer.write(group)),
    recover: (group, reason) => attempt(() => writer.recover(group, reason)),
    seal: (seals) => attempt(() => writer.seal(seals)),
    erase: (erasures) => attempt(() => writer.erase(erasures)),
    close: async () => writer.close(),
  };
};
