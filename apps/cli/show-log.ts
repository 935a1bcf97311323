import { storyAddress, type CommandContext } from './command.js';
import { logLine, type LogItem } from './log-line.js';
import { plainJson } from './plain.js';
import { askJson } from './request.js';

export interface LogOptions {
  /** The first revision to show. */
  readonly from: string;
  readonly json: boolean;
}

interface LogPage {
  readonly items: readonly LogItem[];
  readonly next: string | null;
}

/** `dateline log STORY`: lists the events of a story in the desk log, oldest first, one on each line. */
export async function showLog(
  context: CommandContext,
  story: string,
  { from, json }: LogOptions,
): Promise<void> {
  const { output, signal } = context;
  const width = output.terminal ? output.width : null;
  const line = (item: LogItem): string => (json ? plainJson(JSON.stringify(item)) : logLine(item, width));
  await context.withNewsroom(false, async ({ desk }) => {
    let next: string | null = storyAddress('/desk/v1/stories', story, `/log?from=${from}&limit=500`);
    while (next !== null) {
      const page: LogPage = await askJson(desk, next, signal);
      for (const item of page.items) await output.write(`${line(item)}\n`);
      ({ next } = page);
    }
  });
}
