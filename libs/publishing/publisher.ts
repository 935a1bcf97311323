import { v5 } from 'uuid';
import {
  Milestones,
  StreamNotFound,
  WrongExpectedRevision,
  type Clock,
  type EventReader,
  type EventStore,
  type NewEvent,
  type StoredEvent,
  type Subscription,
} from '#event-store';
import type { Recorded, Story } from '#story';
import { Embargoes, type ReleaseDue } from './embargoes.js';
import { readEvent, writePublic } from './log-record.js';
import { countOf, publish, unpublished, type Publication } from './publication.js';
import { PublisherCheckpointFile, type PublisherCheckpoint } from './publisher-checkpoint.js';

export interface PublisherParts {
  readonly desk: EventReader;
  readonly public: EventStore;
  readonly clock: Clock;
  /** Path of the file that remembers how far it is. */
  readonly checkpoint: string;
  readonly release: ReleaseDue;
}

/** Where a desk event stands in the public log: its last public event. */
export interface PublicPlace {
  readonly revision: bigint;
  readonly position: bigint;
}

export interface PublisherHealth {
  readonly ok: boolean;
  /** Whether all that the desk's log held at the start is published. */
  readonly caughtUp: boolean;
  readonly position: bigint | null;
  readonly reason: string | null;
}

const STREAMS = 500;
const CHECKPOINT_EVERY = 500;

/**
 * Follows the desk's log and appends to the public one what the world may see. Each public event's id and expected
 * revision follow from the desk's stream, so it may be stopped anywhere, start again or run twice, and nothing is
 * lost or doubled.
 */
export class Publisher {
  readonly #streams = new Map<string, Followed>();
  readonly #checkpoint: PublisherCheckpointFile;
  readonly #embargoes: Embargoes;
  readonly #milestones = new Milestones(() => this.#subscription?.position ?? null);
  #subscription: Subscription | null = null;
  #caughtUp = false;
  #written: NodeJS.Timeout | null = null;
  /** The last position that is known to be written in the public log. */
  #published: bigint | null = null;
  /** Why the checkpoint could not be written; null when it could. */
  #unwritten: string | null = null;

  constructor(private readonly parts: PublisherParts) {
    this.#checkpoint = new PublisherCheckpointFile(parts.checkpoint);
    this.#embargoes = new Embargoes(parts.clock, parts.release);
  }

