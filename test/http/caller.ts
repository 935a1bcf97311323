import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Untyped: each test asserts what it needs of an answer. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body parsed as JSON; undefined if it is not JSON. */
  readonly body: Json;
}

export interface Sent {
  readonly method: string;
  /** Sent unchanged, including `..`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

type Headers = NonNullable<Sent['headers']>;

/** Calls one surface of a newsroom and sends requests unchanged. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly port: number;

  /**
   * `token` goes with each request that has no `authorization`; an empty `authorization` sends none. `witness` sees every
   * answer; if it throws, the request rejects with that error.
   */
  constructor(
    readonly address: string,
    readonly token: string | null = null,
    private readonly witness: (sent: Sent, answer: Answer) => void = () => {},
  ) {
    this.port = Number(new URL(address).port);
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Rejects if no answer comes, for example if the newsroom is killed. */
  async send(sent: Sent): Promise<Answer> {
    const answer = await this.#send(sent);
    this.witness(sent, answer);
    return answer;
  }

  #send({ method, path, headers = {}, body }: Sent): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const { authorization = this.token ? `Bearer ${this.token}` : '', ...others } = headers;
    const identity = authorization === '' ? {} : { authorization };
    const asked = request(
      {
        host: '127.0.0.1',
        port: this.port,
        agent: this.#agent,
        method,
        path,
        headers: { host: `localhost:${this.port}`, ...length, ...identity, ...others } as Record<
          string,
          string
        >,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('error', reject)
          .on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, body: parsed(text) });
          });
      },
    );
    asked.on('error', reject);
    asked.end(body);
    return promise;
  }

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'GET', path, headers });
  }

  head(path: string, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'HEAD', path, headers });
  }

  post(path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.#json('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.#json('PUT', path, body, headers);
  }

  /** Sends an import file, its lines as objects or as text. */
  import(lines: readonly (object | string)[]): Promise<Answer> {
    const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const headers = { 'content-type': 'application/x-ndjson' };
    return this.send({ method: 'POST', path: '/desk/v1/imports', headers, body: `${body}\n` });
  }

  #json(method: string, path: string, body: unknown, headers: Headers): Promise<Answer> {
    const content = { 'content-type': 'application/json', ...headers };
    return this.send({ method, path, headers: content, body: JSON.stringify(body) });
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The objects of an NDJSON answer. */
export const linesOf = (answer: Answer): Json[] =>
  answer.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Repeats a request until the condition is true; returns the last answer in any case. */
export async function eventually<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (let waited = 0; ; waited += 20) {
    const answer = await ask();
    if (isSo(answer) || waited > 60_000) return answer;
    await pause(20);
  }
}
