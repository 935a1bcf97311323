import { FORMATS, STORY_FORMATS, TABLE_FORMATS, type Format } from '#formats';
import { ref, type Content, type Schemas, type Shown } from '#http';

/** The schemas of all formats besides our own JSON. */
export const formatSchemas: Schemas = Object.fromEntries(
  FORMATS.map(({ schema }) => [schema.name, schema.of]),
);

/** An answer in some formats. */
export const contentOf = (formats: readonly Format[]): Content =>
  Object.fromEntries(formats.map(({ mediaType, schema }) => [mediaType, ref(schema.name)]));

export const storyContent: Content = contentOf(STORY_FORMATS);
export const tableContent: Content = contentOf(TABLE_FORMATS);

const NOTICE = {
  how: 'killed',
  grounds: 'wrong',
  notice: { en: 'This story was withdrawn: its report was wrong.' },
  authority: null,
  at: '2016-12-05T12:00:00.000Z',
} as const;
const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

/** A withheld story, in the formats that can say so themselves. */
export const withheldContent: Shown = Object.fromEntries(
  STORY_FORMATS.flatMap(({ mediaType, schema, cancel }) =>
    cancel
      ? [
          [
            mediaType,
            {
              schema: ref(schema.name),
              example: JSON.parse(cancel({ slug: 'aleppo-talks' }, NOTICE, SITE)) as unknown,
            },
          ],
        ]
      : [],
  ),
);
