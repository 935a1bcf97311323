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
import { Embargoes, type ScheduleCursor, type ReleaseDue } from './embargoes.js';
import { HeldDevelopments, type HeldCursor } from './held-developments.js';
import { PublishedStory, PublishedStories } from './published-stories.js';
import { PublicEraser } from './public-eraser.js';
import {
  PublicLog,
  eventsOf,
  hasEvent,
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
  /** The clock for recording times and embargoes. */
  readonly clock: TrustedClock;
  /** Path of the checkpoint file. */
  readonly checkpoint: string;
  readonly release: ReleaseDue;
  /** The events that this desk recorded; null where there can be no other desk. */
  readonly recordedHere: RecordedHere | null;
}

export interface PublisherHealth {
  readonly ok: boolean;
  /** Whether all events that the desk's log had at the start are published. */
  readonly caughtUp: boolean;
  /** In the desk's log: everything through here is published; null before the first event. */
  readonly position: bigint | null;
  readonly reason: string | null;
  /** Events of the current batch that are not yet written. */
  readonly queue: number;
  /** The number of pending releases. */
  readonly embargoes: number;
  /** How often its subscription to the desk's log restarted. */
  readonly restarts: number;
}

/** Milliseconds between two writes of the checkpoint while events are published, and while none are. */
const CHECKPOINT_EVERY = 500;
const IDLE_CHECKPOINT_EVERY = 60_000;

/**
 * The least time, in milliseconds, to wait for the desk that recorded an event to publish it. The actual time
 * is random, up to twice as long, so that one of several waiting desks is first.
 */
const PATIENCE = 500;

/**
 * Follows the desk's log and appends the public events to the public log. The id and the expected revision of
 * a public event follow from the desk's stream. So the publisher may stop anywhere, restart or run twice: no
 * event is lost or doubled. With two desks, each publishes the events that it recorded, and those that the
 * other does not publish soon.
 */
export class Publisher {
  readonly #publicLog: PublicLog;
  readonly #stories = new PublishedStories();
  readonly #checkpoint: PublisherCheckpointFile;
  readonly #embargoes: Embargoes;
  readonly #held = new HeldDevelopments();
  readonly #eraser: PublicEraser;
  readonly #milestones = new Milestones(() => this.#position);
  #subscription: Subscription | null = null;
  /** The events in the public log; null where this desk is the only one. */
  #publishedEvents: PublishedEvents | null = null;
  #stopping = false;
  /** In the desk's log: everything through here is published. */
  #position: bigint | null = null;
  #caughtUp = false;
  #queue = 0;
  /** By the monotonic clock: until then, events of another desk in the current batch are left to that desk. */
  #waitsUntil = -Infinity;
  readonly #progress = new Subject<void>();
  #checkpoints: RxSubscription | null = null;
  /** The last event that was read from the desk's log, and the last one known to be in the public log. */
  #lastRead: WrittenEvent | null = null;
  #lastPublished: WrittenEvent | null = null;
  /** Why publishing is stuck; null while it works. */
  #reason: string | null = null;
  /** Set where publishing has stopped for good: the desk's log was restored from an older copy. */
  #rewound: string | null = null;
  /** Why the checkpoint could not be written; null where it was. */
  #checkpointFailure: string | null = null;
  /** Streams with damage in a log: no more of them is published before the next start. */
  readonly #damaged = new Set<string>();
  /** Everything through here is published, damaged streams included. After a restore, publishing resumes here. */
  #intactThrough: bigint | null = null;

  constructor(private readonly parts: PublisherParts) {
    this.#publicLog = new PublicLog(parts.public);
    this.#checkpoint = new PublisherCheckpointFile(parts.checkpoint);
    this.#embargoes = new Embargoes(parts.clock, parts.release);
    this.#eraser = new PublicEraser(
      this.#publicLog,
      async (stream) => (await this.#storyBefore(stream)).publication,
    );
  }

