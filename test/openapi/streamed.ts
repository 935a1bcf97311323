import type { Caller } from '../http/caller.js';

const LATE = 'since=132';

/** The first items in the streams of an archive: the last events of the story of the documentation. */
export async function streamed(archive: Caller): Promise<Record<string, string>> {
  return {
    followChanges: await begin(`${archive.address}/v1/stream?${LATE}`),
    followStory: await begin(`${archive.address}/v1/stories/aleppo-talks/stream?${LATE}`),
  };
}

/** The first items in the stream of somebody's notices. */
export const streamedNotices = (desk: Caller, headers: Readonly<Record<string, string>>): Promise<string> =>
  begin(`${desk.address}/desk/v1/notices/stream?since=${'0'.repeat(16)}`, headers);

/** Reads a stream up to its second event. */
async function begin(address: string, sent: Readonly<Record<string, string>> = {}): Promise<string> {
  const { body, headers, status } = await fetch(address, { headers: sent });
  if (status !== 200 || body === null || headers.get('content-type') !== 'text/event-stream')
    throw new Error(`${address} gives no stream.`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    const events = text.split(/(?<=\n\n)/);
    if (events.length > 2 && text.endsWith('\n\n')) return events.slice(0, 2).join('');
  }
  throw new Error(`${address} ends early.`);
}
