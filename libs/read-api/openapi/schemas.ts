import { object, ref, type Schemas } from '#http';
import type { Audience } from '#projections';
import { changeSchemas } from './change-schemas.js';
import { claimSchemas } from './claim-schemas.js';
import { developmentSchemas } from './development-schemas.js';
import { formatSchemas } from './format-contents.js';
import { storySchemas } from './story-schemas.js';
import { wordSchemas } from './words.js';

/** The schemas of all that is read of stories, as an audience sees it. */
export const readingSchemas = (audience: Audience): Schemas => ({
  ...wordSchemas,
  ...claimSchemas(audience),
  ...developmentSchemas(audience),
  ...storySchemas(audience),
});

/** What the problems of reading have besides. */
export const readingProblemMembers: Schemas = {
  first: object(
    { at: ref('Instant'), href: ref('Address') },
    { description: 'Of `not-yet`: when the story begins, and where.' },
  ),
};

/** What is published besides: to the world alone. */
export const publishingSchemas: Schemas = { ...changeSchemas, ...formatSchemas };
