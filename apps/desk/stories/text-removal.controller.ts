import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problem, ReplyInterceptor } from '#http';
import { same, type Command, type Heading, type Removed, type Story, type Text } from '#story';
import { toRemoval } from '../recording/removal.dto.js';
import { HeadingRemovalDto, TextRemovalDto } from './text-removal.dto.js';
import { ClaimPath, CorrectionPath, QuestionPath, StoryPath } from '../recording/path.dto.js';
import { FilingDesk } from '../recording/filing-desk.js';
import { createdOrOk } from '../recording/command-reply.js';
import { Headers, type ActHeaders } from '../recording/request-headers.js';

type How = 'kill' | 'takedown';
type Instead = { readonly with: Text };

/** Kills and takes down what is not a development: from all moments, with a notice in its place. */
@ApiTags('removals')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class TextRemovalController {
  constructor(private readonly desk: FilingDesk) {}

  @Post('headline/kill')
  @ApiOperation({ summary: 'Kills a headline, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killHeadline(@Param() { story }: StoryPath, @Body() body: HeadingRemovalDto, @Headers() sent: ActHeaders) {
    return this.#heading('kill', story, 'headline', body, sent);
  }

  @Post('headline/takedown')
  @ApiOperation({ summary: 'Takes a headline down, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeHeadlineDown(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#heading('takedown', story, 'headline', body, sent);
  }

  @Post('lede/kill')
  @ApiOperation({ summary: 'Kills a lede, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killLede(@Param() { story }: StoryPath, @Body() body: HeadingRemovalDto, @Headers() sent: ActHeaders) {
    return this.#heading('kill', story, 'lede', body, sent);
  }

  @Post('lede/takedown')
  @ApiOperation({ summary: 'Takes a lede down, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeLedeDown(@Param() { story }: StoryPath, @Body() body: HeadingRemovalDto, @Headers() sent: ActHeaders) {
    return this.#heading('takedown', story, 'lede', body, sent);
  }

  @Post('summary/kill')
  @ApiOperation({ summary: 'Kills a summary and its points, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killSummary(@Param() { story }: StoryPath, @Body() body: HeadingRemovalDto, @Headers() sent: ActHeaders) {
    return this.#heading('kill', story, 'summary', body, sent);
  }

  @Post('summary/takedown')
  @ApiOperation({ summary: 'Takes a summary and its points down, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeSummaryDown(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#heading('takedown', story, 'summary', body, sent);
  }

  @Post('claims/:claim/kill')
  @ApiOperation({ summary: 'Kills what a claim says, whoever says it; its status stays' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killClaim(@Param() { story, claim }: ClaimPath, @Body() body: TextRemovalDto, @Headers() sent: ActHeaders) {
    return this.#remove('kill', story, (instead) => ({ claim, ...instead }), body, sent);
  }

  @Post('claims/:claim/takedown')
  @ApiOperation({ summary: 'Takes down what a claim says, whoever says it; its status stays' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeClaimDown(
    @Param() { story, claim }: ClaimPath,
    @Body() body: TextRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#remove('takedown', story, (instead) => ({ claim, ...instead }), body, sent);
  }

  @Post('questions/:question/kill')
  @ApiOperation({ summary: 'Kills a question' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killQuestion(
    @Param() { story, question }: QuestionPath,
    @Body() body: TextRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#remove('kill', story, (instead) => ({ question, ...instead }), body, sent);
  }

  @Post('questions/:question/takedown')
  @ApiOperation({ summary: 'Takes a question down' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeQuestionDown(
    @Param() { story, question }: QuestionPath,
    @Body() body: TextRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#remove('takedown', story, (instead) => ({ question, ...instead }), body, sent);
  }

  @Post('corrections/:correction/kill')
  @ApiOperation({ summary: 'Kills what a correction repeats: its notice, and what was there before it' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killCorrection(
    @Param() { story, correction }: CorrectionPath,
    @Body() body: TextRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#remove('kill', story, (instead) => ({ correction, ...instead }), body, sent);
  }

  @Post('corrections/:correction/takedown')
  @ApiOperation({ summary: 'Takes down what a correction repeats: its notice, and what was there before it' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeCorrectionDown(
    @Param() { story, correction }: CorrectionPath,
    @Body() body: TextRemovalDto,
    @Headers() sent: ActHeaders,
  ) {
    return this.#remove('takedown', story, (instead) => ({ correction, ...instead }), body, sent);
  }

  async #heading(
    how: How,
    story: string,
    heading: Heading['what'],
    body: HeadingRemovalDto,
    sent: ActHeaders,
  ) {
    const text = headingOf(await this.desk.current(story), heading, body.revision ?? null);
    const what = (instead: Instead): Removed => ({ [heading]: text, ...instead }) as Removed;
    return this.#remove(how, story, what, body, sent);
  }

  async #remove(
    how: How,
    story: string,
    what: (instead: Instead) => Removed,
    body: TextRemovalDto,
    sent: ActHeaders,
  ) {
    const command: Command = {
      type: 'remove',
      how: how === 'kill' ? 'killed' : 'takenDown',
      what: what({ with: body.with ?? body.notice }),
      ...toRemoval(how, body),
    };
    /** The removal by which it is so already. */
    const there = ({ corrections }: Story): string | undefined => {
      const removals = [...corrections].filter((c) => c.class === 'removal');
      return (removals.findLast((r) => same(r.notice, body.notice)) ?? removals.at(-1))?.id;
    };
    return createdOrOk(await this.desk.file({ story, sent, command: () => command, there }));
  }
}

/** The words of a heading: those set at a revision, else the present ones. */
function headingOf(story: Story, what: Heading['what'], revision: string | null): Text {
  const found =
    revision === null
      ? story[what]?.text
      : [...story.headings, ...story.scheduled].find(
          (h) => h.what === what && String(h.revision) === revision,
        )?.text;
  if (found) return found;
  throw new Problem(
    'heading-unknown',
    revision === null
      ? `This story has no ${what}.`
      : `No ${what} of this story was set at revision ${revision}, or it waited and was replaced before readers saw it: its log says which were set.`,
  );
}
