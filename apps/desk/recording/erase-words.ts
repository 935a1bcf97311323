import {
  encode,
  StreamNotFound,
  WrongExpectedRevision,
  type EventStore,
  type Replacement,
  type StoredEvent,
} from '#event-store';

/** How often an erasure begins again because somebody wrote to the stream meanwhile. */
const ATTEMPTS = 10;

/** The new data of the events of a stream that have words to remove. `without` gives null for an event that stays. */
export async function rewritten(
  store: EventStore,
  stream: string,
  without: (stored: StoredEvent) => { readonly type: string } | null,
): Promise<{ readonly last: bigint; readonly replacements: readonly Replacement[] }> {
  const replacements: Replacement[] = [];
  let last = -1n;
  try {
    for await (const stored of store.readStream(stream)) {
      last = stored.revision;
      const left = without(stored);
      if (left === null) continue;
      const { type: _, ...data } = left;
      replacements.push({ revision: last, data: encode(data) });
    }
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return { last, replacements };
}

/** Erases words from the events of a stream of the desk log, so that no file has them. `begin` gives a new `without`. */
export async function eraseWords(
  store: EventStore,
  stream: string,
  begin: () => (stored: StoredEvent) => { readonly type: string } | null,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      const { last, replacements } = await rewritten(store, stream, begin());
      if (replacements.length > 0) await store.erase(stream, last, replacements);
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || attempt === ATTEMPTS) throw error;
    }
}
