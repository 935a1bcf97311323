import { IsString, Matches } from 'class-validator';
import { Optional, WholeNumber } from '#http';

export class LogQuery {
  /** The first revision of the page. @example "0" */
  @Optional()
  @IsString()
  @Matches(/^(0|[1-9]\d{0,14})$/)
  from?: string;

  @Optional()
  @WholeNumber({ min: 1, max: 500 })
  limit?: number;
}
