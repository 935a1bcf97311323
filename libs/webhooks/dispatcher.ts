import { Logger } from '@nestjs/common';
import type { Subject, Subscription } from 'rxjs';
import { FileGone, FileUnusable, type Clock } from '#event-store';
import type { CloudEvent, PublicChanges } from './change-source.js';
import type { Endpoint } from './endpoints.js';
import { WebhookMessage } from './webhook-message.js';
import type { MessageSender } from './message-sender.js';
import type { PendingMessage } from './queue.js';
import type { Records } from './records.js';
import { EndpointBackoff } from './endpoint-backoff.js';
import type { Alarm, SteadyTime } from './steady-time.js';
import { takeChanges } from './take-changes.js';

/** The most messages in progress, in total and for one endpoint. After a failure, an endpoint gets one at a time. */
const MOST_AT_ONCE = 32;
const MOST_PER_ENDPOINT = 4;
/** How many endpoints one turn serves: the process has other work. */
const MOST_STEPS = 100;
/** Milliseconds of the pause after an internal failure, such as a full disk. */
const PAUSE_AFTER_FAULT = 5_000;
/** Milliseconds after which a message that was not readable is tried again. */
const RETRY_UNREADABLE = 1_000;

export interface DispatcherParts {
  readonly records: Records;
  readonly changes: PublicChanges;
  readonly sender: MessageSender;
  readonly clock: Clock;
  readonly time: SteadyTime;
  readonly alarm: Alarm;
  /** Random numbers from 0 to 1. */
  readonly random: () => number;
  /** Is given each endpoint that is switched off. */
  readonly switched: Subject<string>;
}

/**
 * Queues changes for endpoints with room, and sends due messages. The durable state is in the records; the sets here only
 * say which endpoints to look at.
 */
export class Dispatcher {
  readonly #logger = new Logger('Webhooks');
  /** The stories with a message in progress, by endpoint, each with its abort. */
  readonly #inProgress = new Map<string, Map<string, AbortController>>();
  readonly #sending = new Set<Promise<void>>();
  /** Endpoints that may have work, in turn. */
  readonly #ready = new Set<string>();
  /** Endpoints that may have changes which are not queued yet. */
  readonly #behind = new Set<string>();
  /** When endpoints have work again. */
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

  /** Why nothing is sent at present; null without a failure. */
  get fault(): string | null {
    return this.#fault;
  }

  /** How many messages are in progress. */
  get sending(): number {
    return this.#sending.size;
  }

  /** Serves an endpoint soon, and ends its backoff: somebody changed it. */
  wake(endpoint: string): void {
    this.#backoff.succeeded(endpoint);
    this.#markBehind(endpoint);
    this.#schedule();
  }

  /** Aborts messages in progress to an endpoint, without recording an outcome. */
  forget(endpoint: string): void {
    for (const controller of this.#inProgress.get(endpoint)?.values() ?? []) controller.abort();
    for (const known of [this.#ready, this.#behind, this.#dueAt]) known.delete(endpoint);
    this.#backoff.succeeded(endpoint);
  }

  /** Aborts all messages in progress. The next start sends them again. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#subscription.unsubscribe();
    this.#stopAlarm();
    for (const endpoint of [...this.#inProgress.keys()]) this.forget(endpoint);
    await Promise.all(this.#sending);
  }

  /** All endpoints may have work. */
  #onNews(): void {
    this.#news = true;
    this.#schedule();
  }

  /** Works once, after the present turn of the event loop. */
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
    const withRoom = this.#sendDue(now);
    this.#takeChanges(withRoom, now);
    this.#setAlarm(now);
  }

  /** Sends due messages, endpoint by endpoint. Returns the endpoints with room for more messages. */
  #sendDue(now: number): readonly string[] {
    const withRoom: string[] = [];
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
        // At the end of the set, so the loop reaches it again after the others.
        this.#ready.add(id);
        continue;
      }
      if (this.#behind.has(id)) withRoom.push(id);
      const later = this.parts.records.queue.nextDue(id, now);
      if (later === null) this.#dueAt.delete(id);
      else this.#dueAt.set(id, later);
    }
    return withRoom;
  }

  /** Queues the next changes of endpoints with room. */
  #takeChanges(withRoom: readonly string[], now: number): void {
    if (withRoom.length === 0) return;
    const { records, changes } = this.parts;
    for (const { endpoint, caughtUp, moved, otherLog } of takeChanges(records, changes, withRoom, now)) {
      if (caughtUp) this.#behind.delete(endpoint);
      if (moved) this.#ready.add(endpoint);
      if (otherLog) this.#switchedOff(endpoint, 'other-log');
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
      this.#logger.warn(
        `Webhook ${endpoint.id}: a message was given up (${failure}). It is among the dead letters.`,
      );
    if (verdict === 'off') this.#switchedOff(endpoint.id, failure);
  }

  #switchedOff(endpoint: string, why: string): void {
    this.#logger.warn(`Webhook ${endpoint} was switched off (${why}).`);
    this.parts.switched.next(endpoint);
  }

  #setAlarm(now: number): void {
    this.#stopAlarm();
    if (this.#dueAt.size === 0) return;
    const next = Math.min(...this.#dueAt.values());
    this.#stopAlarm = this.parts.alarm(Math.max(next - now, 1), () => this.#schedule());
  }

  /** After an internal failure: work that was not recorded is done again after a pause. */
  #pauseAfterFault(error: unknown): void {
    if (this.#closed || this.#fault !== null) return;
    const { name, code } = error as { readonly name?: string; readonly code?: unknown };
    this.#fault =
      error instanceof FileGone || error instanceof FileUnusable
        ? error.message
        : [name, code].filter((word) => typeof word === 'string').join(' ');
    this.#logger.error(`Webhooks pause for ${PAUSE_AFTER_FAULT / 1_000} seconds: ${this.#fault}.`);
    this.#stopAlarm();
    this.#stopAlarm = this.parts.alarm(PAUSE_AFTER_FAULT, () => {
      this.#fault = null;
      this.#onNews();
    });
  }
}
