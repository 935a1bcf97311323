import type { Story } from '#story';
import type { Clock } from '#event-store';

/** What waits for its time: a development, or the headline or lede of a story. */
export type Due = { readonly story: string } & (
  { readonly what: 'development'; readonly development: string } | { readonly what: 'headline' | 'lede' }
);

/** Asks the desk to release what is due. What it throws is tried again. */
export type ReleaseDue = (due: Due) => Promise<void>;

const LOOK_AT_LEAST_EVERY = 60_000;
const AGAIN_AFTER = 5_000;

type Waiting = Due & { readonly until: number };

/** An attempt to release what still waits: when to try again, and why it did not succeed, if it did not. */
interface Tried {
  readonly again: number;
  readonly reason: string | null;
}

/** Releases by the clock: an embargo ends by an event, which this asks for when its time has come. */
export class Embargoes {
  readonly #stories = new Map<string, readonly Waiting[]>();
  readonly #tried = new Map<string, Tried>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly release: ReleaseDue,
  ) {}

  /** Takes what a story has waiting in place of what it had. */
  note(stream: string, story: Story): void {
    const before = this.#stories.get(stream) ?? [];
    const waiting = waitingIn(story);
    if (before.length === 0 && waiting.length === 0) return;
    if (waiting.length > 0) this.#stories.set(stream, waiting);
    else this.#stories.delete(stream);
    const keys = new Set(waiting.map(keyOf));
    for (const one of before) if (!keys.has(keyOf(one))) this.#tried.delete(keyOf(one));
    this.#plan();
  }

  get streams(): readonly string[] {
    return [...this.#stories.keys()];
  }

  get health(): { readonly waiting: number; readonly reason: string | null } {
    const refused = [...this.#tried.values()].find(({ reason }) => reason !== null);
    return { waiting: this.#stories.size, reason: refused?.reason ?? null };
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** When something is to be asked for: at its time, and a while after each attempt. */
  #at(one: Waiting): number {
    return Math.max(one.until, this.#tried.get(keyOf(one))?.again ?? -Infinity);
  }

  #plan(): void {
    if (this.#closed || this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    const next = Math.min(...[...this.#stories.values()].flat().map((one) => this.#at(one)));
    if (next === Infinity) return;
    const delay = Math.min(Math.max(next - this.clock.now(), 0), LOOK_AT_LEAST_EVERY);
    this.#timer = setTimeout(() => {
      this.#running = this.#releaseDue().finally(() => {
        this.#running = null;
        this.#plan();
      });
    }, delay);
    this.#timer.unref();
  }

  async #releaseDue(): Promise<void> {
    const now = this.clock.now();
    const due = [...this.#stories.values()].flat().filter((one) => this.#at(one) <= now);
    for (const one of due.sort((a, b) => a.until - b.until)) {
      if (this.#closed) return;
      const key = keyOf(one);
      const again = this.clock.now() + AGAIN_AFTER;
      // Also what is released waits until the desk's log tells so.
      this.#tried.set(key, { again, reason: this.#tried.get(key)?.reason ?? null });
      const reason = await this.#why(one);
      if (this.#tried.has(key)) this.#tried.set(key, { again, reason });
    }
  }

  /** Why something cannot be released; null when it was. */
  async #why(due: Due): Promise<string | null> {
    try {
      await this.release(due);
      return null;
    } catch (error) {
      return `A release in story ${due.story} waits: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

const keyOf = (due: Due): string => `${due.story} ${due.what === 'development' ? due.development : due.what}`;

/** Automatic release stops in a killed or closed story, and for what was retracted. */
function waitingIn(story: Story): readonly Waiting[] {
  if (story.withheld !== null || story.status === 'closed') return [];
  const waiting: Waiting[] = [];
  for (const development of story.embargoed.values()) {
    const state = story.developments.get(development);
    const release = state?.development.release;
    if (typeof release === 'object' && !state?.retracted && !state?.withheld)
      waiting.push({ story: story.id, what: 'development', development, until: release.embargoedUntil });
  }
  for (const what of ['headline', 'lede'] as const) {
    const release = story[what]?.release;
    if (typeof release === 'object') waiting.push({ story: story.id, what, until: release.embargoedUntil });
  }
  return waiting;
}
