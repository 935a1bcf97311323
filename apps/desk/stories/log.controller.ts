import { positionText } from '#projections';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventStore, StreamNotFound, decode, type StoredEvent } from '#event-store';
import { Problem } from '#http';
import { Get } from '#staff';
import { storyStream } from '#story-log';
import { LogQuery } from './log.dto.js';
import { StoryPath } from '../recording/path.dto.js';
import { storyIdOf } from '../recording/editor-commands.js';

@ApiTags('stories')
@Controller('desk/v1/stories')
export class LogController {
  constructor(private readonly store: EventStore) {}

  @Get('read-log', ':story/log')
  @ApiOperation({ summary: 'Lists the events of the story, oldest first' })
  @ApiOkResponse({ description: 'A page of events' })
  async log(@Param() { story }: StoryPath, @Query() { from = '0', limit = 100 }: LogQuery) {
    const items: ReturnType<typeof eventView>[] = [];
    try {
      const range = { from: BigInt(from), limit: limit + 1 };
      for await (const event of this.store.readStream(storyStream('desk', storyIdOf(story)), range))
        items.push(eventView(event));
    } catch (error) {
      if (error instanceof StreamNotFound) throw new Problem('story-unknown', 'There is no such story.');
      throw error;
    }
    const more = items.length > limit ? items.pop() : undefined;
    return {
      items,
      next: more ? `/desk/v1/stories/${story}/log?from=${more.revision}&limit=${limit}` : null,
    };
  }
}

function eventView({ id, type, revision, position, data, metadata }: StoredEvent) {
  return {
    id,
    type,
    revision: String(revision),
    position: positionText('desk', position),
    data: decode(data),
    metadata: decode(metadata),
  };
}
