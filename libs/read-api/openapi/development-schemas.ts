import { count, list, nullable, object, oneOf, page, ref, text, flag, type Schemas } from '#http';
import type { Audience } from '#projections';
import { AUTHENTICITIES, GROUND_RULES, GROUNDS, KINDS, MEDIA, SIGNIFICANCES, STANCES } from '#story';

/** Members of a development that only editors see. */
const internal: Schemas = {
  recordedBy: nullable({ type: 'string' }, 'Who recorded it.'),
  publishes: list(
    ref('Slug'),
    'Claims that it makes public, although their own developments are not public.',
  ),
  release: ref('Release'),
  releasedAt: nullable(ref('Instant')),
};

/** Members of an unnamed source that only editors see. */
const agreed: Schemas = {
  groundRules: oneOf(GROUND_RULES, 'The agreement with the source.'),
  approvedBy: nullable({ type: 'string' }, 'The editor who approved the use of this source.'),
};

/** Schemas that only editors see. */
const ofDesk: Schemas = {
  Release: {
    description: 'When it becomes public.',
    oneOf: [{ type: 'string', enum: ['now', 'held'] }, object({ embargoedUntil: ref('Instant') })],
  },
};

/** Members of a document that only editors see. */
const decided: Schemas = {
  seenPublic: flag('True if readers see `seen` and `sha256`.'),
  public: flag('True if readers see that the development is based on it.'),
};

