import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Site } from '#formats';
import { Problem } from '#http';
import { dumpOf, type Dumped } from './dump.js';

/** Milliseconds in which something of a dump must be taken. */
const SLOWEST = 60_000;

/** How many dumps are written at once: in all, and to one address. */
export interface DumpBounds {
  readonly most: number;
  readonly mostToOne: number;
}

/** What somebody asked for. */
export interface Dump {
  /** Exclusive; null for all. */
  readonly from: bigint | null;
  readonly site: Site;
  readonly gzip: boolean;
}

/** Whoever takes the whole record. Each has a slice of it in memory, however slowly it is taken, and no more. */
export class Dumps {
  readonly #at = new Map<string, number>();
  #count = 0;

  constructor(
    private readonly readable: Dumped,
    private readonly bounds: DumpBounds,
  ) {}

  /**
   * Takes a place for somebody at an address; answers with how to give it back, which is to be called once.
   *
   * @throws Problem `too-many-requests`, `too-many-followers`
   */
  admit(address: string): () => void {
    const { most, mostToOne } = this.bounds;
    const here = this.#at.get(address) ?? 0;
    if (here >= mostToOne)
      throw new Problem(
        'too-many-requests',
        `Your address takes ${mostToOne} dumps already. Ask again when one of them has ended, or ask for pages of changes.`,
        { headers: { 'retry-after': '30' } },
      );
    if (this.#count >= most)
      throw new Problem(
        'too-many-followers',
        'As many dumps are written as may. Ask again later, or ask for pages of changes.',
        { headers: { 'retry-after': '30' } },
      );
    this.#count += 1;
    this.#at.set(address, here + 1);
    return () => {
      this.#count -= 1;
      const left = this.#at.get(address)! - 1;
      if (left > 0) this.#at.set(address, left);
      else this.#at.delete(address);
    };
  }

  /** Writes a dump to a response whose head is sent. Who goes away, or stops, asks for the rest by the last position. */
  async write(response: ServerResponse, { from, site, gzip }: Dump): Promise<void> {
    response.setTimeout(SLOWEST, () => response.destroy());
    const lines = dumpOf(this.readable, from, site);
    const written = gzip ? pipeline(lines, createGzip(), response) : pipeline(lines, response);
    await written.catch(() => response.destroy());
  }
}
