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

/** `dateline export STORY`: writes its import file to stdout or to a file. */
export async function exportStory(
  context: CommandContext,
  story: string,
  options: ExportOptions,
): Promise<void> {
  const target = options.output === '-' ? null : context.file(options.output);
  if (target !== null && !options.force && existsSync(target)) throw taken(options.output);
  await context.withNewsroom(false, async ({ desk }) => {
    const address = storyAddress('/desk/v1/stories', story, '/export');
    const chunks = chunksOf(await ask(desk, address, { signal: context.signal }));
    if (target === null) for await (const chunk of chunks) await context.output.write(plainJson(chunk));
    else await writeWhole(target, chunks, options);
  });
}

/** Writes to a temporary file, and renames it when all is on the disk. So the target is always complete. */
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
  new Failure(EXIT.usage, `${name} exists already: choose another name, or use --force to replace it.`);
