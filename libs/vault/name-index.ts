import { createHmac, generateKeySync } from 'node:crypto';
import { joined, formsOf, wordsOf } from './folded-name.js';

interface Entry {
  readonly version: number;
  /** HMACs of the forms of its names. */
  readonly digests: readonly string[];
  /** The length of the longest form, in characters. */
  readonly longest: number;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Finds names in texts. It keeps no names, only their HMAC-SHA256 under a key that is random for each opening of the vault
 * and never stored. So a text of the heap shows no names by itself. Somebody who can read the whole memory has the key too,
 * and can test names. The index is in memory only: nothing on the disk has to follow an erasure.
 */
export class NameIndex {
  /** A key object: with the bytes, an HMAC takes five times as long. */
  readonly #key = generateKeySync('hmac', { length: 256 });
  readonly #entries = new Map<string, Entry>();
  /** The sources that have each HMAC. */
  readonly #sources = new Map<string, Set<string>>();
  /** The length of the longest form of all, in characters. */
  #longest = 0;

  has(source: string, version: number): boolean {
    return this.#entries.get(source)?.version === version;
  }

  set(source: string, version: number, names: readonly string[]): void {
    this.forget(source);
    const forms = names.flatMap(formsOf);
    const longest = Math.max(0, ...forms.map((form) => form.length));
    const digests = forms.map((form) => this.#digest(form));
    this.#entries.set(source, { version, digests, longest });
    this.#longest = Math.max(this.#longest, longest);
    for (const digest of digests)
      this.#sources.set(digest, (this.#sources.get(digest) ?? new Set<string>()).add(source));
  }

  forget(source: string): void {
    const before = this.#entries.get(source);
    if (!before) return;
    this.#entries.delete(source);
    for (const digest of before.digests) {
      const sources = this.#sources.get(digest);
      sources?.delete(source);
      if (sources?.size === 0) this.#sources.delete(digest);
    }
    if (before.longest === this.#longest)
      this.#longest = [...this.#entries.values()].reduce((most, { longest }) => Math.max(most, longest), 0);
  }

  /**
   * The sources with a name in the text. Every run of words is digested and looked up, with no early exit. So the time
   * depends on the text and on the longest name, and not on what is found.
   */
  sourcesIn(text: string): ReadonlySet<string> {
    const longest = this.#longest;
    const found: ReadonlySet<string>[] = [];
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from += 1) {
      let run = '';
      for (const word of words.slice(from, from + longest)) {
        run += word;
        const form = joined(run);
        found.push(this.#sources.get(this.#digest(form)) ?? NONE);
        if (form.length > longest) break;
      }
    }
    return new Set(found.flatMap((some) => [...some]));
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  clear(): void {
    this.#entries.clear();
    this.#sources.clear();
  }

  #digest(form: string): string {
    return createHmac('sha256', this.#key).update(form).digest('base64');
  }
}
