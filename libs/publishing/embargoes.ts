import { ROOT_CONTEXT } from '@opentelemetry/api';
import { scheduledId, type Story, type StoryEvent, type Text } from '#story';
import { kindOf, TracedWork } from '#event-store';
import { TimeQueue, type Entry } from './time-queue.js';
import type { TrustedClock } from './trusted-clock.js';

/** A scheduled release that is due: a development, or the headline or lede of a story. */
export type Due = { readonly story: string } & (
  | { readonly what: 'development'; readonly development: string }
  /** `revision` is the revision of the story that scheduled it. */
  | { readonly what: 'headline' | 'lede'; readonly revision: number }
);

/** Asks the desk to release something. If it throws, the release is retried. */
export type ReleaseDue = (due: Due) => Promise<void>;

/** Milliseconds between two looks at the clock while nothing is due. */
const CHECK_EVERY = 10_000;
/** Milliseconds before a release is requested again. */
const RETRY_AFTER = 5_000;

/** A release at a set time. */
export interface ScheduledRelease {
  readonly due: Due;
  /** The end of the embargo, in milliseconds since the epoch. */
  readonly until: number;
  readonly slug: string;
  /** The text that will become public. */
  readonly text: Text;
}

/** `at` is the time to request it: the end of the embargo, or a while after the last request. */
interface PendingRelease extends Entry, ScheduledRelease {}

/** The last item of a page; the next page starts after it. */
export type ScheduleCursor = Entry;

/**
 * Releases at set times. An embargo ends with an event, and this requests that event at the right time. While the clock
 * cannot be trusted it requests none, and its health says so. Editors can still release by hand.
 */
export class Embargoes {
  readonly #queue = new TimeQueue<PendingRelease>();
  /** The same releases by the end of their embargo, whether requested or not. */
  readonly #listed = new TimeQueue<PendingRelease>();
  /** The pending releases of each stream. */
  readonly #streams = new Map<string, Set<string>>();
  /** Why the desk refused releases that still wait. */
  readonly #refused = new Map<string, string>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #state: 'new' | 'started' | 'closed' = 'new';

  constructor(
    private readonly clock: TrustedClock,
    private readonly release: ReleaseDue,
  ) {}

  /** Starts to watch the clock. */
  start(): void {
    this.#state = 'started';
    this.#plan();
  }

  /** Looks at the clock at once. Call it when the clock is trusted again. */
  checkClock(): void {
    this.#plan();
  }

  /** Updates the pending releases of a story. With an `event`, only the releases that it may affect are updated. */
  update(stream: string, story: Story, event: StoryEvent | null = null): void {
    const pending = this.#streams.get(stream) ?? new Set<string>();
    const all = (): ReadonlySet<string> => new Set([...allIn(story), ...pending]);
    for (const what of affectedBy(event) ?? all()) {
      const found = waitingIn(story, what);
      const key = `${story.id} ${what}`;
      if (found) pending.add(what);
      else pending.delete(what);
      const waiting = found && { ...found, key, at: found.until, slug: story.slug };
      const listed = this.#listed.get(key);
      if (!waiting) this.#listed.delete(key);
      else if (listed?.until !== waiting.until || listed.text !== waiting.text) this.#listed.set(waiting);
      const before = this.#queue.get(key);
      if (waiting && before?.until === waiting.until && before.order === waiting.order) continue;
      this.#refused.delete(key);
      if (waiting) this.#queue.set(waiting);
      else this.#queue.delete(key);
    }
    if (pending.size > 0) this.#streams.set(stream, pending);
    else this.#streams.delete(stream);
    this.#plan();
  }

  /** The streams with pending releases. */
  get streams(): readonly string[] {
    return [...this.#streams.keys()];
  }

  /** The next releases after `after`, by time. `refused` says why the desk has refused one. */
  list(
    after: ScheduleCursor | null,
    limit: number,
  ): readonly (ScheduleCursor & ScheduledRelease & { refused: string | null })[] {
    return this.#listed
      .after(after, limit)
      .map((one) => ({ ...one, refused: this.#refused.get(one.key) ?? null }));
  }

  get health(): { readonly ok: boolean; readonly waiting: number; readonly reason: string | null } {
    const { doubt, now, since } = this.clock.state;
    const waiting = this.#queue.size;
    const [refused = null] = this.#refused.values();
    if (doubt === null) return { ok: true, waiting, reason: refused };
    const many = waiting === 1 ? '1 embargo waits' : `${waiting} embargoes wait`;
    const reason =
      `${doubt}. Since ${iso(since!)} nothing is released by time, and ${many}. Events are recorded with the time of the trusted clock, now ${iso(now)}. ` +
      'Correct the clock. If it is right, confirm it: POST /desk/v1/clock/confirmation. Release by hand what cannot wait.';
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
    const next = now === null ? Infinity : (this.#queue.next?.at ?? Infinity) - now;
    this.#timer = setTimeout(
      () => {
        this.#running = this.#releaseDue().finally(() => {
          this.#running = null;
          this.#plan();
        });
      },
      Math.ceil(Math.min(Math.max(next, 0), CHECK_EVERY)),
    );
    this.#timer.unref();
  }

  async #releaseDue(): Promise<void> {
    const now = this.clock.certain();
    if (now === null) return;
    let due = this.#queue.upTo(now).toSorted((a, b) => a.until - b.until || a.order - b.order);
    // A release may be refused because it names a claim that another due release makes public. So ask again
    // after others succeed.
    for (let asked = Infinity; due.length > 0 && due.length < asked;) {
      asked = due.length;
      due = await this.#ask(due);
    }
  }

  /** Requests each release, and returns the refused ones. */
  async #ask(due: readonly PendingRelease[]): Promise<PendingRelease[]> {
    const refused: PendingRelease[] = [];
    for (const one of due) {
      if (this.#state === 'closed') return [];
      const { key, until } = one;
      if (this.#queue.get(key)?.until !== until) continue;
      // A released item stays in the queue until its event comes from the desk's log.
      this.#queue.set({ ...one, at: (this.clock.certain() ?? until) + RETRY_AFTER });
      const reason = await this.#release(one.due);
      if (reason !== null) refused.push(one);
      if (reason === null || !this.#queue.get(key)) this.#refused.delete(key);
      else this.#refused.set(key, reason);
    }
    return refused;
  }

  /** Requests a release. Returns why it was refused; null where it succeeded. */
  async #release(due: Due): Promise<string | null> {
    // The clock is the cause, not the work that set the timer.
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

/** The releases that an event may affect, by the ids that {@link waitingIn} takes; null for any of the story. */
function affectedBy(event: StoryEvent | null): readonly string[] | null {
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
    case 'StoryCorrected':
    case 'StoryTranslated':
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
 * The pending release of a headline, a lede or a development; null where there is none. There is none for killed and
 * retracted developments, and in a killed story. In a closed story there is none unless it keeps its schedule.
 */
function waitingIn(story: Story, what: string): Omit<PendingRelease, 'key' | 'at' | 'slug'> | null {
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
