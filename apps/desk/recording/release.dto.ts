import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  getSchemaPath,
  type ApiPropertyOptions,
} from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsInstant, Optional, PageQuery, parseInstant, Problem, WordOrObject } from '#http';
import type { Command, Release, Uuid, Waiting } from '#story';
import { OptionalReasonDto } from './reason.dto.js';

export class EmbargoDto {
  /** A time with its zone (RFC 3339; minutes are enough). @example "2026-01-01T06:00:00Z" */
  @IsInstant()
  embargoedUntil!: string;
}

const RELEASE: ApiPropertyOptions = {
  oneOf: [{ type: 'string', enum: ['now', 'held'] }, { $ref: getSchemaPath(EmbargoDto) }],
  example: 'now',
};

/** When readers may see it: at once, after a command, or from a time on. */
export type ReleaseDto = 'now' | 'held' | EmbargoDto;

/** What may wait before readers see it. */
@ApiExtraModels(EmbargoDto)
export class ReleasableDto {
  /** `now`, `held`, or `{"embargoedUntil": "2026-01-01T06:00:00Z"}`. */
  @ApiPropertyOptional(RELEASE)
  @Optional()
  @WordOrObject(['now', 'held'], () => EmbargoDto)
  release?: ReleaseDto;
}

export const toRelease = (dto: ReleaseDto | undefined): Release =>
  typeof dto === 'object'
    ? { embargoedUntil: parseInstant(dto.embargoedUntil, '/release/embargoedUntil') }
    : (dto ?? 'now');

export const toWaiting = (dto: 'held' | EmbargoDto): Waiting => toRelease(dto) as Waiting;

export class ScheduledQuery extends PageQuery {}

@ApiExtraModels(EmbargoDto)
export class RescheduleDto extends OptionalReasonDto {
  /** When readers see it: at another time, `now`, or when an editor releases it (`held`). */
  @ApiProperty(RELEASE)
  @WordOrObject(['now', 'held'], () => EmbargoDto)
  release!: ReleaseDto;
}

/** The same in an import file, for a development, or for the headline or lede whose release is `was`. */
export class RescheduleLineDto extends OptionalReasonDto {
  @Optional()
  @IsIn(['headline', 'lede'])
  what?: 'headline' | 'lede';

  @Optional()
  @WordOrObject(['held'], () => EmbargoDto)
  was?: 'held' | EmbargoDto;

  @WordOrObject(['now', 'held', 'cancelled'], () => EmbargoDto)
  release!: ReleaseDto | 'cancelled';
}

/** @throws Problem with a pointer into the line */
export function toReschedule(
  { what, was, release, reason = null }: RescheduleLineDto,
  development: Uuid | null,
): Command {
  if ((what === undefined) === (development === null) || (what === undefined) !== (was === undefined))
    throw new Problem(
      'validation',
      'Name a development; or say headline or lede under what, and its release under was.',
    );
  return {
    type: 'reschedule',
    of: what ?? development!,
    was: was === undefined ? null : toWaiting(was),
    release: release === 'cancelled' ? release : toRelease(release),
    reason,
    cause: 'editor',
  };
}
