import { object, ref, type Schemas } from '#http';
import type { Audience } from '#projections';
import { changeSchemas } from './change-schemas.js';
import { claimSchemas } from './claim-schemas.js';
import { developmentSchemas } from './development-schemas.js';
import { formatSchemas } from './format-contents.js';
import { storySchemas } from './story-schemas.js';
import { commonSchemas } from './common-schemas.js';

/** The schemas of stories, as visible to one audience. */
export const readingSchemas = (audience: Audience): Schemas => ({
  ...commonSchemas,
  ...claimSchemas(audience),
  ...developmentSchemas(audience),
  ...storySchemas(audience),
});

/** Additional members of problems. */
export const readingProblemMembers: Schemas = {
  first: object(
    { at: ref('Instant'), href: ref('Address') },
    { description: 'For `not-yet`: when the story begins, and the address of its first revision.' },
  ),
};

/** The schemas of what only the world reads: changes, feeds and other formats. */
export const publishingSchemas: Schemas = { ...changeSchemas, ...formatSchemas };
