import { setImmediate as nextTurn } from 'node:timers/promises';
import { StreamNotFound, type EventReader, type StoredEvent } from '#event-store';
import {
  amends,
  emptyStory,
  evolve,
  publicFold,
  publicHistory,
  removes,
  translatesStoryNotice,
  changesPast,
  withholdsDevelopment,
  withholdsStory,
  type PublicFold,
  type Recorded,
  type Story,
} from '#story';
import { readEvent } from '#story-log';
import { seenBy, type Audience } from './audience.js';
import type { RowWriter } from './row-writer.js';
import { StoryProjection } from './story-projection.js';

/** A story that the projector follows: its fold, and the projection of the fold into rows. */
export class FollowedStory {
  #story: Story = emptyStory;
  #public: PublicFold | null = null;
  readonly #projection: StoryProjection;

  constructor(
    private readonly audience: Audience,
    private readonly rows: RowWriter,
  ) {
    this.#projection = new StoryProjection(audience, rows);
  }

  get story(): Story {
    return this.#story;
  }

  /** Folds the events that the read model already has under a number. */
  async resume(log: EventReader, stream: string, through: number, number: number): Promise<void> {
    for await (const stored of log.readStream(stream, { limit: through + 1 })) {
      const { recorded } = readEvent(stored);
      if (recorded.revision % YIELD_EVERY === YIELD_EVERY - 1) await nextTurn();
      if (this.audience === 'public' && changesPast(recorded)) {
        this.#public = publicFold((await takenOf(log, stream, through)).map((e) => e.recorded));
        this.#story = this.#public.story;
        break;
      }
      this.#story = evolve(this.#story, recorded);
    }
    this.#projection.resume(seenBy(this.audience, this.#story), number);
  }

  /** Folds one more event and writes what it changed. The event must not change the past of the story. */
  take(recorded: Recorded, story: number, position: bigint): void {
    this.#story = this.#public ? this.#public.take(recorded) : evolve(this.#story, recorded);
    this.#write(story, recorded, position);
  }

  /** Writes the whole story as it may be seen at each revision, after an event changed its past. */
  rewrite(events: readonly TakenEvent[], story: number): void {
    const history = publicHistory(events.map((e) => e.recorded));
    const until = withheldUntil(events);
    for (const { recorded, position } of events) {
      this.#story = history.next().value as Story;
      const development = developmentOf(recorded);
      const gone = development !== null && recorded.revision < (until.get(development) ?? -1);
      this.#write(story, recorded, position, withholdsDevelopment(recorded.event.type), gone);
    }
    this.#public = history.next().value as PublicFold;
  }

  /**
   * Writes the rows of an event, and the change for followers. `gone`: the event is about a development that is withheld
   * by now, so it gives no change. A follower that has it must begin again.
   */
  #write(story: number, recorded: Recorded, position: bigint, rewritesPast = false, gone = false): void {
    const seen = seenBy(this.audience, this.#story);
    const at = { story, revision: seen.revision, recordedAt: recorded.recordedAt, position };
    this.#projection.advance(seen, at, rewritesPast);
    const { type, amends: amending, whole } = changeOf(recorded);
    const isCorrected = seen.corrections.last()?.revision === seen.revision;
    const change = {
      type,
      // A verdict that replaces another counts as a correction.
      amends: amending || isCorrected,
      // A removal changes earlier moments, too.
      whole: whole || (this.audience === 'public' && removes(recorded.event)),
    };
    const development = developmentOf(recorded);
    const state = development === null ? undefined : seen.developments.get(development);
    // All parts of a correction may be withheld.
    if (gone || (type === 'StoryCorrected' && !isCorrected)) this.rows.discardPieces();
    // The state loses what the development brought. A list of that would reveal it: followers fetch the state again.
    else if (withholdsDevelopment(recorded.event.type))
      this.rows.change(at, { ...change, whole: this.audience === 'public' }, state?.revision ?? null);
    else if (this.audience === 'public' && state?.withheld) {
      this.rows.discardPieces();
      this.rows.change(at, change);
    } else this.rows.change(at, change);
  }
}

/** After so many events of a story, other work of the thread gets a turn. */
const YIELD_EVERY = 200;

/** Whether an event changes what may be seen of the story at earlier moments. */
export function changesThePast(audience: Audience, recorded: Recorded): boolean {
  if (audience === 'desk') return false;
  return (
    changesPast(recorded) || withholdsStory(recorded.event.type) || translatesStoryNotice(recorded.event)
  );
}

/** The developments that are withheld at the end, and the revisions that withheld them. */
function withheldUntil(events: readonly TakenEvent[]): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  for (const { recorded } of events) {
    if (!withholdsDevelopment(recorded.event.type)) continue;
    const development = developmentOf(recorded)!;
    if (recorded.event.type === 'DevelopmentReinstated') until.delete(development);
    else until.set(development, recorded.revision);
  }
  return until;
}

/** The development that an event records, corrects, withdraws or withholds. */
function developmentOf({ event }: Recorded): string | null {
  if (!('development' in event)) return null;
  return typeof event.development === 'string' ? event.development : event.development.id;
}

/** The type and flags of a change, apart from its pieces. */
export const changeOf = ({ event: { type } }: Recorded) => ({
  type,
  amends: amends(type),
  whole: withholdsStory(type),
});

export interface TakenEvent {
  readonly recorded: Recorded;
  readonly position: bigint;
  /** The key of the request that made it; none in public. */
  readonly key: string | null;
}

/** A stored event of a story, read. */
export function readTaken(stored: StoredEvent): TakenEvent {
  const { recorded, metadata } = readEvent(stored);
  return { recorded, position: stored.position, key: metadata.idempotency?.key ?? null };
}

/** The same; null for an event that this release does not know. */
export function readable(stored: StoredEvent): TakenEvent | null {
  try {
    return readTaken(stored);
  } catch {
    return null;
  }
}

/** The events of a story between two revisions, inclusive; none where there is no such story. */
export async function takenOf(
  log: EventReader,
  stream: string,
  through: number,
  from = 0,
): Promise<TakenEvent[]> {
  const events: TakenEvent[] = [];
  try {
    for await (const stored of log.readStream(stream, { from: BigInt(from), limit: through + 1 - from })) {
      events.push(readTaken(stored));
      if (events.length % YIELD_EVERY === 0) await nextTurn();
    }
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return events;
}
