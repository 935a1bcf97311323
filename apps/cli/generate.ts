import type { HistorySize } from '#generating';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';

export type GenerateOptions = HistorySize;

const AT_ONCE = 64 * 1024;

/** `dateline generate`: writes an import file of made-up stories, as fast as the reader takes it. */
export async function generateHistories(
  { output, signal }: CommandContext,
  size: GenerateOptions,
): Promise<void> {
  let text = '';
  for (const { line } of await histories(size)) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < AT_ONCE) continue;
    await output.write(text);
    text = '';
    signal.throwIfAborted();
  }
  await output.write(text);
}

async function histories(size: GenerateOptions) {
  // Loaded only if needed, so that --help is quick.
  const { generate } = await import('#generating');
  try {
    return generate(size);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(EXIT.usage, error.message);
    throw error;
  }
}
