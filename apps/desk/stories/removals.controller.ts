import { Body, Controller, HttpStatus, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reply, ReplyInterceptor } from '#http';
import { groundsIn, toRemoval } from '../recording/removal.dto.js';
import { RemovalsDto } from './remove.dto.js';
import { checkInstead, Removals, storyOf, type RemovalView } from './removals.js';
import { Headers, type ActHeaders } from '../recording/request-headers.js';

/** Takes words out of everything that was ever said. */
@ApiTags('removals')
@Controller('desk/v1/removals')
@UseInterceptors(ReplyInterceptor)
export class RemovalsController {
  constructor(private readonly removals: Removals) {}

  @Post()
  @ApiOperation({ summary: 'Removes words from every text of a story or of the newsroom, at every moment' })
  @ApiOkResponse({ description: 'Every place that has the words; nothing was removed' })
  @ApiCreatedResponse({ description: 'What was removed' })
  async remove(@Body() body: RemovalsDto, @Headers() sent: ActHeaders): Promise<Reply<RemovalView>> {
    const { words, scope, story, with: instead = { und: '[…]' } } = body;
    const dryRun = sent.dryRun || body.dryRun === true;
    checkInstead([words].flat(), { with: instead, notice: body.notice });
    const how = body.authority === undefined ? 'killed' : 'takenDown';
    const removal = toRemoval(how === 'killed' ? 'kill' : 'takedown', body);
    const view = await this.removals.remove(
      {
        words: [words].flat(),
        story: storyOf(scope, story),
        with: instead,
        command: {
          type: 'remove',
          how,
          ...removal,
          // A name that is to go everywhere is somebody's: what was merely wrong is corrected.
          grounds: body.grounds ?? groundsIn(body.reason) ?? (how === 'killed' ? 'privacy' : 'legal'),
        },
      },
      sent,
      dryRun,
    );
    const done = !dryRun && (view.stories.length > 0 || view.directory.length > 0);
    return new Reply(view, { status: done ? HttpStatus.CREATED : HttpStatus.OK });
  }
}
