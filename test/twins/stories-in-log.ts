import type { Caller, Json } from '../http/caller.js';
import { everyPage } from '../http/stories.js';

/** What a log tells of its stories, the desk's log or the public one, read over HTTP. */
export type Known = ReadonlyMap<string, KnownStory>;

export interface KnownStory {
  /** When each revision was recorded. */
  readonly revisions: readonly string[];
  /** As that log's timeline has them, oldest first. */
  readonly developments: readonly Json[];
}

/** `root` is where the stories are, e.g. `/v1/stories`. What is not there, or is killed, is left out. */
export async function knownOf(caller: Caller, root: string, slugs: readonly string[]): Promise<Known> {
  const stories = await Promise.all(
    slugs.map(async (slug) => [slug, await storyOf(caller, `${root}/${slug}`)] as const),
  );
  return new Map(stories.flatMap(([slug, story]) => (story ? [[slug, story] as const] : [])));
}

async function storyOf(caller: Caller, address: string): Promise<KnownStory | null> {
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
