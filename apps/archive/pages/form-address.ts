import type { FastifyReply } from 'fastify';
import { chosenMoment } from './chosen-moment.js';

type Given = Readonly<Record<string, string | undefined>>;

/** `q=…&topic=…&`, without those that are undefined. */
export const parametersOf = (given: Given): string =>
  Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}&`]))
    .join('');

/** The fields of the form on a page. */
interface Form {
  readonly date?: string;
  readonly time?: string;
  readonly validAt?: string;
  readonly q?: string;
  readonly topic?: string;
  readonly place?: string;
  readonly party?: string;
  readonly status?: string;
  readonly claimStatus?: string;
  readonly language?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: string;
  readonly lang?: string;
}

export const asksByForm = ({ date, time }: Form): boolean => date !== undefined || time !== undefined;

/** The address that a form means: its day and time become `asOf`. @throws Problem `time-form` */
export function withMoment(path: string, form: Form, zone: string): string {
  const { validAt, q, topic, place, party, status, claimStatus, language, from, to, sort, lang } = form;
  const asOf = chosenMoment(form, zone) ?? undefined;
  const chosen = {
    asOf,
    validAt,
    q,
    topic,
    place,
    party,
    status,
    claimStatus,
    language,
    from,
    to,
    sort,
    lang,
  };
  return `${path}?${parametersOf(chosen)}`.slice(0, -1);
}

/** Redirects to another address, with GET (RFC 9110 section 15.4.4). */
export function seeOther(reply: FastifyReply, address: string): void {
  void reply.header('vary', 'Accept').redirect(address, 303);
}
