import { Problem } from '#http';
import { newestPosition, positionText } from '#projections';
import type { ReadableModel } from '../answers/readable-model.js';

/** The position after which changes are asked for; null for all. @throws Problem `position-gone` */
export async function positionSince(
  readable: ReadableModel,
  since: string | undefined,
): Promise<bigint | null> {
  if (since === undefined) return null;
  const position = await readable.resumeFrom(since);
  if (position !== 'unknown') return position;
  const newest = newestPosition(readable.reader, null);
  throw new Problem(
    'position-gone',
    'Unknown position, or its event was withdrawn: your copy may contain withdrawn content. ' +
      'Fetch the states again, then resume from position.',
    { members: { position: newest === null ? null : positionText(readable.audience, newest) } },
  );
}
