import { v4, v5 } from 'uuid';
import type { CloudEvent } from './change-source.js';
import { signedHeaders } from './signature.js';

/** An event for one endpoint: CloudEvents 1.0, structured mode of the HTTP binding. */
export class WebhookMessage {
  /** The same at each attempt, so that a partner can recognize repeats. */
  readonly id: string;
  readonly body: string;

  constructor(endpoint: string, event: CloudEvent) {
    this.id = v5(event.id, endpoint);
    this.body = JSON.stringify(event);
  }

  /** The headers of one attempt. `now` is in milliseconds since the epoch. */
  headers(secrets: readonly Uint8Array[], now: number): Record<string, string> {
    const timestamp = Math.floor(now / 1_000);
    return {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      ...signedHeaders({ id: this.id, timestamp, body: this.body }, secrets),
    };
  }
}

/** A test event. `at` is in milliseconds since the epoch. */
export const pingOf = (endpoint: string, at: number): CloudEvent => ({
  specversion: '1.0',
  id: v4(),
  source: `/desk/v1/webhooks/${endpoint}`,
  type: 'dateline.webhook.ping',
  time: new Date(at).toISOString(),
  data: {},
});
