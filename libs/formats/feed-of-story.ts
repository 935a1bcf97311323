import { developmentUrl, revisionUrl, urn } from './address.js';
import { latest, type Category, type Entry, type Feed, type FeedLinks, type Tombstone } from './feed.js';
import { languagesOf, own, worded, type Worded } from './language.js';
import type { Site } from './site.js';
import { MEDIA_TOPICS } from './topic.js';
import type { DevelopmentView, StoryHeader } from './view.js';
import { entryTitleOf, goneWords, noticeWords, sourceWords, titleOf } from './words.js';

/** A story and some of its developments, newest first. */
export interface StoryPage {
  readonly story: StoryHeader;
  readonly developments: readonly DevelopmentView[];
}

/** The developments of a story as a feed. Killed and taken-down ones are tombstones; retracted ones say so. */
export function feedOfStory(
  { story, developments }: StoryPage,
  site: Site,
  links: FeedLinks,
  asked: readonly string[] = [],
): Feed {
  const languages = languagesOf(asked, story);
  const notice = story.notice && noticeWords(story.notice, languages);
  const shown = notice ? [] : developments;
  const entries = shown.filter((d) => !d.withheld).map((d) => entryOf(d, story, site, languages));
  const tombstones = shown.flatMap((d) => tombstoneOf(d, story, site, languages));
  const moments = [...entries.map((e) => e.updated), ...tombstones.map((t) => t.when)];
  return {
    id: urn(story.id),
    title: notice ?? worded(story.headline, languages) ?? { text: story.slug, lang: 'und' },
    subtitle: notice ? null : worded(story.summary?.text ?? story.lede, languages),
    language: own(languages),
    updated: links.archive ? latest(moments, story.openedAt) : story.updatedAt,
    links,
    entries,
    tombstones,
  };
}

function entryOf(d: DevelopmentView, story: StoryHeader, site: Site, languages: readonly string[]): Entry {
  return {
    id: urn(d.id),
    title: entryTitleOf(d, languages),
    summary: summaryOf(d, languages),
    published: d.recordedAt,
    updated: d.updatedAt,
    alternate: developmentUrl(site, story.slug, d.id),
    data: revisionUrl(site, story.slug, d.revision),
    categories: [{ term: d.kind, scheme: null }, ...story.topics.map(topicCategory)],
  };
}

/** The text, then the sources. A retracted development has its retraction instead of the text. */
function summaryOf(d: DevelopmentView, languages: readonly string[]): Worded {
  const said = goneWords(d, languages) ?? worded(d.text, languages) ?? titleOf(d, languages);
  const sources = sourceWords(d, languages);
  return sources === '' ? said : { ...said, text: `${said.text}\n(${sources})` };
}

const tombstoneOf = (
  { id, withheld }: DevelopmentView,
  { slug }: StoryHeader,
  site: Site,
  languages: readonly string[],
): readonly Tombstone[] =>
  withheld
    ? [
        {
          ref: urn(id),
          when: withheld.at,
          comment: noticeWords(withheld, languages),
          alternate: developmentUrl(site, slug, id),
        },
      ]
    : [];

/** A topic as a category: `medtop:20000076` is 20000076 in the vocabulary of Media Topics. */
export const topicCategory = (topic: string): Category =>
  topic.startsWith('medtop:')
    ? { term: topic.slice('medtop:'.length), scheme: MEDIA_TOPICS }
    : { term: topic, scheme: null };
