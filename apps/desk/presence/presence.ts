import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import type { Principal } from '#staff';
import type { Uuid } from '#story';

export type Doing = 'reading' | 'writing';

/** Whose presence it is: a person in one browser, or a program. */
export type Present = Pick<Principal, 'id' | 'kind' | 'session'>;

export interface Entry {
  readonly story: Uuid;
  readonly who: Present;
  readonly doing: Doing;
  /** When it began, in milliseconds since the epoch. */
  readonly since: number;
  /** When it was last reported, by the monotonic clock. */
  readonly heard: number;
}

/** Milliseconds after the last report in which somebody still counts as present. */
const LASTS = 60_000;
/** In how many stories one browser or program is at most. Another story replaces the one not reported for longest. */
const MOST_STORIES = 20;

/**
 * Who is in which story, as pages report it again and again. It is only in memory. A clock that is set back keeps nobody:
 * only the monotonic clock counts.
 */
@Injectable()
export class Presence {
  /** By browser and story, in order of the last report. */
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  enter(story: Uuid, who: Present, doing: Doing): void {
    const key = keyOf(story, who);
    this.#dropEnded();
    const since = this.#entries.get(key)?.since ?? this.clock.now();
    // The newest report comes last.
    this.#entries.delete(key);
    this.#entries.set(key, { story, who, doing, since, heard: this.clock.monotonic() });
    const own = [...this.#entries].filter(([, entry]) => isSame(entry.who, who));
    if (own.length > MOST_STORIES) this.#entries.delete(own[0]![0]);
  }

  leave(story: Uuid, who: Present): void {
    this.#entries.delete(keyOf(story, who));
  }

  /** Those in a story, by the time at which they came. */
  in(story: Uuid): readonly Entry[] {
    this.#dropEnded();
    return [...this.#entries.values()]
      .filter((entry) => entry.story === story)
      .sort((a, b) => a.since - b.since || (a.who.id < b.who.id ? -1 : 1));
  }

  #dropEnded(): void {
    const now = this.clock.monotonic();
    for (const [key, { heard }] of this.#entries) {
      if (now - heard < LASTS) return;
      this.#entries.delete(key);
    }
  }
}

const keyOf = (story: Uuid, { id, session }: Present): string => `${story} ${session ?? id}`;

const isSame = (a: Present, b: Present): boolean => a.id === b.id && a.session === b.session;
