import { lookup } from 'node:dns/promises';
import { Agent, request, type AgentOptions } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { callbackify } from 'node:util';
import type { Clock } from '#event-store';
import { isPublicAddress, type AddressRule } from './address-rule.js';
import { hostOf } from './endpoint-url.js';
import { failed, outcomeOf, type Failure, type Outcome } from './outcome.js';

/** Resolves all IP addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export interface SenderOptions {
  /** Needed for a `Retry-After` that is a date. */
  readonly clock: Clock;
  /** Which addresses are allowed. Default: public addresses. */
  readonly rule?: AddressRule;
  /** Default: the resolver of the system. */
  readonly resolve?: Resolve;
  /** Trusted certificate authorities instead of the system's, as PEM. */
  readonly ca?: string;
  /** Milliseconds until an attempt must have an answer. */
  readonly deadline?: number;
}

const DEADLINE = 10_000;
/** The body of an answer is not used. It is read up to these bytes and milliseconds, to keep the connection. */
const MOST_BODY_BYTES = 4_096;
const MOST_BODY_TIME = 1_000;
/** Milliseconds that an idle connection is kept: less than most servers do. */
const KEEP_ALIVE = 4_000;

/**
 * Sends a message to an https address, and reports the outcome.
 *
 * Each connection resolves the name once. All its addresses must be allowed, and the connection goes to one of them.
 * Redirects are not followed, proxies of the environment are not used, and certificates are always checked.
 */
export class MessageSender {
  readonly #clock: Clock;
  readonly #rule: AddressRule;
  readonly #resolve: Resolve;
  readonly #deadline: number;
  readonly #kept: Agent;
  readonly #fresh: Agent;

  constructor({
    clock,
    rule = isPublicAddress,
    resolve = addressesOf,
    ca,
    deadline = DEADLINE,
  }: SenderOptions) {
    this.#clock = clock;
    this.#rule = rule;
    this.#resolve = resolve;
    this.#deadline = deadline;
    const options: AgentOptions = {
      lookup: this.#lookup,
      autoSelectFamily: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      timeout: KEEP_ALIVE,
      ...(ca === undefined ? {} : { ca }),
    };
    this.#kept = new Agent({ ...options, keepAlive: true, maxFreeSockets: 8 });
    this.#fresh = new Agent(options);
  }

  /** Whether the host of a URL has addresses, and all are allowed. */
  async canReach(url: URL): Promise<boolean> {
    const found = this.#addresses(hostOf(url)).then(
      () => true,
      () => false,
    );
    return Promise.race([found, pause(this.#deadline, false, { ref: false })]);
  }

  /** Sends a message once. It never rejects. After `signal` was aborted, ignore the outcome. */
  async post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const host = hostOf(new URL(url));
    // A socket resolves only names, so an address is checked here.
    if (isIP(host) !== 0 && !this.#rule(host)) return failed('address-refused');
    const message = { url, headers, body, signal };
    // A server may close an idle connection at any time. That is no failure of this message.
    return (await this.#send(message, this.#kept)) ?? (await this.#send(message, this.#fresh))!;
  }

  close(): void {
    this.#kept.destroy();
    this.#fresh.destroy();
  }

  /** Null if the server had closed the idle connection. */
  #send({ url, headers, body, signal }: Message, agent: Agent): Promise<Outcome | null> {
    const { promise, resolve } = Promise.withResolvers<Outcome | null>();
    const progress = { connected: false, secure: false };
    // Once the status is known, a failure of the body does not matter.
    let answered: Outcome | null = null;
    const sent = request(url, {
      agent,
      signal,
      method: 'POST',
      maxHeaderSize: 16 * 1_024,
      headers: {
        ...headers,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Dateline',
      },
    });
    const end = (outcome: Outcome | null): void => {
      resolve(outcome);
      sent.destroy();
    };
    let timer = setTimeout(() => end(failed('timeout')), this.#deadline);
    sent
      .on('socket', (socket: Socket) => {
        if (sent.reusedSocket) return;
        socket.once('connect', () => (progress.connected = true));
        socket.once('secureConnect', () => (progress.secure = true));
      })
      .on('response', (answer) => {
        const outcome = outcomeOf(answer.statusCode ?? 0, answer.headers['retry-after'], this.#clock.now());
        answered = outcome;
        clearTimeout(timer);
        timer = setTimeout(() => end(outcome), Math.min(MOST_BODY_TIME, this.#deadline));
        let read = 0;
        answer
          .on('data', (chunk: Buffer) => {
            if ((read += chunk.length) > MOST_BODY_BYTES) end(outcome);
          })
          .on('error', () => end(outcome))
          .on('end', () => resolve(outcome));
      })
      .on('error', (error: NodeJS.ErrnoException) => {
        const stale =
          !answered && sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
        resolve(stale && agent === this.#kept ? null : (answered ?? failed(failureOf(error, progress))));
      })
      .on('close', () => {
        clearTimeout(timer);
        resolve(answered ?? failed('connection'));
      });
    sent.end(body);
    return promise;
  }

  /** A lookup that returns all addresses, so that the socket can try each. */
  readonly #lookup = callbackify(async (name: string) =>
    (await this.#addresses(name)).map((address) => ({ address, family: isIP(address) })),
  ) as unknown as LookupFunction;

  /** @throws Unreachable without an address, or with one that is not allowed */
  async #addresses(host: string): Promise<readonly string[]> {
    const found = isIP(host) === 0 ? await this.#resolve(host).catch(() => []) : [host];
    if (found.length === 0) throw new Unreachable('name-unresolved');
    if (!found.every(this.#rule)) throw new Unreachable('address-refused');
    return found;
  }
}

interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(readonly failure: Failure) {
    super(failure);
  }
}

async function addressesOf(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

function failureOf(
  error: NodeJS.ErrnoException,
  { connected, secure }: { readonly connected: boolean; readonly secure: boolean },
): Failure {
  if (error instanceof Unreachable) return error.failure;
  if (error.code?.startsWith('HPE_')) return 'answer-malformed';
  return connected && !secure ? 'tls' : 'connection';
}
