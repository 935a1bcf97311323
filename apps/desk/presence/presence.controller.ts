import { Body, Controller, Header, HttpCode, HttpStatus, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { iso, NoDryRun } from '#http';
import { Delete, Get, PresentNames, Put, Who, type Principal } from '#staff';
import type { Uuid } from '#story';
import { EditorCommands } from '../recording/editor-commands.js';
import { StoryPath } from '../recording/path.dto.js';
import { PresenceDto } from './presence.dto.js';
import { Presence, type Doing } from './presence.js';

interface PresentView {
  readonly id: string;
  readonly name: string;
  readonly doing: Doing;
  readonly since: string;
}

@ApiTags('presence')
@NoDryRun('Presence has no dry run: it records nothing. Send the request without dryRun.')
@Controller('desk/v1/stories/:story/presence')
export class PresenceController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly presence: Presence,
    private readonly names: PresentNames,
  ) {}

  @Get('read')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Lists who is in the story now, in the order in which they came' })
  @ApiOkResponse({ description: 'Who is in the story' })
  async list(@Param() { story: name }: StoryPath) {
    const { id } = await this.commands.current(name);
    return this.#in(id);
  }

  @Put('read')
  @ApiOperation({ summary: 'Says that you are in the story, for the next 60 seconds' })
  @ApiOkResponse({ description: 'Who is in the story' })
  async enter(@Param() { story: name }: StoryPath, @Body() { doing }: PresenceDto, @Who() who: Principal) {
    const { id } = await this.commands.current(name);
    this.presence.enter(id, who, doing);
    return this.#in(id);
  }

  @Delete('read')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Says that you left the story' })
  @ApiNoContentResponse({ description: 'You are not in the story' })
  async leave(@Param() { story: name }: StoryPath, @Who() who: Principal): Promise<void> {
    const { id } = await this.commands.current(name);
    this.presence.leave(id, who);
  }

  /** One item for each person, whatever number of browsers he or she uses. Who is no longer signed in is left out. */
  #in(story: Uuid): { readonly items: readonly PresentView[] } {
    const items = new Map<string, PresentView>();
    for (const { who, doing, since } of this.presence.in(story)) {
      const name = this.names.nameOf(who);
      if (name === null) continue;
      const first = items.get(who.id) ?? { id: who.id, name, doing, since: iso(since) };
      items.set(who.id, doing === 'writing' ? { ...first, doing } : first);
    }
    return { items: [...items.values()] };
  }
}
