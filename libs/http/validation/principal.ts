import type { FastifyRequest } from 'fastify';

/** Who sends requests to a server without sign-in, and who recorded the events of earlier releases. */
const NOBODY_KNOWN = 'desk';

const ids = new WeakMap<FastifyRequest, string>();

/** Remembers who sends a request, by a stable id. */
export const setPrincipal = (request: FastifyRequest, id: string): void => void ids.set(request, id);

/** The id of who sends a request. */
export const principalOf = (request: FastifyRequest): string => ids.get(request) ?? NOBODY_KNOWN;
