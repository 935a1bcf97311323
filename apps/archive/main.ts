import { addressOf, readArchiveSettings, run } from '#http';
import { ReadModelRefused } from '#projections';
import { openArchive } from './archive.js';

/** A separate archive: it follows the public log, and serves the world. */
await run({
  settings: readArchiveSettings,
  ports: ({ port, host }) => [{ port, host }],
  clear: [ReadModelRefused],
  open: async (settings, { portsFree, fail, metrics }) => {
    const archive = await openArchive(settings, null, { refused: fail, metrics });
    try {
      await portsFree();
      await archive.app.listen({ port: settings.port, host: settings.host });
    } catch (error) {
      await archive.close();
      throw error;
    }
    const address = settings.publicUrl ?? addressOf(archive.app);
    return {
      greeting: `Dateline's archive is running; its read model is in ${settings.data}.\n\n  for readers             ${address}/\n  API documentation       ${address}/docs\n\nStop it with Ctrl+C.\n`,
      close: archive.close,
    };
  },
});
