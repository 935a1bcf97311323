import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { LANGUAGES, pageLanguage, readerIn, type Language, type Reader } from '#pages';

/** Who reads a page: in the language asked for, else one that the browser takes, else the story's, else English. */
export function pageReader(
  request: FastifyRequest,
  { zone, asOf, story }: { readonly zone: string; readonly asOf: string | null; readonly story: string },
): Reader {
  const { lang } = request.query as { readonly lang?: unknown };
  const asked = typeof lang === 'string' ? pageLanguage(lang) : null;
  return readerIn(asked ?? preferred(request) ?? pageLanguage(story) ?? 'en', { asked, zone, asOf });
}

/** RFC 9110 section 12.5.4; `*` prefers none. */
function preferred(request: FastifyRequest): Language | null {
  const header = request.headers['accept-language'];
  if (header === undefined || header.trim() === '*') return null;
  return (new Negotiator(request).languages([...LANGUAGES])[0] as Language | undefined) ?? null;
}

/** Whether the client would rather have HTML than JSON; one that takes anything has it. */
export const prefersHtml = (request: FastifyRequest): boolean =>
  new Negotiator(request).mediaType(['text/html', 'application/json']) !== 'application/json';

/** Whether HTML is named among what the client takes: a browser, and not a program that takes anything. */
export const namesHtml = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept !== undefined && /\btext\/html\b/i.test(accept);
