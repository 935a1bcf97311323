import { auditTime, interval, merge, Subject, type Subscription as RxSubscription } from 'rxjs';
import {
  correlationOf,
  EventDamaged,
  kindOf,
  Milestones,
  OutcomeUnknown,
  TracedWork,
  type EventReader,
  type EventStore,
  type NewEvent,
  type StoredEvent,
  type Subscription,
} from '#event-store';
import {
  removes,
  withholdsDevelopment,
  withholdsStory,
  type Recorded,
  type Story,
  type StoryEvent,
} from '#story';
import { newEvent, publicEventId, readEvent, STREAM_PREFIX } from '#story-log';
import { Embargoes, type ListedTo, type ReleaseDue } from './embargoes.js';
import { Followed, FollowedStories } from './followed-stories.js';
import { Forgetter } from './forgetter.js';
import {
  PublicLog,
  eventsOf,
  stands,
  type PublishedEvent,
  type PublicPosition,
  type WrittenEvent,
} from './public-log.js';
import { PublishedEvents } from './published-events.js';
import { countOf, publish, unpublished, type Publication } from './publication.js';
import type { TrustedClock } from './trusted-clock.js';
import { PublisherCheckpointFile, type PublisherCheckpoint } from './publisher-checkpoint.js';
import type { RecordedHere } from './recorded-here.js';

export interface PublisherParts {
  readonly desk: EventReader;
  readonly public: EventStore;
  /** By which public events are recorded, and embargoes end. */
  readonly clock: TrustedClock;
  /** Path of the file that remembers how far it is. */
  readonly checkpoint: string;
  readonly release: ReleaseDue;
  /** What this desk records itself; null where there can be no other. */
  readonly recordedHere: RecordedHere | null;
}

export interface PublisherHealth {
  readonly ok: boolean;
  /** Whether all that the desk's log held at the start is published. */
  readonly caughtUp: boolean;
  readonly position: bigint | null;
  readonly reason: string | null;
  /** Events of the desk's log that it has taken and not yet written. */
  readonly queue: number;
  /** Releases that wait for their time. */
  readonly embargoes: number;
  /** How often it had to begin anew to follow the desk's log. */
  readonly restarts: number;
}

/** Milliseconds between two writes of the checkpoint while events are published, and while none are. */
const CHECKPOINT_EVERY = 500;
const IDLE_CHECKPOINT_EVERY = 60_000;

/**
 * Milliseconds for which the desk that recorded an event is left to publish it, at least; up to twice as long, by chance,
 * so that of several that wait one is first.
 */
const PATIENCE = 500;

/**
 * Follows the desk's log and appends to the public one what the world may see. Each public event's id and expected
 * revision follow from the desk's stream, so it may be stopped anywhere, start again or run twice, and nothing is
 * lost or doubled. Of two desks each publishes what it recorded itself, and what the other has not published soon.
 */
export class Publisher {
  readonly #world: PublicLog;
  readonly #stories = new FollowedStories();
  readonly #checkpoint: PublisherCheckpointFile;
  readonly #embargoes: Embargoes;
  readonly #forgetter: Forgetter;
  readonly #milestones = new Milestones(() => this.#position);
  #subscription: Subscription | null = null;
  /** What the public log is given; null where this desk is the only one. */
  #publishedEvents: PublishedEvents | null = null;
  #stopping = false;
  /** In the desk's log: up to here all is published. */
  #position: bigint | null = null;
  #caughtUp = false;
  #queue = 0;
  /** By the monotonic clock: until then, what another desk recorded in the present stretch is left to it. */
  #waitsUntil = -Infinity;
  readonly #progress = new Subject<void>();
  #checkpoints: RxSubscription | null = null;
  /** The last event that was taken of the desk's log, and the last that is known to be written in the public one. */
  #taken: WrittenEvent | null = null;
  #published: WrittenEvent | null = null;
  /** Why it does not go on; null while it does. */
  #reason: string | null = null;
  /** Why it can never go on: the desk's log was restored from an older copy. */
  #rewound: string | null = null;
  /** Why the checkpoint could not be written; null when it could. */
  #unwritten: string | null = null;
  /** Streams that a log has damaged: nothing more of them is published before the next start. */
  readonly #damaged = new Set<string>();
  /** Up to where all is published, of those as well: after they are restored, it goes on from here. */
  #whole: bigint | null = null;

