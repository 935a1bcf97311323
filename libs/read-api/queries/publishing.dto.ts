import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsSlugOrUuid, Optional, WholeNumber } from '#http';
import { IsLanguageTag } from './is-language-tag.js';
import { AsOfPageQuery, LanguageQuery } from './query.dto.js';

export class SinceQuery {
  /** The position after which changes begin, from an earlier answer. `0`: from the beginning; `now`: only new changes. @example "122" */
  @Optional()
  @IsString()
  @MaxLength(32)
  since?: string;
}

export class ChangesQuery extends SinceQuery {
  /** Only this story. @example "aleppo-talks" */
  @Optional()
  @IsSlugOrUuid()
  story?: string;

  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;
}

export class TimeMapQuery {
  /** The first revision on the page. The links between the pages set it. @example 0 */
  @Optional()
  @WholeNumber({ min: 0, max: 999_999_999 })
  from?: number;
}

/** Which developments of a story, and in which language. */
export class StoryFeedQuery extends LanguageQuery {
  /** Key developments only. */
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

/** Of the newsroom's corrections as a feed. */
export class CorrectionsFeedQuery extends AsOfPageQuery {
  /** The preferred language of the texts, ahead of `Accept-Language`. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}
