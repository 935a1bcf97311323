import { Injectable, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listName, type FoundStory, type List, type ListFilter } from '#projections';
import { cursorOf, invalidCursor } from '../answers/found-or-problem.js';
import { ReadableModel } from '../answers/readable-model.js';
import { StoryFinder } from '../answers/story-finder.js';
import { isTable, tableFormatFor, tableIsWhole, Tables } from '../formats/tables.js';
import type { PageQuery } from '../queries/query.dto.js';
import { filterOf, type ListFilterQuery } from '../queries/story-list-filter.js';
import { StoryAnswers } from './story-answers.js';

const PAGE = 20;

/** A page of a list of one story. */
export interface StoryPage {
  readonly story: string;
  readonly query: PageQuery;
  /** The list's path under the story, which its cursors name. */
  readonly list: string;
  readonly filter?: ListFilter;
  /** The items after a position in the list, as JSON: as many as the query's `limit`. */
  readonly read: (found: FoundStory, from: readonly number[]) => string;
}

/** Sends lists of one story: a page as JSON, or a whole list as a table. */
@Injectable()
export class StoryLists {
  constructor(
    private readonly readable: ReadableModel,
    private readonly finder: StoryFinder,
    private readonly answers: StoryAnswers,
    /** Absent on a surface without tables: the desk. */
    @Optional() private readonly tables?: Tables,
  ) {}

  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      story,
      list,
      query,
    }: { readonly story: string; readonly list: List; readonly query: PageQuery & ListFilterQuery },
  ): Promise<void> {
    const filter = filterOf(query, this.readable.zone);
    const format = this.tables && isTable(list) ? tableFormatFor(request.headers.accept) : null;
    if (this.tables && isTable(list) && format) {
      if ((query.limit ?? query.cursor) !== undefined) throw tableIsWhole();
      await this.tables.send(request, reply, { list, format, story, query, filter, vary: 'Accept' });
      return;
    }
    await this.sendPage(request, reply, {
      story,
      query,
      list,
      filter,
      read: (found, from) =>
        this.readable.stories.list(found, list, { from, limit: query.limit ?? PAGE, filter }),
    });
  }

  /** A page shows the revision that its cursor names, whatever was recorded since. */
  async sendPage(request: FastifyRequest, reply: FastifyReply, page: StoryPage): Promise<void> {
    const { story, query, list: path, filter = {}, read } = page;
    const list = listName(path, filter);
    const moments = this.finder.momentsOf(query);
    const varies = { paged: true, ...(this.tables && isTable(path) ? { vary: 'Accept' } : {}) } as const;
    await this.answers.send(request, reply, () => {
      const now = this.finder.asOf(request, story, moments);
      const cursor = cursorOf(query.cursor, { list, story: now.id, asOf: null });
      const from = cursor?.from ?? [];
      const found = cursor === null ? now : this.#fixed(request, page, now, cursor);
      return {
        found,
        body: () => read(found, from),
        dependsOn: [list, query.limit ?? 0, ...from],
        asOf: cursor === null ? moments.asOf : 'fixed',
        ...varies,
      };
    });
  }

  /** The revision that a cursor names. @throws Problem `cursor` if the query names another state */
  #fixed(
    request: FastifyRequest,
    { story, query }: StoryPage,
    now: FoundStory,
    { at, validAt }: { readonly at: number | null; readonly validAt: number | null },
  ): FoundStory {
    if (at === null || at < 0 || at > now.revision) throw invalidCursor();
    if (query.asOf !== undefined && at !== now.revision) throw invalidCursor();
    if (query.validAt !== undefined && validAt !== now.validAt) throw invalidCursor();
    return this.finder.at(request, story, at, validAt);
  }
}
