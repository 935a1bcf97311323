import {
  Body,
  Controller,
  Header,
  HttpCode,
  HttpStatus,
  Param,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Drafts, DraftsFull, MOST_DRAFTS, type Draft } from '#drafts';
import { iso, NoDryRun, PageQuery, Problem, Reply, ReplyInterceptor } from '#http';
import { Delete, Get, Put, Who, type Principal } from '#staff';
import { checkIfMatch, SentForReal, type WriteHeaders } from '../recording/write-headers.js';
import { DraftDto, DraftPath } from './draft.dto.js';

const ROOT = '/desk/v1/drafts';
const PAGE = 20;
/** In bytes. */
const MOST_CONTENT = 64 * 1024;

/** Drafts belong to who saves them. To all others they do not exist. */
@ApiTags('drafts')
@NoDryRun('A draft has no dry run: nobody else sees it. Send the request without dryRun.')
@Controller('desk/v1/drafts')
@UseInterceptors(ReplyInterceptor)
export class DraftController {
  constructor(private readonly drafts: Drafts) {}

  @Get('draft')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Lists your drafts without their content, the last saved first' })
  @ApiOkResponse({ description: 'A page of drafts' })
  list(@Query() { limit = PAGE, cursor }: PageQuery, @Who() { id: me }: Principal) {
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
      throw new Problem('cursor', 'Invalid cursor for this list.');
    const found = this.drafts.list(me, Number(cursor ?? Number.MAX_SAFE_INTEGER), limit + 1);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return {
      total: this.drafts.count(me),
      items: items.map(viewOf),
      next: last === undefined ? null : `${ROOT}?limit=${limit}&cursor=${last.version}`,
    };
  }

  @Get('draft', ':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Reads one of your drafts' })
  @ApiOkResponse({ description: 'The draft' })
  read(@Param() { id }: DraftPath, @Who() { id: me }: Principal) {
    const draft = this.drafts.find(me, id);
    if (!draft) throw unknown();
    const content = JSON.parse(draft.content) as object;
    return new Reply({ ...viewOf(draft), content }, { revision: draft.version });
  }

  @Put('draft', ':id')
  @ApiOperation({ summary: 'Saves a draft; with If-Match only over what you saw' })
  @ApiOkResponse({ description: 'The draft, without its content' })
  save(
    @Param() { id }: DraftPath,
    @Body() { story, content: given }: DraftDto,
    @SentForReal() { by, seen }: WriteHeaders,
  ) {
    const content = JSON.stringify(given);
    if (Buffer.byteLength(content) > MOST_CONTENT)
      throw new Problem(
        'payload-too-large',
        'The content of a draft has at most 64 KiB as JSON. Shorten it.',
      );
    const check = (before: Draft | null, changes: boolean): void => {
      const version = before?.version ?? null;
      if (seen !== null) checkIfMatch(seen, changes ? version : null, version ?? -1);
    };
    try {
      const { draft, made } = this.drafts.save(by, id, { story: story ?? null, content }, check);
      const status = made ? HttpStatus.CREATED : HttpStatus.OK;
      return new Reply(viewOf(draft), { status, revision: draft.version });
    } catch (error) {
      if (!(error instanceof DraftsFull)) throw error;
      throw new Problem(
        'too-many-drafts',
        `You have ${MOST_DRAFTS} drafts, which is the most. Record or delete one.`,
      );
    }
  }

  @Delete('draft', ':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Deletes one of your drafts' })
  @ApiNoContentResponse({ description: 'Deleted' })
  delete(@Param() { id }: DraftPath, @Who() { id: me }: Principal): void {
    if (!this.drafts.delete(me, id)) throw unknown();
  }
}

const unknown = (): Problem => new Problem('not-found', 'You have no such draft.');

const viewOf = ({ id, story, savedAt, version }: Draft) => ({
  id,
  story,
  savedAt: iso(savedAt),
  version: String(version),
});
