import type { Uuid } from '#story';

/** In the desk log: a webhook was switched off, or its state was changed again. */
export type WebhookEvent =
  | { readonly type: 'WebhookSwitchedOff'; readonly webhook: Uuid; readonly reason: string }
  | { readonly type: 'WebhookSwitchedOn'; readonly webhook: Uuid };
