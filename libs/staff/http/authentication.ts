import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { networkOf, Problem } from '#http';
import { ROLES } from '#roles';
import { hashOf } from '../accounts/secret.js';
import type { Staff } from '../accounts/staff.js';
import { sessionIn } from './cookies.js';
import { identified, identify, unauthorized, type Principal } from './principal.js';

const CLOSED = /^\/desk\/v1(?:\/|$)/;
const OPEN = /^\/desk\/v1\/sign-in\//;
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Who may read the data folder can do everything already, except to unseal a source. */
export const COMMAND_LINE: Principal = {
  id: 'command-line',
  kind: 'command-line',
  name: 'Command line',
  roles: ROLES.filter((role) => role !== 'custodian'),
  session: null,
};

/**
 * Finds out who sends a request: by its token, else by the cookie of its session. Addresses of the desk need a principal,
 * except those for signing in. `local` is the token of the command line on this machine.
 *
 * @returns a hook for every request. It throws Problem `unauthorized` or `origin-forbidden`
 */
export function authentication(staff: Staff, local: string): (request: FastifyRequest) => void {
  const localHash = hashOf(local);
  const ofToken = (secret: string): Principal => {
    if (timingSafeEqual(hashOf(secret), localHash)) return COMMAND_LINE;
    const token = staff.tokens.use(secret);
    if (!token) throw unauthorized('The token is unknown, has ended or was revoked. Ask for a new one.');
    const { id, name, roles } = token;
    return { id, kind: 'service', name, roles, session: null };
  };
  const ofSession = (request: FastifyRequest, secret: string): Principal => {
    const found = staff.sessions.use(secret);
    if (!found) throw unauthorized('The session has ended. Sign in again.');
    if (WRITES.has(request.method)) checkOrigin(request);
    const { id, name, roles } = found.account;
    return { id, kind: 'person', name, roles, session: found.session };
  };
  return (request) => {
    const path = pathOf(request);
    if (!CLOSED.test(path) || OPEN.test(path)) return;
    const secret = bearerIn(request);
    const session = secret === null ? sessionIn(request) : null;
    if (secret !== null) identify(request, ofToken(secret));
    else if (session !== null) identify(request, ofSession(request, session));
    if (!identified(request)) throw unauthorized('Sign in, or send a token: `Authorization: Bearer …`.');
  };
}

/**
 * The key under which a request to the API counts: the id of its principal, or the network of a request without one. Null for
 * the command line of this machine, and for pages, documents and health.
 */
export function senderOf(request: FastifyRequest): string | null {
  if (!CLOSED.test(pathOf(request))) return null;
  const principal = identified(request);
  if (principal?.kind === 'command-line') return null;
  return principal?.id ?? networkOf(request.ip);
}

const pathOf = ({ raw }: FastifyRequest): string => raw.url?.split('?', 1)[0] ?? '';

/** RFC 6750 section 2.1. A token in the address is not read: addresses are logged. */
function bearerIn({ headers }: FastifyRequest): string | null {
  if (headers.authorization === undefined) return null;
  const [, secret] = /^Bearer +([\w.~+/-]+=*)$/i.exec(headers.authorization) ?? [];
  if (secret === undefined) throw unauthorized('Authorization has another form. Send `Bearer` and a token.');
  return secret;
}

/**
 * A browser sends the cookie with a request that another page caused. With each write it also says which page that was. The
 * server has compared `Origin`, if it came, with its host. What says neither is no page of ours.
 */
function checkOrigin({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === undefined ? headers.origin !== undefined : site === 'same-origin') return;
  throw new Problem(
    'origin-forbidden',
    'A write with a cookie must come from a page of this desk. Programs send a token instead.',
  );
}
