import type { ApiDescription } from '#http';
import { act, inBody } from './write.js';

const ONE = '/desk/v1/stories/{story}/claims/{claim}';

/** Operations on claims. */
export const claimOperations: ApiDescription['operations'] = {
  [`POST ${ONE}/corrections`]: act('correctClaim', {
    ifMatch: 'required',
    problems: [
      'claim-unknown',
      'story-withheld',
      'field-unknown',
      'claim-kind-mismatch',
      'range-inverted',
      'quantity-missing',
      'text-missing',
    ],
  }),
  [`POST ${ONE}/judgements`]: act('judgeClaim', {
    ifMatch: 'read',
    description:
      'A judgement decides the status of the claim until it is revoked. If its verdict differs from the last, readers ' +
      'see a correction, and the answer has a warning.',
    problems: ['claim-unknown', 'story-withheld'],
  }),
  [`POST ${ONE}/judgements/{judgement}/revocation`]: act('revokeJudgement', {
    ifMatch: 'read',
    description:
      'The answer names the older judgement that is in force again. If the verdict changes, readers see a correction.',
    problems: ['judgement-unknown', 'story-withheld'],
  }),
  [`POST ${ONE}/links`]: act('linkClaims', {
    ifMatch: 'read',
    problems: [
      'claim-unknown',
      'story-withheld',
      inBody('claim-unknown'),
      'link-to-itself',
      'link-circle',
      'link-kind-mismatch',
    ],
  }),
  [`POST ${ONE}/links/{link}/revocation`]: act('revokeLink', {
    ifMatch: 'read',
    problems: ['link-unknown', 'story-withheld'],
  }),
  'POST /desk/v1/stories/{story}/independence': act('assessIndependence', {
    description:
      'Both must be origins of the story. Without this record, their sides decide about independence.',
    problems: ['story-withheld', 'origin-unknown'],
  }),
};
