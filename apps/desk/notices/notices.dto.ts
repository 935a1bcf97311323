import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { Optional, PageQuery } from '#http';
import { NOTICE_ID } from './notice.js';

const FORM = { message: '$property must be the id of a notice' };

export class NoticesQuery extends PageQuery {
  /** If true, only notices that you have not seen. */
  @Optional()
  @IsIn(['true', 'false'])
  unseen?: 'true' | 'false';
}

export class NoticesSinceQuery {
  /** The id of the last notice that you have. Without it, and without Last-Event-ID, only later notices come. */
  @Optional()
  @Matches(NOTICE_ID, FORM)
  since?: string;
}

export class SeenDto {
  /** The id of the newest notice that you have seen: it and all before it count as seen. */
  @ApiProperty({ type: 'string', pattern: NOTICE_ID.source, example: '000000000000002a' })
  @Matches(NOTICE_ID, FORM)
  upTo!: string;
}
