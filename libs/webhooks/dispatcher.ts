import { Logger } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { FileGone, type Clock } from '#event-store';
import type { CloudEvent, PublicChanges } from './change-source.js';
import type { Endpoint } from './endpoints.js';
import { WebhookMessage } from './webhook-message.js';
import type { MessageSender } from './message-sender.js';
import type { PendingMessage } from './queue.js';
import type { Records } from './records.js';
import { EndpointBackoff } from './endpoint-backoff.js';
import type { Alarm, SteadyTime } from './steady-time.js';
import { takeChanges } from './take-changes.js';

/** Messages on their way at once, in all and to one endpoint. An endpoint that failed last is sent one at a time. */
const MOST_AT_ONCE = 32;
const MOST_PER_ENDPOINT = 4;
/** Endpoints that are looked at in one go: the process has other work. */
const MOST_STEPS = 100;
/** How long all rests after a fault of our own, such as a full disk, in milliseconds. */
const PAUSE_AFTER_FAULT = 5_000;
/** After how long a message that cannot be read for the moment is looked at again, in milliseconds. */
const RETRY_UNREADABLE = 1_000;

export interface DispatcherParts {
  readonly records: Records;
  readonly changes: PublicChanges;
  readonly sender: MessageSender;
  readonly clock: Clock;
  readonly time: SteadyTime;
  readonly alarm: Alarm;
  /** A number from 0 to 1, another each time. */
  readonly random: () => number;
}

/**
 * Takes changes for the endpoints as they have room, and sends what is due. All that it must not forget is in the records;
 * what it holds besides says only where to look.
 */
export class Dispatcher {
  readonly #logger = new Logger('Webhooks');
  /** The stories that are on their way, by endpoint, with how to give that up. */
  readonly #inProgress = new Map<string, Map<string, AbortController>>();
  readonly #sending = new Set<Promise<void>>();
  /** Endpoints for which there may be something to do, in turn. */
  readonly #ready = new Set<string>();
  /** Endpoints for which there may be changes that were not taken. */
  readonly #behind = new Set<string>();
  /** When endpoints have something to do again. */
  readonly #dueAt = new Map<string, number>();
  readonly #backoff = new EndpointBackoff();
  readonly #subscription: Subscription;
  #news = true;
  #fault: string | null = null;
  #scheduled = false;
  #closed = false;
  #stopAlarm = (): void => {};

  constructor(private readonly parts: DispatcherParts) {
    this.#subscription = parts.changes.news.subscribe(() => this.#onNews());
    this.#schedule();
  }

  /** Why nothing is sent at present; null while all goes on. */
  get fault(): string | null {
    return this.#fault;
  }

  /** How many messages are on their way. */
  get sending(): number {
    return this.#sending.size;
  }

  /** Somebody did something with an endpoint: it is looked at, however often it failed. */
  wake(endpoint: string): void {
    this.#backoff.succeeded(endpoint);
    this.#markBehind(endpoint);
    this.#schedule();
  }

