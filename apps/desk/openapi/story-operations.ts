import { lines, type ApiDescription, type DescribedOperation, type DescribedProblem } from '#http';
import { content } from './development-operations.js';
import { act, inBody, json, NDJSON, WRITES } from './write.js';

const ONE = '/desk/v1/stories/{story}';

/** A write to one part of the story. It always answers 200. */
function part(id: string, problems: readonly DescribedProblem[] = []): DescribedOperation {
  const { answers: _, ...rest } = act(id, { ifMatch: 'required', problems: ['story-withheld', ...problems] });
  return { ...rest, answers: { 200: { content: json('Filed'), headers: ['ETag'] } } };
}

/** A change of a scheduled release. It always answers 200. */
function rescheduled(id: string, problems: DescribedOperation['problems'] = []): DescribedOperation {
  const { answers: _, ...rest } = act(id, {
    ifMatch: 'required',
    problems: [
      'scheduled-unknown',
      'development-unknown',
      'development-withheld',
      'story-withheld',
      ...problems,
    ],
  });
  return { ...rest, answers: { 200: { content: json('Filed'), headers: ['ETag'] } } };
}

/** Operations on a story as a whole. */
export const storyOperations: ApiDescription['operations'] = {
  'POST /desk/v1/stories': {
    id: 'openStory',
    headers: ['Idempotency-Key'],
    description: 'The id follows from the slug. A story becomes public with its first public development.',
    answers: {
      200: {
        description: 'The story exists already, with the same content.',
        content: json('OpenedStory'),
        headers: ['ETag', 'Location'],
      },
      201: { content: json('OpenedStory'), headers: ['ETag', 'Location'] },
    },
    problems: ['story-exists', 'not-ready', ...WRITES],
  },
  [`PUT ${ONE}/headline`]: part('reviseHeadline', ['embargo-past', 'text-missing']),
  [`PUT ${ONE}/lede`]: part('reviseLede', ['embargo-past', 'text-missing']),
  [`PUT ${ONE}/summary`]: part('pinSummary', [inBody('claim-unknown'), 'claim-not-public']),
  [`DELETE ${ONE}/summary`]: part('unpinSummary'),
  [`POST ${ONE}/translations`]: act('translateStory', {
    ifMatch: 'required',
    problems: [
      'story-withheld',
      'not-a-translation',
      'text-missing',
      inBody('development-unknown'),
      'development-withheld',
      inBody('claim-unknown'),
      inBody('question-unknown'),
      inBody('correction-unknown'),
      inBody('scheduled-unknown'),
      inBody('name-unknown'),
      inBody('corrected-twice'),
      'correction-empty',
    ],
  }),
  'GET /desk/v1/scheduled': {
    id: 'listScheduled',
    description:
      'Developments, headlines and ledes whose embargo has not ended, the next first. Killed stories are left out. So are closed stories, except those closed with `scheduled` `comes`.',
    answers: { 200: { content: json('Scheduled') } },
    problems: ['not-ready'],
  },
  'GET /desk/v1/held': {
    id: 'listHeld',
    description:
      'Developments that wait for an editor, those on hold for longest first. Killed stories, and killed or retracted developments, are left out.',
    answers: { 200: { content: json('Held') } },
    problems: ['not-ready', 'store-unavailable'],
  },
  [`PUT ${ONE}/scheduled/{scheduled}`]: rescheduled('reschedule', [
    'review-required',
    'embargo-past',
    'schedule-taken',
    'story-closed',
    'development-retracted',
    'claim-not-public',
    'off-the-record',
    'source-not-approved',
  ]),
  [`DELETE ${ONE}/scheduled/{scheduled}`]: rescheduled('cancelScheduled'),
  [`PUT ${ONE}/classification`]: part('classifyStory'),
  [`POST ${ONE}/corrections`]: act('correctStory', {
    ifMatch: 'required',
    description:
      'One event has all changes, or nothing is recorded. Each development and claim changes as in a separate correction. The list of corrections gets one entry; its `parts` have the old and new values.',
    problems: [
      inBody('development-unknown'),
      'story-withheld',
      'development-withheld',
      'claim-in-use',
      'correction-empty',
      'corrected-twice',
      'field-unknown',
      'text-missing',
      ...content,
    ],
  }),
  [`POST ${ONE}/kill`]: act('killStory'),
  [`POST ${ONE}/takedown`]: act('takeDownStory', { problems: ['authority-missing'] }),
  [`POST ${ONE}/reinstatement`]: act('reinstateStory'),
  [`POST ${ONE}/closing`]: act('closeStory', { problems: ['story-withheld', 'story-scheduled'] }),
  [`POST ${ONE}/reopening`]: act('reopenStory', { problems: ['story-withheld'] }),
  [`GET ${ONE}/log`]: {
    id: 'readLog',
    description:
      'Each event has its metadata, as recorded. docs/story.md lists the types of events and their data.',
    answers: { 200: { content: json('Log') } },
    problems: ['story-unknown', 'store-unavailable', 'event-damaged'],
  },
  [`GET ${ONE}/export`]: {
    id: 'exportStory',
    answers: { 200: { content: { [NDJSON]: lines('ImportLine', 'One command on each line.') } } },
    problems: ['story-unknown', 'store-unavailable', 'event-damaged'],
  },
};
