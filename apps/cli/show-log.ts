import { storyAddress, type CommandContext } from './command.js';
import { logLine, type LogItem } from './log-line.js';
import { plainJson } from './plain.js';
import { askJson } from './request.js';

export interface LogOptions {
  /** The first revision wanted. */
  readonly from: string;
  readonly json: boolean;
}

interface LogPage {
  readonly items: readonly LogItem[];
  readonly next: string | null;
}

/** `dateline log STORY`: the desk's events of a story, oldest first, a line each. */
export async function showLog(
  place: CommandContext,
  story: string,
  { from, json }: LogOptions,
): Promise<void> {
  const { output, signal } = place;
  const width = output.terminal ? output.width : null;
  const line = (item: LogItem): string => (json ? plainJson(JSON.stringify(item)) : logLine(item, width));
  await place.withNewsroom(false, async ({ desk }) => {
    let next: string | null = storyAddress('/desk/v1/stories', story, `/log?from=${from}&limit=500`);
    while (next !== null) {
      const page: LogPage = await askJson(new URL(next, desk).href, signal);
      for (const item of page.items) await output.write(`${line(item)}\n`);
      ({ next } = page);
    }
  });
}
