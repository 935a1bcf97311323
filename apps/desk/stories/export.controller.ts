import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { EventStore } from '#event-store';
import { Problem } from '#http';
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
    private readonly zone: NewsroomZone,
  ) {}

  @Get(':story/export')
  @ApiProduces('application/x-ndjson')
  @ApiOperation({ summary: 'Exports the story as an import file: an import elsewhere gives an equal story' })
  @ApiOkResponse({ description: 'NDJSON, one command on each line' })
  async export(@Param() { story }: StoryPath, @Res() reply: FastifyReply): Promise<void> {
    const id = storyIdOf(story);
    const { slug, revision } = (await this.recorder.current(id)).story;
    if (revision < 0) throw new Problem('story-unknown', 'There is no such story.');
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
