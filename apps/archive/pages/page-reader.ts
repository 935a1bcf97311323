import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { pageLanguage, readerIn, type Reader } from '#pages';
import { LANGUAGES, type Language } from '#wordings';

/** The reader of a page. The language is that of the address, else one that the browser accepts, else the story's, else English. */
export function pageReader(
  request: FastifyRequest,
  { zone, asOf, story }: { readonly zone: string; readonly asOf: string | null; readonly story: string },
): Reader {
  const { lang } = request.query as { readonly lang?: unknown };
  const asked = typeof lang === 'string' ? pageLanguage(lang) : null;
  return readerIn(asked ?? preferred(request) ?? pageLanguage(story) ?? 'en', { asked, zone, asOf });
}

/** RFC 9110 section 12.5.4. `*` is no preference. */
function preferred(request: FastifyRequest): Language | null {
  const header = request.headers['accept-language'];
  if (header === undefined || header.trim() === '*') return null;
  return (new Negotiator(request).languages([...LANGUAGES])[0] as Language | undefined) ?? null;
}

/** True if the client prefers HTML to JSON, or accepts anything. */
export const prefersHtml = (request: FastifyRequest): boolean =>
  new Negotiator(request).mediaType(['text/html', 'application/json']) !== 'application/json';

/** True if the client names HTML, as a browser does. A program that accepts anything does not. */
export const namesHtml = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept !== undefined && /\btext\/html\b/i.test(accept);
