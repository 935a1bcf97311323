import type { FastifyReply } from 'fastify';

/** Milliseconds between two heartbeats of a stream of server-sent events. */
export const HEARTBEAT = 15_000;
/** Milliseconds after which a follower that does not take what it was sent is disconnected. */
export const SLOWEST = 60_000;
/** Milliseconds after which a disconnected follower reconnects. A random value, so that they do not all come at once. */
const RETRY = { least: 1_000, most: 5_000 };

/** The first field of a stream: when to reconnect. */
export const retryText = (): string =>
  `retry: ${RETRY.least + Math.floor(Math.random() * (RETRY.most - RETRY.least))}\n\n`;

/**
 * One event of a stream (WHATWG HTML, section 9.2). The id is its last line: some clients store an id as soon as they read
 * it. If the connection broke after an id before its data, such a client would never get the event.
 */
export const eventText = (id: string, data: string): string => `data: ${data}\nid: ${id}\n\n`;

/** Opens a stream of server-sent events: the caller writes its events. */
export const openEventStream = (reply: FastifyReply): void =>
  openRaw(reply, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });

/** Sends the head of an answer whose body is written without Fastify. */
export function openRaw(reply: FastifyReply, headers: Readonly<Record<string, string>>): void {
  const set = reply.getHeaders();
  reply.hijack();
  reply.raw.writeHead(200, { ...set, ...headers } as Record<string, string>);
  reply.raw.flushHeaders();
}
