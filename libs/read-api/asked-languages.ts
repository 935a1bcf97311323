import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** In which languages whoever asks wants words, the one wanted most first (BCP 47). */
export interface AskedLanguages {
  readonly languages: readonly string[];
  /** The one that the address asks for, which the addresses in the answer then keep. */
  readonly lang: string | null;
}

export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

/** Whoever wants more languages than these is content with one of them. */
const MOST = 8;

/**
 * The languages that a request asks for: that of its address, for programs that send no headers of their own, then those
 * of `Accept-Language` (RFC 9110 section 12.5.4).
 */
export function languagesAsked(request: FastifyRequest, lang: string | undefined): AskedLanguages {
  const { 'accept-language': header } = request.headers;
  const accepted = header === undefined ? [] : new Negotiator(request).languages();
  const tags = [...(lang === undefined ? [] : [lang]), ...accepted.filter((tag) => LANGUAGE_TAG.test(tag))];
  return { languages: [...new Set(tags)].slice(0, MOST), lang: lang ?? null };
}

/** An address with the language that was asked for. */
export function inLanguage(address: string, { lang }: AskedLanguages): string {
  return lang === null ? address : `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
}
