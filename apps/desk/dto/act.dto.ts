import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsLine, IsProse, IsSlug, IsSlugs, IsText, Optional } from '#nest';
import {
  RELATIONS,
  type Relation,
  type RetractedBy,
  type Text,
  type Verdict,
  type WithdrawnBy,
} from '#story';

/** Why: for the newsroom's own record, never public. */
export class ReasonDto {
  @IsProse()
  reason!: string;
}

export class RetractionDto extends ReasonDto {
  /** Whose doing: ours, or the outlet's that reported it. */
  @IsIn(['us', 'outlet'])
  by!: RetractedBy;
}

export class WithdrawalDto extends ReasonDto {
  /** Whose doing: ours, or the origin's that said so. */
  @IsIn(['us', 'origin'])
  by!: WithdrawnBy;
}

export class ReleaseNowDto {
  /** Claims that only a hidden development identified, whose own words this release makes public. */
  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}

export class KillDto extends ReasonDto {
  /** What readers see in its place. */
  @IsText({ length: 2_000 })
  notice!: Text;
}

export class TakedownDto extends KillDto {
  /** Who demanded it, e.g. a court: public. */
  @IsLine()
  authority!: string;
}

export class JudgementDto extends ReasonDto {
  @IsIn(['verified', 'refuted'])
  verdict!: Verdict;

  /** How it was found. */
  @IsProse()
  method!: string;

  /** Whether readers may know the method. */
  @Optional()
  @IsBoolean()
  public?: boolean;
}

export class ClaimLinkDto {
  @IsSlug()
  to!: string;

  @IsIn(RELATIONS)
  relation!: Relation;
}

export class LinkRevocationDto {
  @IsOptional()
  @IsProse()
  reason?: string | null;
}

export class IndependenceDto extends ReasonDto {
  /** Two origin ids. */
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2 })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  origins!: [string, string];

  @IsBoolean()
  independent!: boolean;
}