  async start(): Promise<void> {
    const { desk } = this.parts;
    const checkpoint = await this.#lastCheckpoint();
    this.#published = checkpoint?.published ?? null;
    for (const stream of checkpoint?.embargoed ?? []) {
      const { publication } = await this.#follow(stream);
      this.#embargoes.note(stream, publication.desk);
    }
    this.#subscription = desk.subscribe(
      { prefix: 'story-', after: checkpoint?.position ?? 'start' },
      {
        onEvent: (event) => this.#take(event),
        onCheckpoint: () => this.#moved(),
        onCaughtUp: () => {
          this.#caughtUp = true;
        },
      },
    );
  }

  /** None where a log ends before it: that log was restored from an older copy, and is looked at from its start. */
  async #lastCheckpoint(): Promise<PublisherCheckpoint | null> {
    const { desk, public: world } = this.parts;
    const last = this.#checkpoint.read(desk.identity, world.identity);
    const ends = async (log: EventReader): Promise<bigint> => (await log.head()) ?? -1n;
    if (last === null || (await ends(desk)) < last.position) return null;
    return (await ends(world)) < (last.published ?? -1n) ? null : last;
  }

  async stop(): Promise<void> {
    await this.#embargoes.close();
    await this.#subscription?.close();
    if (this.#written) clearTimeout(this.#written);
    this.#writeCheckpoint();
  }

  get health(): PublisherHealth {
    const { reason = null, position = null } = this.#subscription?.health ?? {};
    return {
      ok: reason === null,
      caughtUp: this.#caughtUp,
      position,
      reason: reason ?? this.#embargoes.health.reason ?? this.#unwritten,
    };
  }

  /** Waits until everything up to a position of the desk's log is published; false if `atMost` milliseconds pass first. */
  caughtUp(position: bigint, atMost: number): Promise<boolean> {
    return this.#milestones.reached(position, atMost);
  }

  /** Where an event of the desk's log stands in the public one; null if it is not public. It must be caught up so far. */
  async placeOf(stream: string, revision: bigint): Promise<PublicPlace | null> {
    const places = this.#streams.get(stream)?.places;
    if (places?.has(revision)) return places.get(revision) ?? null;
    let count = 0;
    let events = 0;
    let publication = unpublished;
    for await (const stored of this.parts.desk.readStream(stream, { limit: Number(revision) + 1 })) {
      const next = publish(publication, readEvent(stored));
      ({ publication } = next);
      count = countOf(publication);
      events = next.events.length;
    }
    if (events === 0) return null;
    const last = BigInt(count - 1);
    for await (const found of this.parts.public.readStream(publicStream(stream), { from: last, limit: 1 }))
      return { revision: found.revision, position: found.position };
    return null;
  }

  async #take(stored: StoredEvent): Promise<void> {
    const followed = await this.#follow(stored.stream, stored.revision);
    const recorded = readEvent(stored);
    const { publication, events } = publish(followed.publication, recorded);
    if (events.length > 0) {
      const elsewhere = takenOver(recorded, publication.desk);
      const recordedAt = await this.#recordedAt(followed, elsewhere?.at ?? this.parts.clock.now());
      const written = events.map((event, i) =>
        writePublic(v5(`public/${i}`, stored.id), event, recordedAt, elsewhere?.importedAt ?? null),
      );
      const place = await this.#append(publicStream(stored.stream), countOf(followed.publication), written);
      // What stands there may have been written before, at another time than this clock's.
      followed.recordedAt = await this.#recordedIn(publicStream(stored.stream), place.revision);
      followed.remember(stored.revision, place);
      if (this.#published === null || place.position > this.#published) this.#published = place.position;
    } else followed.remember(stored.revision, null);
    followed.publication = publication;
    this.#embargoes.note(stored.stream, publication.desk);
  }

  /** The story as published up to before a revision: from memory, or folded from the desk's log. */
  async #follow(stream: string, before?: bigint): Promise<Followed> {
    const known = this.#streams.get(stream);
    if (known && (before === undefined || BigInt(known.publication.desk.revision) === before - 1n)) {
      this.#streams.delete(stream);
      this.#streams.set(stream, known);
      return known;
    }
    const followed = new Followed(unpublished);
    if (before === undefined || before > 0n)
      for await (const stored of this.parts.desk.readStream(
        stream,
        before === undefined ? {} : { limit: Number(before) },
      ))
        followed.publication = publish(followed.publication, readEvent(stored)).publication;
    this.#streams.set(stream, followed);
    const oldest = this.#streams.keys().next();
    if (this.#streams.size > STREAMS && !oldest.done) this.#streams.delete(oldest.value);
    return followed;
  }

  /** Never before the public event before it. */
  async #recordedAt(followed: Followed, at: number): Promise<string> {
    const { desk } = followed.publication;
    const time = iso(at);
    const count = countOf(followed.publication);
    if (followed.recordedAt === null && count > 0)
      followed.recordedAt = await this.#recordedIn(publicStream(`story-${desk.id}`), BigInt(count - 1));
    return followed.recordedAt !== null && followed.recordedAt > time ? followed.recordedAt : time;
  }

  async #recordedIn(stream: string, revision: bigint): Promise<string | null> {
    for await (const event of this.parts.public.readStream(stream, { from: revision, limit: 1 }))
      return iso(readEvent(event).recordedAt);
    return null;
  }

  async #append(stream: string, count: number, events: readonly NewEvent[]): Promise<PublicPlace> {
    const expected = count === 0 ? 'no_stream' : BigInt(count - 1);
    try {
      const { revision, position } = await this.parts.public.append(stream, expected, events);
      return { revision: revision!, position: position! };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      return this.#confirm(stream, BigInt(count), events, error);
    }
  }

  /** Another publisher may have been here first: then the same events stand at the same place. */
  async #confirm(
    stream: string,
    from: bigint,
    events: readonly NewEvent[],
    conflict: Error,
  ): Promise<PublicPlace> {
    const found: StoredEvent[] = [];
    try {
      for await (const event of this.parts.public.readStream(stream, { from, limit: events.length }))
        found.push(event);
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    const last = found.at(-1);
    if (!last || found.length !== events.length || found.some((e, i) => e.id !== events[i]!.id))
      throw new Error(
        `Stream ${stream} of the public log is not what follows from the desk's log. ${conflict.message}`,
      );
    return { revision: last.revision, position: last.position };
  }

  #moved(): void {
    this.#milestones.moved();
    this.#written ??= setTimeout(() => {
      this.#written = null;
      this.#writeCheckpoint();
    }, CHECKPOINT_EVERY).unref();
  }

  #writeCheckpoint(): void {
    const position = this.#subscription?.position ?? null;
    if (position === null) return;
    const { desk, public: world } = this.parts;
    const embargoed = this.#embargoes.streams;
    try {
      this.#checkpoint.write({
        desk: desk.identity,
        public: world.identity,
        position,
        published: this.#published,
        embargoed,
      });
      this.#unwritten = null;
    } catch (error) {
      // It only saves work: without it a restart looks at all of the desk's log again.
      this.#unwritten = `The publisher's checkpoint was not written: ${String(error)}`;
    }
  }
}

/** An imported event keeps its time, and what was imported under an embargo is public from the embargo's end. */
function takenOver(recorded: Recorded, desk: Story): { at: number; importedAt: number } | null {
  const { event, recordedAt, importedAt } = recorded;
  if (importedAt !== null) return { at: recordedAt, importedAt };
  if (event.type !== 'DevelopmentReleased' || event.cause !== 'embargo') return null;
  const state = desk.developments.get(event.development);
  const release = state?.development.release;
  if (state?.importedAt == null || typeof release !== 'object') return null;
  return { at: release.embargoedUntil, importedAt: state.importedAt };
}

const iso = (at: number): string => new Date(at).toISOString();
const publicStream = (stream: string): string => stream.replace(/^story-/, 'public-');

/** One story being published. */
class Followed {
  /** Of its last public event; null until known. */
  recordedAt: string | null = null;
  readonly places = new Map<bigint, PublicPlace | null>();

  constructor(public publication: Publication) {}

  /** Keeps the last few: those that editors still wait for. */
  remember(revision: bigint, place: PublicPlace | null): void {
    this.places.set(revision, place);
    const oldest = this.places.keys().next();
    if (this.places.size > 64 && !oldest.done) this.places.delete(oldest.value);
  }
}
