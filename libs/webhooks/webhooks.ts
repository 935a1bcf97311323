import { randomUUID } from 'node:crypto';
import { Subject, type Observable } from 'rxjs';
import type { FileState } from '#database';
import type { Clock } from '#event-store';
import { keyReused, type IdempotencyKey } from '#http';
import type { PublicChanges } from './change-source.js';
import { MessageSender, type SenderOptions } from './message-sender.js';
import type { DeadLetter } from './dead-letters.js';
import { Dispatcher } from './dispatcher.js';
import { faultOfUrl } from './endpoint-url.js';
import type { Endpoint, OffReason, SecretByKey } from './endpoints.js';
import { resumeAfterRestart } from './resume-after-restart.js';
import { WebhookMessage, pingOf } from './webhook-message.js';
import type { Outcome } from './outcome.js';
import { Records } from './records.js';
import { OLD_SECRET } from './schedule.js';
import { newSecret, secretText } from './signature.js';
import { StateFile } from './state-file.js';
import { alarm as systemAlarm, SteadyTime, type Alarm } from './steady-time.js';

/** The first change for an endpoint: the next one from now on, or the first of the log. */
export type StartFrom = 'head' | 'start';

export interface WebhooksParts {
  /** Path of the file with endpoints, secrets and pending messages. One process has it open. */
  readonly file: string;
  /** Identity of the public log, to which the positions belong. */
  readonly log: string;
  readonly changes: PublicChanges;
  readonly clock: Clock;
  /** For tests: other addresses than public ones. */
  readonly sender?: Omit<SenderOptions, 'clock'>;
  readonly alarm?: Alarm;
  readonly random?: () => number;
}

export interface WebhooksHealth {
  /** Why nothing is sent at present; null without a failure. */
  readonly fault: string | null;
  readonly endpoints: Readonly<Record<Endpoint['state'], number>>;
  /** Messages that are neither delivered nor dead. */
  readonly pending: number;
  readonly dead: number;
  /** Messages in progress. */
  readonly sending: number;
  /** The age of the oldest pending message of an active endpoint, in milliseconds; null for none. */
  readonly oldestPending: number | null;
}

export interface Registration {
  readonly url: string;
  readonly description: string | null;
  /** Ids of stories; null for all. */
  readonly stories: readonly string[] | null;
  readonly from: StartFrom;
}

export interface Registered {
  readonly endpoint: EndpointState;
  readonly secret: string;
}

/** An endpoint with pending messages of a story. A paused endpoint may get more when it is resumed. */
export interface PendingWebhook {
  readonly webhook: string;
  readonly state: Endpoint['state'];
  /** How many messages of the story are pending. */
  readonly messages: number;
}

/** An endpoint, and how many messages it has. */
export interface EndpointState extends Endpoint {
  readonly pending: number;
  readonly dead: number;
}

/** The URL of an endpoint is not usable. The message is for the operator, and has no address. */
export class UnusableUrl extends Error {
  override readonly name = 'UnusableUrl';
}

/** A limit is reached. The message says what to wait for. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}

/** How many secrets of an endpoint may be valid at once. */
const MOST_SECRETS = 3;

/**
 * Sends public changes to partners, signed. Each change is delivered at least once, and the changes of a story are in order.
 *
 * Sending begins at `open`, and resumes where an earlier process stopped, even after a crash.
 */
export class Webhooks {
  readonly #pinging = new Set<string>();

  private constructor(
    private readonly parts: WebhooksParts,
    private readonly records: Records,
    private readonly sender: MessageSender,
    private readonly time: SteadyTime,
    private readonly dispatcher: Dispatcher,
    private readonly switched: Subject<string>,
  ) {}

  /** @throws DatabaseRefused */
  static open(parts: WebhooksParts): Webhooks {
    const { file, log, changes, clock, alarm = systemAlarm, random = Math.random } = parts;
    const records = new Records(StateFile.open(file, log));
    const time = new SteadyTime(clock);
    resumeAfterRestart(records, log, time.now());
    const sender = new MessageSender({ ...parts.sender, clock });
    const switched = new Subject<string>();
    const dispatcher = new Dispatcher({ records, changes, sender, clock, time, alarm, random, switched });
    return new Webhooks(parts, records, sender, time, dispatcher, switched);
  }

