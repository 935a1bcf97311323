import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  correlationOf,
  correlationsOf,
  EventDamaged,
  kindOf,
  TracedWork,
  type EventReader,
  type StoredEvent,
} from '#event-store';
import type { Recorded } from '#story';
import { prefixOf, type Audience } from './audience.js';
import {
  changesThePast,
  FollowedStory,
  readable,
  readTaken,
  takenOf,
  type TakenEvent,
} from './followed-story.js';
import { FenceLost, type Building, type ModelFile, type Rewriting } from './model-file.js';
import { rowOf, RewrittenStory } from './rewritten-story.js';
import { storyNumber } from './story-number.js';

/** The projector could not apply an event; the checkpoint stays before it. The message names the event and the cause. */
export class EventNotApplied extends Error {
  override readonly name = 'EventNotApplied';

  /** The id of the request that recorded the event; null if the log has none. */
  readonly correlationId: string | null;

  constructor(event: StoredEvent, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const request = correlationOf(event);
    const { position, id, type } = event;
    const from = request === null ? '' : ` of request ${request}`;
    super(`Stopped before position ${position}, event ${id} (${type})${from}: ${why}`, { cause });
    this.correlationId = request;
  }
}

/** The most events of all followed stories in the cache together. */
const MAX_EVENTS_CACHED = 125_000;

/** A rewrite ended between the preparation of a step and its transaction. */
class StepOutdated extends Error {}

/** Events of the public log in one transaction: messages and the other writer do not wait longer. */
const SLICE = 50;
/** A story with fewer events is rewritten at once if its past changes; a longer one in another thread. */
const SHORT = 64;

/** An event of a story. `past` has all events up to it if the story can be rewritten at once. */
interface Step extends TakenEvent {
  readonly id: string;
  readonly past: readonly TakenEvent[] | null;
}

/**
 * Applies the events of one log to one file of the read model: it folds each event and writes what changed. It is
 * idempotent: events that the file already has are skipped.
 */
export class Projector {
  /** The cached stories, least recently used first. */
  readonly #stories = new Map<string, FollowedStory>();
  #untrimmed = 0;

  constructor(
    private readonly log: EventReader,
    private readonly model: ModelFile,
    private readonly audience: Audience,
    private readonly short = SHORT,
  ) {}

  /** Of the last event in the file; null before the first. */
  get position(): bigint | null {
    return this.model.position;
  }

  /** Applies a batch of the log that ends at a position. @throws EventNotApplied, FenceLost */
  async take(events: readonly StoredEvent[], through: bigint): Promise<void> {
    if (events.length === 0) return this.#take(events, through);
    const work = TracedWork.begin('project', () => ({
      'dateline.model': this.audience,
      'dateline.events': events.length,
      'dateline.correlation_ids': correlationsOf(events),
    }));
    try {
      await work.within(() => this.#take(events, through));
      work.end();
    } catch (error) {
      work.fail(kindOf(error));
      throw error;
    }
  }

  /** Closes off the stories whose past some events change, even before these can be applied. True if any event changes it. */
  closeOff(events: readonly StoredEvent[]): boolean {
    if (this.audience === 'desk') return false;
    let isClosing = false;
    const closing = events.flatMap((stored) => {
      const taken = readable(stored);
      if (!taken || !changesThePast(this.audience, taken.recorded)) return [];
      isClosing = true;
      const { position, recorded } = taken;
      const id = this.#idOf(stored);
      if (this.model.story(id)?.closed_off === 2) return [];
      const newest = Math.max(this.model.story(id)?.head ?? -1, this.model.rewriting(id)?.revision ?? -1);
      return recorded.revision > newest ? [{ id, revision: recorded.revision, position }] : [];
    });
    if (closing.length > 0)
      this.model.write(null, () => {
        for (const { id, revision, position } of closing) this.model.closeOff(id, revision, position);
      });
    return isClosing;
  }

  async #take(events: readonly StoredEvent[], through: bigint): Promise<void> {
    try {
      if (events.length === 0) this.model.write(through, () => {});
      const size = this.audience === 'desk' ? events.length : SLICE;
      for (let from = 0; from < events.length; from += size) {
        if (from > 0) await nextTurn();
        const slice = events.slice(from, from + size);
        await this.#takeSlice(slice, from + size < events.length ? slice.at(-1)!.position : through);
      }
      this.#trim(events.length);
    } catch (error) {
      // The cached folds may be ahead of the file.
      this.#stories.clear();
      if (error instanceof FenceLost || events.length === 0) throw error;
      if (events.length === 1) throw new EventNotApplied(events[0]!, error);
      // One event cannot be applied; those before it can.
      for (const event of events) await this.take([event], event.position);
      await this.take([], through);
    }
  }

