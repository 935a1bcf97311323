import { Body, Controller, HttpCode, HttpStatus, Param, Query, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { iso, NoDryRun, Problem, ReplyInterceptor } from '#http';
import { mentionsIn, type Note } from '#notes';
import { Delete, Get, Post } from '#staff';
import type { Uuid } from '#story';
import { EditorCommands } from '../recording/editor-commands.js';
import { NotePath, StoryPath } from '../recording/path.dto.js';
import { People } from '../recording/people.js';
import { SentForReal, type WriteHeaders } from '../recording/write-headers.js';
import { NoteDto, NotesQuery } from './notes.dto.js';
import { NotesRecorder } from './notes-recorder.js';

const PAGE = 20;
const NO_DRY_RUN = 'A note has no dry run: nothing becomes public by it. Send the request without dryRun.';

/** Notes of the staff. They are in the desk log only, and readers never see them. */
@ApiTags('notes')
@Controller('desk/v1/stories/:story/notes')
@UseInterceptors(ReplyInterceptor)
export class NotesController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly notes: NotesRecorder,
    private readonly people: People,
  ) {}

  @Get('read')
  @ApiOperation({ summary: 'Lists the notes on a story and its developments, the oldest first' })
  @ApiOkResponse({ description: 'A page of notes' })
  async list(
    @Param() { story: name }: StoryPath,
    @Query() { development, limit = PAGE, cursor = '0' }: NotesQuery,
  ) {
    if (!/^\d{1,9}$/.test(cursor)) throw new Problem('cursor', 'Invalid cursor for this list or query.');
    const { id } = await this.commands.current(name);
    const { byId, order } = await this.notes.of(id);
    const items: object[] = [];
    for (let at = Number(cursor); at < order.length; at += 1) {
      const note = byId.get(order.at(at)!)!;
      if (note.withdrawn || (development !== undefined && note.development !== development)) continue;
      if (items.length === limit) {
        const query = new URLSearchParams({
          ...(development === undefined ? {} : { development }),
          limit: String(limit),
          cursor: String(at),
        });
        return { items, next: `/desk/v1/stories/${name}/notes?${query.toString()}` };
      }
      items.push(this.#view(id, note));
    }
    return { items, next: null };
  }

  @Post('note')
  @NoDryRun(NO_DRY_RUN)
  @ApiOperation({ summary: 'Writes a note on a story or a development, for the newsroom only' })
  @ApiCreatedResponse({ description: 'The note' })
  async add(
    @Param() { story: name }: StoryPath,
    @Body() { text, development: named }: NoteDto,
    @SentForReal() sent: WriteHeaders,
  ) {
    const development = named ?? null;
    const { id, developments } = await this.commands.current(name);
    if (development !== null && !developments.get(development))
      throw new Problem('validation', 'The note names an unknown development. See errors.', {
        errors: [{ pointer: '/development', detail: 'This story has no such development.' }],
      });
    const found = mentionsIn(text, this.people.readers());
    return this.#view(id, await this.notes.add(id, { development, text, ...found }, sent));
  }

  @Delete('note', ':note')
  @NoDryRun(NO_DRY_RUN)
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Withdraws a note: nobody sees it any more' })
  @ApiNoContentResponse({ description: 'Withdrawn' })
  async withdraw(@Param() { story: name, note }: NotePath, @SentForReal() sent: WriteHeaders): Promise<void> {
    const { id } = await this.commands.current(name);
    await this.notes.withdraw(id, note, sent);
  }

  #view(story: Uuid, { id, development, text, mentions, unknownMentions, author, at }: Note) {
    return {
      id,
      story,
      development,
      text,
      mentions: mentions.map((person) => this.people.view(person)),
      unknownMentions,
      author: this.people.view(author),
      at: iso(at),
    };
  }
}
