import { Body, Controller, Param, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplyInterceptor } from '#http';
import { Post } from '#staff';
import { Refusal, scheduledId, type Command, type Story } from '#story';
import { StoryPath } from '../recording/path.dto.js';
import { toTranslation, TranslationDto } from './translation.dto.js';
import { EditorCommands } from '../recording/editor-commands.js';
import { createdOrOk } from '../recording/command-reply.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';

type Translate = Extract<Command, { type: 'translate' }>;

@ApiTags('stories')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class TranslationController {
  constructor(private readonly commands: EditorCommands) {}

  @Post('correct-story', 'translations')
  @ApiOperation({
    summary: 'Translates texts and names of the story into a language; needs If-Match',
    description:
      'One translation covers any of headline, lede, developments, claims, questions, notices and names. Readers see it marked as a translation; it is not among the corrections. To change a text that was recorded in this language, correct it. You may translate it only after a correction of another language.',
  })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async translate(
    @Param() { story }: StoryPath,
    @Body() body: TranslationDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const command = toTranslation(body, waitingIn(await this.commands.current(story), body.scheduled ?? []));
    const lastChanged = (now: Story): number | null => lastChangeOf(now, command);
    return createdOrOk(
      await this.commands.execute({
        story,
        sent,
        command: () => command,
        lastChanged,
        requiresIfMatch: true,
        existingId: ({ id }) => id,
      }),
    );
  }
}

/** @throws Refusal `scheduled-unknown` */
function waitingIn(story: Story, asked: NonNullable<TranslationDto['scheduled']>): Translate['scheduled'] {
  return asked.map(({ scheduled, text }, i) => {
    const found = story.scheduled.find((one) => scheduledId(one) === scheduled);
    if (found) return { what: found.what, release: found.release, text };
    throw new Refusal(
      'scheduled-unknown',
      `The story has no scheduled headline or lede ${scheduled}: see scheduled in the state of the story.`,
      `/scheduled/${i}/scheduled`,
    );
  });
}

/** The last revision that changed one of the texts to translate. */
function lastChangeOf(story: Story, asked: Translate): number | null {
  const { headline, lede, scheduled, developments, claims, questions } = asked;
  const headings = new Set(scheduled.map(({ what }) => what));
  const changes = [
    headline !== undefined || headings.has('headline') ? story.headlineAt : null,
    lede !== undefined || headings.has('lede') ? story.ledeAt : null,
    ...developments.map(({ development }) => story.developments.get(development)?.changedAt),
    ...claims.map(({ claim }) => story.claims.get(claim)?.changedAt),
    ...questions.map(({ question }) => {
      const raisedBy = story.questions.get(question)?.raisedBy;
      return raisedBy === undefined ? null : story.developments.get(raisedBy)?.changedAt;
    }),
  ].filter((revision) => revision !== null && revision !== undefined);
  return changes.length === 0 ? null : Math.max(...changes);
}
