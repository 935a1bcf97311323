import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsSlug, Optional } from '#http';
import { SORTS, type Sort } from '#projections';
import { STATUSES } from '#story';
import { IsLanguageTag } from './is-language-tag.js';
import { AsOfPageQuery } from './query.dto.js';

export const STORY_STATUSES = ['open', 'closed', 'killed', 'takenDown'] as const;

/** Filters of stories: a story must match all that are given, at the moment asked for. */
class StoriesFilterQuery extends AsOfPageQuery {
  /** Words to search for. The story must have all of them in its headline, lede, developments, claims, or descriptions of sources. Other forms of a word match too, by the language of the text: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. @example "переговоры" */
  @Optional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** An IPTC Media Topic. @example "medtop:20000076" */
  @Optional()
  @Matches(/^medtop:\d{8}$/, { message: 'must be an IPTC Media Topic, such as medtop:20000076' })
  topic?: string;

  /** The name of one of the story's places, or an ISO 3166-1 country code. @example "Aleppo" */
  @Optional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  place?: string;

  /** A party in an attribution of the story: a source, the party that a source speaks for, or the issuer of a document. @example "moscow" */
  @Optional()
  @IsSlug()
  party?: string;

  /** The status of the story itself. @example "open" */
  @Optional()
  @IsIn(STORY_STATUSES)
  status?: string;

  /** The former name of `status`. @deprecated */
  @Optional()
  @IsIn(STORY_STATUSES)
  storyStatus?: string;

  /** A status that at least one claim has. @example "disputed" */
  @Optional()
  @IsIn(STATUSES)
  claimStatus?: string;

  /** The language of the story or of its headline, BCP 47. @example "fr" */
  @Optional()
  @IsLanguageTag()
  language?: string;

  /** Stories whose newest development was recorded at this time or later. RFC 3339 with a zone, or a date alone, which includes that day. @example "2016-12-01" */
  @Optional()
  @IsString()
  @MaxLength(64)
  from?: string;

  /** Stories whose newest development was recorded at this time or earlier. A date alone means the end of that day. @example "2016-12-31" */
  @Optional()
  @IsString()
  @MaxLength(64)
  to?: string;

  /** Stories whose `updatedAt` is later than this moment. A date alone includes that day. @example "2016-12-01T10:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  updatedSince?: string;
}

/** The stories as JSON, which has every language. */
export class StoriesQuery extends StoriesFilterQuery {
  /** The order of the stories. `newest` (the default) and `oldest` go by the newest development. `relevance` counts the words of `q`, first in the headline, then in the lede. If more than 1,000 stories may match, only `newest` is possible. @example "relevance" */
  @Optional()
  @IsIn(SORTS)
  sort?: Sort;

  /** The former name of `language`. In feeds, `lang` selects the language of the texts. @deprecated */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}

/** The stories as a feed, which has one language at a time. */
export class StoriesFeedQuery extends StoriesFilterQuery {
  /** The preferred language of the texts, ahead of `Accept-Language`. A text that lacks it is in the story's main language. @example "fr" */
  @Optional()
  @IsLanguageTag()
  lang?: string;
}
