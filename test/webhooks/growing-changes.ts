import { Subject } from 'rxjs';
import type { ChangeNow, CloudEvent, PublicChange, PublicChanges } from '#webhooks';

/** Public changes as a test makes them: the n-th change of a story says so. */
export class GrowingChanges implements PublicChanges {
  /** Positions that may not be seen any more. */
  readonly withheld = new Set<bigint>();
  /** Positions that cannot be read for the moment. */
  readonly closedOff = new Set<bigint>();
  /** Whether it cannot be read. */
  broken = false;
  /** How often it was asked for changes. */
  asked = 0;
  readonly #all: PublicChange[] = [];
  readonly #told = new Map<string, number>();
  readonly news = new Subject<void>();

  /** One change of each of these stories, in turn. */
  add(...stories: readonly string[]): void {
    for (const story of stories) {
      const n = (this.#told.get(story) ?? 0) + 1;
      this.#told.set(story, n);
      this.#all.push({ position: BigInt(this.#all.length * 3 + 1), story, event: changeOf(story, n) });
    }
    this.news.next();
  }

  /** Loses all but the first changes, as a log does that is restored from a backup; others may come in their place. */
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

  /** Lets everything be read again. */
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
