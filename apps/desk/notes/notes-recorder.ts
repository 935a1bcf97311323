import { Injectable } from '@nestjs/common';
import {
  Clock,
  decideAndAppend,
  decode,
  EventStore,
  recordedAtOf,
  StreamCache,
  type Fold,
  type StoredEvent,
} from '#event-store';
import { keyReused, Problem } from '#http';
import {
  emptyNotes,
  evolveNotes,
  reworded,
  withoutWords,
  type Note,
  type NoteEvent,
  type Notes,
  type Take,
} from '#notes';
import { forbidden } from '#staff';
import { PersistentMap, type Uuid } from '#story';
import { notesStream } from '#story-log';
import { causeOf } from '../recording/desk-log.js';
import { eraseWords } from '../recording/erase-words.js';
import { derive, idOfKey, newId } from '../recording/ids.js';
import type { WriteHeaders } from '../recording/write-headers.js';

/** The notes of a story, and the notes that requests with a key made. */
interface NotesState {
  readonly notes: Notes;
  readonly receipts: PersistentMap<{ readonly hash: string; readonly note: Uuid }>;
}

interface NoteMetadata {
  readonly recordedBy: string;
  readonly idempotency?: { readonly key: string; readonly hash: string };
}

type Sent = Pick<WriteHeaders, 'key' | 'by' | 'correlationId'>;

export const noteEvent = (stored: StoredEvent): NoteEvent =>
  ({ ...(decode(stored.data) as object), type: stored.type }) as NoteEvent;

const fold: Fold<NotesState> = {
  initial: { notes: emptyNotes, receipts: PersistentMap.empty() },
  apply({ notes, receipts }, stored) {
    const event = noteEvent(stored);
    const { recordedBy: by, idempotency: used } = decode(stored.metadata) as NoteMetadata;
    return {
      notes: evolveNotes(notes, event, { by, at: Date.parse(recordedAtOf(stored) ?? '') }),
      receipts:
        used && event.type === 'NoteAdded'
          ? receipts.set(used.key, { hash: used.hash, note: event.id })
          : receipts,
    };
  },
};

/** Records notes, in one stream of the desk log for each story. The publisher and the read models do not read it. */
@Injectable()
export class NotesRecorder {
  readonly #cache = new StreamCache<NotesState>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async of(story: Uuid): Promise<Notes> {
    return (await this.#transact(story, () => [])).state.notes;
  }

  /** A repeated request gets the note that the first one made. @throws Problem `idempotency-key-reused` */
  async add(
    story: Uuid,
    content: Pick<Note, 'development' | 'text' | 'mentions' | 'unknownMentions'>,
    sent: Sent,
  ): Promise<Note> {
    const { key } = sent;
    const id = key ? idOfKey(key.name) : newId();
    const { state } = await this.#transact(
      story,
      ({ receipts }) => {
        const receipt = key ? receipts.get(key.name) : undefined;
        if (receipt && receipt.hash !== key!.hash) throw keyReused();
        return receipt ? [] : [{ type: 'NoteAdded', id, ...content }];
      },
      sent,
    );
    return state.notes.byId.get(id)!;
  }

  /** @throws Problem `forbidden`, `not-found` */
  async withdraw(story: Uuid, id: Uuid, sent: Sent & Pick<WriteHeaders, 'ownOnly'>): Promise<void> {
    await this.#transact(
      story,
      ({ notes }) => {
        const note = notes.byId.get(id);
        if (sent.ownOnly && note?.author !== sent.by) throw forbidden();
        if (!note) throw new Problem('not-found', 'This story has no such note.');
        return note.withdrawn ? [] : [{ type: 'NoteWithdrawn', id }];
      },
      sent,
    );
  }

  /**
   * Removes words from the notes of a story: from what is shown, and then from the events in the log. Repeat it with the same
   * id after an interruption.
   */
  async removeWords(story: Uuid, take: Take, removal: Uuid, sent: Sent): Promise<void> {
    await this.#transact(
      story,
      ({ notes }) => {
        const event = reworded(notes, take, removal);
        return event ? [event] : [];
      },
      sent,
    );
    await eraseWords(this.store, notesStream(story), () => (stored) => withoutWords(noteEvent(stored), take));
  }

  #transact(
    story: Uuid,
    decide: (state: NotesState) => readonly NoteEvent[],
    { key = null, by, correlationId }: Partial<Sent> = {},
  ) {
    return decideAndAppend<NotesState>({
      store: this.store,
      stream: notesStream(story),
      fold,
      cache: this.#cache,
      clock: this.clock,
      decide: (state) =>
        decide(state).map(({ type, ...data }) => ({
          id: type === 'NoteAdded' && key ? derive(idOfKey(key.name), 'event') : newId(),
          type,
          data,
          metadata: {
            schemaVersion: 1,
            recordedBy: by,
            ...causeOf({ correlationId }),
            ...(key && type === 'NoteAdded' ? { idempotency: { key: key.name, hash: key.hash } } : {}),
          },
        })),
    });
  }
}
