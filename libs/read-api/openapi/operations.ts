import { ref, type Content, type DescribedOperation, type Shown, type DescribedProblem } from '#http';
import type { Audience } from '#projections';
import { OWN_JSON, STORY_FORMATS } from '#formats';
import { storyContent, tableContent, withheldContent } from './format-contents.js';

const json = (schema: string) => ({ 'application/json': ref(schema) });
/** A reader may say what it has, and what it must see. */
const ASKS = ['Dateline-Position', 'If-None-Match'];
const TOLD = ['ETag', 'Cache-Control', 'Dateline-Level-At'];
const DATED = [...TOLD, 'Memento-Datetime', 'Content-Location'];

const WITHHELD: readonly DescribedProblem[] = ['killed', 'taken-down'];

interface Read {
  readonly description?: string;
  /** Formats besides JSON, by `Accept`. */
  readonly formats?: Content;
  readonly problems?: readonly DescribedProblem[];
  readonly withheldAs?: Shown;
  /** Whether some of its forms have words in one language at a time. */
  readonly worded?: true;
}

/**
 * What is read of stories: the same for every surface, each over its own log. `stories` and `parties` are the addresses,
 * e.g. `v1/stories`.
 */
export function readingOperations(
  { stories, parties }: { readonly stories: string; readonly parties: string },
  audience: Audience,
): Readonly<Record<string, DescribedOperation>> {
  const open = audience === 'public';
  const always: readonly DescribedProblem[] = open ? ['stale'] : [];
  const ofStory: readonly DescribedProblem[] = ['story-unknown', 'event-damaged', ...(open ? WITHHELD : [])];
  const linked = open ? [...DATED, 'Link'] : DATED;
  const state: Read = open
    ? { formats: storyContent, withheldAs: withheldContent, problems: ['not-acceptable'], worded: true }
    : {};
  const table: Read = open ? { formats: tableContent, worded: true } : {};
  const read = (
    id: string,
    schema: string,
    headers: readonly string[],
    more: Read = {},
  ): DescribedOperation => ({
    id,
    headers: more.worded ? [...ASKS, 'Accept-Language'] : ASKS,
    ...(more.description ? { description: more.description } : {}),
    answers: {
      200: {
        content: { ...json(schema), ...more.formats },
        headers: more.worded ? [...headers, 'Content-Language'] : headers,
      },
      304: { description: 'The reader has it already.', headers: ['ETag'] },
    },
    problems: [...always, ...(more.problems ?? [])],
    ...(more.withheldAs ? { withheldAs: more.withheldAs } : {}),
  });
  const story = (id: string, schema: string, more: Read = {}, headers = DATED): DescribedOperation =>
    read(id, schema, headers, { ...more, problems: [...ofStory, 'not-yet', ...(more.problems ?? [])] });
  const one = `/${stories}/{story}`;
  return {
    [`GET /${stories}`]: read('listStories', 'FrontPage', TOLD, {
      description: 'All that is given must hold at the moment. Without `asOf` it is what is known now.',
    }),
    [`GET /${parties}/{party}`]: read('readParty', 'PartyRecord', TOLD, { problems: ['party-not-heard'] }),
    [`GET ${one}`]: story(
      'readStory',
      'Story',
      { ...state, description: open ? `${BOUNDED} ${FORMATTED}` : BOUNDED },
      linked,
    ),
    [`GET ${one}/revisions/{revision}`]: read('readRevision', 'Story', linked, {
      ...state,
      ...(open ? { description: FORMATTED } : {}),
      problems: [...ofStory, ...(state.problems ?? [])],
    }),
    [`GET ${one}/developments`]: story('listDevelopments', 'Developments', { ...table, description: BEGUN }),
    [`GET ${one}/developments/counts`]: story('countDevelopments', 'DevelopmentCounts'),
    [`GET ${one}/claims`]: story('listClaims', 'ChosenClaims', { ...table, description: CHOSEN }),
    [`GET ${one}/questions`]: story('listQuestions', 'Questions'),
    [`GET ${one}/corrections`]: story('listCorrections', 'Corrections'),
    [`GET ${one}/claims/{claim}`]: story('readClaim', 'ClaimPage', { problems: ['claim-unknown'] }),
    [`GET ${one}/claims/{claim}/assertions`]: story('listAssertions', 'Assertions', {
      problems: ['claim-unknown'],
    }),
    [`GET ${one}/variables/{variable}`]: story('readVariable', 'Series', { problems: ['variable-unknown'] }),
    [`GET ${one}/changes`]: story('readStoryChanges', 'StoryChanges'),
  };
}

const BEGUN =
  'With `validAt` those whose time (`occurred`, else `reportedAt`, else when they were recorded) had begun by then, also where it is over: ' +
  'the timeline up to that moment of the world. What held at it is in the claims.';
const CHOSEN =
  'Without a choice all of them. Of a story of more than 5,000 claims a page of chosen ones looks at 5,000 at ' +
  'most: it may be shorter than `limit`, and goes on at `next`.';
const BOUNDED =
  'Bounded whatever the history: each of its lists says how long it is, and where the rest of it is. With `asOf` the ' +
  'answer is a memento (RFC 7089) and names the revision that it shows.';
const SUFFIXES = STORY_FORMATS.map(({ suffix }) => `\`${suffix}\``).join(', ');
const FORMATTED =
  `\`Accept\`, or a suffix of the address, selects another format: ${SUFFIXES}; ` +
  `\`${OWN_JSON.suffix}\` is our own.`;
