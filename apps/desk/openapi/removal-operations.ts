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

/** Removals of texts and words. Kills of developments and stories are beside their other operations. */
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
      'Searches every event, so the time grows with the log. A dry run lists the texts with the words. Otherwise each story with the words gets one event. Readers then see the text in `with` instead, whatever the `asOf`.',
    answers: {
      200: { description: 'A dry run, or no text has the words.', content: json('Removal') },
      201: {
        description: 'What this request, or its first sending, removed.',
        content: json('Removal'),
      },
    },
    problems: [{ code: 'story-unknown', inBody: true }, 'authority-missing', ...WRITES],
  },
};

export const removalSchemas: Schemas = {
  Removal: object(
    {
      id: nullable(ref('Uuid'), 'Null if nothing was removed.'),
      dryRun: flag('Whether nothing was removed.'),
      stories: list(ref('StoryRemoval')),
      notes: list(
        object({
          story: ref('Uuid'),
          total: count('How many notes have the words, withdrawn ones included.'),
        }),
        'Stories with the words in notes of the newsroom. A removal also erases them from the desk log.',
      ),
      reviews: count(
        'How many notes of reviews have the words. A removal also erases them from the desk log.',
      ),
      directory: list(
        object({ kind: oneOf(['side', 'party']), id: ref('Slug'), name: text('The old name.') }),
        'Sides and parties with the words in their name.',
      ),
      stays: list(
        object(
          {
            kind: oneOf(['side', 'party', 'story', 'claim', 'question']),
            id: ref('Slug'),
            story: { ...ref('Uuid'), description: 'Only for a claim or question.' },
          },
          { optional: ['story'] },
        ),
        'Identifiers with the words. They are addresses: they stay, and readers see them.',
      ),
      damaged: list(
        ref('Uuid'),
        'Stories with a damaged event in the log: nothing is found or removed there. Restore the log.',
      ),
    },
    { description: 'The texts with the words.' },
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
            'How many messages of the story are pending. A paused webhook gets them when it is resumed.',
          ),
        }),
      ),
      'Webhooks with pending messages of the story. Null after the removal: messages no longer have the words.',
    ),
    revision: nullable(ref('Revision'), 'The revision of the removal; null in a dry run.'),
    position: nullable(ref('Position')),
    public: nullable(
      object({ revision: ref('Revision'), position: ref('Position') }),
      'Revision and position in the public log; null if readers never saw it, or see it only after more than a minute.',
    ),
  }),
  RemovalPlace: object({
    in: oneOf(REMOVED_TEXT_KINDS),
    id: nullable({ type: 'string' }, 'The id of its development, claim, question or correction.'),
    revision: ref('Revision'),
    pointer: text('A JSON Pointer into the event.', { format: 'json-pointer' }),
    is: { description: 'The text without the words.' },
  }),
};
