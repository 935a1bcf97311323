import { IsString, MaxLength } from 'class-validator';
import { Optional, WholeNumber } from '#http';
import { IsLanguageTag } from './is-language-tag.js';

/** Moments: RFC 3339 with a zone (minutes are enough), or a date alone, which means its end in the newsroom's zone. */
export class MomentsQuery {
  /** System time: the state as recorded by this moment. @example "2016-12-01T12:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  asOf?: string;

  /** Valid time: what was true in the world then. Lists of developments show those that had begun by then. @example "2016-11-28" */
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export class AsOfQuery {
  /** System time: the state as recorded by this moment. @example "2016-12-01T12:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  asOf?: string;
}

export class AsOfPageQuery extends AsOfQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the previous page. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export class PageQuery extends MomentsQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the previous page. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** Of a format that has its words in one language at a time. */
export class LanguageQuery {
  /** The preferred language of the texts, ahead of `Accept-Language`. A text that lacks it is in the story's main language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}
