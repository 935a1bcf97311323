import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Uuid } from '#story';

/** The ids and keys that an import of the same lines would give, so that such a log is what the product has. */
const DATELINE = '6d0f6a5c-3f0b-5f7e-9a51-4c2b8f1d7e60';

export const derive = (from: Uuid, name: string): Uuid => v5(name, from);
export const storyId = (slug: string): Uuid => derive(DATELINE, `story/${slug}`);
export const idOfKey = (key: string): Uuid => derive(DATELINE, `key/${key}`);
export const idOfRef = (story: Uuid, ref: string): Uuid => derive(story, `ref/${ref}`);

/** SHA-256 over JSON with its keys in order. */
export function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value, (_, part: unknown) => (isObject(part) ? ordered(part) : part)))
    .digest('hex');
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const ordered = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
