import { addressOf, readSettings, run, RunningFile } from '#http';
import { ReadModelRefused } from '#projections';
import { WebhooksRefused } from '#webhooks';
import { deskPort, openDesk } from './desk.js';

/** Starts a desk alone: editors record, and the publisher appends to the public log. Archives are separate programs. */
await run({
  settings: readSettings,
  ports: (settings) => [deskPort(settings)],
  clear: [ReadModelRefused, WebhooksRefused],
  open: async (settings, { portsFree, metrics }) => {
    const webhooks = settings.webhooks ?? false;
    const desk = await openDesk(settings, { keepsPublic: false, webhooks, metrics });
    const running = new RunningFile(settings.data);
    const close = async (): Promise<void> => {
      await running.close();
      await desk.close();
    };
    try {
      await portsFree();
      await desk.app.listen(deskPort(settings));
      running.write({ desk: addressOf(desk.app, false), archive: null });
    } catch (error) {
      await close();
      throw error;
    }
    return {
      greeting: `Dateline's desk is running; its data is in ${settings.data}.\n\n  for editors    ${addressOf(desk.app)}/docs   (this machine only: there is no sign-in)\n\nStop it with Ctrl+C.\n`,
      close,
    };
  },
});
