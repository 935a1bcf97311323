import { createHash, randomBytes } from 'node:crypto';

/** A new random secret of 256 bits, as text. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. A secret has 256 random bits, so a fast hash is enough. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Letters and digits that nobody confuses: Crockford’s base 32, without its four left-out letters. */
const CLEAR = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to write down, with 120 random bits: six groups of four, such as `7QK4-…`. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(24)].map((byte) => CLEAR[byte % CLEAR.length]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** A recovery code as a person may type it: case and separators do not matter, nor O for 0, I and L for 1. */
export const readRecoveryCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/(.{4})(?!$)/g, '$1-');
