import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { storyAddress, type CommandContext } from './command.js';
import { EXIT, Failure, reasonOf } from './failure.js';
import { plainJson } from './plain.js';
import { ask, chunksOf } from './request.js';

export interface ExportOptions {
  readonly output: string;
  readonly force: boolean;
}

/** `dateline export STORY`: its import file, to stdout or whole into a file. */
export async function exportStory(
  place: CommandContext,
  story: string,
  options: ExportOptions,
): Promise<void> {
  const target = options.output === '-' ? null : place.file(options.output);
  if (target !== null && !options.force && existsSync(target)) throw taken(options.output);
  await place.withNewsroom(false, async ({ desk }) => {
    const address = storyAddress(`${desk}/desk/v1/stories`, story, '/export');
    const chunks = chunksOf(await ask(address, { signal: place.signal }));
    if (target === null) for await (const chunk of chunks) await place.output.write(plainJson(chunk));
    else await writeWhole(target, chunks, options);
  });
}

/** A file that is there is whole: it is written beside, and takes its name when all of it is on the disk. */
async function writeWhole(
  target: string,
  chunks: AsyncIterable<string>,
  { output, force }: ExportOptions,
): Promise<void> {
  const part = `${target}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(part, 'wx');
    try {
      for await (const chunk of chunks) await file.writeFile(plainJson(chunk));
      await file.sync();
    } finally {
      await file.close();
    }
    if (force) await rename(part, target);
    else await link(part, target);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if ((error as { code?: string }).code === 'EEXIST') throw taken(output);
    throw new Failure(EXIT.usage, `${output}: ${reasonOf(error)}.`);
  } finally {
    await rm(part, { force: true });
  }
}

const taken = (name: string): Failure =>
  new Failure(EXIT.usage, `${name} is there already: give another name, or --force to replace it.`);