  /** The endpoints with pending messages of a story. */
  pendingFor(story: string): readonly PendingWebhook[] {
    const { endpoints, queue } = this.records;
    return endpoints.all.flatMap((webhook) => {
      const { stories, state } = endpoints.find(webhook)!;
      if (stories !== null && !stories.includes(story)) return [];
      const messages = queue.countOf(webhook, story);
      return messages > 0 || state === 'paused' ? [{ webhook, state, messages }] : [];
    });
  }

  /** Each endpoint, with why it is switched off; null if it is not. */
  get states(): readonly { readonly id: string; readonly off: OffReason | null }[] {
    return this.records.endpoints.states.map(({ id, state, reason }) => ({
      id,
      off: state === 'off' ? reason : null,
    }));
  }

  /** Emits when an endpoint was switched off, or somebody changed its state. */
  get stateChanges(): Observable<string> {
    return this.switched;
  }

  get file(): FileState {
    return this.records.file.db;
  }

  get health(): WebhooksHealth {
    const { endpoints, queue, letters } = this.records;
    const { oldest } = queue;
    return {
      fault: this.dispatcher.fault,
      endpoints: endpoints.counts,
      pending: queue.total,
      dead: letters.total,
      sending: this.dispatcher.sending,
      oldestPending: oldest === null ? null : Math.max(0, this.time.now() - oldest),
    };
  }

  /**
   * Registers an endpoint. It is active at once. Only this result has the secret.
   *
   * @throws UnusableUrl, Problem `idempotency-key-reused`
   */
  async register(
    { url, description, stories, from }: Registration,
    key: IdempotencyKey | null = null,
  ): Promise<Registered> {
    const again = (): Registered | null => {
      const made = this.#secretByKey(key);
      return made && { endpoint: this.find(made.endpoint)!, secret: secretText(made.secret) };
    };
    const before = again();
    if (before) return before;
    await this.checkUrl(url);
    // The same request may have come a second time in the meantime.
    const meanwhile = again();
    if (meanwhile) return meanwhile;
    const secret = newSecret();
    const id = randomUUID();
    const createdAt = this.parts.clock.now();
    const endpoint = { id, url, description, stories, createdAt, ...this.#startOf(from) };
    this.records.file.record(() => this.records.endpoints.add(endpoint, secret, key));
    this.dispatcher.wake(id);
    return { endpoint: this.find(id)!, secret: secretText(secret) };
  }

  /** @throws UnusableUrl */
  async checkUrl(url: string): Promise<void> {
    const fault = faultOfUrl(url);
    if (fault !== null) throw new UnusableUrl(fault);
    if (!(await this.sender.canReach(new URL(url))))
      throw new UnusableUrl(
        'must have a host of the public internet: it has no address, or one that is not public',
      );
  }

  /** What the first request with this key made; null if there was none. @throws Problem `idempotency-key-reused` */
  #secretByKey(key: IdempotencyKey | null): SecretByKey | null {
    const made = key && this.records.endpoints.secretByKey(key.name);
    if (made && made.hash !== key.hash) throw keyReused();
    return made;
  }

  find(id: string): EndpointState | null {
    const endpoint = this.records.endpoints.find(id);
    return endpoint && this.#stateOf(endpoint);
  }

