import { STORY_FORMATS } from '#formats';
import { ref, text, type Content, type Schema, type Shown, type Schemas } from '#http';

const foreign = (description: string, url: string, required: readonly string[]): Schema => ({
  type: 'object',
  description,
  externalDocs: { url },
  required,
  properties: Object.fromEntries(required.map((name) => [name, {}])),
  additionalProperties: true,
});

/** What the formats of others are, as far as a document of ours says it: their own specifications say the rest. */
export const formSchemas: Schemas = {
  Ninjs: foreign('News in JSON, IPTC’s ninjs 3.1.', 'https://iptc.org/std/ninjs/', ['uri']),
  JsonLd: foreign('A LiveBlogPosting of schema.org, as JSON-LD.', 'https://schema.org/LiveBlogPosting', [
    '@context',
    '@type',
  ]),
  Atom: text('An Atom feed (RFC 4287), with tombstones (RFC 6721) and archives (RFC 5005).', {
    contentMediaType: 'application/atom+xml',
  }),
  JsonFeed: foreign('A JSON Feed, version 1.1.', 'https://www.jsonfeed.org/version/1.1/', [
    'version',
    'title',
    'items',
  ]),
  Prov: foreign('Who said it to whom, as PROV-JSON.', 'https://www.w3.org/submissions/prov-json/', [
    'prefix',
  ]),
  Table: text('A table (RFC 4180), whose first line names the columns.', { contentMediaType: 'text/csv' }),
};

const SCHEMA_OF = {
  ninjs: 'Ninjs',
  jsonld: 'JsonLd',
  atom: 'Atom',
  jsonfeed: 'JsonFeed',
  prov: 'Prov',
} as const;

/** The forms in which the world is given the state of a story, besides our own JSON. */
export const stateForms: Content = Object.fromEntries(
  STORY_FORMATS.map(({ name, mediaType }) => [mediaType, ref(SCHEMA_OF[name])]),
);

const NOTICE = {
  how: 'killed',
  grounds: 'wrong',
  notice: { en: 'This story was withdrawn: its report was wrong.' },
  authority: null,
  at: '2016-12-05T12:00:00.000Z',
} as const;
const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

/** Those that have words of their own for a story that is withheld. */
export const withheldForms: Shown = Object.fromEntries(
  STORY_FORMATS.flatMap(({ name, mediaType, cancel }) =>
    cancel
      ? [
          [
            mediaType,
            {
              schema: ref(SCHEMA_OF[name]),
              example: JSON.parse(cancel({ slug: 'aleppo-talks' }, NOTICE, SITE)) as unknown,
            },
          ],
        ]
      : [],
  ),
);

/** The forms in which it is given a list that is a table too. */
export const tableForms: Content = { 'text/csv': ref('Table') };
