import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventsOf, until } from '../contract/events.js';
import { ScratchLog } from '../contract/scratch-log.js';
import type { StoredEvent } from '../event.js';
import { EmbeddedEventReader } from './embedded-event-reader.js';
import type { EmbeddedEventStore } from './embedded-event-store.js';

let scratch: ScratchLog;
let reader: EmbeddedEventReader | null;
beforeEach(() => {
  scratch = new ScratchLog();
});
afterEach(async () => {
  await reader?.close();
  reader = null;
  await scratch.remove();
});

const backup = (): string => join(scratch.folder, 'backup');

/** A log of four events, and a copy of its first two. */
async function written(): Promise<void> {
  const log = await scratch.open();
  await log.append('story-a', 'no_stream', eventsOf(2));
  await log.close();
  copyFileSync(scratch.file, backup());
  const again = await scratch.open();
  await again.append('story-a', 1n, eventsOf(2));
  await again.close();
}

/** Replaces the log by another file. */
function replace(file: string): void {
  for (const ending of ['-wal', '-shm', '.checkpoint']) rmSync(scratch.file + ending, { force: true });
  renameSync(scratch.file, join(scratch.folder, 'aside'));
  renameSync(file, scratch.file);
}

async function follow() {
  reader = await EmbeddedEventReader.open(scratch.file, 5);
  const seen: { events: StoredEvent[]; rewound: string[] } = { events: [], rewound: [] };
  const subscription = reader.subscribe(
    { prefix: '', after: 'start' },
    {
      onBatch: (events) => void seen.events.push(...events),
      onRewound: ({ message }) => void seen.rewound.push(message),
    },
  );
  await until('all is read', () => seen.events.length === 4);
  return { seen, subscription };
}

describe('a log whose file is replaced while it is followed', () => {
  it('by an older copy: the subscription reports it, and gives no more events', async () => {
    await written();
    const { seen, subscription } = await follow();
    replace(backup());
    await until('it is reported', () => seen.rewound.length > 0);
    expect(seen.rewound[0]).toBe(
      'The log ends before position 3, through which it was read: an older copy was restored. The data derived from the log must be rebuilt.',
    );
    expect(subscription.health).toMatchObject({ state: 'retrying', reason: seen.rewound[0] });
    // Also after the log has grown beyond the last position of the subscription.
    const log: EmbeddedEventStore = await scratch.open();
    await log.append('story-a', 1n, eventsOf(4));
    expect(await reader!.head()).toBe(5n);
    const { length } = seen.rewound;
    await until('it reads again', () => seen.rewound.length > length);
    expect(seen.events).toHaveLength(4);
  });

  it('by an older copy that got new events before the next read', async () => {
    await written();
    const { seen } = await follow();
    const other = await storeAt(backup());
    await other.append('story-a', 1n, eventsOf(3));
    await other.close();
    replace(backup());
    await until('it is reported', () => seen.rewound.length > 0);
    expect(seen.rewound[0]).toMatch(/^The event at position 3 has changed: /);
    expect(seen.events).toHaveLength(4);
  });

  it('by a different log', async () => {
    await written();
    const { seen } = await follow();
    const other = await storeAt(join(scratch.folder, 'other'));
    await other.append('story-a', 'no_stream', eventsOf(9));
    await other.close();
    replace(join(scratch.folder, 'other'));
    await until('it is reported', () => seen.rewound.length > 0);
    expect(seen.rewound[0]).toMatch(/^The log was replaced by a different one: /);
    expect(reader!.identity).toBe(other.identity);
  });

  it('by a copy of the whole log: the subscription continues', async () => {
    await written();
    const { seen } = await follow();
    copyFileSync(scratch.file, join(scratch.folder, 'same'));
    replace(join(scratch.folder, 'same'));
    const log = await scratch.open();
    await log.append('story-a', 3n, eventsOf(1));
    await until('the next event is given', () => seen.events.length === 5);
    expect(seen.rewound).toEqual([]);
  });

  it('by nothing, for a while: the subscription waits', async () => {
    await written();
    const { seen, subscription } = await follow();
    renameSync(scratch.file, backup());
    await until('it misses the file', () => subscription.health.state === 'retrying');
    expect(subscription.health.reason).toContain(`${scratch.file} was deleted or replaced`);
    renameSync(backup(), scratch.file);
    await until('it continues', () => subscription.health.state === 'live');
    expect(seen.rewound).toEqual([]);
  });
});

async function storeAt(file: string): Promise<EmbeddedEventStore> {
  return scratch.open({ file });
}
