import { object, ref, type Schemas } from '#nest';
import type { Audience } from '#projections';
import { claimSchemas } from './claim-schemas.js';
import { developmentSchemas } from './development-schemas.js';
import { storySchemas } from './story-schemas.js';
import { wordSchemas } from './words.js';

/** The schemas of all that is read of stories, as an audience sees it. */
export const readingSchemas = (audience: Audience): Schemas => ({
  ...wordSchemas,
  ...claimSchemas,
  ...developmentSchemas(audience),
  ...storySchemas,
});

/** What the problems of reading have besides. */
export const readingProblemMembers: Schemas = {
  first: object(
    { at: ref('Instant'), href: ref('Address') },
    { description: 'Of `not-yet`: when the story begins, and where.' },
  ),
};
