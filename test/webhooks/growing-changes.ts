import { Subject } from 'rxjs';
import type { ChangeNow, CloudEvent, PublicChange, PublicChanges } from '#webhooks';

/** Public changes that a test makes. Each has its ordinal in its story. */
export class GrowingChanges implements PublicChanges {
  /** Positions of removed changes. */
  readonly withheld = new Set<bigint>();
  /** Positions that are not readable at present. */
  readonly closedOff = new Set<bigint>();
  /** Whether every read fails. */
  broken = false;
  /** The number of reads. */
  asked = 0;
  readonly #all: PublicChange[] = [];
  readonly #counts = new Map<string, number>();
  readonly news = new Subject<void>();

  /** Adds one change to each of these stories, in order. */
  add(...stories: readonly string[]): void {
    for (const story of stories) {
      const n = (this.#counts.get(story) ?? 0) + 1;
      this.#counts.set(story, n);
      this.#all.push({ position: BigInt(this.#all.length * 3 + 1), story, event: changeOf(story, n) });
    }
    this.news.next();
  }

  /** Keeps only the first changes, like a log restored from a backup. Other changes may follow. */
  restore(count: number): void {
    this.#all.length = count;
  }

  after(position: bigint, limit: number): readonly PublicChange[] {
    this.asked += 1;
    if (this.broken) throw new TypeError('The read model is xyzzy.');
    const from = Math.floor((Number(position) + 2) / 3);
    const found: PublicChange[] = [];
    for (let i = from; i < this.#all.length && found.length < limit; i += 1)
      if (!this.withheld.has(this.#all[i]!.position)) found.push(this.#all[i]!);
    return found;
  }

  at(position: bigint): ChangeNow {
    if (this.closedOff.has(position)) return { kind: 'not-now' };
    const event = this.#all[(Number(position) - 1) / 3]?.event;
    return event && !this.withheld.has(position) ? { kind: 'here', event } : { kind: 'gone' };
  }

  /** Makes everything readable again. */
  reopen(): void {
    this.closedOff.clear();
    this.news.next();
  }

  endsBefore(position: bigint): boolean {
    return (this.head() ?? -1n) < position;
  }

  head(): bigint | null {
    return this.#all.at(-1)?.position ?? null;
  }
}

const changeOf = (story: string, n: number): CloudEvent => ({
  specversion: '1.0',
  id: `${story}-${n}`,
  source: 'https://archive.example.org',
  type: 'org.example.changed',
  time: '2016-12-01T12:00:00.000Z',
  data: { story, n },
});
