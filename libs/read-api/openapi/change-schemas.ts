import { flag, list, nullable, object, ref, text, type Schemas } from '#http';

/** An event, and what it changed. */
const change: Schemas = {
  story: object({ id: ref('Uuid'), slug: ref('Slug') }),
  revision: ref('Revision'),
  position: ref('Position'),
  significance: ref('Significance'),
  occurred: nullable(ref('Edtf')),
  occurredBounds: nullable(ref('Bounds')),
  recordedAt: ref('Instant'),
  whole: flag('True if `changes` is incomplete: fetch the state again.'),
  changes: list(ref('Difference')),
};

const addresses = (description: string) => list({ type: 'string', format: 'uri' }, description);

export const changeSchemas: Schemas = {
  Difference: object(
    {
      path: text('A JSON Pointer into the state. Items of lists are named by id: `/claims/talks/status`.', {
        format: 'json-pointer',
      }),
      was: { description: 'The former value; null if there was none.' },
      is: { description: 'The new value; null if there is none.' },
      withheld: {
        type: 'boolean',
        const: true,
        description: 'True if a correction keeps the former value private: `was` is null.',
      },
    },
    { description: 'A member of the state that an event changed.', optional: ['withheld'] },
  ),
  Change: object(
    {
      id: ref('Uuid'),
      type: text('`ConfirmationRecorded`, `StoryKilled`, …', { pattern: '^[A-Z][A-Za-z]+$' }),
      time: ref('Instant'),
      ...change,
    },
    { description: 'One public event, and what it changed.' },
  ),
  CloudEvent: object(
    {
      specversion: { type: 'string', const: '1.0' },
      id: ref('Uuid'),
      source: text('The story.', { format: 'uri' }),
      type: text('`dateline.` and the type of the event.', { pattern: '^dateline\\.[A-Z][A-Za-z]+$' }),
      subject: ref('Slug'),
      time: ref('Instant'),
      datacontenttype: { type: 'string', const: 'application/json' },
      recordedtime: ref('Instant'),
      sequence: text('The position, padded so that strings compare like numbers.', { pattern: '^\\d{20}$' }),
      partitionkey: ref('Uuid'),
      data: object({
        ...change,
        purge: object(
          {
            urls: addresses('Complete addresses.'),
            prefixes: addresses('Prefixes of addresses.'),
            tags: list({ type: 'string' }, 'Surrogate keys.'),
          },
          { description: 'What a cache must forget.' },
        ),
      }),
    },
    {
      description:
        'One public event in CloudEvents 1.0. `time` is when it happened, `recordedtime` when it became public.',
    },
  ),
  ChangesPage: object(
    {
      position: nullable(ref('Position'), 'The position to resume from.'),
      next: nullable(ref('Address'), 'The next page; null at the end.'),
      poll: { type: 'integer', minimum: 0, description: 'How many seconds to wait before the next request.' },
      items: list(ref('CloudEvent')),
    },
    { description: 'What changed, oldest first.' },
  ),
  CorrectionsRecord: object(
    {
      asOf: nullable(ref('Instant')),
      next: nullable(ref('Address'), 'The next page; null at the end.'),
      items: list(ref('Change')),
    },
    { description: 'The corrections of all stories, newest first.' },
  ),
};