export const developmentSchemas = (audience: Audience): Schemas => ({
  ...(audience === 'desk' ? ofDesk : {}),
  Development: object(
    {
      id: ref('Uuid'),
      kind: ref('Kind'),
      text: ref('Text'),
      languages: ref('Languages'),
      attribution: list(ref('Chain')),
      claims: list(ref('Slug'), 'The claims that it names.'),
      assertions: list(ref('Stance')),
      raises: list(
        object(
          { id: ref('Slug'), text: ref('Text'), languages: ref('Languages') },
          { optional: ['languages'] },
        ),
        'The questions that it raises.',
      ),
      answers: list(ref('Slug'), 'The questions that it answers.'),
      occurred: nullable(ref('Edtf')),
      occurredBounds: nullable(ref('Bounds')),
      reportedAt: nullable(ref('Edtf'), 'When the source published it.'),
      reportedAtBounds: nullable(ref('Bounds')),
      place: nullable(ref('Place')),
      significance: ref('Significance'),
      evidence: list(ref('Evidence')),
      revision: ref('Revision'),
      recordedAt: ref('Instant'),
      updatedAt: {
        ...ref('Instant'),
        description: 'When it last changed: corrected, retracted, withheld or reinstated.',
      },
      imported: nullable(ref('Instant'), 'When it was imported; null if it was recorded here.'),
      corrections: count('The number of its corrections.'),
      retracted: nullable(
        object({ by: oneOf(['us', 'outlet']), at: ref('Instant') }),
        'Who retracted it, and when.',
      ),
      withheld: nullable(ref('Notice')),
      ...(audience === 'desk' ? internal : {}),
    },
    {
      optional: ['languages'],
      description:
        'One recorded act of coverage: an entry of the timeline. A withheld one has a notice and no content.',
    },
  ),
  Developments: page('Development', 'Developments, newest first.'),
  DevelopmentCounts: object(
    {
      total: count('The number of developments.'),
      key: count('The number of key developments.'),
      kinds: ref('KindCounts'),
      next: nullable(ref('Address'), 'The page with earlier days; null at the end.'),
      items: list(
        object({
          day: text('The day, in the newsroom’s zone.', {
            pattern: '^\\d{4}-\\d\\d-\\d\\d$',
          }),
          total: count('The number of developments recorded on that day.'),
          kinds: ref('KindCounts'),
        }),
        'Days with developments, newest first.',
      ),
    },
    { description: 'The number of developments, by kind and by day.' },
  ),
  KindCounts: {
    type: 'object',
    description: 'The number of developments of each kind. Kinds without any are left out.',
    additionalProperties: { type: 'integer', minimum: 1 },
    propertyNames: ref('Kind'),
    examples: [{ report: 3, denial: 1 }],
  },
  Kind: oneOf(KINDS, 'The kind of development.'),
  Significance: oneOf(SIGNIFICANCES, 'How much it changes what readers know.'),
  Stance: object(
    {
      id: ref('Uuid'),
      claim: ref('Slug'),
      stance: oneOf(STANCES),
      chains: list(
        { type: 'integer', minimum: 0 },
        'The chains of the development that it is based on, as indexes from 0.',
      ),
      origin: ref('Origin'),
      standing: ref('Standing'),
    },
    { description: 'An assertion as its development makes it.' },
  ),
  Evidence: object({
    url: text('Its address.', { format: 'uri' }),
    sha256: nullable({ type: 'string', pattern: '^[0-9a-f]{64}$' }, 'The hash of the bytes at the address.'),
    public: flag('True if readers see it.'),
  }),
  Chain: list(ref('Link'), 'A chain of attribution: the outermost outlet first, the origin last.'),
  Link: { oneOf: [ref('PartyLink'), ref('UnnamedLink'), ref('DocumentLink'), ref('RumourLink')] },
  PartyLink: object(
    {
      party: ref('Slug'),
      name: text('Its name at that time.'),
      type: ref('PartyType'),
      side: nullable(ref('Slug')),
      speaksFor: nullable(ref('Slug'), 'The party that it speaks for. Both are one origin.'),
      standing: ref('Standing'),
    },
    { optional: ['standing'] },
  ),
  PartyType: oneOf(['person', 'outlet', 'organization', 'state', 'group']),
  UnnamedLink: object(
    {
      unnamed: object(
        {
          origin: ref('Uuid'),
          descriptor: ref('Text'),
          count: {
            type: 'integer',
            minimum: 1,
            description: 'The number of people. Several in one report are one origin.',
          },
          side: nullable(ref('Slug')),
          ...(audience === 'desk' ? agreed : {}),
        },
        {
          optional: audience === 'desk' ? Object.keys(agreed) : [],
          description: 'An unnamed source.',
        },
      ),
      standing: ref('Standing'),
    },
    { optional: ['standing'] },
  ),
  DocumentLink: object(
    {
      document: object(
        {
          origin: ref('Uuid'),
          medium: oneOf(MEDIA, 'The medium. Any other than text is a recording.'),
          title: ref('Text'),
          issuer: nullable(
            object(
              { party: ref('Slug'), name: text('The name of the issuer.'), type: ref('PartyType') },
              { optional: ['party', 'type'], description: 'A party, or anyone else by name.' },
            ),
            'Who issued or published it.',
          ),
          date: nullable(ref('Edtf'), 'The date that it bears.'),
          seen: nullable(
            { type: 'string' },
            'Where the newsroom saw it, in words or as an address; null if that is not public.',
          ),
          sha256: nullable(
            { type: 'string', pattern: '^[0-9a-f]{64}$' },
            'The hash of the copy that the newsroom saw; null if that is not public.',
          ),
          authenticity: oneOf(AUTHENTICITIES, 'Whether it is authentic. `verified` means by this newsroom.'),
          ...(audience === 'desk' ? decided : {}),
        },
        {
          optional: audience === 'desk' ? Object.keys(decided) : [],
          description: 'A document or a recording.',
        },
      ),
      standing: ref('Standing'),
    },
    { optional: ['standing'] },
  ),
  RumourLink: object(
    {
      rumour: object(
        { origin: ref('Uuid'), descriptor: ref('Text') },
        { description: 'A rumour, which has no known origin.' },
      ),
      standing: ref('Standing'),
    },
    { optional: ['standing'] },
  ),
  Notice: object(
    {
      how: oneOf(
        ['killed', 'takenDown'],
        '`killed` by the newsroom, or `takenDown` because somebody demanded it.',
      ),
      grounds: oneOf(GROUNDS, 'The reason.'),
      notice: ref('Text'),
      languages: ref('Languages'),
      authority: nullable({ type: 'string' }, 'Who demanded it.'),
      at: ref('Instant'),
    },
    { optional: ['languages'], description: 'What remains of killed or taken-down content.' },
  ),
  Question: object(
    {
      id: ref('Slug'),
      text: ref('Text'),
      languages: ref('Languages'),
      open: flag('True while it has no answer.'),
      raisedBy: ref('Uuid'),
      answeredBy: list(ref('Uuid')),
      recordedAt: ref('Instant'),
    },
    { optional: ['languages'], description: 'A question that a development raised, open or answered.' },
  ),
  Questions: page('Question', 'Questions, in the order in which they were raised.'),
  Correction: object(
    {
      id: ref('Uuid'),
      development: ref('Uuid'),
      claim: ref('Slug'),
      grounds: oneOf(GROUNDS, 'The reason for a removal; else absent.'),
      class: oneOf(
        ['correction', 'clarification', 'refile', 'removal'],
        '`correction`: a wrong fact. `clarification`: misleading wording. `refile`: a slip that changes no meaning. `removal`: a text removed whatever the `asOf`.',
      ),
      notice: nullable(ref('Text'), 'The notice to readers: what was wrong.'),
      languages: { ...ref('Languages'), description: 'Notes on the languages of the notice.' },
      parts: list(
        ref('CorrectedPart'),
        'The parts of a joint correction: one mistake in several parts of the story.',
      ),
      changes: list(
        ref('FieldChange'),
        'The changed fields. Empty for a removal, or if `parts` have the changes.',
      ),
      revision: ref('Revision'),
      at: ref('Instant'),
    },
    {
      optional: ['development', 'claim', 'grounds', 'parts', 'languages'],
      description:
        'A correction of a development, of a claim, or of several `parts`; a changed verdict; or a removal.',
    },
  ),
  CorrectedPart: object(
    {
      development: ref('Uuid'),
      claim: ref('Slug'),
      heading: oneOf(['headline', 'lede']),
      changes: list(ref('FieldChange')),
    },
    {
      optional: ['development', 'claim', 'heading'],
      description: 'One part of a joint correction: a development, a claim, the headline, or the lede.',
    },
  ),
  FieldChange: {
    description:
      'The former and the new value of a field. With `withheld`, only the name of the field is public.',
    oneOf: [
      object({
        field: text(
          'The field. It is `headline` or `lede` for a heading, and `verdict` for a changed or revoked judgement.',
        ),
        was: { description: 'The former value, in the form of the development or claim.' },
        is: {
          description: 'The new value, in the same form; null if no verdict is in force any more.',
        },
      }),
      object({ field: text('The field.'), withheld: { type: 'boolean', const: true } }),
    ],
  },
  Corrections: page('Correction', 'Corrections, newest first.'),
});
