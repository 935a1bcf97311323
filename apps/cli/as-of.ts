import type { StateView } from '#projections';
import { storyAddress, type CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { plainJson } from './plain.js';
import { askJson, Refused, type Server } from './request.js';
import { statePage } from './state-page.js';
import type { Language } from '#wordings';

export interface AsOfOptions {
  readonly validAt?: string;
  readonly desk: boolean;
  readonly lang: Language;
  readonly json: boolean;
}

/** Pages of a hundred claims to fetch at most: the output groups all claims by status. */
const MOST_PAGES = 10;

/** `dateline as-of STORY [TIME]`: the story as of a moment, as text. */
export async function asOf(
  context: CommandContext,
  story: string,
  time: string | undefined,
  { validAt, desk, lang, json }: AsOfOptions,
): Promise<void> {
  const { output, signal } = context;
  const query = new URLSearchParams();
  if (time !== undefined) query.set('asOf', time);
  if (validAt !== undefined) query.set('validAt', validAt);
  const state = await context.withNewsroom(false, async (newsroom) => {
    const server = desk ? newsroom.desk : newsroom.archive;
    if (server === null)
      throw new Failure(
        EXIT.absent,
        'Only the desk runs here, the archives run elsewhere: use one of those, or add --desk.',
      );
    const address = storyAddress(`${desk ? '/desk' : ''}/v1/stories`, story, `?${query.toString()}`);
    const found = await askJson<StateView>(server, address, signal).catch(hinted(desk));
    return json ? found : readOn(found, server, signal);
  });
  if (json) await output.write(plainJson(`${JSON.stringify(state, null, 2)}\n`));
  else {
    const { width, colours } = output;
    await output.write(statePage(state, { width, colours, language: lang, desk }));
  }
}

async function readOn(state: StateView, server: Server, signal: AbortSignal): Promise<StateView> {
  return {
    ...state,
    claims: await wholeList(state.claims, server, signal),
    questions: await wholeList(state.questions, server, signal),
  };
}

interface List<T> {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly T[];
}

async function wholeList<T>(first: List<T>, server: Server, signal: AbortSignal): Promise<List<T>> {
  const items = [...first.items];
  let { next } = first;
  for (let page = 1; next !== null && page < MOST_PAGES; page++) {
    const more: List<T> = await askJson(server, next, signal);
    items.push(...more.items);
    ({ next } = more);
  }
  return { total: first.total, next, items };
}

/** Adds a hint: the desk may have a story that is not public yet. */
const hinted =
  (desk: boolean) =>
  (error: unknown): never => {
    if (!desk && error instanceof Refused && error.problem.code === 'story-unknown')
      throw new Failure(
        EXIT.absent,
        'There is no such public story. Use --desk to look in the desk’s record.',
      );
    throw error;
  };
