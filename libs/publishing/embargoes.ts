import { ROOT_CONTEXT } from '@opentelemetry/api';
import { scheduledId, type Story, type StoryEvent, type Text } from '#story';
import { kindOf, TracedWork } from '#event-store';
import { TimeQueue, type Entry } from './time-queue.js';
import type { TrustedClock } from './trusted-clock.js';

/** What waits for its time: a development, or the headline or lede of a story. */
export type Due = { readonly story: string } & (
  | { readonly what: 'development'; readonly development: string }
  /** The revision that scheduled it. */
  | { readonly what: 'headline' | 'lede'; readonly revision: number }
);

/** Asks the desk to release what is due. What it throws is tried again. */
export type ReleaseDue = (due: Due) => Promise<void>;

/** How often to look at the clock, though nothing be due. */
const LOOK_EVERY = 10_000;
const AGAIN_AFTER = 5_000;

/** Something that comes at its time. */
export interface Scheduled {
  readonly due: Due;
  readonly until: number;
  readonly slug: string;
  /** What it is to say. */
  readonly text: Text;
}

/** `at` is when to ask for it: when its embargo ends, or a while after it was asked for. */
interface Waiting extends Entry, Scheduled {}

/** Up to where a list was given: what comes then, in the order of the list. */
export type ListedTo = Entry;

/**
 * Releases by the clock: an embargo ends by an event, which this asks for when its time has come. While the clock
 * cannot be trusted it asks for nothing, and says so; what an editor releases is released nevertheless.
 */
export class Embargoes {
  readonly #diary = new TimeQueue<Waiting>();
  /** The same by the ends of their embargoes, whatever was asked for. */
  readonly #listed = new TimeQueue<Waiting>();
  /** What waits in each stream. */
  readonly #streams = new Map<string, Set<string>>();
  /** Why the desk refused what still waits. */
  readonly #refused = new Map<string, string>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #state: 'new' | 'started' | 'closed' = 'new';

  constructor(
    private readonly clock: TrustedClock,
    private readonly release: ReleaseDue,
  ) {}

  /** Begins to look at the clock. */
  start(): void {
    this.#state = 'started';
    this.#plan();
  }

  /** Looks at the clock at once: what is in doubt no more is released. */
  look(): void {
    this.#plan();
  }

  /** Takes what a story has waiting in place of what it had. After an `event`, what that does not concern is as it was. */
  note(stream: string, story: Story, event: StoryEvent | null = null): void {
    const known = this.#streams.get(stream) ?? new Set<string>();
    const all = (): ReadonlySet<string> => new Set([...allIn(story), ...known]);
    for (const what of concernedBy(event) ?? all()) {
      const found = waitingIn(story, what);
      const key = `${story.id} ${what}`;
      if (found) known.add(what);
      else known.delete(what);
      const waiting = found && { ...found, key, at: found.until, slug: story.slug };
      const told = this.#listed.get(key);
      if (!waiting) this.#listed.delete(key);
      else if (told?.until !== waiting.until || told.text !== waiting.text) this.#listed.set(waiting);
      const before = this.#diary.get(key);
      if (waiting && before?.until === waiting.until && before.order === waiting.order) continue;
      this.#refused.delete(key);
      if (waiting) this.#diary.set(waiting);
      else this.#diary.delete(key);
    }
    if (known.size > 0) this.#streams.set(stream, known);
    else this.#streams.delete(stream);
    this.#plan();
  }

