import { count, flag, list, nullable, object, oneOf, ref, text, type Schemas } from '#http';
import { GROUNDS, VERDICTS } from '#story';
import { VERBS } from '../imports/verbs.js';

const failed = object(
  {
    error: object({ code: text('As of a problem.'), detail: text('What was found and what to do.') }),
    line: { type: 'integer', minimum: 0, description: 'At which line it ended.' },
  },
  { optional: ['line'], description: 'It ended here; what was recorded before stays.' },
);

/** What only the desk answers. */
export const deskSchemas: Schemas = {
  Filed: object(
    {
      id: text('Of what the request made, or of what it changed: a UUID, or the name of a claim.'),
      story: ref('Uuid'),
      revision: ref('Revision'),
      position: ref('Position'),
      public: nullable(
        object({ revision: ref('Revision'), position: ref('Position') }),
        'Where it stands at the archive; null where the world does not see it, or not within a second.',
      ),
      warnings: list(ref('Warning')),
      claims: list(
        object({ id: text('The claim’s name.'), text: ref('Text') }),
        'The claims that the development brings, those of its running figures too.',
      ),
      origins: list(ref('Origin'), 'Who is said to know.'),
      assertions: list(ref('Uuid'), 'The assertions that the development makes.'),
      grounds: {
        ...oneOf(GROUNDS),
        description: 'After a kill or takedown: the grounds of which readers are told.',
      },
      scheduled: text('Of a headline or lede that is to come: by what it is known.'),
      stays: list(ref('Stays'), 'After a kill or takedown: what may still repeat the development.'),
      standsAgain: nullable(
        object({ id: ref('Uuid'), verdict: oneOf(VERDICTS), recordedAt: ref('Instant') }),
        'After the revocation of a judgement: the older one that stands again by it; null for none.',
      ),
    },
    {
      optional: ['claims', 'origins', 'assertions', 'grounds', 'scheduled', 'stays', 'standsAgain'],
      description: 'What became of a request.',
    },
  ),
  Warning: object(
    {
      rule: text('Which rule of the trade.'),
      source: text('Whose rule it is.'),
      pointer: text('Where in the request, where it is of one place.', { format: 'json-pointer' }),
      message: text('What was found and what to do.'),
    },
    {
      optional: ['pointer'],
      description: 'A rule of the trade that an editor should know of: it stops nothing.',
    },
  ),
  Clock: object(
    {
      now: ref('Instant'),
      machine: ref('Instant'),
      trusted: flag('Whether the machine’s clock can be trusted: else nothing is released by time.'),
      reason: nullable(text('What is wrong with it.')),
      since: nullable(ref('Instant'), 'Since when it is in doubt.'),
      embargoes: count('How many embargoes have not ended.'),
    },
    { description: 'The time by which things are recorded (`now`), and what the machine’s clock says.' },
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
    { description: 'A declared camp of the story’s world.' },
  ),
  Sides: object({ items: list(ref('Side')) }),
  Party: object(
    {
      id: ref('Slug'),
      name: text('Its name.'),
      type: ref('PartyType'),
      side: nullable(ref('Slug'), 'Null for a side of its own.'),
      speaksFor: nullable(ref('Slug'), 'The party for which it speaks: they are one origin.'),
      aliases: list(text('One of them.'), 'Other names by which texts call it; only where it has any.'),
    },
    { optional: ['aliases'], description: 'Who speaks or acts.' },
  ),
  Parties: object({ items: list(ref('Party')) }),
  Log: object({ items: list(ref('LoggedEvent')), next: nullable(ref('Address')) }),
  LoggedEvent: object(
    {
      id: ref('Uuid'),
      type: text('`StoryOpened`, `ConfirmationRecorded`, …', { pattern: '^[A-Z][A-Za-z]+$' }),
      revision: ref('Revision'),
      position: ref('Position'),
      data: { type: 'object', additionalProperties: true, description: 'What happened, by its type.' },
      metadata: object(
        {
          schemaVersion: { type: 'integer', minimum: 1 },
          recordedAt: ref('Instant'),
          recordedBy: text('Who recorded it.'),
          importedAt: ref('Instant'),
          correlationId: ref('Uuid'),
          causationId: ref('Uuid'),
          idempotency: object({ key: text('With which it was sent.'), hash: text('Of what was sent.') }),
        },
        { optional: ['importedAt', 'correlationId', 'causationId', 'idempotency'] },
      ),
    },
    { description: 'An event as it stands in the log.' },
  ),
  ImportLine: {
    ...object(
      {
        at: text('When it was recorded there.', { format: 'date-time' }),
        command: oneOf(VERBS),
        story: ref('Slug'),
        ref: text('The name of this line, by which later ones name what it made.'),
        by: text('Who recorded it.'),
        id: ref('Id'),
        zone: text(
          'The time zone of the newsroom where it was recorded, in which the days of what it says of the world begin and end; without it that of the newsroom that imports.',
          { examples: ['America/New_York'] },
        ),
      },
      {
        optional: ['story', 'ref', 'by', 'id', 'zone'],
        description:
          'One command of an import file, with the members of the body that the same request has. `ref` is needed on ' +
          '`record`, and on what a later line names.',
      },
    ),
    additionalProperties: true,
  },
  Id: text('A UUID, as an export writes it; of a side or a party its slug.'),
  ImportProgress: {
    oneOf: [
      object({ line: count('Lines done.'), of: count('Lines in all.'), added: count('Events recorded.') }),
      object(
        {
          done: { type: 'boolean', const: true },
          dryRun: { type: 'boolean', const: true, description: 'Where it was only tried.' },
          lines: count('Lines in all.'),
          added: count('Events recorded; in a dry run those that would be.'),
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
      ok: flag('Whether it is read.'),
      detail: text('For an operator.'),
      position: nullable(text('Up to where it goes, in the log of its own surface.')),
      bytes: count('How big it is.'),
      old: object({ files: count('Older files.'), bytes: count('How big they are.') }),
    },
    { description: 'What is made readable of a log.' },
  ),
  RebuildProgress: {
    oneOf: [
      object({
        events: count('Events done.'),
        of: count('Events in all.'),
        perSecond: count('How fast.'),
        left: nullable({ type: 'integer', minimum: 0 }, 'Seconds until it is done, at this pace.'),
      }),
      object({
        done: { type: 'boolean', const: true },
        compared: count('States compared with those of the older file.'),
        different: count('How many of them differ.'),
        examples: list({ type: 'string' }),
      }),
      failed,
    ],
  },
  Dropped: object({ deleted: count('Files deleted.') }),
  Fault: object(
    {
      line: { type: 'integer', minimum: 1 },
      pointer: text('Where in the line: a JSON Pointer.'),
      parameter: text('Which parameter.'),
      detail: text('What is wrong there.'),
    },
    { optional: ['pointer', 'parameter'], description: 'What is wrong with a line of an import file.' },
  ),
};
