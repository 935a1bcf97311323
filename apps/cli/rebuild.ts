import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { MODELS } from './models.js';
import { plainJson } from './plain.js';
import { Progress } from './progress.js';
import { ask, askJson, CutOff, linesOf } from './request.js';

export interface RebuildOptions {
  readonly only?: (typeof MODELS)[number];
  readonly dropOld: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** A line of the newsroom's answer. */
type Reply =
  | { readonly events: number; readonly of: number; readonly perSecond: number; readonly left: number | null }
  | ({ readonly done: true } & Comparison)
  | { readonly error: { readonly detail: string } };

interface Comparison {
  readonly compared: number;
  readonly different: number;
  readonly examples: readonly string[];
}

/** `dateline rebuild`: builds the read models again from the logs, while the newsroom serves the old ones. */
export async function rebuild(
  context: CommandContext,
  { only, dropOld, quiet, json }: RebuildOptions,
): Promise<void> {
  const { output, signal } = context;
  const progress = new Progress(output, quiet || json);
  await context.withNewsroom(false, async ({ desk }) => {
    const { items } = await askJson<{ items: readonly { name: string }[] }>(
      desk,
      '/desk/v1/read-models',
      signal,
    );
    const here = MODELS.filter((name) => items.some((item) => item.name === name));
    for (const name of only === undefined ? here : [only]) {
      const address = `/desk/v1/read-models/${name}`;
      if (dropOld) await ask(desk, `${address}/old`, { signal, method: 'DELETE' });
      const lines = linesOf(await ask(desk, `${address}/rebuild`, { signal, method: 'POST' }));
      const comparison = await follow(lines, name, progress).finally(() => progress.end());
      if (json) await output.write(plainJson(`${JSON.stringify({ name, ...comparison })}\n`));
      else if (!quiet) await output.write(`${sentence(name, comparison)}\n`);
    }
  });
}

async function follow(lines: AsyncIterable<string>, name: string, progress: Progress): Promise<Comparison> {
  for await (const line of lines) {
    const reply = JSON.parse(line) as Reply;
    if ('error' in reply) throw new Failure(EXIT.failed, `${name}: ${reply.error.detail}`);
    if ('done' in reply) {
      const { compared, different, examples } = reply;
      return { compared, different, examples };
    }
    const { events, of, perSecond, left } = reply;
    const share = of === 0 ? 100 : Math.floor((100 * events) / of);
    const rest = left === null ? '' : `, about ${left} s left`;
    progress.show(() => `${name}: ${events} of ${of} events (${share} %), ${perSecond} a second${rest}`);
  }
  throw new CutOff(
    `The connection to the newsroom was lost. Run the same command again: the rebuild resumes where it stopped.`,
  );
}

function sentence(name: string, { compared, different, examples }: Comparison): string {
  const same = `${name}: rebuilt and in use; ${compared} states compared with the old one, `;
  if (different === 0)
    return `${same}all equal. The old file is kept: --drop-old deletes it at the next rebuild.`;
  return `${same}${different} differ (${examples.join('; ')}). The log is right; the old file is kept.`;
}
