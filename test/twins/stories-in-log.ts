import type { Caller, Json } from '../http/caller.js';
import { everyPage } from '../http/stories.js';

/** The stories in the desk log or the public log by slug, read over HTTP. */
export type StoriesInLog = ReadonlyMap<string, StoryInLog>;

export interface StoryInLog {
  /** When each revision was recorded. */
  readonly revisions: readonly string[];
  /** As in the timeline of that log, oldest first. */
  readonly developments: readonly Json[];
}

/** `root` is the path of the stories, e.g. `/v1/stories`. Missing and killed stories are left out. */
export async function readStories(
  caller: Caller,
  root: string,
  slugs: readonly string[],
): Promise<StoriesInLog> {
  const stories = await Promise.all(
    slugs.map(async (slug) => [slug, await storyOf(caller, `${root}/${slug}`)] as const),
  );
  return new Map(stories.flatMap(([slug, story]) => (story ? [[slug, story] as const] : [])));
}

async function storyOf(caller: Caller, address: string): Promise<StoryInLog | null> {
  const head = await caller.get(address);
  if (head.status !== 200) return null;
  const numbers = [...Array(Number(head.body.revision) + 1).keys()];
  const states = await Promise.all(numbers.map((n) => caller.get(`${address}/revisions/${n}`)));
  const pages = await everyPage(caller, `${address}/developments?limit=100`);
  return {
    revisions: states.map(({ body }) => body.updatedAt as string),
    developments: pages.flatMap((page) => page.items as Json[]).reverse(),
  };
}
