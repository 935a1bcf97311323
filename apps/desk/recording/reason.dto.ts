import { IsOptional } from 'class-validator';
import { IsProse } from '#http';

/** The reason, for the newsroom's own record. It is never public. */
export class ReasonDto {
  @IsProse()
  reason!: string;
}

export class OptionalReasonDto {
  /** The reason, for the newsroom's own record. It is never public. */
  @IsOptional()
  @IsProse()
  reason?: string | null;
}
