import type { EventReader, Fold, StoredEvent } from '#event-store';
import { readEvent } from '#story-log';
import { emptyStory, evolve, PersistentMap, type EventMetadata, type Story, type Uuid } from '#story';

/** The use of a key: the hash of the request's body, and the event that the request made. */
export interface Receipt {
  readonly hash: string;
  readonly id: Uuid;
  readonly revision: number;
}

/** The state of a story at the desk: with the keys of the requests that made it. */
export interface DeskStory {
  readonly story: Story;
  readonly receipts: PersistentMap<Receipt>;
  /** When its last event was imported; null if that event was recorded here. */
  readonly lastImported: number | null;
}

export const foldDeskStory: Fold<DeskStory> = {
  initial: { story: emptyStory, receipts: PersistentMap.empty(), lastImported: null },
  apply({ story, receipts }, stored) {
    const { recorded, metadata } = readEvent(stored);
    const { idempotency } = metadata;
    return {
      lastImported: recorded.importedAt,
      story: evolve(story, recorded),
      receipts: idempotency
        ? receipts.set(idempotency.key, {
            hash: idempotency.hash,
            id: stored.id,
            revision: recorded.revision,
          })
        : receipts,
    };
  },
};

/** The origin of an event: the first request, and the direct cause. */
export interface Cause {
  readonly correlationId?: string | undefined;
  /** An event or a request; if absent, the first request. */
  readonly causationId?: string | undefined;
}

/** A cause as metadata. Only the desk log has it. */
export function causeOf({ correlationId, causationId = correlationId }: Cause): CauseInLog {
  return {
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(causationId === undefined ? {} : { causationId }),
  };
}

type CauseInLog = Pick<EventMetadata, 'correlationId' | 'causationId'>;

/** The event at a revision of a stream. */
export async function eventAt(log: EventReader, stream: string, revision: number): Promise<StoredEvent> {
  for await (const event of log.readStream(stream, { from: BigInt(revision), limit: 1 })) return event;
  throw new Error(`Stream ${stream} has no revision ${revision}.`);
}
