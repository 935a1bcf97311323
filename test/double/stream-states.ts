import type { StoredEvent } from '#event-store';

/** What a truncation says of a stream that was deleted, and the revision of the event that ends one for good. */
export const DELETED = 2n ** 63n - 1n;

/** What of a stream can be read. */
export interface StreamState {
  /** Deleted for good. */
  readonly tombstoned: boolean;
  /** Deleted until something is written to it. */
  readonly softDeleted: boolean;
  /** The first revision that is read, by `$tb` and `$maxCount`. */
  readonly from: bigint;
}

interface Limits {
  readonly $tb?: number;
  readonly $maxCount?: number;
}

/** What the metadata of streams and their last events say of what can be read of them. */
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

  /** The stream or its metadata were written. */
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