  /** Closes the story of a damaged event: nobody reads it from now on. */
  closeDamaged({ stream }: EventDamaged): void {
    if (stream === null) return;
    const id = stream.slice(prefixOf(this.audience).length);
    if (this.model.story(id)?.closed_off !== 2) this.model.write(null, () => this.#close(id));
  }

  /** The same, and moves the checkpoint past the event. */
  passDamaged({ stream, position }: EventDamaged): void {
    const id = stream!.slice(prefixOf(this.audience).length);
    this.model.write(position, () => this.#close(id));
  }

  async #takeSlice(events: readonly StoredEvent[], through: bigint): Promise<void> {
    this.closeOff(events);
    for (let done = false; !done;) {
      const steps: Step[] = [];
      for (const stored of events) {
        const step = await this.#prepare(this.#idOf(stored), readTaken(stored));
        if (step) steps.push(step);
      }
      const apply = (): void => {
        for (const step of steps) this.#step(step);
      };
      try {
        this.model.write(through, apply, events.at(-1));
        done = true;
      } catch (error) {
        if (!(error instanceof StepOutdated)) throw error;
        this.#stories.clear();
      }
    }
  }

  /**
   * Builds the planned stories one by one, each up to its planned length. The file may already have a part of them. Many
   * short stories share a transaction; a long one takes several. After each transaction, `written` gets its events.
   */
  async build(
    planned: Iterable<Building>,
    on: { readonly written: (events: number) => void; readonly stopped: () => boolean },
  ): Promise<'built' | 'stopped'> {
    let pending: (() => void)[] = [];
    let count = 0;
    const write = (): void => {
      this.model.write(null, () => {
        for (const apply of pending) apply();
      });
      this.#stories.clear();
      on.written(count);
      pending = [];
      count = 0;
    };
    const add = (events: number, apply: () => void): void => {
      pending.push(apply);
      count += events;
      if (count >= BATCH) write();
    };
    for (const { id, events, withholds } of planned) {
      // Messages get a turn between stories, so that the build can be stopped.
      if (count === 0) await nextTurn();
      if (on.stopped()) {
        if (count > 0) write();
        return 'stopped';
      }
      const head = this.model.story(id)?.head ?? -1;
      if (head >= events - 1) continue;
      try {
        await this.#buildStory({ id, events, withholds }, head, add);
      } catch (error) {
        if (!(error instanceof EventDamaged)) throw error;
        add(events - 1 - head, () => this.#close(id));
      }
    }
    if (count > 0) write();
    return 'built';
  }

  /** Reads the events of a story after `head`. `add` gets the number of events, and the function that writes them. */
  async #buildStory(
    { id, events, withholds }: Building,
    head: number,
    add: (events: number, apply: () => void) => void,
  ): Promise<void> {
    const stream = prefixOf(this.audience) + id;
    if (withholds === 1 && this.audience === 'public') {
      const past = await takenOf(this.log, stream, events - 1);
      add(past.length, () => this.#rewrite(id, storyNumber(id), past));
      return;
    }
    const followed = await this.#resumed(id, head);
    let taken: TakenEvent[] = [];
    const addTaken = (): void => {
      const some = taken;
      taken = [];
      add(some.length, () => this.#apply(followed, id, some));
    };
    const range = { from: BigInt(head + 1), limit: events - 1 - head };
    for await (const stored of this.log.readStream(stream, range)) {
      taken.push(readTaken(stored));
      if (taken.length >= BATCH) addTaken();
    }
    if (taken.length > 0) addTaken();
  }

  #close(id: string): void {
    this.model.markDamaged(id);
    this.#stories.delete(id);
  }

  #apply(followed: FollowedStory, id: string, events: readonly TakenEvent[]): void {
    const number = storyNumber(id);
    for (const { recorded, position, key } of events) {
      followed.take(recorded, number, position);
      this.#noteOpening(id, recorded, key);
    }
    this.model.noteStory(rowOf(followed, number));
  }

  #idOf({ stream }: StoredEvent): string {
    return stream.slice(prefixOf(this.audience).length);
  }

