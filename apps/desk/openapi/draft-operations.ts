import { nullable, object, page, ref, text, type ApiDescription, type Schemas } from '#http';
import { json } from './write.js';

/** Operations on drafts. */
export const draftOperations: ApiDescription['operations'] = {
  'GET /desk/v1/drafts': {
    id: 'listDrafts',
    answers: { 200: { content: json('Drafts') } },
    problems: ['store-unavailable'],
  },
  'GET /desk/v1/drafts/{id}': {
    id: 'readDraft',
    answers: { 200: { content: json('WholeDraft'), headers: ['ETag'] } },
    problems: ['store-unavailable'],
  },
  'PUT /desk/v1/drafts/{id}': {
    id: 'saveDraft',
    description:
      'A draft is in no log, and only its owner sees it. Without `If-Match` the last saving wins. With it, a draft that changed after what you saw is 412. ' +
      'A request that records can name the draft in `?draft`, which deletes it.',
    headers: ['If-Match'],
    answers: {
      200: { description: 'Saved, or unchanged.', content: json('Draft'), headers: ['ETag'] },
      201: { description: 'A new draft.', content: json('Draft'), headers: ['ETag'] },
    },
    problems: ['too-many-drafts', 'store-unavailable'],
  },
  'DELETE /desk/v1/drafts/{id}': {
    id: 'deleteDraft',
    answers: { 204: {} },
    problems: ['store-unavailable'],
  },
};

const draft: Schemas = {
  id: ref('Uuid'),
  story: nullable({ type: 'string' }, 'The id or slug of the story, as it was sent; null if there was none.'),
  savedAt: ref('Instant'),
  version: text('Rises with each saving. The ETag names it.', { pattern: '^\\d+$' }),
};

export const draftSchemas: Schemas = {
  Draft: object(draft, { description: 'A draft without its content.' }),
  WholeDraft: object(
    {
      ...draft,
      content: { type: 'object', additionalProperties: true, description: 'As the page saved it.' },
    },
    { description: 'A draft.' },
  ),
  Drafts: page('Draft', 'Your drafts without their content, the last saved first.'),
};
