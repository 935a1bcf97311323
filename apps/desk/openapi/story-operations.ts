import { lines, type ApiDescription, type DescribedOperation, type DescribedProblem } from '#http';
import { content } from './development-operations.js';
import { act, inBody, json, NDJSON, WRITES } from './write.js';

const ONE = '/desk/v1/stories/{story}';

/** A part of the story itself: 200 always. */
function part(id: string, problems: readonly DescribedProblem[] = []): DescribedOperation {
  const { answers: _, ...rest } = act(id, { ifMatch: 'required', problems: ['story-withheld', ...problems] });
  return { ...rest, answers: { 200: { content: json('Filed'), headers: ['ETag'] } } };
}

/** Of what is to come: 200 always. */
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

/** What editors do to a story as a whole. */
export const storyOperations: ApiDescription['operations'] = {
  'POST /desk/v1/stories': {
    id: 'openStory',
    headers: ['Idempotency-Key'],
    description: 'Its id follows from its slug. A story becomes public with its first public development.',
    answers: {
      200: {
        description: 'It is open already, with the same content.',
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
      'Developments, headlines and ledes whose embargo has not ended, the next one first. What waits in a closed or killed ' +
      'story does not come, and is not here.',
    answers: { 200: { content: json('Scheduled') } },
    problems: ['not-ready'],
  },
  [`PUT ${ONE}/scheduled/{scheduled}`]: rescheduled('reschedule', [
    'embargo-past',
    'schedule-taken',
    'story-closed',
    'development-retracted',
    'claim-not-public',
    'off-the-record',
  ]),
  [`DELETE ${ONE}/scheduled/{scheduled}`]: rescheduled('cancelScheduled'),
  [`PUT ${ONE}/classification`]: part('classifyStory'),
  [`POST ${ONE}/corrections`]: act('correctStory', {
    ifMatch: 'required',
    description:
      'One mistake, with all that is put right of it: all of it is recorded by one event, or nothing. Of each development ' +
      'and claim it is as if it had been corrected alone. The record of corrections has one entry, whose `parts` say what each was and is.',
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
      'With metadata, as they were recorded. docs/story.md says which events there are and what each holds.',
    answers: { 200: { content: json('Log') } },
    problems: ['story-unknown', 'store-unavailable', 'event-damaged'],
  },
  [`GET ${ONE}/export`]: {
    id: 'exportStory',
    answers: { 200: { content: { [NDJSON]: lines('ImportLine', 'One command a line.') } } },
    problems: ['story-unknown', 'store-unavailable', 'event-damaged'],
  },
};
