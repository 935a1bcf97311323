import {
  count,
  flag,
  list,
  nullable,
  object,
  oneOf,
  ref,
  text,
  type ApiDescription,
  type DescribedProblem,
  type Schemas,
} from '#http';
import { REMOVED_TEXT_KINDS } from '../stories/removed-text-view.js';
import { act, json, WRITES } from './write.js';

const ONE = '/desk/v1/stories/{story}';

const both = (
  path: string,
  name: string,
  ...unknown: readonly DescribedProblem[]
): ApiDescription['operations'] => ({
  [`POST ${ONE}/${path}/kill`]: act(`kill${name}`, { problems: unknown }),
  [`POST ${ONE}/${path}/takedown`]: act(`take${name}Down`, { problems: [...unknown, 'authority-missing'] }),
});

/** What is taken out of the past besides developments and stories. */
export const removalOperations: ApiDescription['operations'] = {
  ...both('headline', 'Headline', 'heading-unknown'),
  ...both('lede', 'Lede', 'heading-unknown'),
  ...both('summary', 'Summary', 'heading-unknown'),
  ...both('claims/{claim}', 'Claim', 'claim-unknown'),
  ...both('questions/{question}', 'Question', 'question-unknown'),
  ...both('corrections/{correction}', 'Correction', 'correction-unknown'),
  'POST /desk/v1/removals': {
    id: 'removeWords',
    headers: ['Idempotency-Key'],
    description:
      'Looks through every event: a dry run lists what has the words, which takes as long as the logs are. Then ' +
      'each story has one event more, and its readers see what `with` gives in the place of the words at every moment.',
    answers: {
      200: { description: 'A dry run, or nothing has the words.', content: json('Removal') },
      201: {
        description: 'What was removed, by this request or when it was first sent.',
        content: json('Removal'),
      },
    },
    problems: [{ code: 'story-unknown', inBody: true }, 'authority-missing', ...WRITES],
  },
};

export const removalSchemas: Schemas = {
  Removal: object(
    {
      id: nullable(ref('Uuid'), 'Null where nothing was removed.'),
      dryRun: flag('Whether nothing was removed.'),
      stories: list(ref('StoryRemoval')),
      directory: list(
        object({ kind: oneOf(['side', 'party']), id: ref('Slug'), name: text('As it was.') }),
        'Sides and parties whose name has the words.',
      ),
      stays: list(
        object(
          {
            kind: oneOf(['side', 'party', 'story', 'claim', 'question']),
            id: ref('Slug'),
            story: { ...ref('Uuid'), description: 'Of a claim or question.' },
          },
          { optional: ['story'] },
        ),
        'Identifiers that have the words: they are addresses, and stay where readers see them.',
      ),
      damaged: list(
        ref('Uuid'),
        'Stories of which an event is damaged in the log: nothing is found in them or removed. Restore the log.',
      ),
    },
    { description: 'Where words are, or were.' },
  ),
  StoryRemoval: object({
    story: ref('Uuid'),
    slug: ref('Slug'),
    total: count('How many texts have the words.'),
    places: list(ref('RemovalPlace'), 'The first 200 of them.'),
    waiting: nullable(
      list(
        object({
          webhook: { type: 'string' },
          state: oneOf(['active', 'paused', 'off']),
          messages: count(
            'How many messages of the story wait for it. A paused one takes them when it goes on.',
          ),
        }),
      ),
      'Webhooks that are still to be told of the story; null once the words are removed: they are told without them.',
    ),
    revision: nullable(ref('Revision'), 'Of the removal; null in a dry run.'),
    position: nullable(ref('Position')),
    public: nullable(
      object({ revision: ref('Revision'), position: ref('Position') }),
      'Where it stands at the archive; null where the world saw nothing of it, or not within a second.',
    ),
  }),
  RemovalPlace: object({
    in: oneOf(REMOVED_TEXT_KINDS),
    id: nullable({ type: 'string' }, 'Of the development, claim, question or correction it belongs to.'),
    revision: ref('Revision'),
    pointer: text('A JSON Pointer into the event.', { format: 'json-pointer' }),
    is: { description: 'How it is to read.' },
  }),
};
