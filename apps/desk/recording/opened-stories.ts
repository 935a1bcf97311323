import { Injectable } from '@nestjs/common';
import { EventStore, type EventDamaged, type StoredEvent } from '#event-store';
import { Problem } from '#http';
import { ReadModelNotBuilt, type ModelReader } from '#projections';
import type { Uuid } from '#story';
import { readEvent, STREAM_PREFIX } from '#story-log';
import { ReadModels } from './desk-parts.js';

/**
 * Finds the story that an Idempotency-Key opened. All other keys are looked up in their story; here the story is unknown.
 * The search is in the read model, and in the events that the read model does not have yet.
 */
@Injectable()
export class OpenedStories {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** @throws Problem `not-ready` */
  async openedWith(key: string): Promise<Uuid | undefined> {
    const reader = this.#reader();
    const { position } = reader.state;
    const found = reader.openedWith(key);
    if (found !== undefined) return found;
    // A damaged event of another story does not stop the search.
    const onDamage = (damage: EventDamaged): void => {
      if (damage.stream === null) throw damage;
    };
    for await (const stored of this.store.readAll({ from: (position ?? -1n) + 1n, onDamage }))
      if (opens(stored) && readEvent(stored).metadata.idempotency?.key === key)
        return stored.stream.slice(STREAM_PREFIX.desk.length);
    return undefined;
  }

  #reader(): ModelReader {
    try {
      return this.models.desk.reader;
    } catch (error) {
      if (!(error instanceof ReadModelNotBuilt)) throw error;
      throw new Problem('not-ready', error.message, { headers: { 'retry-after': '1' } });
    }
  }
}

const opens = ({ revision, stream }: StoredEvent): boolean =>
  revision === 0n && stream.startsWith(STREAM_PREFIX.desk);
