import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { EventStore } from '#event-store';
import { Problem } from '#http';
import { AuditLog, Get, Who, type Principal } from '#staff';
import type { Recorded } from '#story';
import { readEvent, storyStream } from '#story-log';
import { StoryPath } from '../recording/path.dto.js';
import { exportLines } from './export-lines.js';
import { storyIdOf } from '../recording/editor-commands.js';
import { StoryRecorder } from '../recording/story-recorder.js';
import { NewsroomZone } from '../recording/newsroom-zone.js';

@ApiTags('imports')
@Controller('desk/v1/stories')
export class ExportController {
  constructor(
    private readonly store: EventStore,
    private readonly recorder: StoryRecorder,
    private readonly audit: AuditLog,
    private readonly zone: NewsroomZone,
  ) {}

  @Get('export', ':story/export')
  @ApiProduces('application/x-ndjson')
  @ApiOperation({ summary: 'Exports the story as an import file: an import elsewhere gives an equal story' })
  @ApiOkResponse({ description: 'NDJSON, one command on each line' })
  async export(
    @Param() { story }: StoryPath,
    @Who() { id: who }: Principal,
    @Req() { ip }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = storyIdOf(story);
    const { slug, revision } = (await this.recorder.current(id)).story;
    if (revision < 0) throw new Problem('story-unknown', 'There is no such story.');
    await this.audit.record({ type: 'StoryExported', who, about: id, address: ip });
    const text = lines(slug, this.#events(id), this.zone.name);
    await reply.type('application/x-ndjson').send(Readable.from(text));
  }

  async *#events(id: string): AsyncGenerator<Recorded> {
    for await (const stored of this.store.readStream(storyStream('desk', id)))
      yield readEvent(stored).recorded;
  }
}

async function* lines(slug: string, events: AsyncIterable<Recorded>, zone: string): AsyncGenerator<string> {
  for await (const line of exportLines(slug, events, zone)) yield `${JSON.stringify(line)}\n`;
}
