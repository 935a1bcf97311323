import type { Answer, Caller, Json } from '../http/caller.js';
import type { ApiDocument } from './api-document.js';

/** A request for an operation, which is given by its id. */
export interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answers so far, by operation id or by the name in `as`. */
export type Answered = Readonly<Record<string, Json>>;

/** A request whose answer is an example. Later requests may use the answer. */
export interface Exchange {
  readonly operation: string;
  readonly request: Request | ((answered: Answered) => Request);
  readonly status: number;
  /** The requested media type, if it is not the first. */
  readonly media?: string;
  /** The name of the answer for later requests, if there are several of one operation. */
  readonly as?: string;
  /** The status of a repeated request that changes nothing. */
  readonly again?: number;
}

/** Sends requests in order; returns the request and answers of each operation. */
export async function exchange(
  caller: Caller,
  document: ApiDocument,
  exchanges: readonly Exchange[],
  answered: Record<string, Json> = {},
): Promise<Record<string, Json>> {
  const examples: Record<string, Json> = {};
  for (const { operation: id, request, status, media, as = id, again } of exchanges) {
    const asked = typeof request === 'function' ? request(answered) : request;
    const sent = media === undefined ? asked : { ...asked, headers: { ...asked.headers, accept: media } };
    const answer = await send(caller, document, id, sent, status);
    const content = contentOf(answer);
    answered[as] = content;
    const [cookie] = answer.headers['set-cookie'] ?? [];
    if (cookie !== undefined) answered['cookie'] = cookie.split(';', 1)[0];
    const example = (examples[id] ??= {
      ...(sent.body === undefined ? {} : { request: sent.body }),
      answers: {},
    });
    example.answers[media === undefined ? status : `${status} ${media}`] ??= content;
    if (again === undefined) continue;
    const { 'idempotency-key': _, ...headers } = sent.headers ?? {};
    const repeated = await send(caller, document, id, { ...sent, headers }, again);
    example.answers[again] ??= contentOf(repeated);
  }
  return examples;
}

/** JSON parsed; NDJSON and all else as text. */
const contentOf = ({ headers, body, text }: Answer): Json =>
  /[/+]json/.test(headers['content-type'] ?? '') && !/ndjson/.test(headers['content-type']!) ? body : text;

async function send(
  caller: Caller,
  document: ApiDocument,
  id: string,
  { path: values = {}, query, body, headers = {} }: Request,
  status: number,
): Promise<Answer> {
  const operation = document.operations.find((one) => one.id === id);
  if (!operation) throw new Error(`There is no operation ${id}.`);
  const { method, path: form } = operation;
  const path = form.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!) + (query ? `?${query}` : '');
  const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
  const answer = await caller.send({
    method,
    path,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
  });
  if (answer.status !== status)
    throw new Error(`${id} answers ${answer.status}, not ${status}: ${answer.text}`);
  return answer;
}