  constructor(private readonly parts: PublisherParts) {
    this.#world = new PublicLog(parts.public);
    this.#checkpoint = new PublisherCheckpointFile(parts.checkpoint);
    this.#embargoes = new Embargoes(parts.clock, parts.release);
    this.#forgetter = new Forgetter(this.#world, async (stream) => (await this.#follow(stream)).publication);
  }

  async start(): Promise<void> {
    const { desk } = this.parts;
    const last = this.#checkpoint.read(desk.identity, this.#world.identity);
    this.parts.clock.start(last?.seen ?? null);
    this.#embargoes.start();
    const checkpoint = last && (await this.#fits(last)) ? last : null;
    this.#published = checkpoint?.published ?? null;
    this.#taken = checkpoint?.taken ?? null;
    this.#position = checkpoint?.position ?? null;
    for (const stream of checkpoint?.embargoed ?? []) {
      try {
        const { publication } = await this.#follow(stream);
        this.#embargoes.note(stream, publication.desk);
      } catch (error) {
        this.#pass(stream, (this.#position ?? -1n) + 1n, error);
      }
    }
    for (const stream of checkpoint?.forgetting ?? []) this.#forgetter.note(stream);
    if (this.parts.recordedHere !== null)
      this.#publishedEvents = new PublishedEvents(this.parts.public, await this.parts.public.head());
    // From here on a kill leaves a time that had come.
    this.#writeCheckpoint();
    this.#subscription = desk.subscribe(
      { prefix: STREAM_PREFIX.desk, after: this.#position ?? 'start' },
      {
        onBatch: (events, through) => this.#take(events, through),
        onDamaged: (damage) => {
          if (damage.stream === null) throw damage;
          this.#pass(damage.stream, damage.position!, damage);
          this.#moved(damage.position!);
        },
        onCaughtUp: () => {
          this.#caughtUp = true;
        },
        onRewound: ({ message }) => {
          this.#rewound = `${message} Start the desk again.`;
        },
      },
    );
    this.#checkpoints = merge(
      this.#progress.pipe(auditTime(CHECKPOINT_EVERY)),
      interval(IDLE_CHECKPOINT_EVERY),
    ).subscribe(() => this.#writeCheckpoint());
  }

  /**
   * A log that ends before a checkpoint, or has another event there, was restored from an older copy: it is looked at from
   * its start.
   */
  async #fits({ position, taken, published }: PublisherCheckpoint): Promise<boolean> {
    const { desk } = this.parts;
    if ((position ?? -1n) > ((await desk.head()) ?? -1n)) return false;
    if (taken && !(await stands(desk, taken.position, taken.id))) return false;
    return published === null || this.#world.has(published);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#embargoes.close();
    await this.#subscription?.close();
    await this.#forgetter.close();
    this.#publishedEvents?.close();
    this.#checkpoints?.unsubscribe();
    this.#writeCheckpoint();
  }

  get health(): PublisherHealth {
    const reason = this.#rewound ?? this.#reason ?? this.#subscription?.health.reason ?? null;
    const embargoes = this.#embargoes.health;
    return {
      ok: reason === null && embargoes.ok,
      caughtUp: this.#caughtUp,
      position: this.#position,
      reason: reason ?? embargoes.reason ?? this.#forgetter.reason ?? this.#unwritten ?? this.#damage,
      queue: this.#queue,
      embargoes: embargoes.waiting,
      restarts: this.#subscription?.health.restarts ?? 0,
    };
  }

