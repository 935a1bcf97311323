import type { StoredEvent } from '../event.js';
import type { ClusterAddress } from './cluster-address.js';
import { PUBLIC } from './cluster-address.js';

/**
 * A server cannot replace an event. To erase words, the stream is copied to its next generation without them, and the old
 * generation is deleted for good. The first generation has the name of the stream; the others add a number to it. The
 * current generation is the first that is not deleted.
 */
const NUMBER = /~([2-9]|[1-9]\d+)$/;

/** The stream to which a generation belongs. */
const streamOf = (name: string): string => name.replace(NUMBER, '');

export const generationOf = (name: string): number => Number(NUMBER.exec(name)?.[1] ?? 1);

export const generationName = (stream: string, generation: number): string =>
  generation === 1 ? stream : `${stream}~${generation}`;

/** Whether a name is that of a generation. No stream may have such a name. */
export const isGeneration = (name: string): boolean => NUMBER.test(name);

/**
 * The stream that lists the deleted names. Their events stay in the log until a scavenge; a read of the whole log leaves
 * them out.
 */
export const givenUpStream = ({ log }: Pick<ClusterAddress, 'log'>): string =>
  log === 'public' ? `${PUBLIC}given-up` : 'given-up';

/** The data of an event in that stream. */
export interface GivenUp {
  readonly name: string;
}

/** The end of the metadata of an event whose data were replaced. A server has no other field for this. */
const MARK = '"erased":true}';

/** Metadata with the mark of an erased event; null where they are no JSON object, so they cannot have it. */
export function markErased(metadata: Uint8Array): Uint8Array | null {
  const text = Buffer.from(metadata).toString('latin1');
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  return Buffer.from(`${text.slice(0, -1)}${text === '{}' ? '' : ','}${MARK}`, 'latin1');
}

/** An event of a generation, under the name of its stream and without the mark. */
export function withoutGeneration(event: StoredEvent): StoredEvent {
  if (!isGeneration(event.stream)) return event;
  const own = { ...event, stream: streamOf(event.stream) };
  const text = Buffer.from(event.metadata).toString('latin1');
  if (!text.endsWith(MARK)) return own;
  const rest = text.slice(0, -MARK.length);
  return { ...own, metadata: Buffer.from(`${rest.replace(/,$/, '')}}`, 'latin1'), erased: true };
}
