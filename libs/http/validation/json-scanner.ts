import { pointTo } from '../problem/pointer.js';
import { Problem } from '../problem/problem.js';
import type { ProblemCode } from '../problem/problem-status.js';

const MOST_LEVELS = 32;
const MOST_ELEMENTS = 500;

const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- RFC 8259 forbids them inside a string
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Checks a JSON text in one pass, and builds no value. It descends at most `MOST_LEVELS` levels, so that no body overflows
 * the stack.
 */
export class JsonScanner {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** @throws Problem `json-…` at the first fault */
  scan(): void {
    this.skip(SPACE);
    this.value('');
    this.skip(SPACE);
    if (this.at < this.text.length) this.syntax('', 'Nothing may follow the value');
  }

  private value(pointer: string): void {
    switch (this.text[this.at]) {
      case '{':
        return this.nested(pointer, () => this.object(pointer));
      case '[':
        return this.nested(pointer, () => this.array(pointer));
      case '"':
        this.string(pointer);
        return;
      case 't':
        return this.word('true', pointer);
      case 'f':
        return this.word('false', pointer);
      case 'n':
        return this.word('null', pointer);
      default:
        return this.number(pointer);
    }
  }

  private nested(pointer: string, read: () => void): void {
    this.depth += 1;
    if (this.depth > MOST_LEVELS)
      this.refuse('json-depth', pointer, `The JSON has more than ${MOST_LEVELS} levels. Flatten it.`);
    this.at += 1;
    this.skip(SPACE);
    read();
    this.depth -= 1;
  }

  private object(pointer: string): void {
    const keys = new Set<string>();
    if (this.take('}')) return;
    for (;;) {
      if (this.text[this.at] !== '"') this.syntax(pointer, 'A key in double quotes is expected');
      const key = this.string(pointer);
      const here = pointTo(pointer, key);
      if (RESERVED_KEYS.has(key))
        this.refuse('json-key', here, 'A key has a name that JavaScript reserves. Rename it.');
      if (keys.has(key))
        this.refuse('json-duplicate-key', here, 'An object has the same key twice. Keep one.');
      keys.add(key);
      this.skip(SPACE);
      if (!this.take(':')) this.syntax(here, 'A colon is expected after the key');
      this.skip(SPACE);
      this.value(here);
      this.skip(SPACE);
      if (this.take('}')) return;
      if (!this.take(',')) this.syntax(here, 'A comma or the end of the object is expected');
      this.skip(SPACE);
    }
  }

  private array(pointer: string): void {
    if (this.take(']')) return;
    for (let index = 0; ; index += 1) {
      if (index >= MOST_ELEMENTS) {
        this.refuse(
          'json-array-length',
          pointer,
          `The array has more than ${MOST_ELEMENTS} elements. Split it.`,
        );
      }
      const here = pointTo(pointer, index);
      this.value(here);
      this.skip(SPACE);
      if (this.take(']')) return;
      if (!this.take(',')) this.syntax(here, 'A comma or the end of the array is expected');
      this.skip(SPACE);
    }
  }

  private string(pointer: string): string {
    const start = this.at;
    let escaped = false;
    this.at += 1;
    this.skip(PLAIN);
    while (this.text[this.at] === '\\') {
      escaped = true;
      if (this.skip(ESCAPE) === 0) this.syntax(pointer, 'This escape does not exist');
      this.skip(PLAIN);
    }
    if (!this.take('"')) this.syntax(pointer, 'The string has no end, or an unescaped control character');
    if (!escaped) return this.text.slice(start + 1, this.at - 1);
    const string = JSON.parse(this.text.slice(start, this.at)) as string;
    if (string.includes('\0')) this.refuse('json-character', pointer, 'A string or key has NUL. Remove it.');
    if (!string.isWellFormed()) {
      this.refuse(
        'json-character',
        pointer,
        'A string or key has half of a surrogate pair. Send the whole character.',
      );
    }
    return string;
  }

  private number(pointer: string): void {
    const start = this.at;
    if (this.skip(NUMBER) === 0) this.syntax(pointer, 'A value is expected');
    const written = this.text.slice(start, this.at);
    const number = Number(written);
    const lost = number === 0 && /[1-9]/.test(written.replace(/[eE].*/, ''));
    if (lost || !Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) {
      this.refuse(
        'json-number',
        pointer,
        'A double cannot represent this number exactly (up to 2^53). Send a smaller one.',
      );
    }
  }

  private word(word: string, pointer: string): void {
    if (!this.text.startsWith(word, this.at)) this.syntax(pointer, 'A value is expected');
    this.at += word.length;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** Moves past a match of the pattern. Returns its length. */
  private skip(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length;
  }

  private syntax(pointer: string, expected: string): never {
    const before = this.text.slice(0, this.at).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    const where = this.at >= this.text.length ? 'where the text ends' : `at line ${line}, column ${column}`;
    return this.refuse('json-syntax', pointer, `This is not JSON. ${expected}, ${where}.`, { line, column });
  }

  private refuse(
    code: ProblemCode,
    pointer: string,
    detail: string,
    members: Record<string, number> = {},
  ): never {
    throw new Problem(code, detail, { errors: [{ pointer, detail }], members });
  }
}