  get streams(): readonly string[] {
    return [...this.#streams.keys()];
  }

  /** What comes, in the order of its times, from what comes after `after` on; with why it has not come in time. */
  list(
    after: ListedTo | null,
    limit: number,
  ): readonly (ListedTo & Scheduled & { refused: string | null })[] {
    return this.#listed
      .after(after, limit)
      .map((one) => ({ ...one, refused: this.#refused.get(one.key) ?? null }));
  }

  get health(): { readonly ok: boolean; readonly waiting: number; readonly reason: string | null } {
    const { doubt, now, since } = this.clock.state;
    const waiting = this.#diary.size;
    const [refused = null] = this.#refused.values();
    if (doubt === null) return { ok: true, waiting, reason: refused };
    const many = waiting === 1 ? '1 embargo waits' : `${waiting} embargoes wait`;
    const reason =
      `${doubt}. Since ${iso(since!)} nothing is released by time and ${many}; what is recorded has the time without that, now ${iso(now)}. ` +
      'Set the clock right or, if it is right, confirm it: POST /desk/v1/clock/confirmation. Release by hand what cannot wait.';
    return { ok: false, waiting, reason };
  }

  async close(): Promise<void> {
    this.#state = 'closed';
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #plan(): void {
    if (this.#state !== 'started' || this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    const now = this.clock.certain();
    const next = now === null ? Infinity : (this.#diary.next?.at ?? Infinity) - now;
    this.#timer = setTimeout(
      () => {
        this.#running = this.#releaseDue().finally(() => {
          this.#running = null;
          this.#plan();
        });
      },
      Math.ceil(Math.min(Math.max(next, 0), LOOK_EVERY)),
    );
    this.#timer.unref();
  }

  async #releaseDue(): Promise<void> {
    const now = this.clock.certain();
    if (now === null) return;
    let due = this.#diary.upTo(now).toSorted((a, b) => a.until - b.until || a.order - b.order);
    // One that was refused may be allowed after another, which brings the claims that it names.
    for (let asked = Infinity; due.length > 0 && due.length < asked;) {
      asked = due.length;
      due = await this.#ask(due);
    }
  }

  /** Asks for each, and gives those that were refused. */
  async #ask(due: readonly Waiting[]): Promise<Waiting[]> {
    const refused: Waiting[] = [];
    for (const one of due) {
      if (this.#state === 'closed') return [];
      const { key, until } = one;
      if (this.#diary.get(key)?.until !== until) continue;
      // Also what is released waits, until the desk's log tells so.
      this.#diary.set({ ...one, at: (this.clock.certain() ?? until) + AGAIN_AFTER });
      const reason = await this.#why(one.due);
      if (reason !== null) refused.push(one);
      if (reason === null || !this.#diary.get(key)) this.#refused.delete(key);
      else this.#refused.set(key, reason);
    }
    return refused;
  }

  /** Why something cannot be released; null when it was. */
  async #why(due: Due): Promise<string | null> {
    // The clock releases, whatever went on when its timer was set.
    const what = { 'dateline.what': due.what };
    const work = TracedWork.begin('release', () => what, { parent: ROOT_CONTEXT });
    try {
      await work.within(() => this.release(due));
      work.end();
      return null;
    } catch (error) {
      work.fail(kindOf(error));
      return `A release in story ${due.story} waits: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

/** What an event may have moved, as {@link waitingIn} takes it; null for anything in the story. */
function concernedBy(event: StoryEvent | null): readonly string[] | null {
  switch (event?.type) {
    case undefined:
    case 'StoryClosed':
    case 'StoryReopened':
    case 'StoryKilled':
    case 'StoryTakenDown':
    case 'StoryReinstated':
    case 'HeadlineRevised':
    case 'LedeRevised':
    case 'TextsRemoved':
      return null;
    case 'ReleaseRescheduled':
      return event.of === 'headline' || event.of === 'lede' ? null : [event.of];
    default: {
      if (!event || !('development' in event)) return [];
      const { development } = event;
      return [typeof development === 'string' ? development : development.id];
    }
  }
}

const allIn = (story: Story): readonly string[] => [
  ...story.scheduled.map(scheduledId),
  ...story.embargoed.values(),
];

/**
 * Whether a headline or lede of a story or a development waits, and until when. Automatic release stops in a killed story,
 * in a closed one unless it was said that what is scheduled comes, and for what was killed or retracted.
 */
function waitingIn(story: Story, what: string): Omit<Waiting, 'key' | 'at' | 'slug'> | null {
  if (story.withheld !== null || (story.status === 'closed' && !story.keepsSchedule)) return null;
  if (HEADING.test(what)) {
    const heading = story.scheduled.find((one) => scheduledId(one) === what);
    if (typeof heading?.release !== 'object') return null;
    const { release, revision, text, what: kind } = heading;
    const due = { story: story.id, what: kind, revision };
    return { due, until: release.embargoedUntil, order: revision, text };
  }
  const state = story.developments.get(what);
  if (!state || state.releasedAt !== null || state.retracted || state.withheld) return null;
  const { release, text } = state.development;
  if (typeof release !== 'object') return null;
  const due = { story: story.id, what: 'development', development: what } as const;
  return { due, until: release.embargoedUntil, order: state.revision, text };
}

const HEADING = /^(?:headline|lede)-/;

const iso = (at: number): string => new Date(at).toISOString();
