import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  csvHeaderOfClaims,
  csvHeaderOfDevelopments,
  csvRowsOfClaims,
  csvRowsOfDevelopments,
  formatsFingerprint,
  type ClaimView,
  type DevelopmentView,
} from '#formats';
import { parseMoment, Problem } from '#nest';
import { decodeCursor, queryOf, type FoundStory, type ListFilter } from '#projections';
import { preferredOf } from './accepted.js';
import { etagFor } from './answer.js';
import { foundOr } from './barrier.js';
import { siteOf, type Publication } from './publication.js';
import type { Readable } from './readable.js';

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
  Record<Table, { readonly header: () => string; readonly rows: (items: readonly never[]) => string }>
> = {
  developments: {
    header: csvHeaderOfDevelopments,
    rows: (items: readonly DevelopmentView[]) => csvRowsOfDevelopments(items),
  },
  claims: { header: csvHeaderOfClaims, rows: (items: readonly ClaimView[]) => csvRowsOfClaims(items) },
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
): AsyncGenerator<string> {
  const { header, rows } = TABLES[table];
  yield header();
  for (let from: readonly number[] = []; ;) {
    const { reader, stories } = readable;
    const text = reader.together(() => {
      const now = stories.at(found.id, found.revision, found.held);
      return now.kind === 'found' ? stories.list(now.found, table, { from, limit: ROWS, filter }) : null;
    });
    if (text === null) throw new Error('The story was withheld while it was told.');
    const { items, next } = JSON.parse(text) as {
      readonly items: readonly never[];
      readonly next: string | null;
    };
    if (items.length > 0) yield rows(items);
    const cursor =
      next === null ? null : decodeCursor(new URL(next, 'http://localhost').searchParams.get('cursor')!);
    if (cursor === null) return;
    from = cursor.from;
    await nextTurn();
  }
}

interface TableAsked {
  readonly story: string;
  readonly asOf?: string;
  readonly validAt?: string;
  readonly filter?: ListFilter;
}

/** Answers with a whole list as of a moment, as CSV (RFC 4180): a page at a time, so that its cost is spread. */
export async function sendTable(
  readable: Readable,
  publication: Publication,
  table: Table,
  { story, asOf, validAt, filter = {} }: TableAsked,
  request: FastifyRequest,
  reply: FastifyReply,
  vary?: string,
): Promise<void> {
  const { stories, options } = readable;
  const moments = {
    known: asOf === undefined ? null : parseMoment(asOf, options.zone),
    held: validAt === undefined ? null : parseMoment(validAt, options.zone, 'validAt'),
  };
  await readable.ready(request, reply);
  const blockedBy = `${siteOf(publication, request).origin}/`;
  const found = readable.reader.together(() =>
    foundOr(stories.asOf(story, moments), `/${options.stories}`, blockedBy),
  );
  const { id, slug, anew, held, known, revision } = found;
  const tag = etagFor(request, reply, {
    type: CSV_TYPE,
    revision: String(revision),
    of: [id, anew, held, known, table, queryOf(filter), rendering],
    maxAge: readable.maxAgeOf(known),
    ...(vary === undefined ? {} : { vary }),
    headers: {
      'content-type': CSV_TYPE,
      'content-disposition': `attachment; filename="${slug}-${table}.csv"`,
    },
  });
  if (tag === null) return;
  const headers = reply.getHeaders() as Record<string, string>;
  reply.hijack();
  reply.raw.writeHead(200, headers);
  if (request.method === 'HEAD') {
    reply.raw.end();
    return;
  }
  reply.raw.setTimeout(SLOWEST, () => reply.raw.destroy());
  // Who goes away gets no more; what is withheld meanwhile ends it in the middle.
  await pipeline(tableOf(readable, found, table, filter), reply.raw).catch(() => reply.raw.destroy());
}
