import { flag, object, nullable, ref, text, type Schemas } from '#http';

/** The small things of which answers consist. */
export const wordSchemas: Schemas = {
  Uuid: {
    type: 'string',
    format: 'uuid',
    description: 'A UUID of version 4 or 5 in lower case: it tells nothing of its order.',
  },
  Slug: {
    type: 'string',
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    maxLength: 80,
    description: 'A name in kebab-case, for good.',
  },
  Text: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Words by language: BCP 47 tag to text.',
    examples: [{ en: 'The talks take place.', fr: 'Les négociations ont lieu.' }],
  },
  Languages: {
    type: 'object',
    additionalProperties: object({
      translated: flag('The words were translated from the others after those had been recorded.'),
      toCheck: flag('Another language of them was corrected since, and this one was not.'),
    }),
    description:
      'What is to be known of the words in some languages: BCP 47 tag to note. A language that is not in it has the words that were recorded, or corrected.',
    examples: [{ fr: { translated: true, toCheck: false } }],
  },
  Instant: {
    type: 'string',
    format: 'date-time',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
    description: 'A moment: RFC 3339 in UTC, with milliseconds.',
    examples: ['2016-12-01T10:30:00.000Z'],
  },
  Edtf: text(
    'When it was so in the world: EDTF (ISO 8601-2), which may be imprecise, an interval, or open.',
    {
      minLength: 1,
      examples: ['2016-11-28/2016-12-01'],
    },
  ),
  Bounds: {
    type: 'object',
    description:
      'The first and the last millisecond of a time of the world, with the days of the newsroom’s zone; an end that is open is null.',
    required: ['from', 'to'],
    properties: {
      from: { anyOf: [{ $ref: '#/components/schemas/Instant' }, { type: 'null' }] },
      to: { anyOf: [{ $ref: '#/components/schemas/Instant' }, { type: 'null' }] },
    },
    examples: [{ from: '2016-11-28T00:00:00.000Z', to: '2016-12-01T23:59:59.999Z' }],
  },
  Revision: {
    type: 'string',
    pattern: '^(0|[1-9]\\d*)$',
    description: 'How many events a story had before it: a decimal string, from 0.',
    examples: ['6'],
  },
  Position: {
    type: 'string',
    pattern: '^[1-9]\\d*$',
    description:
      'A place in the log of this surface, which grows: a decimal string, to compare by `Dateline-Position` alone.',
    examples: ['132'],
  },
  Address: {
    type: 'string',
    format: 'uri-reference',
    pattern: '^/',
    description: 'An address of this server.',
  },
  Place: object({
    name: text('Its name.'),
    country: nullable({ type: 'string', pattern: '^[A-Z]{2}$' }, 'ISO 3166-1 alpha-2.'),
    geo: nullable(ref('Point')),
  }),
  Point: object(
    {
      type: { type: 'string', const: 'Point' },
      coordinates: {
        type: 'array',
        items: { type: 'number' },
        minItems: 2,
        maxItems: 2,
        description: 'Longitude and latitude, in degrees.',
      },
    },
    { description: 'A GeoJSON point (RFC 7946).' },
  ),
};
