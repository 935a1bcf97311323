import { IsIn } from 'class-validator';
import { IsSlugs, Optional } from '#http';
import type { RetractedBy, WithdrawnBy } from '#story';
import { ReasonDto } from '../recording/reason.dto.js';

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
