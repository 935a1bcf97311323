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
import type { Rows } from './rows.js';
import { StoryProjection } from './story-projection.js';

/** A story that is being followed: its fold, and what turns the fold into rows. */
export class FollowedStory {
  #story: Story = emptyStory;
  #public: PublicFold | null = null;
  readonly #projection: StoryProjection;

  constructor(
    private readonly audience: Audience,
    private readonly rows: Rows,
  ) {
    this.#projection = new StoryProjection(audience, rows);
  }

  get story(): Story {
    return this.#story;
  }

  /** Folds what the read model has of the story already, under a number. */
  async resume(log: EventReader, stream: string, through: number, number: number): Promise<void> {
    for await (const stored of log.readStream(stream, { limit: through + 1 })) {
      const { recorded } = readEvent(stored);
      if (recorded.revision % OTHERS_TURN === OTHERS_TURN - 1) await nextTurn();
      if (this.audience === 'public' && changesPast(recorded)) {
        this.#public = publicFold((await takenOf(log, stream, through)).map((e) => e.recorded));
        this.#story = this.#public.story;
        break;
      }
      this.#story = evolve(this.#story, recorded);
    }
    this.#projection.resume(seenBy(this.audience, this.#story), number);
  }

  /** Folds one more event and writes what changed by it; not one that changes what may be seen of the past. */
  take(recorded: Recorded, story: number, position: bigint): void {
    this.#story = this.#public ? this.#public.take(recorded) : evolve(this.#story, recorded);
    this.#tell(story, recorded, position);
  }

  /** Writes the story as it may be seen at each revision, now that an event changed that. */
  retell(events: readonly TakenEvent[], story: number): void {
    const history = publicHistory(events.map((e) => e.recorded));
    const until = withheldUntil(events);
    for (const { recorded, position } of events) {
      this.#story = history.next().value as Story;
      const development = aboutOf(recorded);
      const gone = development !== null && recorded.revision < (until.get(development) ?? -1);
      this.#tell(story, recorded, position, withholdsDevelopment(recorded.event.type), gone);
    }
    this.#public = history.next().value as PublicFold;
  }

  /**
   * Followers are told of the event, but where it is of something that is withheld: of what became of it before that
   * nothing is left (`gone`), and whoever has that begins anew.
   */
  #tell(story: number, recorded: Recorded, position: bigint, anew = false, gone = false): void {
    const seen = seenBy(this.audience, this.#story);
    const at = { story, revision: seen.revision, recordedAt: recorded.recordedAt, position };
    this.#projection.advance(seen, at, anew);
    const { type, amends: amending, whole } = changeOf(recorded);
    const isCorrected = seen.corrections.last()?.revision === seen.revision;
    const change = {
      type,
      // A verdict that takes the place of another is told as a correction.
      amends: amending || isCorrected,
      // Former moments are shown otherwise as well.
      whole: whole || (this.audience === 'public' && removes(recorded.event)),
    };
    const development = aboutOf(recorded);
    const state = development === null ? undefined : seen.developments.get(development);
    // Of a correction of several things there may be none that can be seen.
    if (gone || (type === 'StoryCorrected' && !isCorrected)) this.rows.passOver();
    // The state has no longer what the development brought, and there is no telling that without saying what it was.
    else if (withholdsDevelopment(recorded.event.type))
      this.rows.change(at, { ...change, whole: this.audience === 'public' }, state?.revision ?? null);
    else if (this.audience === 'public' && state?.withheld) {
      this.rows.passOver();
      this.rows.change(at, change);
    } else this.rows.change(at, change);
  }
}

/** Events of a long story after which others have their turn. */
const OTHERS_TURN = 200;

/** Whether an event changes what may be seen of the story at moments before it. */
export function changesThePast(audience: Audience, recorded: Recorded): boolean {
  if (audience === 'desk') return false;
  return (
    changesPast(recorded) || withholdsStory(recorded.event.type) || translatesStoryNotice(recorded.event)
  );
}

/** Of each development that is withheld after all of the events, the revision from which it is. */
function withheldUntil(events: readonly TakenEvent[]): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  for (const { recorded } of events) {
    if (!withholdsDevelopment(recorded.event.type)) continue;
    const development = aboutOf(recorded)!;
    if (recorded.event.type === 'DevelopmentReinstated') until.delete(development);
    else until.set(development, recorded.revision);
  }
  return until;
}

/** The development that an event records, corrects, withdraws or withholds. */
function aboutOf({ event }: Recorded): string | null {
  if (!('development' in event)) return null;
  return typeof event.development === 'string' ? event.development : event.development.id;
}

/** What the row of an event says of it besides the pieces that it changed. */
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
      if (events.length % OTHERS_TURN === 0) await nextTurn();
    }
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return events;
}
