// A program that never closes: `node never-closes.mjs`. It prints `open` once it runs.
import { run } from '#http';

await run({
  settings: () => ({ metrics: null }),
  ports: () => [],
  clear: [],
  closesWithin: 100,
  open: async () => {
    setInterval(() => {}, 1_000);
    return { greeting: 'open\n', close: () => new Promise(() => {}) };
  },
});
