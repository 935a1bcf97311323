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
import { emptyStory, fold, withholds, withholdsStory, type Recorded } from '#story';
import { prefixOf, type Audience } from './audience.js';
import { changeOf, FollowedStory, readEvent, takenOf, type TakenEvent } from './followed-story.js';
import { FenceLost, type Building, type ModelFile } from './model-file.js';
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

/** An event of a story, and all events of the story up to it where it changes what may be seen of the past. */
interface Step extends TakenEvent {
  readonly id: string;
  readonly past: readonly TakenEvent[] | null;
  /** Whether a later one of the same stretch tells the story anew, this event included. */
  readonly overtaken: boolean;
}

/** Until which revision each story is told anew in a stretch. */
type Retold = ReadonlyMap<string, number>;

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

  async #take(events: readonly StoredEvent[], through: bigint): Promise<void> {
    try {
      const taken = events.map((stored) => ({ stored, ...readEvent(stored) }));
      const changing = taken.filter((one) => this.#changesThePast(one.recorded));
      const retold = new Map(changing.map((one) => [one.stored.stream, one.recorded.revision]));
      const steps: Step[] = [];
      for (const { stored, ...one } of taken) {
        const step = await this.#prepare(stored.stream, one, retold);
        if (step) steps.push(step);
      }
      const tell = (): void => {
        for (const step of steps) this.#step(step);
      };
      this.model.write(through, tell, events.at(-1) ?? null);
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

  /** The log has an event damaged: nobody reads its story from now on, and what comes of it is passed over. */
  damaged({ stream, position }: EventDamaged): void {
    const id = stream!.slice(prefixOf(this.audience).length);
    this.model.write(position, () => this.#close(id));
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
      wait(past.length, () => this.#retell(id, past));
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
      taken.push(readEvent(stored));
      if (taken.length >= BATCH) tell();
    }
    if (taken.length > 0) tell();
  }

  #close(id: string): void {
    this.model.damaged(id);
    this.#stories.delete(id);
  }

  #tellAll(followed: FollowedStory, id: string, events: readonly TakenEvent[]): void {
    for (const { recorded, position, key } of events) {
      followed.take(recorded, storyNumber(id), position);
      this.#noteOpening(id, recorded, key);
    }
    this.#note(followed);
  }

  /** Null where the log has the story damaged: then there is nothing to take. */
  async #prepare(stream: string, taken: TakenEvent, retold: Retold): Promise<Step | null> {
    const id = stream.slice(prefixOf(this.audience).length);
    if (this.model.story(id)?.closed_off === 2) return null;
    try {
      return await this.#prepared(stream, id, taken, retold);
    } catch (error) {
      if (!(error instanceof EventDamaged)) throw error;
      this.model.write(null, () => this.#close(id));
      return null;
    }
  }

  async #prepared(stream: string, id: string, taken: TakenEvent, retold: Retold): Promise<Step> {
    const { recorded } = taken;
    const overtaken = recorded.revision < (retold.get(stream) ?? -1);
    const step = { ...taken, id, past: null, overtaken };
    const row = this.model.story(id);
    if (this.#changesThePast(recorded) && recorded.revision > (row?.head ?? -1)) {
      // Nobody reads it from now on, however long it takes to write it anew.
      if (row) this.model.write(null, () => this.model.closeOff(id));
      return overtaken ? step : { ...step, past: await takenOf(this.log, stream, recorded.revision) };
    }
    if (!overtaken && !this.#stories.has(id) && !row?.withheld)
      this.#stories.set(id, await this.#resumed(id, row?.head ?? -1));
    return step;
  }

  async #resumed(id: string, head: number): Promise<FollowedStory> {
    const followed = new FollowedStory(this.audience, this.model.rows);
    if (head >= 0) await followed.resume(this.log, prefixOf(this.audience) + id, head);
    return followed;
  }

  #changesThePast(recorded: Recorded): boolean {
    if (this.audience === 'desk') return false;
    return withholds(recorded) || withholdsStory(recorded.event.type);
  }

  #step({ id, recorded, position, key, past, overtaken }: Step): void {
    const row = this.model.story(id);
    const head = row?.head ?? -1;
    if (recorded.revision <= head) return;
    if (this.#changesThePast(recorded)) this.model.noteRemoval(id, position);
    if (overtaken) return;
    if (past) this.#retell(id, past);
    else if (recorded.revision !== head + 1)
      throw new Error(`The story is at revision ${head}; revision ${recorded.revision} leaves a gap.`);
    else if (row?.withheld) this.model.note({ ...row, head: recorded.revision });
    else {
      const followed = this.#stories.get(id)!;
      this.#stories.delete(id);
      this.#stories.set(id, followed);
      followed.take(recorded, storyNumber(id), position);
      this.#noteOpening(id, recorded, key);
      this.#note(followed);
    }
  }

  #noteOpening(id: string, { revision }: Recorded, key: string | null): void {
    if (revision === 0 && key !== null) this.model.opened(key, id);
  }

  /** Writes a story anew as it may be seen now. While it is killed or taken down, that is its notice alone. */
  #retell(id: string, past: readonly TakenEvent[]): void {
    const anew = past.findLast((e) => this.#changesThePast(e.recorded))!;
    this.model.clear(id);
    this.#stories.delete(id);
    const {
      slug,
      withheld,
      revision: head,
      openedAt,
    } = fold(
      past.map((e) => e.recorded),
      emptyStory,
    );
    if (withheld) {
      this.model.note({ id, slug, head, first_at: openedAt, withheld: JSON.stringify(withheld) });
      this.model.toldAnew(id, anew.recorded.revision);
      this.#tellWithheld(id, past);
      return;
    }
    const followed = new FollowedStory(this.audience, this.model.rows);
    followed.retell(past, storyNumber(id));
    this.#note(followed);
    this.model.toldAnew(id, anew.recorded.revision);
    this.#stories.set(id, followed);
  }

  /** Of a story that is withheld followers are told the event by which it is, and nothing else. */
  #tellWithheld(id: string, past: readonly TakenEvent[]): void {
    const { recorded, position } = past.findLast((e) => withholdsStory(e.recorded.event.type))!;
    const { revision, recordedAt } = recorded;
    const at = { story: storyNumber(id), revision, recordedAt, position };
    this.model.rows.withheld(at, changeOf(recorded));
  }

  #note({ story: { id, slug, revision: head, openedAt: first_at } }: FollowedStory): void {
    this.model.note({ id, slug, head, first_at, withheld: null });
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
