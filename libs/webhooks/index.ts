/** Tells partners by signed messages what becomes public. */
export { type ChangeNow, type CloudEvent, type PublicChange, type PublicChanges } from './change-source.js';
export { WebhooksRefused } from './state-file.js';
export { webhooksController } from './webhooks.controller.js';
export { Webhooks, type WebhooksHealth, type WebhooksParts } from './webhooks.js';
export { changesOf } from './model-changes.js';
