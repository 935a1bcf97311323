import { AppendOnlyList, PersistentMap, type Instant, type Uuid } from '#story';

export interface Note {
  readonly id: Uuid;
  /** Null for a note on the story as a whole. */
  readonly development: Uuid | null;
  readonly text: string;
  /** Ids of the people whom it mentions. */
  readonly mentions: readonly string[];
  /** Words after an `@` that named nobody when it was written. */
  readonly unknownMentions: readonly string[];
  readonly author: string;
  readonly at: Instant;
  readonly withdrawn: boolean;
}

/** The notes of one story. */
export interface Notes {
  readonly byId: PersistentMap<Note>;
  /** The ids of all notes, the oldest first. */
  readonly order: AppendOnlyList<Uuid>;
  /** How many notes each removal of words changed. */
  readonly removals: PersistentMap<number>;
}

type Texts = Pick<Note, 'text' | 'unknownMentions'>;

export type NoteEvent =
  | ({ readonly type: 'NoteAdded' } & Pick<
      Note,
      'id' | 'development' | 'text' | 'mentions' | 'unknownMentions'
    >)
  | { readonly type: 'NoteWithdrawn'; readonly id: Uuid }
  /** A removal of words changed the texts of these notes. It does not name the words. */
  | {
      readonly type: 'NotesReworded';
      readonly removal: Uuid;
      readonly notes: readonly (Texts & { readonly id: Uuid })[];
    };

/** Gives a text without the words that are removed; the same text if it has none of them. */
export type Take = (text: string) => string;

export const emptyNotes: Notes = {
  byId: PersistentMap.empty(),
  order: AppendOnlyList.empty(),
  removals: PersistentMap.empty(),
};

export function evolveNotes(
  notes: Notes,
  event: NoteEvent,
  { by, at }: { readonly by: string; readonly at: Instant },
): Notes {
  const { byId, order } = notes;
  switch (event.type) {
    case 'NoteAdded': {
      const { type: _, ...added } = event;
      const note = { ...added, author: by, at, withdrawn: false };
      return { ...notes, byId: byId.set(event.id, note), order: order.push(event.id) };
    }
    case 'NoteWithdrawn': {
      const note = byId.get(event.id);
      return note ? { ...notes, byId: byId.set(event.id, { ...note, withdrawn: true }) } : notes;
    }
    case 'NotesReworded': {
      const changed = event.notes.reduce((now, { id, ...texts }) => {
        const note = now.get(id);
        return note ? now.set(id, { ...note, ...texts }) : now;
      }, byId);
      return { ...notes, byId: changed, removals: notes.removals.set(event.removal, event.notes.length) };
    }
  }
}

/** How many notes have the words, or had them before the removal with this id. */
export function countWith({ byId, removals }: Notes, take: Take, removal: Uuid): number {
  const before = removals.get(removal) ?? 0;
  return before + [...byId.values()].filter((note) => rewordedTexts(note, take) !== null).length;
}

/** The event that removes words from all notes, also from withdrawn ones; null if this removal has nothing to change. */
export function reworded({ byId, removals }: Notes, take: Take, removal: Uuid): NoteEvent | null {
  if (removals.has(removal)) return null;
  const notes = [...byId.values()].flatMap((note) => {
    const texts = rewordedTexts(note, take);
    return texts ? [{ id: note.id, ...texts }] : [];
  });
  return notes.length === 0 ? null : { type: 'NotesReworded', removal, notes };
}

/** An earlier event without the words; null if it has none of them. */
export function withoutWords(event: NoteEvent, take: Take): NoteEvent | null {
  if (event.type === 'NoteWithdrawn') return null;
  if (event.type === 'NoteAdded') {
    const texts = rewordedTexts(event, take);
    return texts && { ...event, ...texts };
  }
  const notes = event.notes.map((one) => ({ ...one, ...rewordedTexts(one, take) }));
  return notes.every(({ text }, i) => text === event.notes[i]!.text) ? null : { ...event, notes };
}

function rewordedTexts({ text, unknownMentions }: Texts, take: Take): Texts | null {
  const now = take(text);
  return now === text
    ? null
    : { text: now, unknownMentions: unknownMentions.filter((word) => now.includes(word)) };
}
