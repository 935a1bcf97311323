import { IsIn, IsOptional } from 'class-validator';
import { IsText } from '#http';
import type { CorrectionClass, Text } from '#story';
import { ReasonDto } from './reason.dto.js';

/** What a correction says for readers, and for the newsroom's own record. */
export class CorrectionNoticeDto extends ReasonDto {
  @IsIn(['correction', 'clarification', 'refile'])
  class!: CorrectionClass;

  /** For readers: what was wrong. */
  @IsOptional()
  @IsText({ length: 2_000 })
  notice?: Text | null;
}
