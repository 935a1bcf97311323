import { Injectable } from '@nestjs/common';
import { EventStore, type EventDamaged, type StoredEvent } from '#event-store';
import { Problem } from '#http';
import { ReadModelNotBuilt, type ModelReader } from '#projections';
import type { Uuid } from '#story';
import { readEvent, STREAM_PREFIX } from '#story-log';
import { ReadModels } from './desk-parts.js';

/**
 * Which story each Idempotency-Key opened. Every other key is looked up in the story it belongs to; this one must be
 * found before it is known to which story it belongs: in the read model, and in what of the log is not in it yet.
 */
@Injectable()
export class Openings {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** @throws Problem `not-ready` */
  async openedWith(key: string): Promise<Uuid | undefined> {
    const reader = this.#reader();
    const { position } = reader.state;
    const known = reader.openedWith(key);
    if (known !== undefined) return known;
    // A story that cannot be read answers for itself.
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
