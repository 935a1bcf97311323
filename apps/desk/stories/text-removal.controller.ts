import { Body, Controller, Param, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problem, ReplyInterceptor } from '#http';
import { Post } from '#staff';
import { same, type Command, type Heading, type Removed, type Story, type Text } from '#story';
import { toRemoval } from '../recording/removal.dto.js';
import { HeadingRemovalDto, TextRemovalDto } from './text-removal.dto.js';
import { ClaimPath, CorrectionPath, QuestionPath, StoryPath } from '../recording/path.dto.js';
import { EditorCommands } from '../recording/editor-commands.js';
import { createdOrOk } from '../recording/command-reply.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';

type How = 'kill' | 'takedown';
type Replacement = { readonly with: Text };

/** Kills and takes down texts other than developments: headings, claims, questions and corrections. */
@ApiTags('removals')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class TextRemovalController {
  constructor(private readonly commands: EditorCommands) {}

  @Post('kill', 'headline/kill')
  @ApiOperation({ summary: 'Kills a headline, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killHeadline(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#heading('kill', story, 'headline', body, sent);
  }

  @Post('kill', 'headline/takedown')
  @ApiOperation({ summary: 'Takes a headline down, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeHeadlineDown(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#heading('takedown', story, 'headline', body, sent);
  }

  @Post('kill', 'lede/kill')
  @ApiOperation({ summary: 'Kills a lede, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killLede(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#heading('kill', story, 'lede', body, sent);
  }

  @Post('kill', 'lede/takedown')
  @ApiOperation({ summary: 'Takes a lede down, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeLedeDown(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#heading('takedown', story, 'lede', body, sent);
  }

  @Post('kill', 'summary/kill')
  @ApiOperation({ summary: 'Kills a summary and its points, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killSummary(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#heading('kill', story, 'summary', body, sent);
  }

  @Post('kill', 'summary/takedown')
  @ApiOperation({ summary: 'Takes a summary and its points down, wherever it was shown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeSummaryDown(
    @Param() { story }: StoryPath,
    @Body() body: HeadingRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#heading('takedown', story, 'summary', body, sent);
  }

  @Post('kill', 'claims/:claim/kill')
  @ApiOperation({ summary: 'Kills the text of a claim in all developments; its status stays' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killClaim(
    @Param() { story, claim }: ClaimPath,
    @Body() body: TextRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#remove('kill', story, (replacement) => ({ claim, ...replacement }), body, sent);
  }

  @Post('kill', 'claims/:claim/takedown')
  @ApiOperation({ summary: 'Takes down the text of a claim in all developments; its status stays' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeClaimDown(
    @Param() { story, claim }: ClaimPath,
    @Body() body: TextRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#remove('takedown', story, (replacement) => ({ claim, ...replacement }), body, sent);
  }

  @Post('kill', 'questions/:question/kill')
  @ApiOperation({ summary: 'Kills a question' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killQuestion(
    @Param() { story, question }: QuestionPath,
    @Body() body: TextRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#remove('kill', story, (replacement) => ({ question, ...replacement }), body, sent);
  }

  @Post('kill', 'questions/:question/takedown')
  @ApiOperation({ summary: 'Takes a question down' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeQuestionDown(
    @Param() { story, question }: QuestionPath,
    @Body() body: TextRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#remove('takedown', story, (replacement) => ({ question, ...replacement }), body, sent);
  }

  @Post('kill', 'corrections/:correction/kill')
  @ApiOperation({ summary: 'Kills the texts in a correction: its notice, and the old values' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  killCorrection(
    @Param() { story, correction }: CorrectionPath,
    @Body() body: TextRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#remove('kill', story, (replacement) => ({ correction, ...replacement }), body, sent);
  }

  @Post('kill', 'corrections/:correction/takedown')
  @ApiOperation({ summary: 'Takes down the texts in a correction: its notice, and the old values' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takeCorrectionDown(
    @Param() { story, correction }: CorrectionPath,
    @Body() body: TextRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#remove('takedown', story, (replacement) => ({ correction, ...replacement }), body, sent);
  }

  async #heading(
    how: How,
    story: string,
    heading: Heading['what'],
    body: HeadingRemovalDto,
    sent: WriteHeaders,
  ) {
    const text = headingOf(await this.commands.current(story), heading, body.revision ?? null);
    const what = (replacement: Replacement): Removed => ({ [heading]: text, ...replacement }) as Removed;
    return this.#remove(how, story, what, body, sent);
  }

  async #remove(
    how: How,
    story: string,
    what: (replacement: Replacement) => Removed,
    body: TextRemovalDto,
    sent: WriteHeaders,
  ) {
    const command: Command = {
      type: 'remove',
      how: how === 'kill' ? 'killed' : 'takenDown',
      what: what({ with: body.with ?? body.notice }),
      ...toRemoval(how, body),
    };
    // If nothing changed: the id of the earlier removal.
    const existingId = ({ corrections }: Story): string | undefined => {
      const removals = [...corrections].filter((c) => c.class === 'removal');
      return (removals.findLast((r) => same(r.notice, body.notice)) ?? removals.at(-1))?.id;
    };
    return createdOrOk(await this.commands.execute({ story, sent, command: () => command, existingId }));
  }
}

/** The text of a heading: the one set at a revision, else the present one. */
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
      : `No ${what} was set at revision ${revision}, or it was replaced before its release. The log of the story has all that were set.`,
  );
}
