import type { DescribedOperation, DescribedProblem } from '#nest';
import { ref } from '#nest';
import type { Audience } from '#projections';

const json = (schema: string) => ({ 'application/json': ref(schema) });
/** A reader may say what it has, and what it must see. */
const ASKS = ['Dateline-Position', 'If-None-Match'];
const TOLD = ['ETag', 'Dateline-Level-At'];
const DATED = [...TOLD, 'Memento-Datetime', 'Content-Location'];

interface Read {
  readonly description?: string;
  readonly problems?: readonly DescribedProblem[];
}

/**
 * What is read of stories: the same for every surface, each over its own log. `stories` and `parties` are the addresses,
 * e.g. `v1/stories`.
 */
export function readingOperations(
  { stories, parties }: { readonly stories: string; readonly parties: string },
  audience: Audience,
): Readonly<Record<string, DescribedOperation>> {
  const always: readonly DescribedProblem[] = audience === 'public' ? ['stale'] : [];
  const withheld: readonly DescribedProblem[] = audience === 'public' ? ['killed', 'taken-down'] : [];
  const ofStory: readonly DescribedProblem[] = ['story-unknown', ...withheld];
  const read = (
    id: string,
    schema: string,
    headers: readonly string[],
    more: Read = {},
  ): DescribedOperation => ({
    id,
    headers: ASKS,
    ...(more.description ? { description: more.description } : {}),
    answers: {
      200: { content: json(schema), headers },
      304: { description: 'The reader has it already.', headers: ['ETag'] },
    },
    problems: [...always, ...(more.problems ?? [])],
  });
  const story = (id: string, schema: string, problems: readonly DescribedProblem[] = [], description = '') =>
    read(id, schema, DATED, { problems: [...ofStory, 'not-yet', ...problems], description });
  const one = `/${stories}/{story}`;
  return {
    [`GET /${stories}`]: read('listStories', 'FrontPage', TOLD, {
      description: 'All that is given must hold at the moment. Without `asOf` it is what is known now.',
    }),
    [`GET /${parties}/{party}`]: read('readParty', 'PartyRecord', TOLD, { problems: ['party-not-heard'] }),
    [`GET ${one}`]: story(
      'readStory',
      'Story',
      [],
      'Bounded whatever the history: each of its lists says how long it is, and where the rest of it is. With `asOf` ' +
        'the answer is a memento (RFC 7089) and names the revision that it shows.',
    ),
    [`GET ${one}/revisions/{revision}`]: read('readRevision', 'Story', DATED, { problems: ofStory }),
    [`GET ${one}/developments`]: story('listDevelopments', 'Developments'),
    [`GET ${one}/claims`]: story('listClaims', 'Claims'),
    [`GET ${one}/questions`]: story('listQuestions', 'Questions'),
    [`GET ${one}/corrections`]: story('listCorrections', 'Corrections'),
    [`GET ${one}/claims/{claim}`]: story('readClaim', 'ClaimPage', ['claim-unknown']),
    [`GET ${one}/claims/{claim}/assertions`]: story('listAssertions', 'Assertions', ['claim-unknown']),
    [`GET ${one}/variables/{variable}`]: story('readVariable', 'Series', ['variable-unknown']),
    [`GET ${one}/changes`]: story('readStoryChanges', 'StoryChanges'),
  };
}
