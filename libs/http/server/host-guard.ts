import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps other people's pages from a server that has no sign-in: `Host` must be this machine by a loopback name and
 * the port it listens on, or one of `origins`, so that a name which another's DNS points here (rebinding) is
 * refused; `Origin`, where a browser sends it, must be that same host.
 *
 * @returns a hook for every request; it throws Problem `host-forbidden` or `origin-forbidden`, 403
 */
export function hostGuard(origins: readonly string[]): (request: FastifyRequest) => void {
  const allowed = new Set(origins.map((origin) => new URL(origin).origin));
  return ({ headers, raw }) => {
    const host = headers.host?.toLowerCase() ?? '';
    const own = isLoopback(host, raw.socket.localPort) ? [`http://${host}`, `https://${host}`] : [];
    const may = [...own, ...[...allowed].filter((origin) => new URL(origin).host === host)];
    if (may.length === 0) {
      throw new Problem(
        'host-forbidden',
        'This host name is not one of this server. Ask it as localhost, with its port.',
      );
    }
    if (headers.origin !== undefined && !may.includes(headers.origin)) {
      throw new Problem(
        'origin-forbidden',
        'This page belongs to another origin. Use the page that this server gives.',
      );
    }
  };
}

/** Ports are compared where there is a socket; a request that a test injects has none. */
function isLoopback(host: string, port: number | undefined): boolean {
  const [, name = '', given = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host) ?? [];
  return LOOPBACK.has(name) && (port === undefined || given === String(port));
}
