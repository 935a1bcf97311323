import type { ApiDescription, DescribedProblem } from '#http';
import { act, inBody } from './write.js';

const ONE = '/desk/v1/stories/{story}/developments/{development}';

/** What the content of a development may be refused for. */
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
  'claim-not-public',
];

const onOne = (id: string, problems: readonly DescribedProblem[] = []) =>
  act(id, { ifMatch: 'read', problems: ['development-unknown', 'story-withheld', ...problems] });

/** What editors record, and what becomes of it. */
export const developmentOperations: ApiDescription['operations'] = {
  'POST /desk/v1/stories/{story}/developments': act('recordDevelopment', {
    makes: true,
    description:
      'One act of coverage. The last link of a chain is the origin, the first the outermost outlet. Waits at most a ' +
      'second to say where it stands in public.',
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
      'Each field is given whole, but texts by language: those that are not named keep their words. From now on the state is as if it had been recorded so; as of earlier it is as it was.',
    problems: [
      'development-unknown',
      'story-withheld',
      'development-withheld',
      'claim-in-use',
      'field-unknown',
      'text-missing',
      ...content,
    ],
  }),
  [`POST ${ONE}/retraction`]: onOne('retractDevelopment'),
  [`POST ${ONE}/retraction/revocation`]: onOne('revokeRetraction'),
  [`POST ${ONE}/release`]: onOne('releaseDevelopment', [
    'story-closed',
    'development-withheld',
    'development-retracted',
    inBody('claim-unknown'),
    'claim-not-public',
    'off-the-record',
  ]),
  [`POST ${ONE}/kill`]: act('killDevelopment', {
    ifMatch: 'read',
    description:
      'The answer lists what may still repeat it. On other grounds than `wrong` its words leave the public log too.',
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
    problems: ['assertion-unknown', 'story-withheld'],
  }),
};
