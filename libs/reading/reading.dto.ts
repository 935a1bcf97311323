import { IsString, Matches, MaxLength } from 'class-validator';
import { IsSlug, IsSlugOrUuid, Optional, WholeNumber } from '#nest';

export class StoryPath {
  @IsSlugOrUuid()
  story!: string;
}

export class ClaimPath extends StoryPath {
  @IsSlug()
  claim!: string;
}

export class RevisionPath extends StoryPath {
  @Matches(/^(0|[1-9]\d{0,14})$/)
  revision!: string;
}

/** Moments: RFC 3339 with a zone, or a date alone, which means its end in the newsroom's zone. */
export class MomentsQuery {
  /** What was known by then. @example "2016-12-01T12:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  asOf?: string;

  /** What held in the world then. @example "2016-11-28" */
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export class HeldQuery {
  /** What held in the world then. @example "2016-11-28" */
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export class KnownQuery {
  /** What was known by then. @example "2016-12-01T12:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  asOf?: string;
}

export class PageQuery extends MomentsQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export class KnownPageQuery extends KnownQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export class ChangesQuery {
  /** @example "2016-12-01T10:00:00Z" */
  @IsString()
  @MaxLength(64)
  from!: string;

  /** @example "2016-12-01T12:00:00Z" */
  @IsString()
  @MaxLength(64)
  to!: string;
}
