import { ref, type Content, type DescribedOperation, type Shown, type DescribedProblem } from '#http';
import type { Audience } from '#projections';
import { OWN_JSON, STORY_FORMATS } from '#formats';
import { storyContent, tableContent, withheldContent } from './format-contents.js';

const json = (schema: string) => ({ 'application/json': ref(schema) });
/** Headers of every request. */
const ASKS = ['Dateline-Position', 'If-None-Match'];
const GIVEN = ['ETag', 'Cache-Control', 'Dateline-Level-At'];
const DATED = [...GIVEN, 'Memento-Datetime', 'Content-Location'];

const WITHHELD: readonly DescribedProblem[] = ['killed', 'taken-down'];

interface Read {
  readonly description?: string;
  /** Formats besides JSON, by `Accept`. */
  readonly formats?: Content;
  readonly problems?: readonly DescribedProblem[];
  readonly withheldAs?: Shown;
  /** Set if some of its formats have their words in one language at a time. */
  readonly worded?: true;
}

/**
 * The operations of reading stories. They are the same for every surface, each over its own log. `stories` and `parties`
 * are addresses: `v1/stories`.
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
      304: { description: 'Your copy is current.', headers: ['ETag'] },
    },
    problems: [...always, ...(more.problems ?? [])],
    ...(more.withheldAs ? { withheldAs: more.withheldAs } : {}),
  });
  const story = (id: string, schema: string, more: Read = {}, headers = DATED): DescribedOperation =>
    read(id, schema, headers, { ...more, problems: [...ofStory, 'not-yet', ...(more.problems ?? [])] });
  const one = `/${stories}/{story}`;
  return {
    [`GET /${stories}`]: read('listStories', 'FrontPage', GIVEN, {
      description: 'A story must match all filters, as of the moment. Without `asOf` the moment is now.',
    }),
    [`GET /${parties}/{party}`]: read('readParty', 'PartyRecord', GIVEN, { problems: ['party-not-heard'] }),
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
    [`GET ${one}/developments`]: story('listDevelopments', 'Developments', {
      ...table,
      description: TIMELINE,
    }),
    [`GET ${one}/developments/counts`]: story('countDevelopments', 'DevelopmentCounts'),
    [`GET ${one}/claims`]: story('listClaims', 'ChosenClaims', { ...table, description: FILTERED }),
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

const TIMELINE =
  'With `validAt`, the list has the developments whose time had begun by then, even if it was over. That time is `occurred`, else `reportedAt`, else the time of recording. To know what was true at that moment, read the claims.';
const FILTERED =
  'Without filters, the list has all claims. With filters, the server searches at most 5,000 claims for one page. The page may then be shorter than `limit`; `next` continues the search.';
const BOUNDED =
  'The size of the answer is bounded: each list gives its total, and the address of the rest. With `asOf` the answer is a memento (RFC 7089) and names the revision that it shows.';
const SUFFIXES = STORY_FORMATS.map(({ suffix }) => `\`${suffix}\``).join(', ');
const FORMATTED =
  `\`Accept\`, or a suffix of the address, selects another format: ${SUFFIXES}; ` +
  `\`${OWN_JSON.suffix}\` is our own.`;