  /** Null if the log has the story damaged: then there is nothing to apply. */
  async #prepare(id: string, taken: TakenEvent): Promise<Step | null> {
    if (this.model.story(id)?.closed_off === 2) return null;
    try {
      return await this.#prepared(id, taken);
    } catch (error) {
      if (!(error instanceof EventDamaged)) throw error;
      this.model.write(null, () => this.#close(id));
      return null;
    }
  }

  async #prepared(id: string, taken: TakenEvent): Promise<Step> {
    const step = { ...taken, id, past: null };
    const row = this.model.story(id);
    const { revision } = taken.recorded;
    if (revision <= (row?.head ?? -1)) return step;
    const rewriting = this.model.rewriting(id);
    if (rewriting)
      return this.#atOnce(revision, rewriting)
        ? { ...step, past: await takenOf(this.log, prefixOf(this.audience) + id, revision) }
        : step;
    if (!this.#stories.has(id) && !row?.withheld)
      this.#stories.set(id, await this.#resumed(id, row?.head ?? -1));
    return step;
  }

  async #resumed(id: string, head: number): Promise<FollowedStory> {
    const followed = new FollowedStory(this.audience, this.model.rows);
    if (head < 0) return followed;
    await followed.resume(this.log, prefixOf(this.audience) + id, head, this.model.story(id)!.story);
    return followed;
  }

  #step({ id, recorded, position, key, past }: Step): void {
    const row = this.model.story(id);
    // The story may have been found damaged after the event was prepared.
    if (row?.closed_off === 2) return;
    const head = row?.head ?? -1;
    const { revision } = recorded;
    if (revision <= head) return;
    const rewriting = this.model.rewriting(id);
    if (rewriting) {
      const number = past && this.#atOnce(revision, rewriting) ? this.model.freeNumber(id) : null;
      if (past && number !== null) return this.#rewrite(id, number, past);
      this.#stories.delete(id);
      this.model.skip(id, revision, position);
    } else if (revision !== head + 1)
      throw new Error(`The story is at revision ${head}; revision ${revision} leaves a gap.`);
    else if (row?.withheld) this.model.noteStory({ ...row, head: revision });
    else {
      const followed = this.#stories.get(id);
      if (!followed) throw new StepOutdated();
      this.#stories.delete(id);
      this.#stories.set(id, followed);
      const number = row?.story ?? storyNumber(id);
      followed.take(recorded, number, position);
      this.#noteOpening(id, recorded, key);
      this.model.noteStory(rowOf(followed, number));
    }
  }

  /** Whether to rewrite a story at once with the event at a revision: it must be the last one that changes the past. */
  #atOnce(revision: number, rewriting: Rewriting): boolean {
    return revision === rewriting.revision && revision < this.short && rewriting.through < revision;
  }

  #noteOpening(id: string, { revision }: Recorded, key: string | null): void {
    if (revision === 0 && key !== null) this.model.noteOpening(key, id);
  }

  /** Rewrites a story as it may be seen now, and adopts it. */
  #rewrite(id: string, number: number, past: readonly TakenEvent[]): void {
    const { model, audience } = this;
    const before = model.story(id);
    if (before) model.rows.dropRecords(before.story);
    const story = RewrittenStory.write(model.rows, audience, { id, number, past });
    model.adopt(story.noted, story.rewrittenFor);
    this.#stories.delete(id);
    if (story.followed) this.#stories.set(id, story.followed);
  }

  #trim(taken: number): void {
    this.#untrimmed += taken;
    if (this.#untrimmed < TRIM_EVERY) return;
    this.#untrimmed = 0;
    let kept = 0;
    for (const [id, followed] of [...this.#stories].reverse()) {
      kept += followed.story.revision + 1;
      if (kept > MAX_EVENTS_CACHED && kept > followed.story.revision + 1) this.#stories.delete(id);
    }
  }
}

const TRIM_EVERY = 500;

/** Events in one transaction of a build. If the process is killed, no more work is lost. */
const BATCH = 2_000;
