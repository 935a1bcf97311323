import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v5 } from 'uuid';
import {
  type Clock,
  decode,
  encode,
  type EventReader,
  EventStore,
  OutcomeUnknown,
  type Appended,
  type EmbeddedEventStore,
  type Expected,
  type LogRange,
  type NewEvent,
  type Replacement,
  type StoredEvent,
  type StreamRange,
  type Subscription,
  type SubscriptionHandler,
  type SubscriptionStart,
} from '#event-store';
import { ManualClock, ScratchLog } from '#event-store/contract';
import {
  Publisher,
  publish,
  TrustedClock,
  unpublished,
  type Due,
  type RecordedHere,
  type ReleaseDue,
} from '#publishing';
import {
  forgotten,
  fromIso,
  fromLog,
  SCHEMA_VERSIONS,
  toLog,
  type EventMetadata,
  type Recorded,
  type StoryEvent,
} from '#story';
import type { DeskStory } from './desk.js';

const iso = (time: number): string => new Date(time).toISOString();

/** A desk log and a public log in separate folders, and publishers between them. */
export class TwoLogs {
  readonly #logs = [new ScratchLog(), new ScratchLog()] as const;
  readonly #publishers: Publisher[] = [];
  readonly #faulty: FaultyLog[] = [];
  desk!: EmbeddedEventStore;
  world!: EmbeddedEventStore;
  readonly checkpoint = join(this.#logs[0].folder, 'publisher.json');

  static async open(): Promise<TwoLogs> {
    const logs = new TwoLogs();
    logs.desk = await logs.#logs[0].openHere();
    logs.world = await logs.#logs[1].openHere();
    return logs;
  }

  faulty(): FaultyLog {
    const log = new FaultyLog(this.world);
    this.#faulty.push(log);
    return log;
  }

  publisher({
    clock = new ManualClock('2026-01-01T00:00:00.000Z'),
    world = this.world,
    desk = this.desk,
    checkpoint = this.checkpoint,
    release = async (due: Due): Promise<void> => {
      throw new Error(`Nothing of ${due.story} was to be released.`);
    },
    recordedHere = null,
  }: {
    clock?: Clock;
    world?: EventStore;
    desk?: EventReader;
    checkpoint?: string;
    release?: ReleaseDue;
    recordedHere?: RecordedHere | null;
  } = {}): Publisher {
    const publisher = new Publisher({
      desk,
      public: world,
      clock: new TrustedClock(clock),
      checkpoint,
      release,
      recordedHere,
    });
    this.#publishers.push(publisher);
    return publisher;
  }

  /** Appends the events `from` (included) to `to` (excluded) of a story to the desk log. Returns the last position. */
  async write(deskStory: DeskStory, from = 0, to = deskStory.events.length): Promise<bigint> {
    let position = -1n;
    for (const recorded of deskStory.events.slice(from, to)) {
      const expected = recorded.revision === 0 ? 'no_stream' : BigInt(recorded.revision - 1);
      const appended = await this.desk.append(`story-${deskStory.story.id}`, expected, [deskForm(recorded)]);
      position = appended.position!;
    }
    return position;
  }

  /** The bytes of all files of the public log, as Latin-1. */
  get worldBytes(): string {
    const { folder } = this.#logs[1];
    return readdirSync(folder)
      .map((name) => bytesOf(join(folder, name)))
      .join('\n');
  }

  /** Waits until a publisher is caught up with the desk log. */
  async published(publisher: Publisher): Promise<void> {
    const head = await this.desk.head();
    if (head === null || (await publisher.caughtUp(head, 60_000))) return;
    throw new Error(
      `The publisher is not caught up with ${head}: ${JSON.stringify(publisher.health.reason)}.`,
    );
  }

  async remove(): Promise<void> {
    for (const log of this.#faulty) log.heal();
    for (const publisher of this.#publishers) await publisher.stop();
    for (const log of this.#logs) await log.remove();
  }
}

function deskForm({ id, event, recordedAt, recordedBy, importedAt }: Recorded): NewEvent {
  const { type, data, schemaVersion } = toLog(event);
  const metadata = {
    recordedAt: iso(recordedAt),
    schemaVersion,
    recordedBy,
    correlationId: '[[private correlation]]',
    causationId: '[[private causation]]',
    idempotency: { key: '[[private key]]', hash: '[[private hash]]' },
    ...(importedAt === null ? {} : { importedAt: iso(importedAt) }),
  };
  return { id, type, data: encode(data), metadata: encode(metadata) };
}

export interface PublicEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

/** The public stream that the publisher must write for a desk stream: ids, types and data. */
export function expectedOf(deskStory: DeskStory): readonly PublicEvent[] {
  let publication = unpublished;
  const stream: PublicEvent[] = [];
  for (const recorded of deskStory.events) {
    const next = publish(publication, recorded);
    ({ publication } = next);
    next.events.forEach((event, i) => {
      const { type, data } = toLog(event);
      stream.push({
        stream: `public-${deskStory.story.id}`,
        revision: BigInt(stream.length),
        id: v5(`public/${i}`, recorded.id),
        type,
        data: JSON.parse(JSON.stringify(data)) as unknown,
      });
    });
  }
  return stream;
}

export interface Found extends PublicEvent {
  readonly metadata: EventMetadata;
  readonly at: number;
  readonly position: bigint;
}

/** The public events of these stories in a log, one story after another. */
export async function foundIn(log: EventStore, ...stories: readonly DeskStory[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const e of log.readAll()) {
    const metadata = decode(e.metadata) as EventMetadata;
    found.push({
      stream: e.stream,
      revision: e.revision,
      id: e.id,
      type: e.type,
      data: decode(e.data),
      metadata,
      at: fromIso(metadata.recordedAt),
      position: e.position,
    });
  }
  return stories.flatMap(({ story }) => found.filter((e) => e.stream === `public-${story.id}`));
}

function withoutForgotten(events: readonly PublicEvent[]): readonly PublicEvent[] {
  const recorded = events.map(({ id, type, revision, data }) =>
    fromLog({
      id,
      type,
      revision: Number(revision),
      data,
      metadata: { recordedAt: iso(0), schemaVersion: SCHEMA_VERSIONS[type as StoryEvent['type']] },
    }),
  );
  return forgotten(recorded).map(({ event }, i) => ({
    ...events[i]!,
    data: JSON.parse(JSON.stringify(toLog(event).data)) as unknown,
  }));
}

/** Expects exactly the public events of these stories in the log, with times that never decrease. */
export async function expectPublished(log: EventStore, ...stories: readonly DeskStory[]): Promise<void> {
  const found = await foundIn(log, ...stories);
  // The log may or may not have erased removed texts yet: forgetting.spec.ts tests that.
  const erased = (events: readonly PublicEvent[]): readonly PublicEvent[] =>
    stories.flatMap(({ story }) => withoutForgotten(events.filter((e) => e.stream === `public-${story.id}`)));
  const plain = found.map(({ stream, revision, id, type, data }) => ({ stream, revision, id, type, data }));
  expect(erased(plain)).toEqual(erased(stories.flatMap(expectedOf)));
  for (const [i, event] of found.entries()) {
    const before = found[i - 1];
    if (before?.stream === event.stream) expect(event.at).toBeGreaterThanOrEqual(before.at);
    expect(Object.keys(event.metadata).filter((k) => k !== 'importedAt')).toEqual([
      'recordedAt',
      'schemaVersion',
    ]);
  }
}

export type Fault = 'before' | 'after' | 'dies before' | 'dies after';

/** A public log that fails at one append: the outcome is unknown, or the append never settles. */
export class FaultyLog extends EventStore {
  override readonly identity: string;
  #fault: { readonly at: number; readonly how: Fault } | null = null;
  #healed: () => void = () => {};
  appends = 0;
  failed = 0;

  constructor(private readonly log: EventStore) {
    super();
    this.identity = log.identity;
  }

  failAt(at: number, how: Fault): void {
    this.#fault = { at, how };
  }

  heal(): void {
    this.#fault = null;
    this.#healed();
  }

  override async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const fault = this.#fault?.at === this.appends ? this.#fault.how : null;
    this.appends += 1;
    if (fault === null) return this.log.append(stream, expected, events);
    this.failed += 1;
    if (fault === 'after' || fault === 'dies after') await this.log.append(stream, expected, events);
    if (fault.startsWith('dies')) await new Promise<void>((resolve) => (this.#healed = resolve));
    throw new OutcomeUnknown(stream, 'as planned');
  }

  override erase(stream: string, last: bigint, replacements: readonly Replacement[]): Promise<void> {
    return this.log.erase(stream, last, replacements);
  }
  override readStream(stream: string, range?: StreamRange): AsyncIterable<StoredEvent> {
    return this.log.readStream(stream, range);
  }
  override readAll(range?: LogRange): AsyncIterable<StoredEvent> {
    return this.log.readAll(range);
  }
  override subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    return this.log.subscribe(start, handler);
  }
  override head(): Promise<bigint | null> {
    return this.log.head();
  }
  override health() {
    return this.log.health();
  }
  override close(): Promise<void> {
    return this.log.close();
  }
}

/** A temporary file may be renamed between the list and the read. */
function bytesOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return '';
    throw error;
  }
}
