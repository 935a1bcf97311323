import { count, flag, list, nullable, object, oneOf, ref, text, type Schemas } from '#http';
import { GROUNDS, VERDICTS } from '#story';
import { COMMAND_NAMES } from '../imports/line-commands.js';

const failed = object(
  {
    error: object({ code: text('The code of a problem.'), detail: text('What was found and what to do.') }),
    line: { type: 'integer', minimum: 0, description: 'The line at which it ended.' },
  },
  { optional: ['line'], description: 'The operation failed here. Everything recorded before stays.' },
);

/** The schemas that only the desk has. */
export const deskSchemas: Schemas = {
  Filed: object(
    {
      id: text('The id of what the request made or changed: a UUID, or the id of a claim.'),
      story: ref('Uuid'),
      revision: ref('Revision'),
      position: ref('Position'),
      public: nullable(
        object({ revision: ref('Revision'), position: ref('Position') }),
        'Revision and position in the public log; null if readers do not see it, or only after more than a second.',
      ),
      warnings: list(ref('Warning')),
      claims: list(
        object({ id: text('The id of the claim.'), text: ref('Text') }),
        'The claims of the development, also those for its running figures.',
      ),
      origins: list(ref('Origin'), 'The origins of the development.'),
      assertions: list(ref('Uuid'), 'The assertions of the development.'),
      grounds: {
        ...oneOf(GROUNDS),
        description: 'After a kill or takedown: the grounds that readers see.',
      },
      scheduled: text('The id of a scheduled headline or lede.'),
      review: {
        type: 'string',
        const: 'awaiting-review',
        description: 'Present if the development waits on hold for a second pair of eyes.',
      },
      stays: list(ref('Stays'), 'After a kill or takedown: what may still show the same content.'),
      standsAgain: nullable(
        object({ id: ref('Uuid'), verdict: oneOf(VERDICTS), recordedAt: ref('Instant') }),
        'After the revocation of a judgement: the older judgement that is in force again, or null.',
      ),
    },
    {
      optional: ['claims', 'origins', 'assertions', 'grounds', 'scheduled', 'review', 'stays', 'standsAgain'],
      description: 'The effects of a request.',
    },
  ),
  Warning: object(
    {
      rule: text('The rule of the trade.'),
      source: text('Where the rule comes from.'),
      pointer: text('The part of the request, as a JSON Pointer; absent for the whole request.', {
        format: 'json-pointer',
      }),
      message: text('What was found and what to do.'),
    },
    {
      optional: ['pointer'],
      description: 'A rule of the trade that the request may break. It does not stop the request.',
    },
  ),
  Clock: object(
    {
      now: ref('Instant'),
      machine: ref('Instant'),
      trusted: flag('Whether the machine’s clock is trusted. If not, no embargo ends.'),
      reason: nullable(text('Why it is in doubt.')),
      since: nullable(ref('Instant'), 'Since when it is in doubt.'),
      embargoes: count('How many embargoes have not ended.'),
    },
    { description: 'The time of recording (`now`), and the time of the machine’s clock.' },
  ),
  OpenedStory: object({
    id: ref('Uuid'),
    slug: ref('Slug'),
    revision: ref('Revision'),
    position: ref('Position'),
    warnings: list(ref('Warning')),
  }),
  Side: object(
    { id: ref('Slug'), name: text('Its name.'), allies: list(ref('Slug'), 'The sides allied with it.') },
    { description: 'A declared camp in a conflict.' },
  ),
  Sides: object({ items: list(ref('Side')) }),
  Party: object(
    {
      id: ref('Slug'),
      name: text('Its name.'),
      type: ref('PartyType'),
      side: nullable(ref('Slug'), 'Null if it belongs to no declared side.'),
      speaksFor: nullable(ref('Slug'), 'The party for which it speaks: both are one origin.'),
      aliases: list(text('An alias.'), 'Other names in texts; absent if there are none.'),
    },
    { optional: ['aliases'], description: 'A person, outlet, organization, state or group.' },
  ),
  Parties: object({ items: list(ref('Party')) }),
  Log: object({ items: list(ref('LoggedEvent')), next: nullable(ref('Address')) }),
  LoggedEvent: object(
    {
      id: ref('Uuid'),
      type: text('`StoryOpened`, `ConfirmationRecorded`, …', { pattern: '^[A-Z][A-Za-z]+$' }),
      revision: ref('Revision'),
      position: ref('Position'),
      data: {
        type: 'object',
        additionalProperties: true,
        description: 'The data of the event; its members depend on the type.',
      },
      metadata: object(
        {
          schemaVersion: { type: 'integer', minimum: 1 },
          recordedAt: ref('Instant'),
          recordedBy: text('Who recorded it.'),
          importedAt: ref('Instant'),
          correlationId: ref('Uuid'),
          causationId: ref('Uuid'),
          idempotency: object({
            key: text('The key of the request.'),
            hash: text('The hash of the request.'),
          }),
        },
        { optional: ['importedAt', 'correlationId', 'causationId', 'idempotency'] },
      ),
    },
    { description: 'An event in the log.' },
  ),
  ImportLine: {
    ...object(
      {
        at: text('When it was recorded there.', { format: 'date-time' }),
        command: oneOf(COMMAND_NAMES),
        story: ref('Slug'),
        ref: text('The name of this line. Later lines use it to refer to what this line makes.'),
        by: text('Who recorded it.'),
        id: ref('Id'),
        zone: text(
          'The time zone of the newsroom that recorded the line. It decides when days begin and end. If absent, the zone of the newsroom that imports applies.',
          { examples: ['America/New_York'] },
        ),
      },
      {
        optional: ['story', 'ref', 'by', 'id', 'zone'],
        description:
          'One command of an import file, with the body members of the same request. `ref` is required for `record`, and ' +
          'for a line to which a later line refers.',
      },
    ),
    additionalProperties: true,
  },
  Id: text('A UUID, as in an export; for a side or a party, its slug.'),
  ImportProgress: {
    oneOf: [
      object({ line: count('Lines done.'), of: count('Lines in all.'), added: count('Events recorded.') }),
      object(
        {
          done: { type: 'boolean', const: true },
          dryRun: { type: 'boolean', const: true, description: 'Only in a dry run.' },
          lines: count('Lines in all.'),
          added: count('Events recorded; in a dry run, those that would be.'),
          skipped: count('Lines that were recorded before.'),
          stories: list(ref('Slug')),
        },
        { optional: ['dryRun'] },
      ),
      failed,
    ],
  },
  ReadModels: object({ items: list(ref('ReadModel')) }),
  ReadModel: object(
    {
      name: oneOf(['desk', 'public']),
      ok: flag('Whether it can be read.'),
      detail: text('For an operator.'),
      position: nullable(text('Its checkpoint: a position in its log.')),
      bytes: count('Its size.'),
      old: object({ files: count('Older files.'), bytes: count('Their size.') }),
    },
    { description: 'A read model of a log.' },
  ),
  RebuildProgress: {
    oneOf: [
      object({
        events: count('Events done.'),
        of: count('Events in all.'),
        perSecond: count('Events per second.'),
        left: nullable({ type: 'integer', minimum: 0 }, 'Seconds left, at this speed.'),
      }),
      object({
        done: { type: 'boolean', const: true },
        compared: count('States compared with those of the older file.'),
        different: count('How many differ.'),
        examples: list({ type: 'string' }),
      }),
      failed,
    ],
  },
  Dropped: object({ deleted: count('How many files or dead letters were deleted.') }),
  Fault: object(
    {
      line: { type: 'integer', minimum: 1 },
      pointer: text('The part of the line, as a JSON Pointer.'),
      parameter: text('The name of the parameter.'),
      detail: text('What is wrong there.'),
    },
    { optional: ['pointer', 'parameter'], description: 'A fault in a line of an import file.' },
  ),
};
