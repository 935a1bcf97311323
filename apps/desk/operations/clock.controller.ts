import { Body, Controller, HttpCode, HttpStatus, Logger } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRun, IsInstant, iso, parseInstant, Problem, dryRunAnswer, type DryRunAnswer } from '#http';
import { Publisher, durationText, TrustedClock } from '#publishing';
import { Get, Post } from '#staff';

/** Milliseconds by which an editor's watch may differ from the machine's clock. */
const WITHIN = 2 * 60_000;

export class ClockConfirmationDto {
  /** The time on another clock, such as your watch, with its zone (RFC 3339; minutes are enough). @example "2026-01-01T06:00:00Z" */
  @IsInstant()
  now!: string;
}

interface ClockView {
  readonly now: string;
  readonly machine: string;
  readonly trusted: boolean;
  readonly reason: string | null;
  readonly since: string | null;
  readonly embargoes: number;
}

@ApiTags('clock')
@Controller('desk/v1/clock')
export class ClockController {
  readonly #logger = new Logger('Clock');

  constructor(
    private readonly clock: TrustedClock,
    private readonly publisher: Publisher,
  ) {}

  @Get('read-clock')
  @ApiOperation({ summary: 'Reads the time of recording and release, and whether it is trusted' })
  @ApiOkResponse({ description: 'The clock' })
  read(): ClockView {
    const { now, machine, doubt, since } = this.clock.state;
    return {
      now: iso(now),
      machine: iso(machine),
      trusted: doubt === null,
      reason: doubt,
      since: since === null ? null : iso(since),
      embargoes: this.publisher.health.embargoes,
    };
  }

  @Post('confirm-clock', 'confirmation')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Confirms that the machine’s clock is right, and releases what waited for this confirmation',
  })
  @ApiOkResponse({ description: 'The clock' })
  confirm(@Body() body: ClockConfirmationDto, @DryRun() dryRun: boolean): ClockView | DryRunAnswer {
    const now = parseInstant(body.now, '/now');
    const { doubt } = this.clock.state;
    const agrees = dryRun ? this.clock.agrees(now, WITHIN) : this.clock.confirm(now, WITHIN);
    if (!agrees) throw disagree(this.clock.state.machine - now);
    if (dryRun) return dryRunAnswer(doubt !== null);
    if (doubt !== null) this.#logger.warn(`An editor confirmed the clock. ${doubt}.`);
    this.publisher.clockConfirmed();
    return this.read();
  }
}

function disagree(ahead: number): Problem {
  const far = `${durationText(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} your time`;
  return new Problem('clock-disagrees', `The machine’s clock is ${far}. Correct it, then confirm it.`);
}
