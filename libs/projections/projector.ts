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
import { notedOf, RewrittenStory } from './rewritten-story.js';
import { storyNumber } from './story-number.js';

/** An event cannot be told: which, where, of which request, and why. The projection stays before it. */
export class EventNotTold extends Error {
  override readonly name = 'EventNotTold';

  /** The id of the request that made the event; null where the log does not say. */
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

/** How many events the followed stories have that stay in memory, over all of them. */
const EVENTS_KEPT = 125_000;

/** A story was not to be followed when its event was prepared, and is now. */
class RewrittenMeanwhile extends Error {}

/** Events of the public log that are taken in one transaction: whoever else is to be heard or to write waits no longer. */
const SLICE = 50;
/** A story of fewer events is rewritten at once, where an event changes its past; a longer one beside everything else. */
const SHORT = 64;

/** An event of a story, and all events of the story up to it where the story can be rewritten by it at once. */
interface Step extends TakenEvent {
  readonly id: string;
  readonly past: readonly TakenEvent[] | null;
}

/**
 * Takes the events of one log into one file of the read model: folds each once and writes what it changed. What is
 * there already is passed over, so that an event may come again.
 */
export class Projector {
  /** Followed stories, the one longest unused first. */
  readonly #stories = new Map<string, FollowedStory>();
  #untrimmed = 0;

  constructor(
    private readonly log: EventReader,
    private readonly model: ModelFile,
    private readonly audience: Audience,
    private readonly short = SHORT,
  ) {}

  /** Of the last event that is in the file; null before the first. */
  get position(): bigint | null {
    return this.model.position;
  }

  /** Takes a stretch of the log that ends at a position. @throws EventNotTold, FenceLost */
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

