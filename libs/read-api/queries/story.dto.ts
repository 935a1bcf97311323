import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsSlug, Optional, WholeNumber } from '#http';
import { CLAIM_KINDS, STATUSES } from '#story';
import { IsLanguageTag } from './is-language-tag.js';
import { MomentsQuery, PageQuery } from './query.dto.js';

export class StateQuery extends MomentsQuery {
  /** Key developments only, in a feed or a table of developments. */
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

/** On a surface with other formats than JSON. */
export class StateFormatQuery extends StateQuery {
  /** The preferred language of the texts in formats other than JSON, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}

export class RevisionQuery {
  /** Valid time: what was true in the world then. Lists of developments show those that had begun by then. @example "2016-11-28" */
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

/** On a surface with other formats than JSON. */
export class RevisionFormatQuery extends RevisionQuery {
  /** The preferred language of the texts in formats other than JSON, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}

export class DevelopmentsQuery extends PageQuery {
  /** Key developments only. */
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

/** On a surface that gives the list as a table too. */
export class DevelopmentsTableQuery extends DevelopmentsQuery {
  /** The preferred language of the texts in a table, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}

/** Of a file with every development. */
export class DevelopmentsFileQuery extends StateFormatQuery {
  /** `excel`: for spreadsheet programs. The file starts with a byte order mark, moments are dates, and text stays text. @example "excel" */
  @Optional()
  @IsIn(['excel'])
  for?: 'excel';
}

/** Filters of claims: a claim must match all that are given, at the moment asked for. */
export class ClaimsFilterQuery extends MomentsQuery {
  /** The status. @example "disputed" */
  @Optional()
  @IsIn(STATUSES)
  status?: string;

  /** The kind of claim. @example "figure" */
  @Optional()
  @IsIn(CLAIM_KINDS)
  kind?: string;

  /** The variable that they measure. @example "east-aleppo-retaken-share" */
  @Optional()
  @IsSlug()
  variable?: string;

  /** A party that made an assertion about the claims, or for which somebody else spoke. @example "moscow" */
  @Optional()
  @IsSlug()
  party?: string;

  /** Claims whose text, status, reasons or assertions changed after this moment. RFC 3339 with a zone, or a date alone, which includes that day. @example "2016-12-01T10:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  changedSince?: string;
}

export class ClaimsQuery extends ClaimsFilterQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the previous page. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** On a surface that gives the list as a table too. */
export class ClaimsTableQuery extends ClaimsQuery {
  /** The preferred language of the texts in a table, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}

class ClaimsFilterLanguageQuery extends ClaimsFilterQuery {
  /** The preferred language of the texts in a table, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}

/** Of a file with every claim. */
export class ClaimsFileQuery extends ClaimsFilterLanguageQuery {
  /** `excel`: for spreadsheet programs. The file starts with a byte order mark, moments are dates, and text stays text. @example "excel" */
  @Optional()
  @IsIn(['excel'])
  for?: 'excel';
}

export class StoryChangesQuery {
  /** The earlier moment. RFC 3339 with a zone (minutes are enough), or a date alone, which means the end of that day. @example "2016-12-01T10:00:00Z" */
  @IsString()
  @MaxLength(64)
  from!: string;

  /** The later moment, in the same form as `from`. @example "2016-12-01T12:00:00Z" */
  @IsString()
  @MaxLength(64)
  to!: string;
}
