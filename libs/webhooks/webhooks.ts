import { randomUUID } from 'node:crypto';
import type { Clock } from '#event-store';
import { keyReused, type IdempotencyKey } from '#http';
import type { PublicChanges } from './change-source.js';
import { MessageSender, type SenderOptions } from './message-sender.js';
import type { DeadLetter } from './dead-letters.js';
import { Dispatcher } from './dispatcher.js';
import { faultOfUrl } from './endpoint-url.js';
import type { Endpoint, SecretByKey } from './endpoints.js';
import { resumeAfterRestart } from './resume-after-restart.js';
import { WebhookMessage, pingOf } from './webhook-message.js';
import type { Outcome } from './outcome.js';
import { Records } from './records.js';
import { OLD_SECRET } from './schedule.js';
import { newSecret, secretText } from './signature.js';
import { StateFile } from './state-file.js';
import { alarm as systemAlarm, SteadyTime, type Alarm } from './steady-time.js';

/** Where an endpoint begins: with what becomes public from now on, or with all that ever did. */
export type StartFrom = 'head' | 'start';

export interface WebhooksParts {
  /** Path of the file that keeps endpoints, secrets and what waits for them. One process has it open. */
  readonly file: string;
  /** Identity of the public log, whose positions these are. */
  readonly log: string;
  readonly changes: PublicChanges;
  readonly clock: Clock;
  /** How messages are brought; to public addresses only, unless a test says otherwise. */
  readonly sender?: Omit<SenderOptions, 'clock'>;
  readonly alarm?: Alarm;
  readonly random?: () => number;
}

export interface WebhooksHealth {
  /** Why nothing is sent at present; null while all goes on. */
  readonly fault: string | null;
  /** Which of its files was deleted or replaced while it was open; null where none was. */
  readonly gone: string | null;
  readonly endpoints: Readonly<Record<Endpoint['state'], number>>;
  /** Messages that were taken and are neither delivered nor dead. */
  readonly pending: number;
  readonly dead: number;
  /** Messages that are on their way. */
  readonly sending: number;
  /** How long the oldest of an active endpoint has been pending, in milliseconds; null for none. */
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

/** An endpoint that is still to be told of a story; one that is paused takes its messages when it goes on. */
export interface PendingWebhook {
  readonly webhook: string;
  readonly state: Endpoint['state'];
  /** How many messages of the story were taken for it and are not delivered. */
  readonly messages: number;
}

/** An endpoint with what waits for it. */
export interface EndpointState extends Endpoint {
  readonly pending: number;
  readonly dead: number;
}

/** An endpoint cannot be registered so; the message is for who registers it, and names no address. */
export class UnusableUrl extends Error {
  override readonly name = 'UnfitEndpoint';
}

/** Too much of it at once; the message says what to wait for. */
export class LimitReached extends Error {
  override readonly name = 'TooMany';
}

/** At most so many secrets of an endpoint are valid at once. */
const MOST_SECRETS = 3;

/**
 * Tells partners what becomes public: each change at least once, the changes of a story in order, signed.
 *
 * It begins to send when it is opened, and goes on where an earlier process stopped, however that ended.
 */
export class Webhooks {
  readonly #pinging = new Set<string>();

