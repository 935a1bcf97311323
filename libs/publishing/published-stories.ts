import type { PublicPosition } from './public-log.js';
import { countOf, unpublished, type Publication } from './publication.js';

/** How many public positions a story keeps, for requests that still wait for them. */
const POSITIONS = 64;

/** A story that is being published. */
export class PublishedStory {
  publication: Publication = unpublished;
  /** Recording time of its last public event; null until known. */
  recordedAt: string | null = null;
  /** Resolves once its last events are in the public log. */
  written: Promise<void> = Promise.resolve();
  /** The public positions by desk revision; null for a desk event that is not public. */
  readonly positions = new Map<bigint, PublicPosition | null>();

  rememberPosition(revision: bigint, position: PublicPosition | null): void {
    this.positions.set(revision, position);
    const oldest = this.positions.keys().next();
    if (this.positions.size > POSITIONS && !oldest.done) this.positions.delete(oldest.value);
  }

  /** The number of folded revisions, of the desk's story and the public one. */
  get revisions(): number {
    return this.publication.desk.revision + 1 + countOf(this.publication);
  }
}

interface Bounds {
  readonly stories: number;
  readonly revisions: number;
}

/** A revision takes about 3.3 KB, so this is at most about 800 MB. A single larger story is an exception. */
const BOUNDS: Bounds = { stories: 500, revisions: 250_000 };

/** A cache of the folded stories that were published last. */
export class PublishedStories {
  readonly #kept = new Map<string, { readonly followed: PublishedStory; readonly revisions: number }>();
  #revisions = 0;

  constructor(private readonly bounds = BOUNDS) {}

  get(stream: string): PublishedStory | undefined {
    return this.#kept.get(stream)?.followed;
  }

  /** Adds a story as the last one used, and drops older ones beyond the bounds. */
  keep(stream: string, followed: PublishedStory): void {
    this.drop(stream);
    const { revisions } = followed;
    this.#kept.set(stream, { followed, revisions });
    this.#revisions += revisions;
    for (const oldest of this.#kept.keys()) {
      if (oldest === stream) return;
      if (this.#kept.size <= this.bounds.stories && this.#revisions <= this.bounds.revisions) return;
      this.drop(oldest);
    }
  }

  drop(stream: string): void {
    this.#revisions -= this.#kept.get(stream)?.revisions ?? 0;
    this.#kept.delete(stream);
  }
}
