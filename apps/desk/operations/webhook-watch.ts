import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { Clock, decideAndAppend, decode, EventStore, StreamCache, type Fold } from '#event-store';
import { PersistentMap } from '#story';
import { WEBHOOK_STREAM } from '#story-log';
import { Webhooks } from '#webhooks';
import { newId } from '../recording/ids.js';
import type { WebhookEvent } from '../recording/webhook-event.js';

/** Milliseconds after which it tries again to record what could not be recorded. */
const AGAIN_AFTER = 5_000;

/** The webhooks that are off. */
type Off = PersistentMap<true>;

const fold: Fold<Off> = {
  initial: PersistentMap.empty(),
  apply(off, { type, data }) {
    const { webhook } = decode(data) as WebhookEvent;
    return type === 'WebhookSwitchedOff' ? off.set(webhook, true) : off.delete(webhook);
  },
};

/**
 * Records in the desk log when a webhook is switched off, once each time. It compares the log with the state of the webhooks,
 * so it misses nothing that happened before a start. Only a process that sends webhooks does so.
 */
@Injectable()
export class WebhookWatch implements OnModuleInit, OnModuleDestroy {
  readonly #cache = new StreamCache<Off>();
  #subscription: Subscription | null = null;
  #again: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    @Inject(Webhooks) private readonly webhooks: Webhooks | null,
  ) {}

  onModuleInit(): void {
    if (this.webhooks === null) return;
    this.#subscription = this.webhooks.stateChanges.subscribe(() => this.#look());
    this.#look();
  }

  onModuleDestroy(): void {
    this.#subscription?.unsubscribe();
    if (this.#again) clearTimeout(this.#again);
  }

  #look(): void {
    this.#compare(this.webhooks!).catch((error: unknown) => {
      new Logger('Webhooks').warn(`The desk log does not have yet which webhooks are off: ${String(error)}`);
      if (this.#subscription?.closed === false)
        this.#again ??= setTimeout(() => {
          this.#again = null;
          this.#look();
        }, AGAIN_AFTER).unref();
    });
  }

  async #compare(webhooks: Webhooks): Promise<void> {
    await decideAndAppend<Off>({
      store: this.store,
      stream: WEBHOOK_STREAM,
      fold,
      cache: this.#cache,
      clock: this.clock,
      decide: (known) =>
        webhooks.states
          .filter(({ id, off }) => known.has(id) === (off === null))
          .map(({ id, off }) => ({
            id: newId(),
            type: off === null ? 'WebhookSwitchedOn' : 'WebhookSwitchedOff',
            data: { webhook: id, ...(off === null ? {} : { reason: off }) },
            metadata: { schemaVersion: 1, recordedBy: 'dateline' },
          })),
    });
  }
}
