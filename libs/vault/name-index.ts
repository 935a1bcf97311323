import { createHmac, generateKeySync } from 'node:crypto';
import { joined, formsOf, wordsOf } from './folded-name.js';

interface Entry {
  readonly version: number;
  /** HMACs of the forms of its names. */
  readonly digests: readonly string[];
  /** The length of the longest form, in characters. */
  readonly longest: number;
}

/**
 * Finds names in texts. It keeps no names, only their HMAC-SHA256 under a key that is random for each opening of the vault
 * and never stored. So a text of the heap shows no names by itself. Somebody who can read the whole memory has the key too,
 * and can test names. The index is in memory only: nothing on the disk has to follow an erasure.
 */
export class NameIndex {
  /** A key object: with the bytes, an HMAC takes five times as long. */
  readonly #key = generateKeySync('hmac', { length: 256 });
  readonly #entries = new Map<string, Entry>();

  has(source: string, version: number): boolean {
    return this.#entries.get(source)?.version === version;
  }

  set(source: string, version: number, names: readonly string[]): void {
    const forms = names.flatMap(formsOf);
    const longest = Math.max(0, ...forms.map((form) => form.length));
    this.#entries.set(source, { version, digests: forms.map((form) => this.#digest(form)), longest });
  }

  forget(source: string): void {
    this.#entries.delete(source);
  }

  /**
   * The sources with a name in the text. Every run of words is digested and looked up, with no early exit. So the time
   * depends on the text and on the names' number and length, and not on what is found.
   */
  sourcesIn(text: string): ReadonlySet<string> {
    const sources = new Map<string, Set<string>>();
    let longest = 0;
    for (const [source, entry] of this.#entries) {
      longest = Math.max(longest, entry.longest);
      for (const digest of entry.digests)
        sources.set(digest, (sources.get(digest) ?? new Set<string>()).add(source));
    }
    const found: ReadonlySet<string>[] = [];
    const none: ReadonlySet<string> = new Set();
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from += 1) {
      let run = '';
      for (const word of words.slice(from, from + longest)) {
        run += word;
        const form = joined(run);
        found.push(sources.get(this.#digest(form)) ?? none);
        if (form.length > longest) break;
      }
    }
    return new Set(found.flatMap((some) => [...some]));
  }

  clear(): void {
    this.#entries.clear();
  }

  #digest(form: string): string {
    return createHmac('sha256', this.#key).update(form).digest('base64');
  }
}