  /** Gives up what is on its way to an endpoint, and notes nothing of it. */
  forget(endpoint: string): void {
    for (const controller of this.#inProgress.get(endpoint)?.values() ?? []) controller.abort();
    for (const known of [this.#ready, this.#behind, this.#dueAt]) known.delete(endpoint);
    this.#backoff.succeeded(endpoint);
  }

  /** What is on its way is given up, and sent again at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#subscription.unsubscribe();
    this.#stopAlarm();
    for (const endpoint of [...this.#inProgress.keys()]) this.forget(endpoint);
    await Promise.all(this.#sending);
  }

  /** There may be something to do for all. */
  #onNews(): void {
    this.#news = true;
    this.#schedule();
  }

  /** Looks once what is to be done, after all that is under way in this turn. */
  #schedule(): void {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#closed || this.#fault !== null) return;
      try {
        this.#work();
      } catch (error) {
        this.#pauseAfterFault(error);
      }
    });
  }

  #markBehind(endpoint: string): void {
    this.#behind.add(endpoint);
    this.#ready.add(endpoint);
  }

  #work(): void {
    const now = this.parts.time.now();
    if (this.#news) for (const id of this.parts.records.endpoints.active) this.#markBehind(id);
    this.#news = false;
    for (const [id, due] of this.#dueAt)
      if (due <= now) {
        this.#dueAt.delete(id);
        this.#ready.add(id);
      }
    const hungry = this.#sendDue(now);
    this.#takeChanges(hungry, now);
    this.#setAlarm(now);
  }

  /** Sends what is due, an endpoint after the other; gives back those that have room for more than they have. */
  #sendDue(now: number): readonly string[] {
    const hungry: string[] = [];
    let steps = 0;
    for (const id of this.#ready) {
      if (this.#sending.size >= MOST_AT_ONCE) break;
      if ((steps += 1) > MOST_STEPS) {
        this.#schedule();
        break;
      }
      this.#ready.delete(id);
      const endpoint = this.parts.records.endpoints.find(id);
      if (endpoint?.state !== 'active') continue;
      const heldUntil = Math.max(endpoint.waitUntil, this.#backoff.until(id));
      if (heldUntil > now) {
        this.#dueAt.set(id, heldUntil);
        continue;
      }
      const underway = this.#inProgress.get(id);
      if ((underway?.size ?? 0) >= (endpoint.failingSince === null ? MOST_PER_ENDPOINT : 1)) continue;
      const due = this.parts.records.queue.due(id, now, MOST_PER_ENDPOINT + 1);
      const next = due.find(({ story }) => !underway?.has(story));
      if (next) {
        this.#send(endpoint, next, now);
        // Behind all others: the loop comes to it again.
        this.#ready.add(id);
        continue;
      }
      if (this.#behind.has(id)) hungry.push(id);
      const later = this.parts.records.queue.nextDue(id, now);
      if (later === null) this.#dueAt.delete(id);
      else this.#dueAt.set(id, later);
    }
    return hungry;
  }

  /** Puts the next changes into the queues of endpoints that have room. */
  #takeChanges(hungry: readonly string[], now: number): void {
    if (hungry.length === 0) return;
    const { records, changes } = this.parts;
    for (const { endpoint, caughtUp, moved, otherLog } of takeChanges(records, changes, hungry, now)) {
      if (caughtUp) this.#behind.delete(endpoint);
      if (moved) this.#ready.add(endpoint);
      if (otherLog) this.#logger.warn(`Webhook ${endpoint} was switched off (other-log).`);
    }
    if (this.#ready.size > 0 && this.#sending.size < MOST_AT_ONCE) this.#schedule();
  }

  #send(endpoint: Endpoint, waiting: PendingMessage, now: number): void {
    const { records, changes } = this.parts;
    const found = changes.at(BigInt(waiting.position));
    if (found.kind !== 'here') {
      records.file.write(() =>
        found.kind === 'gone'
          ? records.queue.remove(endpoint.id, waiting)
          : records.queue.retryAt(endpoint.id, waiting, now + RETRY_UNREADABLE),
      );
      return;
    }
    const { event } = found;
    const controller = new AbortController();
    const underway = this.#inProgress.get(endpoint.id) ?? new Map<string, AbortController>();
    this.#inProgress.set(endpoint.id, underway.set(waiting.story, controller));
    const secrets = records.endpoints.secrets(endpoint.id, now);
    const sending = this.#deliver(endpoint, waiting, event, secrets, controller.signal)
      .catch((error: unknown) => this.#pauseAfterFault(error))
      .finally(() => {
        this.#sending.delete(sending);
        underway.delete(waiting.story);
        if (underway.size === 0) this.#inProgress.delete(endpoint.id);
        this.#ready.add(endpoint.id);
        this.#schedule();
      });
    this.#sending.add(sending);
  }

  async #deliver(
    endpoint: Endpoint,
    waiting: PendingMessage,
    event: CloudEvent,
    secrets: readonly Buffer[],
    signal: AbortSignal,
  ): Promise<void> {
    const { records, sender, clock, time, random } = this.parts;
    const message = new WebhookMessage(endpoint.id, event);
    const headers = message.headers(secrets, clock.now());
    const outcome = await sender.post(endpoint.url, headers, message.body, signal);
    if (signal.aborted) return;
    const verdict = records.note({
      endpoint: endpoint.id,
      waiting,
      event: event.id,
      outcome,
      now: time.now(),
      at: clock.now(),
      random: random(),
    });
    if (outcome.kind === 'delivered') this.#backoff.succeeded(endpoint.id);
    else this.#backoff.failed(endpoint.id, time.now());
    const failure = outcome.kind === 'failed' ? outcome.failure : outcome.kind;
    if (verdict === 'dead')
      this.#logger.warn(`Webhook ${endpoint.id}: a message was given up (${failure}); see its dead letters.`);
    if (verdict === 'off') this.#logger.warn(`Webhook ${endpoint.id} was switched off (${failure}).`);
  }

  #setAlarm(now: number): void {
    this.#stopAlarm();
    if (this.#dueAt.size === 0) return;
    const next = Math.min(...this.#dueAt.values());
    this.#stopAlarm = this.parts.alarm(Math.max(next - now, 1), () => this.#schedule());
  }

  /** Something of ours failed: what was not noted is done again, after a while. */
  #pauseAfterFault(error: unknown): void {
    if (this.#closed || this.#fault !== null) return;
    const { name, code } = error as { readonly name?: string; readonly code?: unknown };
    this.#fault =
      error instanceof FileGone
        ? error.message
        : [name, code].filter((word) => typeof word === 'string').join(' ');
    this.#logger.error(`Webhooks rest for ${PAUSE_AFTER_FAULT / 1_000} seconds: ${this.#fault}.`);
    this.#stopAlarm();
    this.#stopAlarm = this.parts.alarm(PAUSE_AFTER_FAULT, () => {
      this.#fault = null;
      this.#onNews();
    });
  }
}
