import { IsIn } from 'class-validator';
import { IsSlugs, Optional } from '#http';
import type { RetractedBy, WithdrawnBy } from '#story';
import { ReasonDto } from '../recording/reason.dto.js';

export class RetractionDto extends ReasonDto {
  /** Who retracts it: we, or the outlet that reported it. */
  @IsIn(['us', 'outlet'])
  by!: RetractedBy;
}

export class WithdrawalDto extends ReasonDto {
  /** Who withdraws it: we, or the origin that said so. */
  @IsIn(['us', 'origin'])
  by!: WithdrawnBy;
}

export class ReleaseNowDto {
  /** Claims whose text this release makes public, although their own developments are not public. */
  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}
