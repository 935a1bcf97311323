import { flag, list, nullable, object, ref, text, type Schemas } from '#http';

/** What an event changed. */
const change: Schemas = {
  story: object({ id: ref('Uuid'), slug: ref('Slug') }),
  revision: ref('Revision'),
  position: ref('Position'),
  significance: ref('Significance'),
  occurred: nullable(ref('Edtf')),
  occurredBounds: nullable(ref('Bounds')),
  recordedAt: ref('Instant'),
  whole: flag('Whether more became different than `changes` tells: then read the state anew.'),
  changes: list(ref('Difference')),
};

const addresses = (description: string) => list({ type: 'string', format: 'uri' }, description);

export const changeSchemas: Schemas = {
  Difference: object(
    {
      path: text('A JSON Pointer into the state, with lists by id: `/claims/talks/status`.', {
        format: 'json-pointer',
      }),
      was: { description: 'Null where it was not there.' },
      is: { description: 'Null where it is there no more.' },
      withheld: {
        type: 'boolean',
        const: true,
        description: 'A correction says that it changed, and not from what: `was` is null then.',
      },
    },
    { description: 'A member of the state that is another after an event.', optional: ['withheld'] },
  ),
  Change: object(
    {
      id: ref('Uuid'),
      type: text('`ConfirmationRecorded`, `StoryKilled`, …', { pattern: '^[A-Z][A-Za-z]+$' }),
      time: ref('Instant'),
      ...change,
    },
    { description: 'One public event, and what became different by it.' },
  ),
  CloudEvent: object(
    {
      specversion: { type: 'string', const: '1.0' },
      id: ref('Uuid'),
      source: text('The story.', { format: 'uri' }),
      type: text('`dateline.` and the event.', { pattern: '^dateline\\.[A-Z][A-Za-z]+$' }),
      subject: ref('Slug'),
      time: ref('Instant'),
      datacontenttype: { type: 'string', const: 'application/json' },
      recordedtime: ref('Instant'),
      sequence: text('The position, padded so that strings compare as numbers do.', { pattern: '^\\d{20}$' }),
      partitionkey: ref('Uuid'),
      data: object({
        ...change,
        purge: object(
          {
            urls: addresses('Addresses.'),
            prefixes: addresses('What addresses begin with.'),
            tags: list({ type: 'string' }, 'Surrogate keys.'),
          },
          { description: 'What a cache must forget.' },
        ),
      }),
    },
    {
      description:
        'One public event as CloudEvents 1.0 has it: `time` is the occurrence, `recordedtime` the record.',
    },
  ),
  ChangesPage: object(
    {
      position: nullable(ref('Position'), 'From where to go on.'),
      next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
      poll: { type: 'integer', minimum: 0, description: 'Seconds after which it is worth asking again.' },
      items: list(ref('CloudEvent')),
    },
    { description: 'What changed, oldest first.' },
  ),
  CorrectionsRecord: object(
    {
      asOf: nullable(ref('Instant')),
      next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
      items: list(ref('Change')),
    },
    { description: 'What was put right in all stories, newest first.' },
  ),
};
