import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsSlug, IsSlugOrUuid, Optional, WholeNumber } from '#http';
import { IsLanguageTag, STORY_STATUSES } from '#read-api';
import { SORTS, type Sort } from '#projections';
import { CLAIM_KINDS, STATUSES, type Status } from '#story';

export class StoryPagePath {
  @IsSlugOrUuid()
  story!: string;
}

export class RevisionPagePath extends StoryPagePath {
  @Matches(/^(0|[1-9]\d{0,14})$/)
  revision!: string;
}

export class PartyPagePath {
  @IsSlug()
  party!: string;
}

/** The language of the page's own words. A page without that language takes another one. */
export class LanguageQuery {
  @Optional()
  @Matches(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}$/, { message: 'must be a language tag, such as fr' })
  lang?: string;
}

/** A moment: as `asOf`, or as the two fields of the form, a date and a time in the newsroom's zone. */
export class MomentPageQuery extends LanguageQuery {
  @Optional()
  @IsString()
  @MaxLength(64)
  asOf?: string;

  @Optional()
  @IsString()
  @MaxLength(64)
  date?: string;

  @Optional()
  @IsString()
  @MaxLength(64)
  time?: string;
}

export class StoryPageQuery extends MomentPageQuery {
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export class RevisionPageQuery extends LanguageQuery {
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export class ListPageQuery extends MomentPageQuery {
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;
}

export class TimelinePageQuery extends ListPageQuery {
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

export class ClaimsPageQuery extends ListPageQuery {
  @Optional()
  @IsIn(STATUSES)
  status?: string;

  @Optional()
  @IsIn(CLAIM_KINDS)
  kind?: string;

  @Optional()
  @IsSlug()
  variable?: string;

  @Optional()
  @IsSlug()
  party?: string;

  @Optional()
  @IsString()
  @MaxLength(64)
  changedSince?: string;
}

export class FrontPageQuery extends ListPageQuery {
  /** Words to search for. A form sends an empty value for none. */
  @Optional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @Optional()
  @Matches(/^medtop:\d{8}$/, { message: 'must be an IPTC Media Topic, such as medtop:20000076' })
  topic?: string;

  @Optional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  place?: string;

  @Optional()
  @IsSlug()
  party?: string;

  @Optional()
  @IsIn(STORY_STATUSES)
  status?: (typeof STORY_STATUSES)[number];

  @Optional()
  @IsIn(STATUSES)
  claimStatus?: Status;

  /** The language of the stories; `lang` is that of the page. */
  @Optional()
  @IsLanguageTag()
  language?: string;

  /** When the newest development was recorded. A form sends an empty value for any time. */
  @Optional()
  @IsString()
  @MaxLength(64)
  from?: string;

  @Optional()
  @IsString()
  @MaxLength(64)
  to?: string;

  @Optional()
  @IsIn(SORTS)
  sort?: Sort;
}
