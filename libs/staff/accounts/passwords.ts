import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { DatabaseFile } from '#database';

/** NIST SP 800-63B-4, section 3.1.1.2: a password that is the only factor has at least 15 characters. */
const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 256;

/** OWASP, Password Storage: with 32 MiB (N = 2¹⁵, r = 8) three passes. */
const COST = { n: 2 ** 15, r: 8, p: 3 };
/** Hashes at the same time. Each takes 32 MiB and a thread of the pool; others wait. */
const AT_ONCE = 2;

type Cost = typeof COST;
type Stored = Cost & { readonly salt: Buffer; readonly hash: Buffer };

/** The passwords of accounts, hashed by scrypt in the thread pool. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly file: DatabaseFile) {}

  /** Hashes a password; `store` stores it inside a transaction of the caller. */
  async prepare(password: string): Promise<{ store(account: string): void }> {
    const salt = randomBytes(16);
    const hash = await this.#hash(password, salt, COST);
    return {
      store: (account) =>
        void this.file
          .prepare('INSERT OR REPLACE INTO passwords VALUES (?, ?, ?, ?, ?, ?)')
          .run(account, salt, hash, COST.n, COST.r, COST.p),
    };
  }

  /** Whether it is the password of the account. Without an account or password it takes the same time. */
  async matches(account: string | null, password: string): Promise<boolean> {
    const stored =
      account === null
        ? undefined
        : this.file.prepare<[string], Stored>('SELECT * FROM passwords WHERE account = ?').get(account);
    const { salt, hash, n, r, p } = stored ?? { salt: Buffer.alloc(16), hash: Buffer.alloc(32), ...COST };
    const found = await this.#hash(password, salt, { n, r, p });
    return timingSafeEqual(found, hash) && stored !== undefined;
  }

  async #hash(password: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
    while (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      const options = { N: n, r, p, maxmem: 256 * n * r };
      // NFKC: the same password from another keyboard has the same bytes (NIST SP 800-63B-4).
      scrypt(password.normalize('NFKC'), salt, 32, options, (error, hash) =>
        error ? reject(error) : resolve(hash),
      );
      return await promise;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }
}

/** Why a password is too easy to guess, as a sentence; null if it is not. `names` are words that it must not be made of. */
export async function weaknessOf(password: string, names: readonly string[]): Promise<string | null> {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < SHORTEST_PASSWORD)
    return `A password has at least ${SHORTEST_PASSWORD} characters: several words are easy to remember.`;
  if (password.length > LONGEST_PASSWORD) return `A password has at most ${LONGEST_PASSWORD} characters.`;
  const unit = repeated(plain);
  if ([...unit].length < SHORTEST_PASSWORD / 2)
    return 'The password repeats a short text. Use several words.';
  const common = await commonPasswords();
  const core = unit.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const isTwo = [...plain].some((_, i) => common.has(plain.slice(0, i)) && common.has(plain.slice(i)));
  if (isTwo || common.has(plain) || common.has(unit) || common.has(core))
    return 'The password is one of the most common. Use several words that do not belong together.';
  const rest = names.reduce((left, name) => left.replaceAll(name.toLowerCase(), ''), plain);
  if ([...rest].length < SHORTEST_PASSWORD / 2) return 'The password is made of your name. Use other words.';
  return null;
}

/** The shortest text whose repetition is the whole: `ab` for `ababab`. */
function repeated(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

let common: Promise<ReadonlySet<string>> | null = null;

/** The 49,000 most common passwords. They are loaded only when a password is set. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'] as readonly string[]),
  );
  return common;
}