  /** The public events that would follow from events of a story which are not in the desk's log. */
  async wouldPublish(stream: string, recorded: readonly Recorded[]): Promise<readonly StoryEvent[]> {
    const [first] = recorded;
    if (!first) return [];
    let publication = await this.#publicationBefore(stream, first.revision);
    return recorded.flatMap((one) => {
      const next = publish(publication, one);
      ({ publication } = next);
      return next.events;
    });
  }

  /** What comes at its time, as {@link Embargoes.list} gives it, and how many there are. */
  scheduled(after: ListedTo | null, limit: number) {
    return { total: this.#embargoes.health.waiting, items: this.#embargoes.list(after, limit) };
  }

  /** Releases at once what waited for the clock to be sure. */
  clockConfirmed(): void {
    this.#embargoes.look();
  }

  /** Waits until everything up to a position of the desk's log is published; false if `atMost` milliseconds pass first. */
  caughtUp(position: bigint, atMost: number): Promise<boolean> {
    return this.#milestones.reached(position, atMost);
  }

  /** Where an event of the desk's log stands in the public one; null if it is not public. It must be caught up so far. */
  async positionOf(stream: string, revision: bigint): Promise<PublicPosition | null> {
    if (this.#damaged.has(stream)) return null;
    const places = this.#stories.get(stream)?.places;
    if (places?.has(revision)) return places.get(revision) ?? null;
    for await (const { id } of eventsOf(this.parts.desk, stream, { from: revision, limit: 1 }))
      return this.#world.positionOf(stream, id);
    return null;
  }

  /**
   * Publishes a stretch in its order. Only a story's own events wait for each other: the others are written together, so
   * that one fsync serves them all. What fails holds up what comes after it, and not what was before.
   */
  async #take(events: readonly StoredEvent[], through: bigint): Promise<void> {
    const unpublished = events.filter(({ position }) => position > (this.#position ?? -1n));
    const written: Promise<void>[] = [];
    const patience = PATIENCE * (1 + Math.random());
    // What was recorded before this desk had caught up waits for nobody.
    this.#waitsUntil = this.#caughtUp ? this.parts.clock.monotonic() + patience : -Infinity;
    this.#queue = unpublished.length;
    try {
      for (const stored of unpublished) {
        const sent = await this.#sendOrPass(stored);
        written.push(sent.written);
        sent.written.then(
          () => (this.#queue -= 1),
          () => undefined,
        );
      }
      await Promise.all(written);
    } catch (error) {
      this.#reason = reasonOf(error);
      const settled = await Promise.allSettled(written);
      const done = settled.findIndex(({ status }) => status === 'rejected');
      const last = unpublished[(done < 0 ? written.length : done) - 1];
      if (last) this.#moved(last.position, last);
      throw error;
    }
    this.#reason = null;
    this.#moved(through, unpublished.at(-1));
  }

  /** As {@link #publish}; what a log has damaged is passed over. */
  async #sendOrPass(stored: StoredEvent): Promise<{ readonly written: Promise<void> }> {
    const { stream, position } = stored;
    if (this.#damaged.has(stream)) return { written: Promise.resolve() };
    const pass = (error: unknown): void => this.#pass(stream, position, error);
    try {
      const { written } = await this.#publish(stored);
      return { written: written.catch(pass) };
    } catch (error) {
      pass(error);
      return { written: Promise.resolve() };
    }
  }

  /** Leaves a stream alone from a position on, where it is damaged; throws every other error. */
  #pass(stream: string, position: bigint, error: unknown): void {
    if (!(error instanceof EventDamaged)) throw error;
    this.#damaged.add(stream);
    const before = position - 1n;
    if (this.#whole === null || before < this.#whole) this.#whole = before;
  }

  get #damage(): string | null {
    const { size } = this.#damaged;
    return size === 0 ? null : `${size} story(s) not published: damaged in the log. Run dateline verify`;
  }

  /** As {@link #send}, for whoever follows what becomes of an event. */
  async #publish(stored: StoredEvent): Promise<{ readonly written: Promise<void> }> {
    const work = TracedWork.begin('publish', () => ({
      'dateline.desk_event': stored.id,
      'dateline.event_type': stored.type,
      'dateline.correlation_id': correlationOf(stored) ?? undefined,
    }));
    const failed = (error: unknown): void => work.fail(kindOf(error));
    try {
      const sent = await work.within(() => this.#send(stored));
      sent.written.then(() => work.end(), failed);
      return sent;
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  /** Sends what is public of an event to the public log; `written` says when it is there. */
  async #send(stored: StoredEvent): Promise<{ readonly written: Promise<void> }> {
    const { stream, revision } = stored;
    const followed = await this.#follow(stream, revision);
    await followed.written;
    const { recorded } = readEvent(stored);
    const { publication, events } = publish(followed.publication, recorded);
    if (events.length > 0) {
      const elsewhere = takenOver(recorded, publication.desk);
      const recordedAt = await this.#recordedAt(stream, followed, elsewhere?.at ?? this.parts.clock.now());
      const metadata = publicMetadata(recordedAt, elsewhere?.importedAt ?? null);
      const drafts = events.map((event, i) => newEvent(publicEventId(stored.id, i), event, metadata));
      const count = countOf(followed.publication);
      // What is given back must be there before it is said to be, and the order of the desk is kept.
      if (events.some((event) => givesBack(event.type))) await this.#giveBack(stream, followed, publication);
      followed.written = this.#append(followed, stored, count, drafts);
      if (
        events.some(({ type }) => withholdsStory(type) || withholdsDevelopment(type)) ||
        events.some(removes)
      )
        followed.written.then(
          () => this.#forgetter.note(stream),
          () => undefined,
        );
      // Who waits for all of them looks at it, and until then it is nobody's fault that it failed.
      followed.written.catch(() => this.#stories.drop(stream));
    } else followed.remember(revision, null);
    followed.publication = publication;
    this.#stories.keep(stream, followed);
    this.#embargoes.note(stream, publication.desk, recorded.event);
    return { written: followed.written };
  }

  /** From now on nothing of it is taken away: what is still to be erased follows from the story as it is then. */
  async #giveBack(stream: string, followed: Followed, publication: Publication): Promise<void> {
    followed.publication = publication;
    this.#stories.keep(stream, followed);
    try {
      await this.#forgetter.giveBack(stream, publication);
    } catch (error) {
      this.#stories.drop(stream);
      throw error;
    }
  }

  async #append(
    followed: Followed,
    { id, stream, revision }: StoredEvent,
    count: number,
    events: readonly NewEvent[],
  ): Promise<void> {
    const isOurs = this.parts.recordedHere?.has(id) ?? true;
    const elsewhere = isOurs ? null : await this.#publishedElsewhere(events);
    const { recordedAt, ...place } = elsewhere ?? (await this.#world.append(stream, count, events));
    followed.recordedAt = recordedAt;
    followed.remember(revision, place);
    if (place.position > (this.#published?.position ?? -1n))
      this.#published = { position: place.position, id: events.at(-1)!.id };
  }

  /** Waits until the desk that recorded an event has published it; null where it does not do so soon. */
  async #publishedElsewhere(events: readonly NewEvent[]): Promise<PublishedEvent | null> {
    const until = this.#waitsUntil;
    const { clock } = this.parts;
    const isPatient = (): boolean => !this.#stopping && clock.monotonic() < until;
    return (await this.#publishedEvents?.find(events.at(-1)!.id, isPatient)) ?? null;
  }

  /** The story as published up to before a revision: from memory, or folded from the desk's log. */
  async #follow(stream: string, before?: bigint): Promise<Followed> {
    const known = this.#stories.get(stream);
    if (known && (before === undefined || BigInt(known.publication.desk.revision) === before - 1n))
      return known;
    const followed = new Followed();
    if (before !== 0n)
      for await (const stored of eventsOf(
        this.parts.desk,
        stream,
        before === undefined ? {} : { limit: Number(before) },
      ))
        followed.publication = publish(followed.publication, readEvent(stored).recorded).publication;
    this.#stories.keep(stream, followed);
    return followed;
  }

  /** As {@link #follow}, for whoever publishes nothing: what is kept of the story is left alone. */
  async #publicationBefore(stream: string, revision: number): Promise<Publication> {
    const known = this.#stories.get(stream)?.publication;
    if (known?.desk.revision === revision - 1) return known;
    let publication = unpublished;
    if (revision > 0)
      for await (const stored of eventsOf(this.parts.desk, stream, { limit: revision }))
        ({ publication } = publish(publication, readEvent(stored).recorded));
    return publication;
  }

  /** Never before the public event before it. */
  async #recordedAt(stream: string, followed: Followed, at: number): Promise<string> {
    const time = iso(at);
    const count = countOf(followed.publication);
    if (followed.recordedAt === null && count > 0)
      followed.recordedAt = await this.#world.recordedAt(stream, BigInt(count - 1));
    return followed.recordedAt !== null && followed.recordedAt > time ? followed.recordedAt : time;
  }

  #moved(position: bigint, last?: StoredEvent): void {
    this.#position = position;
    if (last) this.#taken = { position: last.position, id: last.id };
    this.#milestones.advanced();
    this.#progress.next();
  }

  #writeCheckpoint(): void {
    const whole = this.#whole;
    const through = whole !== null && whole < (this.#position ?? -1n) ? whole : this.#position;
    const position = through !== null && through < 0n ? null : through;
    const { streams: embargoed } = this.#embargoes;
    const { seen } = this.parts.clock;
    try {
      this.#checkpoint.write({
        desk: this.parts.desk.identity,
        public: this.#world.identity,
        position,
        taken: this.#taken,
        published: this.#published,
        embargoed: [...new Set([...embargoed, ...this.#damaged])],
        forgetting: this.#forgetter.streams,
        seen,
      });
      this.#unwritten = null;
    } catch (error) {
      // It only saves work: without it a restart looks at all of the desk's log again.
      this.#unwritten = `The publisher's checkpoint was not written: ${String(error)}`;
    }
  }
}

/**
 * An imported event keeps its time, and what was imported once its embargo was over is public from the embargo's end.
 * An embargo that ends later is no import's to tell of the past: that was read by then. Without `at` it is now.
 */
function takenOver(recorded: Recorded, desk: Story): { at?: number; importedAt: number } | null {
  const { event, recordedAt, importedAt } = recorded;
  if (importedAt !== null) return { at: recordedAt, importedAt };
  if (event.type !== 'DevelopmentReleased' || event.cause !== 'embargo') return null;
  const state = desk.developments.get(event.development);
  const release = state?.development.release;
  if (state?.importedAt == null || typeof release !== 'object') return null;
  const over = release.embargoedUntil <= state.importedAt;
  return { importedAt: state.importedAt, ...(over ? { at: release.embargoedUntil } : {}) };
}

/** A public event says when it was recorded and whether it was imported, but neither by whom nor what caused it. */
const publicMetadata = (recordedAt: string, importedAt: number | null) => ({
  recordedAt,
  ...(importedAt === null ? {} : { importedAt: iso(importedAt) }),
});

const givesBack = (type: string): boolean => type === 'DevelopmentReinstated' || type === 'StoryReinstated';

/** Why it does not go on, for an operator. */
function reasonOf(error: unknown): string {
  if (error instanceof OutcomeUnknown)
    return 'The public log does not confirm what was sent to it: its cluster is slow, or has no leader. It is sent again until it is there.';
  return error instanceof Error ? error.message : String(error);
}

const iso = (at: number): string => new Date(at).toISOString();
