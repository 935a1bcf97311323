import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  formatsFingerprint,
  languagesOf,
  OWN_JSON,
  TABLE_FORMATS,
  TABLE_LISTS,
  withNames,
  type StoryHeader,
  type TableFormat,
  type TableList,
  type TableReader,
} from '#formats';
import { Problem } from '#http';
import { decodeCursor, filterQuery, storyLanguage, type FoundStory, type ListFilter } from '#projections';
import { languagesAsked } from '../answers/asked-languages.js';
import { encodingFor } from '../answers/compression.js';
import { preferredOf } from '../answers/preferred-type.js';
import { ReadableModel } from '../answers/readable-model.js';
import { etagFor, etagOf } from '../answers/send.js';
import { StoryFinder } from '../answers/story-finder.js';
import { languageGiven } from './story-feed.js';

/** Rows that are read and sent at once: the next ones are read after the client took these. */
const ROWS = 20;
/** Milliseconds after which a client that takes nothing is disconnected. */
const SLOWEST = 60_000;

/** The table format that `Accept` prefers to JSON; null if it prefers JSON. */
export function tableFormatFor(accept: string | undefined): TableFormat | null {
  if (accept === undefined) return null;
  const types = [OWN_JSON, ...TABLE_FORMATS].map(({ mediaType }) => mediaType);
  const preferred = preferredOf(accept, types);
  return TABLE_FORMATS.find(({ mediaType }) => mediaType === preferred) ?? null;
}

export const isTable = (list: string): list is TableList => (TABLE_LISTS as readonly string[]).includes(list);

export function tableIsWhole(): Problem {
  return new Problem(
    'query-parameter',
    'A table always has the whole list: leave out limit and cursor, or ask for JSON.',
  );
}

/** A table that a request asks for. */
export interface RequestedTable {
  readonly list: TableList;
  readonly format: TableFormat;
  readonly story: string;
  readonly query: {
    readonly asOf?: string;
    readonly validAt?: string;
    readonly lang?: string;
    readonly for?: TableReader;
  };
  readonly filter: ListFilter;
  /** Request headers that chose the table, besides those by which every table varies. */
  readonly vary?: string;
}

/** Sends whole lists as tables, page by page, so that other requests get their turn in between. */
@Injectable()
export class Tables {
  readonly #rendering = formatsFingerprint();

  constructor(
    private readonly readable: ReadableModel,
    private readonly finder: StoryFinder,
  ) {}

  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { list, format, story, query, filter, vary }: RequestedTable,
  ): Promise<void> {
    const { stories } = this.readable;
    const { lang, for: reader = 'program' } = query;
    const moments = this.finder.momentsOf(query);
    await this.readable.ready(request, reply);
    const found = this.readable.reader.together(() => this.finder.asOf(request, story, moments));
    const { id, slug, lastRewrite, validAt, asOf, revision } = found;
    const asked = languagesAsked(request, lang);
    const given = languageGiven(stories, found, asked);
    const coding = encodingFor(request.headers['accept-encoding'], ['gzip']);
    const answer = {
      type: format.contentType,
      revision: String(revision),
      dependsOn: [
        id,
        lastRewrite,
        validAt,
        asOf,
        list,
        filterQuery(filter),
        reader,
        this.#rendering,
        ...asked.languages,
      ],
      maxAge: this.readable.maxAgeOf(asOf),
      vary: vary === undefined ? 'Accept-Language' : `${vary}, Accept-Language`,
      headers: {
        'content-type': format.contentType,
        ...(given.length === 0 ? {} : { 'content-language': given.join(', ') }),
        'content-disposition': `attachment; filename="${slug}-${list}${format.suffix}"`,
      },
    };
    const tag = etagFor(request, reply, answer, coding);
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
    const languages = languagesOf(asked.languages, { language: storyLanguage(this.readable.reader, found) });
    const rows = this.#rows(found, { list, format, filter }, languages, reader);
    const sent = coding === null ? pipeline(rows, reply.raw) : pipeline(rows, createGzip(), reply.raw);
    // A client that left, or a story withheld halfway, ends the answer without its last chunk.
    await sent.catch(() => reply.raw.destroy());
  }

  /** The whole list at one revision. Each page is read as it may be shown at that time. */
  async *#rows(
    { id, revision, validAt }: FoundStory,
    { list, format, filter }: Pick<RequestedTable, 'list' | 'format' | 'filter'>,
    languages: readonly string[],
    reader: TableReader,
  ): AsyncGenerator<string> {
    const { stories } = this.readable;
    yield format.header(list, reader);
    for (let from: readonly number[] = []; ;) {
      const page = this.readable.reader.together(() => {
        const now = stories.at(id, revision, validAt);
        if (now.kind !== 'found') return null;
        const text = stories.list(now.found, list, { from, limit: ROWS, filter });
        return { text, story: stories.header(now.found) as StoryHeader };
      });
      if (page === null) throw new Error('The story was withheld while its table was being sent.');
      const { items, next } = JSON.parse(page.text) as {
        readonly items: readonly never[];
        readonly next: string | null;
      };
      if (items.length > 0)
        yield format.rows(list, withNames(items, page.story, languages), languages, reader);
      const cursor =
        next === null ? null : decodeCursor(new URL(next, 'http://localhost').searchParams.get('cursor')!);
      if (cursor === null) return;
      from = cursor.from;
      await nextTurn();
    }
  }
}
