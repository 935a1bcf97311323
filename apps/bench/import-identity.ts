import { hash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Uuid } from '#story';

/** The ids and keys of an import of the same lines, so that the written log equals an imported one. */
const DATELINE = '6d0f6a5c-3f0b-5f7e-9a51-4c2b8f1d7e60';

export const derive = (from: Uuid, name: string): Uuid => v5(name, from);
export const storyId = (slug: string): Uuid => derive(DATELINE, `story/${slug}`);
export const idOfKey = (key: string): Uuid => derive(DATELINE, `key/${key}`);
export const idOfRef = (story: Uuid, ref: string): Uuid => derive(story, `ref/${ref}`);

/** The SHA-256 of JSON with sorted keys. */
export const digest = (value: unknown): string => hash('sha256', JSON.stringify(ordered(value)));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(fields).sort()) sorted[key] = ordered(fields[key]);
  return sorted;
}