  /** In the order of ids, after `after`; '' for all. */
  page(after: string, limit: number): readonly EndpointState[] {
    return this.records.endpoints.page(after, limit).map((endpoint) => this.#stateOf(endpoint));
  }

  /** Deletes an endpoint with its pending messages. False if it does not exist. */
  remove(id: string): boolean {
    const removed = this.records.file.record(() => this.records.endpoints.remove(id));
    this.dispatcher.forget(id);
    return removed;
  }

  /** Rotates the secret. Only this result has it; the old one stays valid for a day. Null without the endpoint. @throws LimitReached */
  rotate(
    id: string,
    key: IdempotencyKey | null = null,
  ): { readonly secret: string; readonly oldValidUntil: number } | null {
    const now = this.time.now();
    const { endpoints, file } = this.records;
    if (!endpoints.find(id)) return null;
    const made = this.#secretByKey(key);
    if (made) {
      const left = Math.max(0, (made.oldValidUntil ?? now) - now);
      return { secret: secretText(made.secret), oldValidUntil: this.parts.clock.now() + left };
    }
    if (endpoints.secrets(id, now).length >= MOST_SECRETS)
      throw new LimitReached(
        `${MOST_SECRETS} secrets are valid at present. Wait until the oldest has expired.`,
      );
    const secret = newSecret();
    file.record(() => {
      endpoints.dropOldSecrets(now);
      endpoints.rotate(id, secret, now + OLD_SECRET, key);
    });
    return { secret: secretText(secret), oldValidUntil: this.parts.clock.now() + OLD_SECRET };
  }

  /** Stops queueing and sending, except messages in progress. */
  pause(id: string): EndpointState | null {
    return this.#change(id, () => this.records.endpoints.setState(id, 'paused'));
  }

  /**
   * Resumes where the endpoint was, and retries its pending messages at once. With `from`, pending messages are dropped, and
   * it resumes from head or start.
   */
  resume(id: string, from: StartFrom | null): EndpointState | null {
    return this.#change(id, () => {
      const { endpoints, queue } = this.records;
      endpoints.setState(id, 'active');
      queue.makeDue(id, this.time.now());
      if (from === null) return;
      // A message in progress must not be recorded among the messages that are queued again.
      this.dispatcher.forget(id);
      queue.clear(id);
      const { position, event } = this.#startOf(from);
      endpoints.setPosition(id, position, event);
    });
  }

  /** Sends a test event once, in any state of the endpoint, without retries. @throws LimitReached */
  async ping(id: string): Promise<Outcome | null> {
    const endpoint = this.records.endpoints.find(id);
    if (!endpoint) return null;
    if (this.#pinging.has(id)) throw new LimitReached('A test event is in progress. Wait for its outcome.');
    this.#pinging.add(id);
    try {
      const at = this.parts.clock.now();
      const message = new WebhookMessage(id, pingOf(id, at));
      const headers = message.headers(this.records.endpoints.secrets(id, this.time.now()), at);
      return await this.sender.post(endpoint.url, headers, message.body, new AbortController().signal);
    } finally {
      this.#pinging.delete(id);
    }
  }

  /** In order of position, after `after`; -1 for all. */
  deadLetters(id: string, after: number, limit: number): readonly DeadLetter[] {
    return this.records.letters.page(id, after, limit);
  }

  /** Queues dead letters again, all or those at some positions, before pending messages of their story. Returns how many. */
  replay(id: string, positions: readonly number[] | null): number {
    const { letters, queue, file } = this.records;
    const now = this.time.now();
    const replayed = file.record(() => {
      const chosen = this.#chosen(id, positions);
      for (const letter of chosen) {
        queue.add(id, letter, now);
        letters.remove(id, letter.position);
      }
      return chosen.length;
    });
    this.dispatcher.wake(id);
    return replayed;
  }

  /** Whether there are dead letters, in total or at some of these positions. */
  hasDead(id: string, positions: readonly number[] | null): boolean {
    const { letters } = this.records;
    return positions === null
      ? letters.count(id) > 0
      : positions.some((position) => letters.at(id, position) !== null);
  }

  /** Deletes dead letters, all or those at some positions. Returns how many. */
  discard(id: string, positions: readonly number[] | null): number {
    const { letters, file } = this.records;
    return file.record(() =>
      positions === null
        ? letters.clear(id)
        : positions.filter((position) => letters.remove(id, position)).length,
    );
  }

  async close(): Promise<void> {
    await this.dispatcher.close();
    this.sender.close();
    this.records.file.close();
  }

  #chosen(id: string, positions: readonly number[] | null): readonly DeadLetter[] {
    const { letters } = this.records;
    if (positions === null) return letters.page(id, -1, Number.MAX_SAFE_INTEGER);
    return positions.flatMap((position) => letters.at(id, position) ?? []);
  }

  #change(id: string, change: () => void): EndpointState | null {
    if (!this.records.endpoints.find(id)) return null;
    this.records.file.record(change);
    this.dispatcher.wake(id);
    this.switched.next(id);
    return this.find(id);
  }

  #stateOf(endpoint: Endpoint): EndpointState {
    const { queue, letters } = this.records;
    return { ...endpoint, pending: queue.count(endpoint.id), dead: letters.count(endpoint.id) };
  }

  #startOf(from: StartFrom): Pick<Endpoint, 'position' | 'event'> {
    const head = from === 'start' ? null : this.parts.changes.head();
    if (head === null) return { position: -1, event: null };
    const newest = this.parts.changes.at(head);
    return { position: Number(head), event: newest.kind === 'here' ? newest.event.id : null };
  }
}
