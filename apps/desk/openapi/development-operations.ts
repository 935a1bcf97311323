import type { ApiDescription, DescribedProblem } from '#http';
import { act, inBody } from './write.js';

const ONE = '/desk/v1/stories/{story}/developments/{development}';

/** Refusals of the content of a development. */
export const content: readonly DescribedProblem[] = [
  'chain-empty',
  'chain-circular',
  'chain-ended',
  'chain-unknown',
  'party-unknown',
  'side-unknown',
  'descriptor-missing',
  'origin-unknown',
  'origin-exists',
  'claim-exists',
  'claim-kind-mismatch',
  'range-inverted',
  'quantity-missing',
  inBody('claim-unknown'),
  'question-exists',
  inBody('question-unknown'),
  'rumour-only-asserts',
  'stance-contradiction',
  'nothing-to-take-back',
  'kind-mismatch',
  'off-the-record',
  'source-not-approved',
  'approver-unknown',
  'claim-not-public',
];

const onOne = (id: string, problems: readonly DescribedProblem[] = []) =>
  act(id, { ifMatch: 'read', problems: ['development-unknown', 'story-withheld', ...problems] });

/** Operations on developments. */
export const developmentOperations: ApiDescription['operations'] = {
  'POST /desk/v1/stories/{story}/developments': act('recordDevelopment', {
    makes: true,
    description:
      'One act of coverage. The first link of a chain is the outermost outlet, the last is the origin. The answer waits at ' +
      'most a second for the public position.',
    problems: [
      'story-withheld',
      'story-closed',
      'embargo-past',
      ...content,
      'variable-without-value',
      'unit-mismatch',
    ],
  }),
  [`POST ${ONE}/corrections`]: act('correctDevelopment', {
    ifMatch: 'required',
    description:
      'Each given field replaces the whole old value, except that a text keeps its absent languages. The present state is as if the development had been recorded like this. States as of earlier times stay.',
    problems: [
      'review-required',
      'development-unknown',
      'story-withheld',
      'development-withheld',
      'claim-in-use',
      'field-unknown',
      'text-missing',
      ...content,
    ],
  }),
  [`POST ${ONE}/retraction`]: onOne('retractDevelopment', ['review-required']),
  [`POST ${ONE}/retraction/revocation`]: onOne('revokeRetraction', ['review-required']),
  [`POST ${ONE}/release`]: onOne('releaseDevelopment', [
    'review-required',
    'story-closed',
    'development-withheld',
    'development-retracted',
    inBody('claim-unknown'),
    'claim-not-public',
    'off-the-record',
    'source-not-approved',
  ]),
  [`POST ${ONE}/kill`]: act('killDevelopment', {
    ifMatch: 'read',
    description:
      'The answer lists what may still show the same content. On grounds other than `wrong`, its words are also erased from the public log.',
    problems: ['development-unknown', inBody('claim-unknown')],
  }),
  [`POST ${ONE}/takedown`]: act('takeDownDevelopment', {
    ifMatch: 'read',
    problems: ['development-unknown', inBody('claim-unknown'), 'authority-missing'],
  }),
  [`POST ${ONE}/reinstatement`]: act('reinstateDevelopment', {
    ifMatch: 'read',
    problems: ['development-unknown'],
  }),
  'POST /desk/v1/stories/{story}/assertions/{assertion}/withdrawal': act('withdrawAssertion', {
    ifMatch: 'read',
    problems: ['assertion-unknown', 'story-withheld', 'review-required'],
  }),
};
