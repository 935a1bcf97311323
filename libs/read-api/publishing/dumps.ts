import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Site } from '#formats';
import { Problem } from '#http';
import { dumpOf, type DumpSource } from './dump.js';

/** Milliseconds after which a client that takes nothing is disconnected. */
const SLOWEST = 60_000;

/** How many dumps run at once: in all, and to one client address. */
export interface DumpLimits {
  readonly most: number;
  readonly mostPerAddress: number;
}

/** A requested dump. */
export interface Dump {
  /** Exclusive; null for all. */
  readonly from: bigint | null;
  readonly site: Site;
  readonly gzip: boolean;
}

/** Dumps that are being written. Each takes the memory of one slice, however slow its client is. */
export class Dumps {
  readonly #perAddress = new Map<string, number>();
  #count = 0;

  constructor(
    private readonly source: DumpSource,
    private readonly limits: DumpLimits,
  ) {}

  /**
   * Reserves a dump for a client address. Returns a function that releases it, to be called once.
   *
   * @throws Problem `too-many-requests`, `too-many-followers`
   */
  admit(address: string): () => void {
    const { most, mostPerAddress } = this.limits;
    const here = this.#perAddress.get(address) ?? 0;
    if (here >= mostPerAddress)
      throw new Problem(
        'too-many-requests',
        `Your address already takes ${mostPerAddress} dumps. Try again when one of them has ended, or ask for pages of changes.`,
        { headers: { 'retry-after': '30' } },
      );
    if (this.#count >= most)
      throw new Problem(
        'too-many-followers',
        'Too many dumps at once. Try again later, or ask for pages of changes.',
        { headers: { 'retry-after': '30' } },
      );
    this.#count += 1;
    this.#perAddress.set(address, here + 1);
    return () => {
      this.#count -= 1;
      const left = this.#perAddress.get(address)! - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    };
  }

  /** Writes a dump to a response whose head was sent. A client that disconnects resumes from its last position. */
  async write(response: ServerResponse, { from, site, gzip }: Dump): Promise<void> {
    response.setTimeout(SLOWEST, () => response.destroy());
    const lines = dumpOf(this.source, from, site);
    const written = gzip ? pipeline(lines, createGzip(), response) : pipeline(lines, response);
    await written.catch(() => response.destroy());
  }
}
