import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock, type LogAddress } from '#event-store';
import { ReadModel, StoryReader } from '#projections';

/** The read model of the archive, in this process. */
export interface PublicModel {
  readonly reader: StoryReader;
  /** The duration of its build in seconds. */
  readonly builtIn: number;
  close(): Promise<void>;
}

/** Opens the public read model of a data folder, as the archive does, and waits until it is caught up. */
export async function openPublicModel(
  data: string,
  log: LogAddress = { kind: 'file', file: join(data, 'public.db') },
): Promise<PublicModel> {
  const begun = performance.now();
  const model = await ReadModel.start({
    log,
    folder: join(data, 'read-models'),
    audience: 'public',
    clock: new SystemClock(),
  });
  while (!model.health.ok || !model.health.caughtUp) await pause(20);
  const reader = new StoryReader(() => model.reader, 'public', '/v1/stories');
  return { reader, builtIn: (performance.now() - begun) / 1_000, close: () => model.close() };
}

/** The state of a story as of a moment, as serialised for a response. */
export function stateAsOf(reader: StoryReader, slug: string, asOf: number): string {
  const reading = reader.asOf(slug, { asOf, validAt: null });
  if (reading.kind !== 'found') throw new Error(`${slug} as of ${asOf} is ${reading.kind}.`);
  return reader.state(reading.found);
}
