import { deskPort } from '#desk';
import { readSettings, run } from '#http';
import { ReadModelRefused } from '#projections';
import { WebhooksRefused } from '#webhooks';
import { openNewsroom } from './newsroom.js';

/** Starts the newsroom: desk and archive in one process. */
await run({
  settings: readSettings,
  ports: (settings) => [deskPort(settings), { port: settings.port, host: settings.host }],
  clear: [ReadModelRefused, WebhooksRefused],
  open: openNewsroom,
});
