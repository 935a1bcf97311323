import { DatabaseRefused } from '#database';
import { addressOf, readSettings, run, RunningFile } from '#http';
import { ReadModelRefused } from '#projections';
import { VaultError } from '#vault';
import { deskPort, openDesk, setupLine } from './desk.js';

/** Starts a desk alone: editors record, and the publisher appends to the public log. Archives are separate programs. */
await run({
  settings: readSettings,
  ports: (settings) => [deskPort(settings)],
  clear: [ReadModelRefused, DatabaseRefused, VaultError],
  open: async (settings, { portsFree, metrics }) => {
    const webhooks = settings.webhooks ?? false;
    const desk = await openDesk(settings, { keepsPublic: false, webhooks, metrics });
    const running = new RunningFile(settings.data);
    const close = async (): Promise<void> => {
      await running.close();
      await desk.close();
    };
    let listening: Awaited<ReturnType<typeof desk.listen>>;
    try {
      await portsFree();
      listening = await desk.listen();
      running.write({
        desk: addressOf(desk.app, false),
        archive: null,
        token: desk.token,
        certificate: settings.deskTls?.cert,
      });
    } catch (error) {
      await close();
      throw error;
    }
    return {
      greeting: `Dateline's desk is running; its data is in ${settings.data}.\n\n  for editors    ${listening.address}/desk\n${setupLine(listening.setup)}\nStop it with Ctrl+C.\n`,
      close,
    };
  },
});
