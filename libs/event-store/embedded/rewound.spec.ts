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

/** A log of two events, of which there is a copy, and of two more. */
async function written(): Promise<void> {
  const log = await scratch.open();
  await log.append('story-a', 'no_stream', eventsOf(2));
  await log.close();
  copyFileSync(scratch.file, backup());
  const again = await scratch.open();
  await again.append('story-a', 1n, eventsOf(2));
  await again.close();
}

/** Puts another file in the place of the log. */
function replace(file: string): void {
  for (const ending of ['-wal', '-shm', '.checkpoint']) rmSync(scratch.file + ending, { force: true });
  renameSync(scratch.file, join(scratch.folder, 'aside'));
  renameSync(file, scratch.file);
}

async function follow() {
  reader = await EmbeddedEventReader.open(scratch.file, 5);
  const heard: { events: StoredEvent[]; rewound: string[] } = { events: [], rewound: [] };
  const subscription = reader.subscribe(
    { prefix: '', after: 'start' },
    {
      onBatch: (events) => void heard.events.push(...events),
      onRewound: ({ message }) => void heard.rewound.push(message),
    },
  );
  await until('all is read', () => heard.events.length === 4);
  return { heard, subscription };
}

describe('a log whose file is replaced while it is followed', () => {
  it('by an older copy: the follower hears of it, and is given nothing more', async () => {
    await written();
    const { heard, subscription } = await follow();
    replace(backup());
    await until('it hears of it', () => heard.rewound.length > 0);
    expect(heard.rewound[0]).toBe(
      'The log ends before position 3, up to which it was read: an older copy was restored. What was made of it has to be made again.',
    );
    expect(subscription.health).toMatchObject({ state: 'retrying', reason: heard.rewound[0] });
    // Also when it has grown past where the follower was.
    const log: EmbeddedEventStore = await scratch.open();
    await log.append('story-a', 1n, eventsOf(4));
    expect(await reader!.head()).toBe(5n);
    const { length } = heard.rewound;
    await until('it looks again', () => heard.rewound.length > length);
    expect(heard.events).toHaveLength(4);
  });

  it('by an older copy that was written on before anybody looked', async () => {
    await written();
    const { heard } = await follow();
    const other = await storeAt(backup());
    await other.append('story-a', 1n, eventsOf(3));
    await other.close();
    replace(backup());
    await until('it hears of it', () => heard.rewound.length > 0);
    expect(heard.rewound[0]).toMatch(/^The log has another event at position 3 than it had: /);
    expect(heard.events).toHaveLength(4);
  });

  it('by another log', async () => {
    await written();
    const { heard } = await follow();
    const other = await storeAt(join(scratch.folder, 'other'));
    await other.append('story-a', 'no_stream', eventsOf(9));
    await other.close();
    replace(join(scratch.folder, 'other'));
    await until('it hears of it', () => heard.rewound.length > 0);
    expect(heard.rewound[0]).toMatch(/^The log was replaced by another one: /);
    expect(reader!.identity).toBe(other.identity);
  });

  it('by a copy of all of it: the follower goes on', async () => {
    await written();
    const { heard } = await follow();
    copyFileSync(scratch.file, join(scratch.folder, 'same'));
    replace(join(scratch.folder, 'same'));
    const log = await scratch.open();
    await log.append('story-a', 3n, eventsOf(1));
    await until('the next event is given', () => heard.events.length === 5);
    expect(heard.rewound).toEqual([]);
  });

  it('by nothing, for a while: the follower waits', async () => {
    await written();
    const { heard, subscription } = await follow();
    renameSync(scratch.file, backup());
    await until('it misses the file', () => subscription.health.state === 'retrying');
    expect(subscription.health.reason).toContain(`${scratch.file} was deleted or replaced`);
    renameSync(backup(), scratch.file);
    await until('it goes on', () => subscription.health.state === 'live');
    expect(heard.rewound).toEqual([]);
  });
});

async function storeAt(file: string): Promise<EmbeddedEventStore> {
  return scratch.open({ file });
}
