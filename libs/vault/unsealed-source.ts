import { inspect } from 'node:util';

/**
 * The plaintext of a source. It has only getters, so that printing it or making JSON of it shows nothing: name each
 * field that you want. The texts are strings, which JavaScript cannot zero: drop them soon.
 */
export class UnsealedSource {
  readonly #name: string;
  readonly #otherNames: readonly string[];
  readonly #contact: string;
  readonly #notes: string;

  constructor(name: string, otherNames: readonly string[], contact: string, notes: string) {
    this.#name = name;
    this.#otherNames = otherNames;
    this.#contact = contact;
    this.#notes = notes;
  }

  /** Otherwise `inspect` shows what getters return, if it is asked for hidden properties. */
  [inspect.custom](): string {
    return 'UnsealedSource {}';
  }

  get name(): string {
    return this.#name;
  }

  get otherNames(): readonly string[] {
    return this.#otherNames;
  }

  get contact(): string {
    return this.#contact;
  }

  get notes(): string {
    return this.#notes;
  }
}
