import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock, type LogAddress } from '#event-store';
import { ReadModel, StoryReader } from '#projections';

/** What the archive reads, in this process. */
export interface PublicModel {
  readonly reader: StoryReader;
  /** Seconds that it took to build it. */
  readonly builtIn: number;
  close(): Promise<void>;
}

/** Opens the public read model of a data folder, as the archive does, and waits until all of the log is in it. */
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

/** The state of a story as of a moment, as it is sent. */
export function stateAsOf(reader: StoryReader, slug: string, asOf: number): string {
  const reading = reader.asOf(slug, { asOf, validAt: null });
  if (reading.kind !== 'found') throw new Error(`${slug} as of ${asOf} is ${reading.kind}.`);
  return reader.state(reading.found);
}
