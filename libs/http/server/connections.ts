import type { Server } from 'node:http';
import { Logger } from '@nestjs/common';
import { normalizeIP } from '@fastify/rate-limit';

/** How many connections a server keeps open; more are closed at once. */
export interface MostConnections {
  readonly inTotal: number;
  /** Of one address; 0: any number. */
  readonly ofAnAddress: number;
}

/** The network of a sender: an IPv4 address, or the first 64 bits of an IPv6 address. A subscriber has that many. */
export const networkOf = (address: string | undefined): string => normalizeIP(address ?? '');

/** Milliseconds between two lines in the log. */
const SAY_EVERY = 60_000;

/** Refuses connections beyond the limits, so that a few clients do not keep all others out. */
export function limitConnections(server: Server, { inTotal, ofAnAddress }: MostConnections): void {
  const open = new Map<string, number>();
  const refused = logger();
  server.maxConnections = inTotal;
  server.on('drop', () => refused(`${inTotal} are open`));
  if (ofAnAddress === 0) return;
  server.on('connection', (socket) => {
    const from = networkOf(socket.remoteAddress);
    const count = open.get(from) ?? 0;
    if (count >= ofAnAddress) {
      refused(`an address has ${ofAnAddress} open`);
      socket.destroy();
      return;
    }
    open.set(from, count + 1);
    socket.once('close', () => {
      const left = open.get(from)! - 1;
      if (left === 0) open.delete(from);
      else open.set(from, left);
    });
  });
}

/** An attack must not fill the log. */
function logger(): (why: string) => void {
  let isQuiet = false;
  return (why) => {
    if (isQuiet) return;
    isQuiet = true;
    setTimeout(() => (isQuiet = false), SAY_EVERY).unref();
    new Logger('Http').warn(`A connection was refused: ${why}.`);
  };
}
