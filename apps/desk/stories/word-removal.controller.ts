import { Body, Controller, HttpStatus, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reply, ReplyInterceptor } from '#http';
import { Post } from '#staff';
import { groundsIn, toRemoval } from '../recording/removal.dto.js';
import { RemovalsDto } from './removed.dto.js';
import { checkReplacement, WordRemover, storyOf, type RemovalView } from './word-remover.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';

@ApiTags('removals')
@Controller('desk/v1/removals')
@UseInterceptors(ReplyInterceptor)
export class WordRemovalController {
  constructor(private readonly remover: WordRemover) {}

  @Post('remove-words')
  @ApiOperation({ summary: 'Removes words from every text of a story or of the newsroom, whatever the asOf' })
  @ApiOkResponse({ description: 'The texts that have the words; nothing was removed' })
  @ApiCreatedResponse({ description: 'What was removed' })
  async remove(@Body() body: RemovalsDto, @SentHeaders() sent: WriteHeaders): Promise<Reply<RemovalView>> {
    const { words, scope, story, with: instead = { und: '[…]' } } = body;
    const dryRun = sent.dryRun || body.dryRun === true;
    checkReplacement([words].flat(), { with: instead, notice: body.notice });
    const how = body.authority === undefined ? 'killed' : 'takenDown';
    const removal = toRemoval(how === 'killed' ? 'kill' : 'takedown', body);
    const view = await this.remover.remove(
      {
        words: [words].flat(),
        story: storyOf(scope, story),
        with: instead,
        command: {
          type: 'remove',
          how,
          ...removal,
          // Words that must go everywhere are mostly somebody's name. What is only wrong is corrected instead.
          grounds: body.grounds ?? groundsIn(body.reason) ?? (how === 'killed' ? 'privacy' : 'legal'),
        },
      },
      sent,
      dryRun,
    );
    return new Reply(view, { status: view.id !== null ? HttpStatus.CREATED : HttpStatus.OK });
  }
}