  async start(): Promise<void> {
    const { desk } = this.parts;
    const last = this.#checkpoint.read(desk.identity, this.#publicLog.identity);
    this.parts.clock.start(last?.seen ?? null);
    this.#embargoes.start();
    const checkpoint = last && (await this.#matchesLogs(last)) ? last : null;
    this.#lastPublished = checkpoint?.published ?? null;
    this.#lastRead = checkpoint?.taken ?? null;
    this.#position = checkpoint?.position ?? null;
    for (const stream of new Set([...(checkpoint?.embargoed ?? []), ...(checkpoint?.held ?? [])])) {
      try {
        const { publication } = await this.#storyBefore(stream, undefined, (desk, recorded) =>
          this.#held.update(stream, desk, recorded),
        );
        this.#embargoes.update(stream, publication.desk);
      } catch (error) {
        this.#skipDamaged(stream, (this.#position ?? -1n) + 1n, error);
      }
    }
    for (const stream of checkpoint?.forgetting ?? []) this.#eraser.request(stream);
    if (this.parts.recordedHere !== null)
      this.#publishedEvents = new PublishedEvents(this.parts.public, await this.parts.public.head());
    // From now on the checkpoint has a known time, even after a kill.
    this.#writeCheckpoint();
    this.#subscription = desk.subscribe(
      { prefix: STREAM_PREFIX.desk, after: this.#position ?? 'start' },
      {
        onBatch: (events, through) => this.#publishBatch(events, through),
        onDamaged: (damage) => {
          if (damage.stream === null) throw damage;
          this.#skipDamaged(damage.stream, damage.position!, damage);
          this.#advance(damage.position!);
        },
        onCaughtUp: () => {
          this.#caughtUp = true;
        },
        onRewound: ({ message }) => {
          this.#rewound = `${message} Restart the desk.`;
        },
      },
    );
    this.#checkpoints = merge(
      this.#progress.pipe(auditTime(CHECKPOINT_EVERY)),
      interval(IDLE_CHECKPOINT_EVERY),
    ).subscribe(() => this.#writeCheckpoint());
  }

