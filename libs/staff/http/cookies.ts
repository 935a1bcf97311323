import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: only this host sets it, only over TLS or on localhost, for every path (RFC 6265bis section 4.1.3). */
const SESSION = '__Host-dateline';
const DEVICE = '__Host-dateline-device';
const DEVICE_LASTS = 365 * 86_400;
/** A sign-in at an identity provider that this browser began. */
const PENDING = '__Host-dateline-oidc';

const cookie = (name: string, value: string, maxAge: number, sameSite: 'strict' | 'lax' = 'strict'): string =>
  stringifySetCookie({ name, value, maxAge, httpOnly: true, secure: true, sameSite, path: '/' });

const inCookie = (request: FastifyRequest, name: string): string | null => {
  const { cookie: header } = request.headers;
  return header === undefined ? null : (parseCookie(header)[name] ?? null);
};

/** The secret of the session; null without the cookie. */
export const sessionIn = (request: FastifyRequest): string | null => inCookie(request, SESSION) || null;

export const deviceIn = (request: FastifyRequest): string | null => inCookie(request, DEVICE) || null;

/** `lasts` is in milliseconds. */
export function setSession(
  reply: FastifyReply,
  { secret, device, lasts }: { readonly secret: string; readonly device: string; readonly lasts: number },
): void {
  void reply.header('set-cookie', [
    cookie(SESSION, secret, Math.floor(lasts / 1_000)),
    cookie(DEVICE, device, DEVICE_LASTS),
  ]);
}

export const clearSession = (reply: FastifyReply): void =>
  void reply.header('set-cookie', cookie(SESSION, '', 0));

export const pendingIn = (request: FastifyRequest): string | null => inCookie(request, PENDING) || null;

/**
 * Lax, because the identity provider redirects the browser back: with a navigation that another site caused, a browser sends no
 * strict cookie. The cookie alone is worth nothing: the answer of the provider must have the state that belongs to it.
 * `lasts` is in milliseconds.
 */
export const setPending = (reply: FastifyReply, id: string, lasts: number): void =>
  void reply.header('set-cookie', cookie(PENDING, id, Math.floor(lasts / 1_000), 'lax'));

export const clearPending = (reply: FastifyReply): void =>
  void reply.header('set-cookie', cookie(PENDING, '', 0, 'lax'));
