import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplyInterceptor } from '#http';
import { Refusal, scheduledId, type Command, type Story } from '#story';
import { StoryPath } from '../recording/path.dto.js';
import { toTranslation, TranslationDto } from './translation.dto.js';
import { FilingDesk } from '../recording/filing-desk.js';
import { createdOrOk } from '../recording/command-reply.js';
import { Headers, type ActHeaders } from '../recording/request-headers.js';

type Translate = Extract<Command, { type: 'translate' }>;

/** What a story says, in one more language: no correction. */
@ApiTags('stories')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class TranslationController {
  constructor(private readonly desk: FilingDesk) {}

  @Post('translations')
  @ApiOperation({
    summary: 'Translates texts and names of the story into a language; needs If-Match',
    description:
      'One act for any of headline, lede, developments, claims, questions, notices and names. It is shown as a translation, and stands in no record of corrections. A text that was recorded in the language is corrected, not translated, unless another language of it was corrected since.',
  })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async translate(@Param() { story }: StoryPath, @Body() body: TranslationDto, @Headers() sent: ActHeaders) {
    const command = toTranslation(body, waitingIn(await this.desk.current(story), body.scheduled ?? []));
    const lastChanged = (now: Story): number | null => lastChangeOf(now, command);
    const there = ({ id }: Story): string => id;
    const change = { story, sent, command: () => command, lastChanged, required: true, there };
    return createdOrOk(await this.desk.file(change));
  }
}

/** @throws Refusal `scheduled-unknown` */
function waitingIn(story: Story, asked: NonNullable<TranslationDto['scheduled']>): Translate['scheduled'] {
  return asked.map(({ scheduled, text }, i) => {
    const found = story.scheduled.find((one) => scheduledId(one) === scheduled);
    if (found) return { what: found.what, release: found.release, text };
    throw new Refusal(
      'scheduled-unknown',
      `No headline or lede waits as ${scheduled}: look at what the story has scheduled.`,
      `/scheduled/${i}/scheduled`,
    );
  });
}

/** The last revision that changed one of the texts: who translates says what was read. */
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
