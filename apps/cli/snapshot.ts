import { join } from 'node:path';
import { EventStoreError } from '#event-store';
import { NoSnapshot, snapshot } from '#projections';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';

/** `dateline snapshot`: copies the public read model, with which another archive can start. */
export async function takeSnapshot(context: CommandContext, folder: string): Promise<void> {
  const { data } = await context.settings();
  const target = context.file(folder);
  try {
    const { file, position } = await snapshot(
      join(data, 'read-models'),
      'public',
      join(target, 'read-models'),
    );
    const through = position === null ? 'of an empty log' : `through position ${position}`;
    await context.output.write(
      `${file}: the public read model, ${through}. Start an archive with DATELINE_DATA=${target}; it catches up by itself.\n`,
    );
  } catch (error) {
    if (error instanceof NoSnapshot || error instanceof EventStoreError)
      throw new Failure(EXIT.refused, error.message);
    throw error;
  }
}
