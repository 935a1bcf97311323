import { readFileSync } from 'node:fs';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { EXIT, Failure, type Exit } from './failure.js';

export interface ProblemDocument {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly parameter?: string;
    readonly detail: string;
  }[];
  readonly faults?: readonly { readonly line: number; readonly pointer: string; readonly detail: string }[];
  readonly notice?: { readonly notice: Readonly<Record<string, string>> };
}

/** The newsroom answered with an error. */
export class Refused extends Failure {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem: ProblemDocument,
  ) {
    super(exitOf(status), sentence(status, problem));
  }
}

/** The newsroom did not answer, or the answer is incomplete. */
export class CutOff extends Failure {
  override readonly name = 'CutOff';

  constructor(why: string) {
    super(EXIT.failed, why);
  }
}

/** A desk or an archive, and what a request to it needs. */
export interface Server {
  readonly address: string;
  /** Null for an archive, which needs none. */
  readonly token: string | null;
  /** The file of its certificate; null for plain HTTP. */
  readonly certificate: string | null;
}

export interface Sending {
  readonly signal: AbortSignal;
  readonly method?: string;
  /** Streamed. */
  readonly body?: Readable;
  readonly type?: string;
  readonly timeout?: number;
}

const MOST_OF_A_PROBLEM = 4 * 1024 * 1024;

/**
 * Sends a request to a newsroom. It does not use fetch, whose timeouts would end a long import.
 *
 * @throws Refused for a status of 400 and above; CutOff without an answer
 */
export async function ask(server: Server, path: string, sending: Sending): Promise<IncomingMessage> {
  const response = await responseTo(server, path, sending);
  if ((response.statusCode ?? 500) < 400) return response;
  throw new Refused(response.statusCode ?? 500, problemIn(await textOf(response, MOST_OF_A_PROBLEM)));
}

/** @throws as `ask` */
export async function askJson<T>(server: Server, path: string, signal: AbortSignal): Promise<T> {
  return JSON.parse(await textOf(await ask(server, path, { signal }))) as T;
}

/** The lines of an answer. @throws CutOff if it is incomplete */
export async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunksOf(response)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** The text of an answer, in chunks. @throws CutOff if it is incomplete */
export async function* chunksOf(response: IncomingMessage): AsyncGenerator<string> {
  response.setEncoding('utf8');
  try {
    for await (const chunk of response) yield chunk as string;
  } catch (error) {
    throw new CutOff(`The newsroom ended the connection before the end of its answer (${codeOf(error)}).`);
  }
}

export async function textOf(response: IncomingMessage, most = Infinity): Promise<string> {
  let text = '';
  for await (const chunk of chunksOf(response)) {
    text += chunk;
    if (text.length > most) break;
  }
  return text;
}

function responseTo(
  server: Server,
  path: string,
  { signal, method, body, type, timeout }: Sending,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { address, token } = server;
    const headers = {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const asked = send(server, new URL(path, address), {
      signal,
      agent: false,
      method: method ?? 'GET',
      headers,
    });
    if (timeout !== undefined) asked.setTimeout(timeout, () => asked.destroy(new Error('timeout')));
    asked.on('response', resolve);
    asked.on('error', (error) =>
      reject(new CutOff(`The newsroom at ${new URL(address).host} does not answer (${codeOf(error)}).`)),
    );
    // The answer may come before the whole body is sent. Then the rest of the body does not matter.
    if (body)
      pipeline(
        body,
        asked,
        (error) => error && reject(new CutOff(`The file was not sent: ${codeOf(error)}.`)),
      );
    else asked.end();
  });
}

/** The certificate of the running desk is in its own file, so its name and who signed it do not matter. */
function send({ certificate }: Server, url: URL, options: RequestOptions): ReturnType<typeof request> {
  if (url.protocol === 'http:') return request(url, options);
  // It may be signed by an authority that is not in the file.
  const trust = certificate === null ? {} : { ca: readFileSync(certificate), allowPartialTrustChain: true };
  return requestTls(url, { ...options, ...trust, checkServerIdentity: () => undefined });
}

function problemIn(text: string): ProblemDocument {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** The exit code for an HTTP status. */
function exitOf(status: number): Exit {
  if (status === 400) return EXIT.usage;
  if ([404, 410, 451].includes(status)) return EXIT.absent;
  return status >= 500 ? EXIT.failed : EXIT.refused;
}

function sentence(status: number, { detail, errors = [], notice }: ProblemDocument): string {
  const found = errors.find((e) => e.detail !== detail);
  const where = found?.parameter ?? found?.pointer ?? '';
  const parts = [
    (detail ?? `The newsroom answered ${status} without a reason.`).replace(/ See errors\.$/, ''),
    ...(found ? [`${found.detail.startsWith(where) ? '' : `${where} `}${found.detail}.`] : []),
    ...(notice ? [Object.values(notice.notice)[0] ?? ''] : []),
  ];
  return parts.join(' ').trim();
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? (error as Error).message;
