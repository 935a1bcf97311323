import type { DevelopmentState, Instant, Story } from '#story';
import { iso } from './development-view.js';
import { encodeCursor, pageOf } from './page.js';
import type { Audience } from './story-record.js';
import type { StoryShelf } from './story-shelf.js';

export interface FrontPageCut {
  readonly known: Instant | null;
  readonly offset: number;
  readonly limit: number;
  readonly audience: Audience;
  /** The address of the front page, e.g. `/v1/stories`. */
  readonly address: string;
}

/** The stories as of a moment, the one with the newest development first. */
export function frontPage(shelf: StoryShelf, cut: FrontPageCut) {
  const { audience, known } = cut;
  const stories = [...shelf.asOf(known)].filter((s) => audience === 'desk' || !barred(shelf, s));
  const dated = stories.map((story) => ({ story, newest: newestOf(story) }));
  const at = ({ story, newest }: Dated): Instant => newest?.recordedAt ?? story.openedAt;
  dated.sort((a, b) => at(b) - at(a) || (a.story.id < b.story.id ? -1 : 1));
  // Later pages show the same moment, whatever is recorded meanwhile.
  const fixed = known ?? Math.max(0, ...stories.map((s) => s.updatedAt));
  const address = (offset: number): string => {
    const cursor = encodeCursor({ list: 'stories', story: null, at: fixed, known, held: null, offset });
    return `${cut.address}?${known === null ? '' : `asOf=${iso(known)}&`}limit=${cut.limit}&cursor=${cursor}`;
  };
  const page = pageOf(dated, { ...cut, address, view: (d) => storyItem(d, audience) });
  return { asOf: known === null ? null : iso(known), ...page };
}

interface Dated {
  readonly story: Story;
  readonly newest: DevelopmentState | undefined;
}

const barred = (shelf: StoryShelf, story: Story): boolean => shelf.find(story.id)?.head.withheld != null;

function newestOf(story: Story): DevelopmentState | undefined {
  return story.developments.get(story.timeline.last() ?? '');
}

function storyItem({ story, newest }: Dated, audience: Audience) {
  const desk = audience === 'desk';
  return {
    id: story.id,
    slug: story.slug,
    headline: desk ? story.headline.text : story.publicHeadline,
    lede: desk ? (story.lede?.text ?? null) : story.publicLede,
    language: story.language,
    topics: story.topics,
    places: story.places,
    status: story.withheld?.how ?? story.status,
    updatedAt: iso(story.updatedAt),
    newest: newest
      ? { id: newest.development.id, kind: newest.development.kind, recordedAt: iso(newest.recordedAt) }
      : null,
    claims: story.claims.size,
    developments: story.timeline.length,
  };
}