  private constructor(
    private readonly parts: WebhooksParts,
    private readonly records: Records,
    private readonly sender: MessageSender,
    private readonly time: SteadyTime,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** @throws WebhooksRefused */
  static open(parts: WebhooksParts): Webhooks {
    const { file, log, changes, clock, alarm = systemAlarm, random = Math.random } = parts;
    const records = new Records(StateFile.open(file, log));
    const time = new SteadyTime(clock);
    resumeAfterRestart(records, log, time.now());
    const sender = new MessageSender({ ...parts.sender, clock });
    const dispatcher = new Dispatcher({ records, changes, sender, clock, time, alarm, random });
    return new Webhooks(parts, records, sender, time, dispatcher);
  }

  /** The endpoints that are still to be told of a story, given by its id. */
  pendingFor(story: string): readonly PendingWebhook[] {
    const { endpoints, queue } = this.records;
    return endpoints.all.flatMap((webhook) => {
      const { stories, state } = endpoints.find(webhook)!;
      if (stories !== null && !stories.includes(story)) return [];
      const messages = queue.countOf(webhook, story);
      return messages > 0 || state === 'paused' ? [{ webhook, state, messages }] : [];
    });
  }

  get health(): WebhooksHealth {
    const { endpoints, queue, letters } = this.records;
    const { oldest } = queue;
    return {
      fault: this.dispatcher.fault,
      gone: this.records.file.gone,
      endpoints: endpoints.counts,
      pending: queue.total,
      dead: letters.total,
      sending: this.dispatcher.sending,
      oldestPending: oldest === null ? null : Math.max(0, this.time.now() - oldest),
    };
  }

  /**
   * Registers an endpoint, which is active at once. The secret is told here and nowhere else.
   *
   * @throws UnfitEndpoint
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
    // Meanwhile the same request may have come a second time.
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

  /** @throws UnfitEndpoint where nothing can be sent to it */
  async checkUrl(url: string): Promise<void> {
    const fault = faultOfUrl(url);
    if (fault !== null) throw new UnusableUrl(fault);
    if (!(await this.sender.canReach(new URL(url))))
      throw new UnusableUrl(
        'must name a host of the public internet: it has no address, or one that is not public',
      );
  }

  /** What the first request with a key made; null where there was none, or it is forgotten. @throws Problem of another request */
  #secretByKey(key: IdempotencyKey | null): SecretByKey | null {
    const made = key && this.records.endpoints.secretByKey(key.name);
    if (made && made.hash !== key.hash) throw keyReused();
    return made;
  }

  find(id: string): EndpointState | null {
    const endpoint = this.records.endpoints.find(id);
    return endpoint && this.#stateOf(endpoint);
  }

  /** In a fixed order, from the first that comes after one; '' for all. */
  page(after: string, limit: number): readonly EndpointState[] {
    return this.records.endpoints.page(after, limit).map((endpoint) => this.#stateOf(endpoint));
  }

  /** Forgets an endpoint, with all that waits for it. False where there is none. */
  remove(id: string): boolean {
    const removed = this.records.file.record(() => this.records.endpoints.remove(id));
    this.dispatcher.forget(id);
    return removed;
  }

  /** Gives an endpoint another secret, which is told here and nowhere else; the one before stays valid for a day. @throws TooMany */
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
        `${MOST_SECRETS} secrets are valid at present. Wait until the oldest has ended.`,
      );
    const secret = newSecret();
    file.record(() => {
      endpoints.dropOldSecrets(now);
      endpoints.rotate(id, secret, now + OLD_SECRET, key);
    });
    return { secret: secretText(secret), oldValidUntil: this.parts.clock.now() + OLD_SECRET };
  }

  /** Nothing is taken or sent from now on but what is on its way. */
  pause(id: string): EndpointState | null {
    return this.#change(id, () => this.records.endpoints.setState(id, 'paused'));
  }

  /**
   * Goes on where the endpoint was, at once with what waits for another attempt, or as told from the head or the start:
   * then what waits for it is forgotten.
   */
  resume(id: string, from: StartFrom | null): EndpointState | null {
    return this.#change(id, () => {
      const { endpoints, queue } = this.records;
      endpoints.setState(id, 'active');
      queue.makeDue(id, this.time.now());
      if (from === null) return;
      // What is on its way would be settled among what is sent anew.
      this.dispatcher.forget(id);
      queue.clear(id);
      const { position, event } = this.#startOf(from);
      endpoints.setPosition(id, position, event);
    });
  }

  /** Sends a test event once, whatever the state of the endpoint. It is no change, and is not sent again. @throws TooMany */
  async ping(id: string): Promise<Outcome | null> {
    const endpoint = this.records.endpoints.find(id);
    if (!endpoint) return null;
    if (this.#pinging.has(id))
      throw new LimitReached('A test event is on its way. Wait for what becomes of it.');
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

  /** By position, from the first that comes after one; -1 for all. */
  deadLetters(id: string, after: number, limit: number): readonly DeadLetter[] {
    return this.records.letters.page(id, after, limit);
  }

  /** Has dead letters sent again, each before what waits of its story; all of them, or those at these positions. Gives back how many. */
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

  /** Whether there are dead letters: any, or any at these positions. */
  hasDead(id: string, positions: readonly number[] | null): boolean {
    const { letters } = this.records;
    return positions === null
      ? letters.count(id) > 0
      : positions.some((position) => letters.at(id, position) !== null);
  }

  /** Deletes dead letters: all of them, or those at these positions. Gives back how many. */
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
