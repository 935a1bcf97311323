import type { ApiDescription } from '#http';
import { act, inBody } from './write.js';

const ONE = '/desk/v1/stories/{story}/claims/{claim}';

/** What editors say of claims themselves. */
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
      'A judgement wins over all that was asserted, until it is taken back. One with another verdict than the last is ' +
      'told as a correction, and warns.',
    problems: ['claim-unknown', 'story-withheld'],
  }),
  [`POST ${ONE}/judgements/{judgement}/revocation`]: act('revokeJudgement', {
    ifMatch: 'read',
    description:
      'The answer says which older judgement stands again. A verdict that changes by it is told as a correction.',
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
    description: 'Of two origins of the story. Without an assessment it follows from their sides.',
    problems: ['story-withheld', 'origin-unknown'],
  }),
};
