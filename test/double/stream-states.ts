import type { StoredEvent } from '#event-store';

/** The `$tb` of a soft-deleted stream, which is also the revision of the event that hard-deletes a stream. */
export const DELETED = 2n ** 63n - 1n;

/** Which events of a stream are readable. */
export interface StreamState {
  /** Hard-deleted. */
  readonly tombstoned: boolean;
  /** Soft-deleted: until the next append. */
  readonly softDeleted: boolean;
  /** The first readable revision, from `$tb` and `$maxCount`. */
  readonly from: bigint;
}

interface Limits {
  readonly $tb?: number;
  readonly $maxCount?: number;
}

/** Which events of each stream are readable, from its metadata and its last event. */
export class StreamStates {
  readonly #limits = new Map<string, Limits & { readonly tombstoned: boolean }>();

  constructor(private readonly lastOf: (stream: string) => Promise<readonly StoredEvent[]>) {}

  async of(stream: string): Promise<StreamState> {
    const { tombstoned, $tb = 0, $maxCount = null } = await this.#limitsOf(stream);
    const softDeleted = $tb >= Number(DELETED);
    let from = softDeleted ? DELETED : BigInt($tb);
    if ($maxCount !== null && !softDeleted) {
      const [last] = await this.lastOf(stream);
      const first = (last?.revision ?? -1n) + 1n - BigInt($maxCount);
      if (first > from) from = first;
    }
    return { tombstoned, softDeleted, from };
  }

  /** Drops the cached state of a stream that was written, also its metadata. */
  forget(stream: string): void {
    this.#limits.delete(stream);
  }

  async #limitsOf(stream: string): Promise<Limits & { readonly tombstoned: boolean }> {
    const known = this.#limits.get(stream);
    if (known) return known;
    const [last] = await this.lastOf(stream);
    const [metadata] = stream.startsWith('$$') ? [] : await this.lastOf(`$$${stream}`);
    const limits = metadata ? (JSON.parse(Buffer.from(metadata.data).toString()) as Limits) : {};
    const found = { ...limits, tombstoned: last?.type === '!$streamDeleted' };
    this.#limits.set(stream, found);
    return found;
  }
}