  /**
   * Whether both logs still have the events of a checkpoint. If not, a log was restored from an older copy,
   * and publishing starts from its first event.
   */
  async #matchesLogs({ position, taken, published }: PublisherCheckpoint): Promise<boolean> {
    const { desk } = this.parts;
    if ((position ?? -1n) > ((await desk.head()) ?? -1n)) return false;
    if (taken && !(await hasEvent(desk, taken.position, taken.id))) return false;
    return published === null || this.#publicLog.has(published);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#embargoes.close();
    await this.#subscription?.close();
    await this.#eraser.close();
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
      reason: reason ?? embargoes.reason ?? this.#eraser.reason ?? this.#checkpointFailure ?? this.#damage,
      queue: this.#queue,
      embargoes: embargoes.waiting,
      restarts: this.#subscription?.health.restarts ?? 0,
    };
  }

  /** The public events for story events that are not recorded: what a dry run would publish. */
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

  /** The scheduled releases after `after`, as {@link Embargoes.list} gives them, and their number. */
  scheduled(after: ScheduleCursor | null, limit: number) {
    return { total: this.#embargoes.health.waiting, items: this.#embargoes.list(after, limit) };
  }

  /** The developments on hold after `after`, as {@link HeldDevelopments.list} gives them, and their number. */
  held(after: HeldCursor | null, limit: number) {
    return { total: this.#held.total, items: this.#held.list(after, limit) };
  }

  /** Releases at once what is due, after the clock was confirmed. */
  clockConfirmed(): void {
    this.#embargoes.checkClock();
  }

  /** Waits until everything through a position of the desk's log is published; false after `atMost` milliseconds. */
  caughtUp(position: bigint, atMost: number): Promise<boolean> {
    return this.#milestones.reached(position, atMost);
  }

  /** The location of a desk event in the public log; null if it is not public. It must be published already. */
  async positionOf(stream: string, revision: bigint): Promise<PublicPosition | null> {
    if (this.#damaged.has(stream)) return null;
    const positions = this.#stories.get(stream)?.positions;
    if (positions?.has(revision)) return positions.get(revision) ?? null;
    for await (const { id } of eventsOf(this.parts.desk, stream, { from: revision, limit: 1 }))
      return this.#publicLog.positionOf(stream, id);
    return null;
  }

  /**
   * Publishes a batch in log order. Events of one story wait for each other; all others are written together, with one
   * fsync. After a failure, that event and all later ones are retried.
   */
  async #publishBatch(events: readonly StoredEvent[], through: bigint): Promise<void> {
    const unpublished = events.filter(({ position }) => position > (this.#position ?? -1n));
    const written: Promise<void>[] = [];
    const patience = PATIENCE * (1 + Math.random());
    // Before this desk has caught up, it waits for no other desk.
    this.#waitsUntil = this.#caughtUp ? this.parts.clock.monotonic() + patience : -Infinity;
    this.#queue = unpublished.length;
    try {
      for (const stored of unpublished) {
        const sent = await this.#publishOrSkip(stored);
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
      if (last) this.#advance(last.position, last);
      throw error;
    }
    this.#reason = null;
    this.#advance(through, unpublished.at(-1));
  }

  /** Publishes an event, unless its stream is damaged. */
  async #publishOrSkip(stored: StoredEvent): Promise<{ readonly written: Promise<void> }> {
    const { stream, position } = stored;
    if (this.#damaged.has(stream)) return { written: Promise.resolve() };
    const pass = (error: unknown): void => this.#skipDamaged(stream, position, error);
    try {
      const { written } = await this.#traced(stored);
      return { written: written.catch(pass) };
    } catch (error) {
      pass(error);
      return { written: Promise.resolve() };
    }
  }

  /** After damage: publishes no more of a stream. Throws any other error. */
  #skipDamaged(stream: string, position: bigint, error: unknown): void {
    if (!(error instanceof EventDamaged)) throw error;
    this.#damaged.add(stream);
    const before = position - 1n;
    if (this.#intactThrough === null || before < this.#intactThrough) this.#intactThrough = before;
  }

  get #damage(): string | null {
    const { size } = this.#damaged;
    return size === 0
      ? null
      : `${size === 1 ? '1 story is' : `${size} stories are`} not published: damaged in the log. Run dateline verify`;
  }

  /** Sends an event, within a span for tracing. */
  async #traced(stored: StoredEvent): Promise<{ readonly written: Promise<void> }> {
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

  /** Appends the public events of a desk event. `written` resolves once they are in the public log. */
  async #send(stored: StoredEvent): Promise<{ readonly written: Promise<void> }> {
    const { stream, revision } = stored;
    const followed = await this.#storyBefore(stream, revision);
    await followed.written;
    const { recorded } = readEvent(stored);
    const { publication, events } = publish(followed.publication, recorded);
    if (events.length > 0) {
      const elsewhere = importOf(recorded, publication.desk);
      const recordedAt = await this.#recordedAt(stream, followed, elsewhere?.at ?? this.parts.clock.now());
      const metadata = publicMetadata(recordedAt, elsewhere?.importedAt ?? null);
      const drafts = events.map((event, i) => newEvent(publicEventId(stored.id, i), event, metadata));
      const count = countOf(followed.publication);
      // Reinstated words must be back before the event that reinstates them, in the order of the desk.
      if (events.some((event) => reinstates(event.type))) await this.#putBack(stream, followed, publication);
      followed.written = this.#append(followed, stored, count, drafts);
      if (
        events.some(({ type }) => withholdsStory(type) || withholdsDevelopment(type)) ||
        events.some(removes)
      )
        followed.written.then(
          () => this.#eraser.request(stream),
          () => undefined,
        );
      // The caller awaits `written` later; until then a failure must not be an unhandled rejection.
      followed.written.catch(() => this.#stories.drop(stream));
    } else followed.rememberPosition(revision, null);
    followed.publication = publication;
    this.#stories.keep(stream, followed);
    this.#embargoes.update(stream, publication.desk, recorded.event);
    this.#held.update(stream, publication.desk, recorded);
    return { written: followed.written };
  }

  /** Puts reinstated words back. A later erasure uses the story after the reinstatement. */
  async #putBack(stream: string, followed: PublishedStory, publication: Publication): Promise<void> {
    followed.publication = publication;
    this.#stories.keep(stream, followed);
    try {
      await this.#eraser.putBack(stream, publication);
    } catch (error) {
      this.#stories.drop(stream);
      throw error;
    }
  }

  async #append(
    followed: PublishedStory,
    { id, stream, revision }: StoredEvent,
    count: number,
    events: readonly NewEvent[],
  ): Promise<void> {
    const isOurs = this.parts.recordedHere?.has(id) ?? true;
    const elsewhere = isOurs ? null : await this.#publishedElsewhere(events);
    const { recordedAt, ...position } = elsewhere ?? (await this.#publicLog.append(stream, count, events));
    followed.recordedAt = recordedAt;
    followed.rememberPosition(revision, position);
    if (position.position > (this.#lastPublished?.position ?? -1n))
      this.#lastPublished = { position: position.position, id: events.at(-1)!.id };
  }

  /** Waits for another desk to publish the event that it recorded; null where it does not do so soon. */
  async #publishedElsewhere(events: readonly NewEvent[]): Promise<PublishedEvent | null> {
    const until = this.#waitsUntil;
    const { clock } = this.parts;
    const isPatient = (): boolean => !this.#stopping && clock.monotonic() < until;
    return (await this.#publishedEvents?.find(events.at(-1)!.id, isPatient)) ?? null;
  }

  /**
   * The publication of a story before a revision, or of all of it: from the cache, or folded from the desk's log. While it is
   * folded, `each` gets each event, and the story after it.
   */
  async #storyBefore(
    stream: string,
    before?: bigint,
    each: (desk: Story, recorded: Recorded) => void = () => {},
  ): Promise<PublishedStory> {
    const cached = this.#stories.get(stream);
    if (cached && (before === undefined || BigInt(cached.publication.desk.revision) === before - 1n))
      return cached;
    const followed = new PublishedStory();
    if (before !== 0n)
      for await (const stored of eventsOf(
        this.parts.desk,
        stream,
        before === undefined ? {} : { limit: Number(before) },
      )) {
        const { recorded } = readEvent(stored);
        followed.publication = publish(followed.publication, recorded).publication;
        each(followed.publication.desk, recorded);
      }
    this.#stories.keep(stream, followed);
    return followed;
  }

  /** The same for a dry run: it does not change the cache. */
  async #publicationBefore(stream: string, revision: number): Promise<Publication> {
    const cached = this.#stories.get(stream)?.publication;
    if (cached?.desk.revision === revision - 1) return cached;
    let publication = unpublished;
    if (revision > 0)
      for await (const stored of eventsOf(this.parts.desk, stream, { limit: revision }))
        ({ publication } = publish(publication, readEvent(stored).recorded));
    return publication;
  }

  /** The recording time of the next public event: `at`, but never before that of the last one. */
  async #recordedAt(stream: string, followed: PublishedStory, at: number): Promise<string> {
    const time = iso(at);
    const count = countOf(followed.publication);
    if (followed.recordedAt === null && count > 0)
      followed.recordedAt = await this.#publicLog.recordedAt(stream, BigInt(count - 1));
    return followed.recordedAt !== null && followed.recordedAt > time ? followed.recordedAt : time;
  }

  #advance(position: bigint, last?: StoredEvent): void {
    this.#position = position;
    if (last) this.#lastRead = { position: last.position, id: last.id };
    this.#milestones.advanced();
    this.#progress.next();
  }

  #writeCheckpoint(): void {
    const whole = this.#intactThrough;
    const through = whole !== null && whole < (this.#position ?? -1n) ? whole : this.#position;
    const position = through !== null && through < 0n ? null : through;
    const { streams: embargoed } = this.#embargoes;
    const { seen } = this.parts.clock;
    try {
      this.#checkpoint.write({
        desk: this.parts.desk.identity,
        public: this.#publicLog.identity,
        position,
        taken: this.#lastRead,
        published: this.#lastPublished,
        embargoed: [...new Set([...embargoed, ...this.#damaged])],
        held: this.#held.streams,
        forgetting: this.#eraser.streams,
        seen,
      });
      this.#checkpointFailure = null;
    } catch (error) {
      // The checkpoint only saves work: without it a restart reads the whole desk's log again.
      this.#checkpointFailure = `The publisher's checkpoint was not written: ${String(error)}`;
    }
  }
}

/**
 * The times of an imported event; null for any other. An imported event keeps its recording time. If its
 * embargo was over at the time of the import, it became public at the end of the embargo. If the embargo ends
 * later, `at` is not set: it becomes public now, because readers did not see it before.
 */
function importOf(recorded: Recorded, desk: Story): { at?: number; importedAt: number } | null {
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

const reinstates = (type: string): boolean => type === 'DevelopmentReinstated' || type === 'StoryReinstated';

/** Why publishing is stuck, for an operator. */
function reasonOf(error: unknown): string {
  if (error instanceof OutcomeUnknown)
    return 'The public log does not confirm an append: its cluster is slow, or has no leader. The append is retried until it is confirmed.';
  return error instanceof Error ? error.message : String(error);
}

const iso = (at: number): string => new Date(at).toISOString();
