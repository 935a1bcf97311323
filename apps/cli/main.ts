import { constants } from 'node:os';
import { CommanderError } from 'commander';
import { commandLine } from './command-line.js';
import { CommandContext } from './command.js';
import { EXIT, Failure, ReaderGone } from './failure.js';
import { Output } from './output.js';

// Output files contain unpublished material: only this user may read them.
process.umask(0o077);
const output = new Output(process.stdout, process.stderr, process.env);
const interruption = new AbortController();
let interrupted: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | null = null;

/** Ends the command cleanly: deletes an incomplete file, and stops a newsroom that it started. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    interrupted ??= signal;
    interruption.abort();
  });

async function main(args: readonly string[]): Promise<number> {
  try {
    await commandLine(new CommandContext(output, interruption.signal, process.env)).parseAsync(args, {
      from: 'user',
    });
    return EXIT.done;
  } catch (error) {
    output.endUpdate();
    if (interrupted) return 128 + constants.signals[interrupted];
    if (error instanceof ReaderGone) return EXIT.done;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    output.note(`dateline: ${error instanceof Failure ? error.message : `Internal error: ${String(error)}`}`);
    return error instanceof Failure ? error.exit : EXIT.failed;
  }
}

process.exitCode = await main(process.argv.slice(2));
// Open handles, such as stdin, must not keep the process alive.
process.stdout.write('', () => process.exit());
