import {
  partiesOf,
  pointsShown,
  type ClaimState,
  type DevelopmentState,
  type Link,
  type Story,
  type Text,
} from '#story';
import { termsIn, wordsOf } from './search-words.js';
import type { Audience } from './audience.js';

/** A mark is an index term that is not a word, for filters. No word contains a `=`. */
export const mark = {
  topic: (topic: string): string => `=topic ${topic}`,
  place: (place: string): string => `=place ${wordsOf(place).join(' ')}`,
  party: (party: string): string => `=party ${party}`,
  storyStatus: (status: string): string => `=story ${status}`,
  claimStatus: (status: string): string => `=claim ${status}`,
  language: (tag: string): string => `=lang ${tag.toLowerCase()}`,
} as const;

/** Counts the terms that a piece of a story had before, and those that it has now. */
export type Count = (was: Iterable<string>, is: Iterable<string>) => void;

/** The terms of the story itself: headline, lede, summary, topics, places, status, languages. */
export function termsOfHeader(story: Story, audience: Audience): ReadonlySet<string> {
  if (story.revision < 0) return new Set();
  const headline = story.headline.text;
  // At the desk, also scheduled texts.
  const scheduled = audience === 'desk' ? story.scheduled : [];
  const places = story.places.flatMap(({ name, country }) => (country === null ? [name] : [name, country]));
  const languages = [story.language, ...Object.keys(headline)];
  return new Set([
    ...wordsIn(headline),
    ...wordsIn(story.lede?.text ?? {}),
    ...[story.summary?.text ?? {}, ...pointsShown(story).map(({ text }) => text)].flatMap(wordsIn),
    ...scheduled.flatMap(({ text }) => wordsIn(text)),
    ...story.topics.map(mark.topic),
    ...places.map(mark.place),
    ...languages.map(mark.language),
    mark.storyStatus(story.withheld?.how ?? story.status),
  ]);
}

/** The terms of a development: its words, those of its sources that are not parties, and the parties of its chains. */
export function termsOfDevelopment(
  { development, withheld }: DevelopmentState,
  audience: Audience,
): ReadonlySet<string> {
  if (audience === 'public' && withheld !== null) return new Set();
  const terms = new Set(wordsIn(development.text));
  for (const link of development.attribution.flat()) {
    for (const word of wordsOfSource(link)) terms.add(word);
    for (const { id, body } of partiesOf(link))
      for (const party of [id, body?.id ?? id]) terms.add(mark.party(party));
  }
  return terms;
}

function wordsOfSource(link: Link): readonly string[] {
  if ('unnamed' in link) return wordsIn(link.unnamed.descriptor);
  if ('rumour' in link) return wordsIn(link.rumour.descriptor);
  if (!('document' in link)) return [];
  const { title, issuer } = link.document;
  return [...wordsIn(title), ...(issuer !== null && 'name' in issuer ? wordsOf(issuer.name) : [])];
}

export function termsOfClaim({ claim, current }: ClaimState): ReadonlySet<string> {
  return new Set([...wordsIn(claim.text), mark.claimStatus(current.status)]);
}

const wordsIn = (text: Text): readonly string[] =>
  Object.entries(text).flatMap(([language, words]) => termsIn(words, language));