  /** Closes stories off whose past changes by some events, also by such as cannot be taken yet; whether any changes it. */
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
      const known = Math.max(this.model.story(id)?.head ?? -1, this.model.rewriting(id)?.revision ?? -1);
      return recorded.revision > known ? [{ id, revision: recorded.revision, position }] : [];
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
      // What is in memory may be ahead of what is written.
      this.#stories.clear();
      if (error instanceof FenceLost || events.length === 0) throw error;
      if (events.length === 1) throw new EventNotTold(events[0]!, error);
      // One of them cannot be told: those before it can.
      for (const event of events) await this.take([event], event.position);
      await this.take([], through);
    }
  }

  /** The log has an event damaged: nobody reads its story from now on. */
  closeDamaged({ stream }: EventDamaged): void {
    if (stream === null) return;
    const id = stream.slice(prefixOf(this.audience).length);
    if (this.model.story(id)?.closed_off !== 2) this.model.write(null, () => this.#close(id));
  }

  /** The same, and what comes of that story is passed over. */
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
      const tell = (): void => {
        for (const step of steps) this.#step(step);
      };
      try {
        this.model.write(through, tell, events.at(-1));
        done = true;
      } catch (error) {
        if (!(error instanceof RewrittenMeanwhile)) throw error;
        this.#stories.clear();
      }
    }
  }

  /**
   * Tells stories one by one, each up to its planned length, of which the file may have a part already: many short ones
   * in one transaction, a long one in several. Says after each transaction how many events it had.
   */
  async build(
    planned: Iterable<Building>,
    on: { readonly written: (events: number) => void; readonly stopped: () => boolean },
  ): Promise<'built' | 'stopped'> {
    let waiting: (() => void)[] = [];
    let count = 0;
    const write = (): void => {
      this.model.write(null, () => {
        for (const tell of waiting) tell();
      });
      this.#stories.clear();
      on.written(count);
      waiting = [];
      count = 0;
    };
    const wait = (events: number, tell: () => void): void => {
      waiting.push(tell);
      count += events;
      if (count >= BATCH) write();
    };
    for (const { id, events, withholds } of planned) {
      // Between stories, so that whoever wants it to stop is heard.
      if (count === 0) await nextTurn();
      if (on.stopped()) {
        if (count > 0) write();
        return 'stopped';
      }
      const head = this.model.story(id)?.head ?? -1;
      if (head >= events - 1) continue;
      try {
        await this.#tellStory({ id, events, withholds }, head, wait);
      } catch (error) {
        if (!(error instanceof EventDamaged)) throw error;
        wait(events - 1 - head, () => this.#close(id));
      }
    }
    if (count > 0) write();
    return 'built';
  }

  /** What of a story is beyond `head`; `wait` takes how many events it has, and what writes them. */
  async #tellStory(
    { id, events, withholds }: Building,
    head: number,
    wait: (events: number, tell: () => void) => void,
  ): Promise<void> {
    const stream = prefixOf(this.audience) + id;
    if (withholds === 1 && this.audience === 'public') {
      const past = await takenOf(this.log, stream, events - 1);
      wait(past.length, () => this.#rewrite(id, storyNumber(id), past));
      return;
    }
    const followed = await this.#resumed(id, head);
    let taken: TakenEvent[] = [];
    const tell = (): void => {
      const some = taken;
      taken = [];
      wait(some.length, () => this.#tellAll(followed, id, some));
    };
    const range = { from: BigInt(head + 1), limit: events - 1 - head };
    for await (const stored of this.log.readStream(stream, range)) {
      taken.push(readTaken(stored));
      if (taken.length >= BATCH) tell();
    }
    if (taken.length > 0) tell();
  }

  #close(id: string): void {
    this.model.damaged(id);
    this.#stories.delete(id);
  }

  #tellAll(followed: FollowedStory, id: string, events: readonly TakenEvent[]): void {
    const number = storyNumber(id);
    for (const { recorded, position, key } of events) {
      followed.take(recorded, number, position);
      this.#noteOpening(id, recorded, key);
    }
    this.model.note(notedOf(followed, number));
  }

  #idOf({ stream }: StoredEvent): string {
    return stream.slice(prefixOf(this.audience).length);
  }

  /** Null where the log has the story damaged: then there is nothing to take. */
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
    // It may have been found damaged since the event was prepared.
    if (row?.closed_off === 2) return;
    const head = row?.head ?? -1;
    const { revision } = recorded;
    if (revision <= head) return;
    const rewriting = this.model.rewriting(id);
    if (rewriting) {
      const number = past && this.#atOnce(revision, rewriting) ? this.model.freeNumber(id) : null;
      if (past && number !== null) return this.#rewrite(id, number, past);
      this.#stories.delete(id);
      this.model.passOver(id, revision, position);
    } else if (revision !== head + 1)
      throw new Error(`The story is at revision ${head}; revision ${revision} leaves a gap.`);
    else if (row?.withheld) this.model.note({ ...row, head: revision });
    else {
      const followed = this.#stories.get(id);
      if (!followed) throw new RewrittenMeanwhile();
      this.#stories.delete(id);
      this.#stories.set(id, followed);
      const number = row?.story ?? storyNumber(id);
      followed.take(recorded, number, position);
      this.#noteOpening(id, recorded, key);
      this.model.note(notedOf(followed, number));
    }
  }

  /** Whether a story is rewritten at once by the event at a revision: the last one that is known to change its past. */
  #atOnce(revision: number, rewriting: Rewriting): boolean {
    return revision === rewriting.revision && revision < this.short && rewriting.passed < revision;
  }

  #noteOpening(id: string, { revision }: Recorded, key: string | null): void {
    if (revision === 0 && key !== null) this.model.opened(key, id);
  }

  /** Writes a story anew as it may be seen now, and has it read so. */
  #rewrite(id: string, number: number, past: readonly TakenEvent[]): void {
    const { model, audience } = this;
    const before = model.story(id);
    if (before) model.rows.dropRecords(before.story);
    const story = RewrittenStory.write(model.rows, audience, { id, number, past });
    model.adopt(story.noted, story.anew);
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
      if (kept > EVENTS_KEPT && kept > followed.story.revision + 1) this.#stories.delete(id);
    }
  }
}

const TRIM_EVERY = 500;

/** Events of one transaction while a file is built: a kill of the process loses no more. */
const BATCH = 2_000;
