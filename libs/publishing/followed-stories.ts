import type { PublicPosition } from './public-log.js';
import { countOf, unpublished, type Publication } from './publication.js';

/** How many places a story keeps: those that editors still wait for. */
const PLACES = 64;

/** One story being published. */
export class Followed {
  publication: Publication = unpublished;
  /** Of its last public event; null until known. */
  recordedAt: string | null = null;
  /** When its last events are in the public log. */
  written: Promise<void> = Promise.resolve();
  readonly places = new Map<bigint, PublicPosition | null>();

  remember(revision: bigint, place: PublicPosition | null): void {
    this.places.set(revision, place);
    const oldest = this.places.keys().next();
    if (this.places.size > PLACES && !oldest.done) this.places.delete(oldest.value);
  }

  /** How many revisions of it are folded, at the desk and in public. */
  get revisions(): number {
    return this.publication.desk.revision + 1 + countOf(this.publication);
  }
}

interface Bounds {
  readonly stories: number;
  readonly revisions: number;
}

/** A revision takes about 3.3 KB in memory, so these are 800 MB at most, but for one story that alone is larger. */
const BOUNDS: Bounds = { stories: 500, revisions: 250_000 };

/** The stories being published that are kept folded in memory: those that were published last, within bounds. */
export class FollowedStories {
  readonly #stories = new Map<string, { readonly followed: Followed; readonly revisions: number }>();
  #revisions = 0;

  constructor(private readonly bounds = BOUNDS) {}

  get(stream: string): Followed | undefined {
    return this.#stories.get(stream)?.followed;
  }

  /** Keeps a story as the last one used, and lets go of others where that makes them too many. */
  keep(stream: string, followed: Followed): void {
    this.drop(stream);
    const { revisions } = followed;
    this.#stories.set(stream, { followed, revisions });
    this.#revisions += revisions;
    for (const oldest of this.#stories.keys()) {
      if (oldest === stream) return;
      if (this.#stories.size <= this.bounds.stories && this.#revisions <= this.bounds.revisions) return;
      this.drop(oldest);
    }
  }

  drop(stream: string): void {
    this.#revisions -= this.#stories.get(stream)?.revisions ?? 0;
    this.#stories.delete(stream);
  }
}
