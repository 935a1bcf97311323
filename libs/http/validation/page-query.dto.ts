import { IsString, MaxLength } from 'class-validator';
import { WholeNumber } from './query.js';
import { Optional } from './dto-reader.js';

/** Which page of a list. */
export class PageQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}
