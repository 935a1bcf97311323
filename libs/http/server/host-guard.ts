import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Protects a server without sign-in from other people's pages. `Host` must be a loopback name with the port of the server,
 * or one of `origins`: this stops DNS rebinding. `Origin`, if a browser sends it, must be the same host.
 *
 * @returns a hook for every request. It throws Problem `host-forbidden` or `origin-forbidden`, 403
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
        'This host name does not belong to this server. Use localhost with the port of the server.',
      );
    }
    if (headers.origin !== undefined && !may.includes(headers.origin)) {
      throw new Problem('origin-forbidden', 'The page belongs to another origin. Use a page of this server.');
    }
  };
}

/** A request that a test injects has no socket, and so no port to compare. */
function isLoopback(host: string, port: number | undefined): boolean {
  const [, name = '', given = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host) ?? [];
  return LOOPBACK.has(name) && (port === undefined || given === String(port));
}
