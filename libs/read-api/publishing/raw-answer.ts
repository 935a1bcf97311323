import type { FastifyReply } from 'fastify';

/** Sends the head of an answer whose body is written without Fastify. */
export function openRaw(reply: FastifyReply, headers: Readonly<Record<string, string>>): void {
  const set = reply.getHeaders();
  reply.hijack();
  reply.raw.writeHead(200, { ...set, ...headers } as Record<string, string>);
  reply.raw.flushHeaders();
}
