import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** The languages that a request asks for. */
export interface AskedLanguages {
  /** By preference, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** The language in the address, which addresses in the answer repeat; null if there is none. */
  readonly lang: string | null;
}

export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

/** Further languages of a request are ignored. */
const MOST = 8;

/**
 * The language of the address comes first, for programs that send no headers. Then come those of `Accept-Language` (RFC
 * 9110 section 12.5.4).
 */
export function languagesAsked(request: FastifyRequest, lang: string | undefined): AskedLanguages {
  const { 'accept-language': header } = request.headers;
  const accepted = header === undefined ? [] : new Negotiator(request).languages();
  const tags = [...(lang === undefined ? [] : [lang]), ...accepted.filter((tag) => LANGUAGE_TAG.test(tag))];
  return { languages: [...new Set(tags)].slice(0, MOST), lang: lang ?? null };
}

/** An address that keeps the language of the request's address. */
export function inLanguage(address: string, { lang }: AskedLanguages): string {
  return lang === null ? address : `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
}
