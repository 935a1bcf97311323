import { eventsOf, newEvent } from '../contract/events.js';
import { answeringFirst, plantNormal, RecordedDisk } from '../contract/power-cut.js';
import { ScratchLog } from '../contract/scratch-log.js';
import type { StartWriter } from './writer-thread.js';

const CUTS = 200;
const SEED = 20_161_201;

/** Repeatable random numbers from 0 to 1 (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Six writers, each with its own stream, in shared commits. */
async function written(
  start: (disk: RecordedDisk) => StartWriter = (disk) => disk.start,
): Promise<RecordedDisk> {
  const log = new ScratchLog();
  const disk = new RecordedDisk();
  const chance = chances(SEED);
  try {
    const store = await log.open({}, start(disk));
    const write = async (stream: string): Promise<void> => {
      for (let last = -1n, round = 0; round < 25; round += 1) {
        const events = eventsOf(Math.ceil(chance() * 3)).map(({ id }) =>
          newEvent({ id, data: new Uint8Array(Math.floor(chance() * 3_000)).fill(round) }),
        );
        const { revision, position } = await store.append(stream, last < 0n ? 'no_stream' : last, events);
        for (const [i, { id }] of events.entries())
          disk.acknowledged.push({
            stream,
            id,
            revision: last + 1n + BigInt(i),
            position: position! - BigInt(events.length - 1 - i),
          });
        last = revision!;
      }
    };
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(write));
    return disk;
  } finally {
    await log.remove();
  }
}

/** Cuts the power many times. Returns what is wrong after the first cut that leaves an error; null if none does. */
async function wrongAfterCuts(disk: RecordedDisk): Promise<string | null> {
  const chance = chances(SEED + 1);
  for (let cuts = 0; cuts < CUTS; cuts += 1) {
    const wrong = await disk.cut(chance);
    if (wrong !== null) return `cut ${cuts}: ${wrong}`;
  }
  return null;
}

describe('a log whose power is cut', () => {
  it(`has every acknowledged event, once and in order, after each of ${CUTS} cuts`, async () => {
    const disk = await written();
    expect(disk.acknowledged.length).toBeGreaterThan(200);
    // Otherwise the cuts prove nothing.
    expect(disk.checkpoints).toBeGreaterThan(5);
    expect(disk.beginnings).toBeGreaterThan(5);
    expect(await wrongAfterCuts(disk)).toBeNull();
  });
});

describe('the same cuts detect', () => {
  it('a commit that is not synced: synchronous=NORMAL', async () => {
    const restore = plantNormal();
    try {
      expect(await wrongAfterCuts(await written())).toMatch(/was acknowledged, and is lost/);
    } finally {
      restore();
    }
  });

  it('an answer before the commit', async () => {
    const disk = await written((recorded) => answeringFirst(recorded.start));
    expect(await wrongAfterCuts(disk)).toMatch(/was acknowledged, and is lost/);
  });
});
