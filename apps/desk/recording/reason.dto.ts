import { IsOptional } from 'class-validator';
import { IsProse } from '#http';

/** Why: for the newsroom's own record, never public. */
export class ReasonDto {
  @IsProse()
  reason!: string;
}

export class OptionalReasonDto {
  /** Why: for the newsroom's own record, never public. */
  @IsOptional()
  @IsProse()
  reason?: string | null;
}
