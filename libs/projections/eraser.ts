import { open } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EventDamaged, type EventReader } from '#event-store';
import { isDevelopmentEvent, type Recorded, type Text } from '#story';
import { prefixOf, type Audience } from './audience.js';
import { takenOf } from './followed-story.js';
import type { ModelFile } from './model-file.js';
import type { ModelFolder } from './model-folder.js';
import { ModelReader } from './model-reader.js';

/** Bytes that are read at once, and how many of a text are looked for: the rest of it lies beside them. */
const CHUNK = 1024 * 1024;
const FRAGMENT = 48;

/**
 * Sees to it that what was killed or taken down leaves the files, and looks. The rows are gone already, overwritten
 * with zeros; what is left to do is the journal, the older files, and places that SQLite had copied from: those go
 * when the file is written anew.
 */
export class Eraser {
  /** Removals since which the file was written anew. */
  readonly #rewritten = new Set<string>();

  constructor(
    private readonly log: EventReader,
    private readonly folder: ModelFolder,
    private readonly audience: Audience,
  ) {}

  /** How many removals are not proven yet, after one more attempt. A file that is being built may delay them. */
  async erase(model: ModelFile, building: string | null): Promise<number> {
    const { removals } = model;
    if (removals.length === 0) return 0;
    for (const file of this.folder.others(model.file, ...(building === null ? [] : [building])))
      this.folder.remove(file);
    if (!model.truncate()) return removals.length;
    const anew = removals
      .map(({ position }) => `${model.file} ${position}`)
      .filter((r) => !this.#rewritten.has(r));
    if (anew.length > 0) {
      // A page that SQLite has rearranged may still have, where no row is, what stood in it before.
      model.vacuum();
      for (const removal of anew) this.#rewritten.add(removal);
      if (!model.truncate()) return removals.length;
    }
    let pending = 0;
    for (const { id, position } of removals)
      if (await this.#isGone(id, [model.file, building])) model.removed(id, position);
      else pending += 1;
    return pending;
  }

  /** What a log that is damaged does not say any more cannot be looked for. */
  async #isGone(id: string, files: readonly (string | null)[]): Promise<boolean> {
    try {
      return (await this.#found(id, files)) === null;
    } catch (error) {
      if (error instanceof EventDamaged) return false;
      throw error;
    }
  }

  /** A fragment of what is to be removed that some file still has, and that no row says rightly. */
  async #found(id: string, files: readonly (string | null)[]): Promise<string | null> {
    const fragments = await this.#fragments(id);
    for (const file of files)
      for (const part of file === null ? [] : [file, `${file}-wal`]) {
        const found = await search(part, fragments);
        for (const fragment of found) if (!said(files[0]!, fragment)) return fragment;
      }
    return null;
  }

  /** Of each text that is withheld now two parts, for one may be cut in two by the end of a page. */
  async #fragments(id: string): Promise<readonly string[]> {
    const events = (await takenOf(this.log, prefixOf(this.audience) + id, Number.MAX_SAFE_INTEGER - 1)).map(
      (e) => e.recorded,
    );
    const texts = withheldTexts(events).map((text) => JSON.stringify(text).slice(1, -1));
    const parts = texts.flatMap((text) => [text, text.slice(text.length >> 1)]);
    return [...new Set(parts.map((part) => part.slice(0, FRAGMENT).replace(HALVES, '')))].filter(
      (fragment) => fragment.length >= 12,
    );
  }
}

/** Of a character that was cut in two: no file has half of one. */
const HALVES = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** The words of the developments that are withheld now, or of the whole story. */
function withheldTexts(events: readonly Recorded[]): readonly string[] {
  const withheld = new Set<string>();
  let all = false;
  for (const { event } of events) {
    if (event.type === 'DevelopmentKilled' || event.type === 'DevelopmentTakenDown')
      withheld.add(event.development);
    if (event.type === 'DevelopmentReinstated') withheld.delete(event.development);
    if (event.type === 'StoryKilled' || event.type === 'StoryTakenDown') all = true;
    if (event.type === 'StoryReinstated') all = false;
  }
  const texts: Text[] = [];
  for (const { event } of events) {
    if (isDevelopmentEvent(event) && (all || withheld.has(event.development.id)))
      texts.push(event.development.text);
    if (event.type === 'DevelopmentCorrected' && (all || withheld.has(event.development)))
      for (const { field, was, is } of event.changes)
        if (field === 'text') texts.push((was ?? {}) as Text, is as Text);
    if (all && event.type === 'StoryOpened') texts.push(event.headline, event.lede ?? {});
    if (all && event.type === 'HeadlineRevised') texts.push(event.headline);
    if (all && event.type === 'LedeRevised') texts.push(event.lede);
  }
  return texts.flatMap((text) => Object.values(text));
}

/** Which of some texts stand in a file, wherever: also where no table has them. */
async function search(file: string, fragments: readonly string[]): Promise<readonly string[]> {
  if (!existsSync(file) || fragments.length === 0) return [];
  const needles = new Map(fragments.map((f) => [f, Buffer.from(f)]));
  const overlap = Math.max(...[...needles.values()].map((n) => n.length));
  const found: string[] = [];
  const handle = await open(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK + overlap);
    for (let at = 0; ; at += CHUNK) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) return found;
      const bytes = chunk.subarray(0, bytesRead);
      for (const [fragment, needle] of needles)
        if (bytes.includes(needle)) {
          found.push(fragment);
          needles.delete(fragment);
        }
      if (bytesRead < chunk.length) return found;
      await nextTurn();
    }
  } finally {
    await handle.close();
  }
}

/** Whether a row still says it: another development in the same words, or what others rest on. */
function said(file: string, fragment: string): boolean {
  const reader = new ModelReader(file);
  try {
    return [
      'headers',
      'developments',
      'claims',
      'statuses',
      'retold',
      'assertions',
      'questions',
      'corrections',
    ].some(
      (table) =>
        reader.one(`SELECT 1 FROM ${table} WHERE instr(body, ?) > 0 LIMIT 1`, fragment) !== undefined,
    );
  } finally {
    reader.close();
  }
}
