import { readSettings, WrongSettings } from '#nest';
import { EventStoreError } from '#event-store';
import { ReadModelRefused } from '#projections';
import { openNewsroom } from './newsroom.js';

/** Starts the newsroom; what is wrong with the settings, the data or the ports is one clear message and exit code 1. */
async function main(): Promise<void> {
  const newsroom = await openNewsroom(readSettings(process.env));
  process.stdout.write(newsroom.greeting);
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    newsroom.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGINT', close).once('SIGTERM', close);
}

function fail(error: unknown): never {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    say(`Port ${port} is taken by another program: end that one, or set PORT or DESK_PORT.`);
  else if (
    error instanceof WrongSettings ||
    error instanceof EventStoreError ||
    error instanceof ReadModelRefused
  )
    say(error.message);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

main().catch(fail);
