import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is the wanted one, or for a minute. Returns the last answer. */
export async function eventually<T>(ask: () => T | Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (let waited = 0; ; waited += 20) {
    const answer = await ask();
    if (isWanted(answer) || waited > 60_000) return answer;
    await pause(20);
  }
}
