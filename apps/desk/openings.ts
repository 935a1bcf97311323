import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { Uuid } from '#story';
import { readEvent, storyStream } from './desk-log.js';

/**
 * Which story each Idempotency-Key opened. Every other key is looked up in the story it belongs to; this one must be
 * found before it is known to which story it belongs.
 */
@Injectable()
export class Openings {
  readonly #stories = new Map<string, Uuid>();
  #read = -1n;

  constructor(private readonly store: EventStore) {}

  async current(): Promise<ReadonlyMap<string, Uuid>> {
    for await (const stored of this.store.readAll({ from: this.#read + 1n })) {
      this.#read = stored.position;
      if (stored.revision !== 0n || !stored.stream.startsWith(storyStream(''))) continue;
      const { idempotency } = readEvent(stored).metadata;
      if (idempotency) this.#stories.set(idempotency.key, stored.stream.slice(storyStream('').length));
    }
    return this.#stories;
  }
}
