import type { StoredEvent } from '../event.js';
import type { ClusterAddress } from './cluster-address.js';
import { PUBLIC } from './cluster-address.js';

/**
 * A server replaces no event. Where words are to go, the stream is written again under its next generation, without them,
 * and the one before it is deleted for good. The first generation has the name of the stream itself, the others a number
 * behind it. The present one is the first that is not deleted.
 */
const NUMBER = /~([2-9]|[1-9]\d+)$/;

/** The stream of which a name is a generation. */
const streamOf = (name: string): string => name.replace(NUMBER, '');

export const generationOf = (name: string): number => Number(NUMBER.exec(name)?.[1] ?? 1);

export const generationName = (stream: string, generation: number): string =>
  generation === 1 ? stream : `${stream}~${generation}`;

/** Whether a stream may not be called so, since a generation would be. */
export const isGeneration = (name: string): boolean => NUMBER.test(name);

/**
 * The stream that lists the names that were given up: whoever reads the whole log leaves their events out, which stay
 * there until a scavenge.
 */
export const givenUpStream = ({ log }: Pick<ClusterAddress, 'log'>): string =>
  log === 'public' ? `${PUBLIC}given-up` : 'given-up';

/** Data of an event of that stream. */
export interface GivenUp {
  readonly name: string;
}

/** What stands at the end of the metadata of an event whose data were replaced: a server has no other place for it. */
const MARK = '"erased":true}';

/** Metadata of an event whose data were replaced; null where they are no JSON object, which has no room for that. */
export function markErased(metadata: Uint8Array): Uint8Array | null {
  const text = Buffer.from(metadata).toString('latin1');
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  return Buffer.from(`${text.slice(0, -1)}${text === '{}' ? '' : ','}${MARK}`, 'latin1');
}

/** An event of a generation as one of its stream. */
export function withoutGeneration(event: StoredEvent): StoredEvent {
  if (!isGeneration(event.stream)) return event;
  const own = { ...event, stream: streamOf(event.stream) };
  const text = Buffer.from(event.metadata).toString('latin1');
  if (!text.endsWith(MARK)) return own;
  const rest = text.slice(0, -MARK.length);
  return { ...own, metadata: Buffer.from(`${rest.replace(/,$/, '')}}`, 'latin1'), erased: true };
}
