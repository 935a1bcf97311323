import { ApiExtraModels, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { IsProse, IsSlugs, Optional, PageQuery, WordOrObject } from '#http';
import { ROLES, type Role } from '#roles';
import { EmbargoDto } from '../recording/release.dto.js';

@ApiExtraModels(EmbargoDto)
export class ReviewRequestDto {
  /** What an approval does: `now`, or `{"embargoedUntil": "2026-01-01T06:00:00Z"}`. Default: `now`. */
  @ApiPropertyOptional({
    oneOf: [{ type: 'string', enum: ['now'] }, { $ref: getSchemaPath(EmbargoDto) }],
    example: 'now',
  })
  @Optional()
  @WordOrObject(['now'], () => EmbargoDto)
  release?: 'now' | EmbargoDto;

  /** For the reviewer. @example "The figure is from the evening report." */
  @Optional()
  @IsProse()
  note?: string;
}

export class ApprovalDto {
  /** Claims whose text this release makes public, although their own developments are not public. */
  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}

export class ReturnDto {
  /** What the author should change. @example "Who counted them?" */
  @IsProse()
  note!: string;
}

export class RuleDto {
  /** Roles whose people release what they recorded without a second pair of eyes. @example ["editor", "publisher"] */
  @IsArray()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  mayReleaseAlone!: Role[];

  /** Whether an editor or custodian must approve an unnamed source before readers hear of it. Default: true. */
  @Optional()
  @IsBoolean()
  unnamedNeedApproval?: boolean;
}

export class ReviewsQuery extends PageQuery {
  /** `waiting`: reviews that you may decide. `mine`: those that you asked for, or took over. Default: all. */
  @Optional()
  @IsIn(['waiting', 'mine'])
  list?: 'waiting' | 'mine';
}
