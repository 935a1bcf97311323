import { open } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { EventDamaged, type EventReader } from '#event-store';
import { hiddenTexts } from '#story';
import { prefixOf, type Audience } from './audience.js';
import { takenOf } from './followed-story.js';
import type { ModelFile } from './model-file.js';
import type { ModelFolder } from './model-folder.js';

/** Bytes read at once, and the length of the part of a text that is searched for. */
const CHUNK = 1024 * 1024;
const FRAGMENT = 48;

/**
 * Removes killed texts from the files, and proves that they are gone. A copy of the file leaves them out, and older files
 * are deleted. One pass over the files serves all stories.
 */
export class Eraser {
  constructor(
    private readonly log: EventReader,
    private readonly folder: ModelFolder,
    private readonly audience: Audience,
  ) {}

  /** Whether the file still has texts that must leave it, so that a copy is needed. */
  needsCopy(model: ModelFile): boolean {
    return model.removals.some(({ copied }) => copied === 0);
  }

  /** Deletes the files that are no longer read and searches for the killed texts. Gives the number of stories without proof. */
  async prove(model: ModelFile, building: string | null): Promise<number> {
    const removals = model.removals.filter(({ copied }) => copied === 1);
    if (removals.length > 0) {
      this.folder.removeOthers(model.file, ...(building === null ? [] : [building]));
      const fragments = new Map<string, readonly string[] | null>();
      for (const { id } of removals) fragments.set(id, await this.#fragments(id));
      const all = [...new Set([...fragments.values()].flatMap((of) => of ?? []))];
      const found = new Set<string>();
      for (const file of building === null ? [model.file] : [model.file, building])
        for (const part of [file, `${file}-wal`])
          for (const fragment of await search(part, all)) found.add(fragment);
      const stillUsed = await textsStillUsed(model.file, found);
      const proven = removals.filter(
        ({ id }) => fragments.get(id)?.some((one) => found.has(one) && !stillUsed.has(one)) === false,
      );
      if (proven.length > 0)
        model.inSlices(() => {
          for (const removal of proven) model.removed(removal);
        });
    }
    return model.removals.length;
  }

  /**
   * Two parts of each withheld text, because the end of a page may cut one of them. Null if the log has the story damaged:
   * then its texts are unknown.
   */
  async #fragments(id: string): Promise<readonly string[] | null> {
    const texts = await this.#hidden(id);
    if (texts === null) return null;
    const written = texts.map((text) => JSON.stringify(text).slice(1, -1));
    const parts = written.flatMap((text) => [text, text.slice(text.length >> 1)]);
    return [...new Set(parts.map((part) => part.slice(0, FRAGMENT).replace(HALVES, '')))].filter(
      (fragment) => fragment.length >= 12,
    );
  }

  async #hidden(id: string): Promise<readonly string[] | null> {
    try {
      const events = await takenOf(this.log, prefixOf(this.audience) + id, Number.MAX_SAFE_INTEGER - 1);
      return hiddenTexts(events.map((e) => e.recorded));
    } catch (error) {
      if (error instanceof EventDamaged) return null;
      throw error;
    }
  }
}

/** Half a surrogate pair at either end, which no file contains. */
const HALVES = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** Searches for many texts in one pass. */
class FragmentSearch {
  readonly #byStart = new Map<number, { readonly fragment: string; readonly bytes: Buffer }[]>();
  readonly #begins = new Uint8Array(1 << 16);
  /** The length of the longest text, in bytes. */
  readonly longest: number;

  constructor(fragments: readonly string[]) {
    for (const fragment of fragments) {
      const bytes = Buffer.from(fragment);
      const start = bytes.readUInt32LE(0);
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), { fragment, bytes }]);
      this.#begins[start & 0xffff] = 1;
    }
    this.longest = Math.max(...fragments.map((fragment) => Buffer.byteLength(fragment)));
  }

  /** Adds the texts that occur in some bytes to `found`. */
  lookIn(bytes: Buffer, found: Set<string>): void {
    for (let i = 0; i + 4 <= bytes.length; i += 1) {
      if (this.#begins[bytes[i]! | (bytes[i + 1]! << 8)] === 0) continue;
      for (const { fragment, bytes: wanted } of this.#byStart.get(bytes.readUInt32LE(i)) ?? []) {
        const end = i + wanted.length;
        if (end > bytes.length || found.has(fragment)) continue;
        if (bytes.compare(wanted, 0, wanted.length, i, end) === 0) found.add(fragment);
      }
    }
  }
}

/** Which texts occur anywhere in a file, also outside its tables. */
async function search(file: string, fragments: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (!existsSync(file) || fragments.length === 0) return found;
  const needles = new FragmentSearch(fragments);
  const handle = await open(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK + needles.longest);
    for (let at = 0; ; at += CHUNK) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      needles.lookIn(chunk.subarray(0, bytesRead), found);
      if (bytesRead < chunk.length) return found;
      await nextTurn();
    }
  } finally {
    await handle.close();
  }
}

/** Which texts a row still has, for example another development with the same words. */
async function textsStillUsed(file: string, fragments: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (fragments.size === 0) return found;
  const needles = new FragmentSearch([...fragments]);
  const db = new Database(file, { readonly: true });
  try {
    for (const table of TABLES_WITH_TEXT) {
      const bodies = db.prepare<[], string>(`SELECT body FROM ${table} WHERE body IS NOT NULL`).pluck();
      let rows = 0;
      for (const body of bodies.iterate()) {
        needles.lookIn(Buffer.from(body), found);
        if (++rows % 1_000 === 0) await nextTurn();
      }
    }
    return found;
  } finally {
    db.close();
  }
}

const TABLES_WITH_TEXT = [
  'headers',
  'developments',
  'claims',
  'statuses',
  'earlier_statuses',
  'assertions',
  'questions',
  'corrections',
  'origins',
] as const;
