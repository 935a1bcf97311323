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

/** Bytes that are read at once, and how many of a text are looked for: the rest of it lies beside them. */
const CHUNK = 1024 * 1024;
const FRAGMENT = 48;

/**
 * Sees to it that what was killed or taken down leaves the files, and looks. A copy of the file leaves it out; older
 * files are deleted. One pass over the files is for all stories at once.
 */
export class Eraser {
  constructor(
    private readonly log: EventReader,
    private readonly folder: ModelFolder,
    private readonly audience: Audience,
  ) {}

  /** Whether a copy is to be made: something is to leave the file that was not left out when that was made. */
  needsCopy(model: ModelFile): boolean {
    return model.removals.some(({ copied }) => copied === 0);
  }

  /** Deletes what is no longer read, looks for what is to be gone, and says of how many stories that is not proven yet. */
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
      const rightly = await said(model.file, found);
      const proven = removals.filter(
        ({ id }) => fragments.get(id)?.some((one) => found.has(one) && !rightly.has(one)) === false,
      );
      if (proven.length > 0)
        model.inSlices(() => {
          for (const removal of proven) model.removed(removal);
        });
    }
    return model.removals.length;
  }

  /**
   * Of each text that is withheld now two parts, for one may be cut in two by the end of a page. Null where the log is
   * damaged: what it does not say any more cannot be looked for.
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

/** Of a character that was cut in two: no file has half of one. */
const HALVES = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** Texts that are looked for all at once. */
class Needles {
  readonly #byStart = new Map<number, { readonly fragment: string; readonly bytes: Buffer }[]>();
  readonly #begins = new Uint8Array(1 << 16);
  /** Bytes of the longest. */
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

  /** Adds those that stand in some bytes to what was found. */
  lookIn(bytes: Buffer, found: Set<string>): void {
    for (let i = 0; i + 4 <= bytes.length; i += 1) {
      if (this.#begins[bytes[i]! | (bytes[i + 1]! << 8)] === 0) continue;
      for (const needle of this.#byStart.get(bytes.readUInt32LE(i)) ?? [])
        if (bytes.subarray(i, i + needle.bytes.length).equals(needle.bytes)) found.add(needle.fragment);
    }
  }
}

/** Which of some texts stand in a file, wherever: also where no table has them. */
async function search(file: string, fragments: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (!existsSync(file) || fragments.length === 0) return found;
  const needles = new Needles(fragments);
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

/** Which of some texts a row still says: another development in the same words, or what others rest on. */
async function said(file: string, fragments: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (fragments.size === 0) return found;
  const needles = new Needles([...fragments]);
  const db = new Database(file, { readonly: true });
  try {
    for (const table of SAYING) {
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

const SAYING = [
  'headers',
  'developments',
  'claims',
  'statuses',
  'retold',
  'assertions',
  'questions',
  'corrections',
  'origins',
] as const;
