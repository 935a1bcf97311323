/** Sends public changes to partners, as signed webhooks. */
export { type ChangeNow, type CloudEvent, type PublicChange, type PublicChanges } from './change-source.js';
export { WebhooksModule } from './webhooks.module.js';
export { Webhooks, type WebhooksHealth, type WebhooksParts } from './webhooks.js';
export { changesOf } from './model-changes.js';
