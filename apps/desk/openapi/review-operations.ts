import {
  flag,
  list,
  nullable,
  object,
  oneOf,
  page,
  ref,
  text,
  type ApiDescription,
  type DescribedOperation,
  type Schemas,
} from '#http';
import { KINDS } from '#story';
import { ROLES } from '#roles';
import { act, json, WRITES } from './write.js';

const ONE = '/desk/v1/stories/{story}/developments/{development}/review';

const STATES = ['awaiting-review', 'returned', 'taken-over'];

const decides = (id: string, problems: DescribedOperation['problems'] = []): DescribedOperation => ({
  id,
  answers: { 200: { content: json('Review') } },
  problems: ['story-unknown', 'development-unknown', 'review-unknown', ...problems, ...WRITES],
});

/** Operations of the review by a second pair of eyes. */
export const reviewOperations: ApiDescription['operations'] = {
  'GET /desk/v1/reviews': {
    id: 'listReviews',
    answers: { 200: { content: json('Reviews') } },
    problems: ['store-unavailable'],
  },
  [`POST ${ONE}`]: decides('requestReview', [{ code: 'embargo-past', inBody: true }]),
  [`POST ${ONE}/approval`]: {
    ...act('approveDevelopment', {
      ifMatch: 'required',
      description:
        'Releases the development, or sets its embargo, as the author asked. If it changed after what you saw, the answer is 412.',
      problems: [
        'development-unknown',
        'review-unknown',
        'own-review',
        'story-closed',
        'story-withheld',
        'development-withheld',
        'development-retracted',
        'claim-not-public',
        'off-the-record',
        'source-not-approved',
      ],
    }),
  },
  [`POST ${ONE}/return`]: decides('returnReview', ['own-review']),
  [`POST ${ONE}/takeover`]: decides('takeReviewOver', ['own-review']),
  'GET /desk/v1/review-rule': {
    id: 'readReleaseRule',
    answers: { 200: { content: json('ReleaseRule') } },
    problems: ['store-unavailable'],
  },
  'PUT /desk/v1/review-rule': {
    id: 'setReleaseRule',
    answers: { 200: { content: json('ReleaseRule') } },
    problems: WRITES,
  },
};

export const reviewSchemas: Schemas = {
  Review: object(
    {
      story: ref('Uuid'),
      slug: ref('Slug'),
      development: ref('Uuid'),
      kind: oneOf(KINDS),
      text: ref('Text'),
      state: oneOf(STATES),
      author: text('The id of who asked for the review, or took it over: this person cannot approve it.'),
      release: ref('Release'),
      note: nullable({ type: 'string' }, 'From the author to the reviewer, or back.'),
      reviewer: nullable({ type: 'string' }, 'The id of who returned it; null before.'),
      since: ref('Instant'),
    },
    { description: 'A development that waits for a second pair of eyes, or came back from one.' },
  ),
  Reviews: object(
    {
      items: list(ref('Review'), 'The reviews, the oldest first.'),
      next: nullable({ type: 'string', format: 'uri-reference' }, 'The next page; null for the last.'),
    },
    { description: 'A page of reviews.' },
  ),
  HeldDevelopment: object(
    {
      id: ref('Uuid'),
      story: ref('Uuid'),
      slug: ref('Slug'),
      kind: oneOf(KINDS),
      text: ref('Text'),
      recordedBy: nullable(
        { type: 'string' },
        'The id of who recorded it; null for an event of an early release.',
      ),
      since: ref('Instant'),
      review: nullable(oneOf(STATES), 'The state of its review; null if none is open.'),
    },
    { description: 'A development that waits for an editor.' },
  ),
  Held: page('HeldDevelopment', 'Developments on hold, those that wait longest first.'),
  ReleaseRule: object(
    {
      unnamedNeedApproval: flag(
        'Whether an editor or custodian must approve an unnamed source before readers hear of it',
      ),
      mayReleaseAlone: list(
        oneOf(ROLES),
        'Roles whose people release what they recorded without a second pair of eyes.',
      ),
    },
    { description: 'The rule of the newsroom.' },
  ),
};
