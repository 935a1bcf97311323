import { count, list, nullable, object, oneOf, page, ref, text, flag, type Schemas } from '#http';
import type { Audience } from '#projections';
import { AUTHENTICITIES, GROUND_RULES, GROUNDS, KINDS, MEDIA, SIGNIFICANCES, STANCES } from '#story';

/** What only editors see of a development. */
const internal: Schemas = {
  recordedBy: nullable({ type: 'string' }, 'Who recorded it.'),
  publishes: list(ref('Slug'), 'Claims of hidden developments that it makes public.'),
  release: ref('Release'),
  releasedAt: nullable(ref('Instant')),
};

/** What only editors see of an unnamed source. */
const agreed: Schemas = {
  groundRules: oneOf(GROUND_RULES, 'What was agreed with the source.'),
  approvedBy: nullable({ type: 'string' }, 'The editor who approved its use.'),
};

/** What only editors see. */
const ofDesk: Schemas = {
  Release: {
    description: 'When the world may see it.',
    oneOf: [{ type: 'string', enum: ['now', 'held'] }, object({ embargoedUntil: ref('Instant') })],
  },
};

/** What only editors see of a document. */
const decided: Schemas = {
  seenPublic: flag('Whether readers see where it was seen, and its hash.'),
  public: flag('Whether readers see that this rests on it.'),
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
        description:
          'When what is shown of it last became another: corrected, retracted, withheld or given back.',
      },
      imported: nullable(
        ref('Instant'),
        'When it was taken over from elsewhere; null for what was recorded here.',
      ),
      corrections: count('How often it was corrected.'),
      retracted: nullable(
        object({ by: oneOf(['us', 'outlet']), at: ref('Instant') }),
        'By whom and when it was retracted.',
      ),
      withheld: nullable(ref('Notice')),
      ...(audience === 'desk' ? internal : {}),
    },
    {
      optional: ['languages'],
      description:
        'One recorded act of coverage: one entry of the timeline. What is withheld has its notice and no content.',
    },
  ),
  Developments: page('Development', 'Developments, newest first.'),
  DevelopmentCounts: object(
    {
      total: count('How many developments there are.'),
      key: count('How many of them are key ones.'),
      kinds: ref('KindCounts'),
      next: nullable(ref('Address'), 'Where earlier days are; null at the end.'),
      items: list(
        object({
          day: text('On which they were recorded, in the newsroom’s zone.', {
            pattern: '^\\d{4}-\\d\\d-\\d\\d$',
          }),
          total: count('How many were recorded on it.'),
          kinds: ref('KindCounts'),
        }),
        'Days on which any was recorded, newest first.',
      ),
    },
    { description: 'How many developments there are, by kind and by day.' },
  ),
  KindCounts: {
    type: 'object',
    description: 'How many there are of each kind; one of which there are none is left out.',
    additionalProperties: { type: 'integer', minimum: 1 },
    propertyNames: ref('Kind'),
    examples: [{ report: 3, denial: 1 }],
  },
  Kind: oneOf(KINDS, 'What kind of development it is.'),
  Significance: oneOf(SIGNIFICANCES, 'How much it changes what readers know.'),
  Stance: object(
    {
      id: ref('Uuid'),
      claim: ref('Slug'),
      stance: oneOf(STANCES),
      chains: list({ type: 'integer', minimum: 0 }, 'On which chains of the development it rests, from 0.'),
      origin: ref('Origin'),
      standing: ref('Standing'),
    },
    { description: 'An assertion as its development makes it.' },
  ),
  Evidence: object({
    url: text('Where it is.', { format: 'uri' }),
    sha256: nullable({ type: 'string', pattern: '^[0-9a-f]{64}$' }, 'Of the bytes at the address.'),
    public: flag('Whether readers see it.'),
  }),
  Chain: list(ref('Link'), 'A chain of attribution: the outermost outlet first, the origin last.'),
  Link: { oneOf: [ref('PartyLink'), ref('UnnamedLink'), ref('DocumentLink'), ref('RumourLink')] },
  PartyLink: object(
    {
      party: ref('Slug'),
      name: text('Its name when it spoke.'),
      type: ref('PartyType'),
      side: nullable(ref('Slug')),
      speaksFor: nullable(ref('Slug'), 'The party for which it speaks: they are one origin.'),
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
            description: 'How many people: several in one report are one origin.',
          },
          side: nullable(ref('Slug')),
          ...(audience === 'desk' ? agreed : {}),
        },
        {
          optional: audience === 'desk' ? Object.keys(agreed) : [],
          description: 'A source that is not named.',
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
          medium: oneOf(MEDIA, 'A document of any medium but text is a recording.'),
          title: ref('Text'),
          issuer: nullable(
            object(
              { party: ref('Slug'), name: text('What it is called.'), type: ref('PartyType') },
              { optional: ['party', 'type'], description: 'A party, or whoever the name says.' },
            ),
            'Who issued it, or published it.',
          ),
          date: nullable(ref('Edtf'), 'What date it bears.'),
          seen: nullable(
            { type: 'string' },
            'Where it was seen, in words or an address; null where that is not public.',
          ),
          sha256: nullable(
            { type: 'string', pattern: '^[0-9a-f]{64}$' },
            'Of the copy that was seen; likewise.',
          ),
          authenticity: oneOf(
            AUTHENTICITIES,
            'Whether it is what it is said to be: `verified` by this newsroom.',
          ),
          ...(audience === 'desk' ? decided : {}),
        },
        {
          optional: audience === 'desk' ? Object.keys(decided) : [],
          description: 'Something written or recorded.',
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
        { description: 'What circulates, and nobody stands behind.' },
      ),
      standing: ref('Standing'),
    },
    { optional: ['standing'] },
  ),
  Notice: object(
    {
      how: oneOf(['killed', 'takenDown'], 'Withdrawn by the newsroom, or as somebody demanded.'),
      grounds: oneOf(GROUNDS, 'Why.'),
      notice: ref('Text'),
      languages: ref('Languages'),
      authority: nullable({ type: 'string' }, 'Who demanded it.'),
      at: ref('Instant'),
    },
    { optional: ['languages'], description: 'What stays where something was killed or taken down.' },
  ),
  Question: object(
    {
      id: ref('Slug'),
      text: ref('Text'),
      languages: ref('Languages'),
      open: flag('Whether it is still not known.'),
      raisedBy: ref('Uuid'),
      answeredBy: list(ref('Uuid')),
      recordedAt: ref('Instant'),
    },
    { optional: ['languages'], description: 'What is not known, or was not.' },
  ),
  Questions: page('Question', 'Questions, in the order in which they were raised.'),
  Correction: object(
    {
      id: ref('Uuid'),
      development: ref('Uuid'),
      claim: ref('Slug'),
      grounds: oneOf(GROUNDS, 'Why something was removed; of a removal only.'),
      class: oneOf(
        ['correction', 'clarification', 'refile', 'removal'],
        'We had a fact wrong; our wording could mislead; a slip; something was removed from the past.',
      ),
      notice: nullable(ref('Text'), 'What was wrong, for readers.'),
      languages: { ...ref('Languages'), description: 'Of the notice.' },
      parts: list(ref('CorrectedPart'), 'Of one mistake that was corrected in several places: each of them.'),
      changes: list(ref('FieldChange'), 'None of a removal, nor where `parts` have them.'),
      revision: ref('Revision'),
      at: ref('Instant'),
    },
    {
      optional: ['development', 'claim', 'grounds', 'parts', 'languages'],
      description:
        'A correction of a development, of a claim, or of several `parts`; a verdict that changed; or a removal.',
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
      description: 'A development, a claim, or the headline or lede, of which one was corrected with others.',
    },
  ),
  FieldChange: {
    description: 'What a field was and is; where it is withheld, only that it changed.',
    oneOf: [
      object({
        field: text(
          'Which field; of a heading `headline` or `lede`; `verdict` where this newsroom judged a claim otherwise, or its judgement was revoked.',
        ),
        was: { description: 'As it is written in a development or a claim.' },
        is: {
          description: 'As it is written in a development or a claim; null where no verdict stands any more.',
        },
      }),
      object({ field: text('Which field.'), withheld: { type: 'boolean', const: true } }),
    ],
  },
  Corrections: page('Correction', 'Corrections, newest first.'),
});
