import type { Answer, Caller, Json } from '../http/caller.js';
import type { ApiDocument } from './api-document.js';

/** A request for an operation of a document, by its name. */
export interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What was answered so far, by the names of the operations, or others that they were given. */
export type Told = Readonly<Record<string, Json>>;

/** A request whose answer is an example, and may be of use to later ones. */
export interface Exchange {
  readonly operation: string;
  readonly request: Request | ((told: Told) => Request);
  readonly status: number;
  /** Asked for, where it is another than the first. */
  readonly media?: string;
  /** By what later requests know the answer, where there are several of one operation. */
  readonly as?: string;
  /** Sent once more, for the answer where it is so already. */
  readonly again?: number;
}

/** Sends requests in order, and gives what was sent and answered for each operation. */
export async function exchange(
  caller: Caller,
  document: ApiDocument,
  exchanges: readonly Exchange[],
  told: Record<string, Json> = {},
): Promise<Record<string, Json>> {
  const examples: Record<string, Json> = {};
  for (const { operation: id, request, status, media, as = id, again } of exchanges) {
    const asked = typeof request === 'function' ? request(told) : request;
    const sent = media === undefined ? asked : { ...asked, headers: { ...asked.headers, accept: media } };
    const answer = await send(caller, document, id, sent, status);
    const answered = contentOf(answer);
    told[as] = answered;
    const example = (examples[id] ??= {
      ...(sent.body === undefined ? {} : { request: sent.body }),
      answers: {},
    });
    example.answers[media === undefined ? status : `${status} ${media}`] ??= answered;
    if (again === undefined) continue;
    const { 'idempotency-key': _, ...headers } = sent.headers ?? {};
    const repeated = await send(caller, document, id, { ...sent, headers }, again);
    example.answers[again] ??= contentOf(repeated);
  }
  return examples;
}

/** JSON as such; lines of JSON, and all else, as they were sent. */
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
