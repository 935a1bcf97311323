import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  csvHeaderOfClaims,
  csvHeaderOfDevelopments,
  csvRowsOfClaims,
  csvRowsOfDevelopments,
  formatsFingerprint,
  languagesOf,
  type ClaimView,
  type DevelopmentView,
  type TableReader,
  withNames,
  type StoryHeader,
} from '#formats';
import { parseMoment, Problem } from '#http';
import { decodeCursor, queryOf, storyLanguage, type FoundStory, type ListFilter } from '#projections';
import { preferredOf } from './accepted.js';
import { etagFor, etagOf } from './answer.js';
import { languagesAsked } from './asked-languages.js';
import { foundOr } from './found-or-problem.js';
import { encodingFor } from './compression.js';
import { languageGiven } from './feed-text.js';
import { siteOf, type Publication } from './publication.js';
import type { Readable } from './readable-model.js';

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Rows that are read and given on at once: the next when those are taken. */
const ROWS = 20;
/** Milliseconds in which a reader must have taken something. */
const SLOWEST = 60_000;

/** Whether `Accept` prefers a table to our own JSON. */
export const wantsTable = (accept: string | undefined): boolean =>
  accept !== undefined && preferredOf(accept, ['application/json', 'text/csv']) === 'text/csv';

const rendering = formatsFingerprint();

/** The lists of a story that are given as tables. */
export type Table = 'developments' | 'claims';

export const isTable = (list: string): list is Table => list === 'developments' || list === 'claims';

const TABLES: Readonly<
  Record<
    Table,
    {
      readonly header: (reader: TableReader) => string;
      readonly rows: (items: readonly never[], languages: readonly string[], reader: TableReader) => string;
    }
  >
> = {
  developments: {
    header: csvHeaderOfDevelopments,
    rows: (items: readonly DevelopmentView[], ...of) => csvRowsOfDevelopments(items, ...of),
  },
  claims: {
    header: csvHeaderOfClaims,
    rows: (items: readonly ClaimView[], ...of) => csvRowsOfClaims(items, ...of),
  },
};

export function tableIsWhole(): Problem {
  return new Problem(
    'query-parameter',
    'A table is the whole list: leave out limit and cursor, or ask for JSON.',
  );
}

/** The whole of a list at one revision, a page at a time, each as it may be seen when it is read. */
async function* tableOf(
  readable: Readable,
  found: FoundStory,
  table: Table,
  filter: ListFilter,
  languages: readonly string[],
  reader: TableReader,
): AsyncGenerator<string> {
  const { header, rows } = TABLES[table];
  yield header(reader);
  for (let from: readonly number[] = []; ;) {
    const { stories } = readable;
    const read = readable.reader.together(() => {
      const now = stories.at(found.id, found.revision, found.validAt);
      if (now.kind !== 'found') return null;
      const text = stories.list(now.found, table, { from, limit: ROWS, filter });
      return { text, story: stories.header(now.found) as StoryHeader };
    });
    if (read === null) throw new Error('The story was withheld while it was told.');
    const { story } = read;
    const { items, next } = JSON.parse(read.text) as {
      readonly items: readonly never[];
      readonly next: string | null;
    };
    if (items.length > 0) yield rows(withNames(items, story, languages), languages, reader);
    const cursor =
      next === null ? null : decodeCursor(new URL(next, 'http://localhost').searchParams.get('cursor')!);
    if (cursor === null) return;
    from = cursor.from;
    await nextTurn();
  }
}

interface Wanted {
  readonly story: string;
  readonly asOf?: string;
  readonly validAt?: string;
  readonly lang?: string;
  readonly filter?: ListFilter;
  readonly for?: TableReader;
}

/** Answers with a whole list as of a moment, as CSV (RFC 4180): a page at a time, so that its cost is spread. */
export async function sendTable(
  readable: Readable,
  publication: Publication,
  table: Table,
  { story, lang, filter = {}, for: reader = 'program', ...given }: Wanted,
  request: FastifyRequest,
  reply: FastifyReply,
  vary?: string,
): Promise<void> {
  const { stories, options } = readable;
  const moments = {
    asOf: given.asOf === undefined ? null : parseMoment(given.asOf, options.zone),
    validAt: given.validAt === undefined ? null : parseMoment(given.validAt, options.zone, 'validAt'),
  };
  await readable.ready(request, reply);
  const blockedBy = `${siteOf(publication, request).origin}/`;
  const found = readable.reader.together(() =>
    foundOr(stories.asOf(story, moments), `/${options.stories}`, blockedBy),
  );
  const { id, slug, anew, validAt, asOf, revision } = found;
  const asked = languagesAsked(request, lang);
  const inLanguages = languageGiven(stories, found, asked);
  const coding = encodingFor(request.headers['accept-encoding'], ['gzip']);
  const of = {
    type: CSV_TYPE,
    revision: String(revision),
    of: [id, anew, validAt, asOf, table, queryOf(filter), reader, rendering, ...asked.languages],
    maxAge: readable.maxAgeOf(asOf),
    vary: vary === undefined ? 'Accept-Language' : `${vary}, Accept-Language`,
    headers: {
      'content-type': CSV_TYPE,
      ...(inLanguages.length === 0 ? {} : { 'content-language': inLanguages.join(', ') }),
      'content-disposition': `attachment; filename="${slug}-${table}.csv"`,
    },
  };
  const tag = etagFor(request, reply, of, coding);
  if (tag === null) return;
  if (coding !== null) void reply.headers({ 'content-encoding': coding, etag: etagOf(tag, coding) });
  const headers = reply.getHeaders() as Record<string, string>;
  reply.hijack();
  reply.raw.writeHead(200, headers);
  if (request.method === 'HEAD') {
    reply.raw.end();
    return;
  }
  reply.raw.setTimeout(SLOWEST, () => reply.raw.destroy());
  // Who goes away gets no more; what is withheld meanwhile ends it in the middle.
  const languages = languagesOf(asked.languages, { language: storyLanguage(readable.reader, found) });
  const rows = tableOf(readable, found, table, filter, languages, reader);
  const sent = coding === null ? pipeline(rows, reply.raw) : pipeline(rows, createGzip(), reply.raw);
  await sent.catch(() => reply.raw.destroy());
}
