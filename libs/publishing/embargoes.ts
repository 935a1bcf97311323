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

/** Releases by the clock: an embargo ends by an event, which this asks for when its time has come. */
export class Embargoes {
  readonly #stories = new Map<string, readonly (Due & { readonly until: number })[]>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #closed = false;
  /** Why the last attempt to release did not succeed; null when none failed. */
  #reason: string | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly release: ReleaseDue,
  ) {}

  /** Takes what a story has waiting in place of what it had. */
  note(stream: string, story: Story): void {
    const waiting = waitingIn(story);
    if (waiting.length === 0 && !this.#stories.delete(stream)) return;
    if (waiting.length > 0) this.#stories.set(stream, waiting);
    this.#plan();
  }

  get streams(): readonly string[] {
    return [...this.#stories.keys()];
  }

  get health(): { readonly waiting: number; readonly reason: string | null } {
    return { waiting: this.#stories.size, reason: this.#reason };
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #plan(wait = 0): void {
    if (this.#closed || this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    const next = Math.min(...[...this.#stories.values()].flat().map((d) => d.until));
    if (next === Infinity) return;
    const delay = Math.min(Math.max(next - this.clock.now(), wait), LOOK_AT_LEAST_EVERY);
    this.#timer = setTimeout(() => {
      this.#running = this.#releaseDue();
    }, delay);
    this.#timer.unref();
  }

  async #releaseDue(): Promise<void> {
    let failed = false;
    const due = [...this.#stories.values()].flat().filter((d) => d.until <= this.clock.now());
    for (const one of due.sort((a, b) => a.until - b.until)) {
      if (this.#closed) break;
      try {
        await this.release(one);
      } catch (error) {
        failed = true;
        this.#reason = `A release in story ${one.story} waits: ${error instanceof Error ? error.message : String(error)}`;
      }
    }
    if (!failed) this.#reason = null;
    this.#running = null;
    this.#plan(AGAIN_AFTER);
  }
}

/** Automatic release stops in a killed or closed story, and for what was retracted. */
function waitingIn(story: Story): readonly (Due & { readonly until: number })[] {
  if (story.withheld !== null || story.status === 'closed') return [];
  const waiting: (Due & { readonly until: number })[] = [];
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
