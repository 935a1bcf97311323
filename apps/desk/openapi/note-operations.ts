import { list, nullable, object, ref, text, type ApiDescription, type Schemas } from '#http';
import { json, WRITES } from './write.js';

const ROOT = '/desk/v1/stories/{story}/notes';

/** Operations on the notes of the staff. */
export const noteOperations: ApiDescription['operations'] = {
  [`GET ${ROOT}`]: {
    id: 'listNotes',
    answers: { 200: { content: json('Notes') } },
    problems: ['story-unknown', 'store-unavailable'],
  },
  [`POST ${ROOT}`]: {
    id: 'addNote',
    description:
      'A mention is `@` with the name for signing in, or with the name that others see. It finds people who may read stories. A later change of a name changes no mention.',
    headers: ['Idempotency-Key'],
    answers: { 201: { content: json('Note') } },
    problems: ['story-unknown', ...WRITES],
  },
  [`DELETE ${ROOT}/{note}`]: {
    id: 'withdrawNote',
    answers: { 204: {} },
    problems: ['story-unknown', 'not-found', ...WRITES],
  },
};

export const noteSchemas: Schemas = {
  Person: object(
    {
      id: text('The id, as in events.'),
      name: nullable({ type: 'string' }, 'The present name; null if unknown.'),
    },
    { description: 'A person of the staff, or a service.' },
  ),
  Note: object(
    {
      id: ref('Uuid'),
      story: ref('Uuid'),
      development: nullable(ref('Uuid'), 'The development that it is about; null for the story.'),
      text: text('What it says.'),
      mentions: list(ref('Person'), 'The people whom it mentions.'),
      unknownMentions: list({ type: 'string' }, 'Words after an `@` that named nobody, or several people.'),
      author: ref('Person'),
      at: ref('Instant'),
    },
    { description: 'A note for the newsroom.' },
  ),
  Notes: object(
    {
      items: list(ref('Note'), 'The notes, the oldest first.'),
      next: nullable({ type: 'string', format: 'uri-reference' }, 'The next page; null for the last.'),
    },
    { description: 'A page of notes.' },
  ),
};
