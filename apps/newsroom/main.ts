import { DatabaseRefused } from '#database';
import { deskPort } from '#desk';
import { readSettings, run } from '#http';
import { ReadModelRefused } from '#projections';
import { VaultError } from '#vault';
import { openNewsroom } from './newsroom.js';

/** Starts the newsroom: desk and archive in one process. */
await run({
  settings: readSettings,
  ports: (settings) => [deskPort(settings), { port: settings.port, host: settings.host }],
  clear: [ReadModelRefused, DatabaseRefused, VaultError],
  open: openNewsroom,
});
