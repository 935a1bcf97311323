import { join } from 'node:path';
import { decode, EmbeddedEventStore, type StoredEvent } from '#event-store';
import { storyStream } from '#story-log';
import type { PeerEvent } from './peer.js';
import type { Room } from './scratch.js';

/** The public events of the first story in a room. */
export async function publicEvents({ data, stories }: Room): Promise<readonly StoredEvent[]> {
  const log = await EmbeddedEventStore.read({ file: join(data, 'public.db') });
  const events: StoredEvent[] = [];
  for await (const event of log.readStream(storyStream('public', stories[0]!.id))) events.push(event);
  await log.close();
  return events;
}

export const toPeer = ({ type, data, metadata }: StoredEvent): PeerEvent => ({
  type,
  data: decode(data) as object,
  metadata: decode(metadata) as object,
});
