import { flag, object, nullable, ref, text, type Schemas } from '#http';

/** Small values that many answers contain. */
export const commonSchemas: Schemas = {
  Uuid: {
    type: 'string',
    format: 'uuid',
    description: 'A UUID of version 4 or 5, in lower case. Its value says nothing about order.',
  },
  Slug: {
    type: 'string',
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    maxLength: 80,
    description: 'A permanent name in kebab-case.',
  },
  Text: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Text by language. The keys are BCP 47 tags.',
    examples: [{ en: 'The talks take place.', fr: 'Les négociations ont lieu.' }],
  },
  Languages: {
    type: 'object',
    additionalProperties: object({
      translated: flag('True for a translation that was added after the text was recorded.'),
      toCheck: flag('True if another language was corrected later, but not this one.'),
    }),
    description:
      'Notes on the text in some languages, by BCP 47 tag. A language without a note has the text as recorded or corrected.',
    examples: [{ fr: { translated: true, toCheck: false } }],
  },
  Instant: {
    type: 'string',
    format: 'date-time',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
    description: 'A moment: RFC 3339 in UTC, with milliseconds.',
    examples: ['2016-12-01T10:30:00.000Z'],
  },
  Edtf: text('Valid time, in EDTF (ISO 8601-2): it may be imprecise, an interval, or open.', {
    minLength: 1,
    examples: ['2016-11-28/2016-12-01'],
  }),
  Bounds: {
    type: 'object',
    description:
      'The first and the last millisecond of a valid time. Days are those of the newsroom’s zone. An open end is null.',
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
    description: 'A revision of a story: the number of events before it, as a decimal string.',
    examples: ['6'],
  },
  Position: {
    type: 'string',
    pattern: '^[1-9]\\d*$',
    description:
      'A position in the log of this API, as a decimal string. Positions increase and have gaps. Send one as `Dateline-Position`; do not calculate with it.',
    examples: ['132'],
  },
  Address: {
    type: 'string',
    format: 'uri-reference',
    pattern: '^/',
    description: 'An address on this server.',
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
