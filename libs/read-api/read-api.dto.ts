import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsSlug, IsSlugOrUuid, Optional, WholeNumber } from '#http';
import { SORTS, type Sort } from '#projections';
import { CLAIM_KINDS, STATUSES } from '#story';
import { LANGUAGE_TAG } from './asked-languages.js';

export class StoryPath {
  @IsSlugOrUuid()
  story!: string;
}

/** A story, and the form in which its state is asked for: `aleppo-talks`, `aleppo-talks.jsonld`. */
export class StatePath {
  @Matches(/^[a-z0-9-]{1,100}(?:\.[a-z]{1,20})?$/, { message: 'must be the slug or the id of a story' })
  story!: string;
}

export class ClaimPath extends StoryPath {
  @IsSlug()
  claim!: string;
}

export class VariablePath extends StoryPath {
  @IsSlug()
  variable!: string;
}

export class ArchivePath extends StoryPath {
  /** The number of the document, and its form: `0.atom`. */
  @Matches(/^(?:0|[1-9]\d{0,12})\.(?:atom|jsonfeed)$/)
  archive!: string;
}

export class PartyPath {
  @IsSlug()
  party!: string;
}

export class RevisionPath extends StoryPath {
  /** May end in a form, as a story's address may. */
  @Matches(/^(0|[1-9]\d{0,14})(?:\.[a-z]{1,20})?$/)
  revision!: string;
}

/** Moments: RFC 3339 with a zone (minutes are enough), or a date alone, which means its end in the newsroom's zone. */
export class MomentsQuery {
  /** What was known by then. @example "2016-12-01T12:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  asOf?: string;

  /** What held in the world then; of developments, what had begun by then. @example "2016-11-28" */
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export const STORY_STATUSES = ['open', 'closed', 'killed', 'takenDown'] as const;

const IsLanguage = (): PropertyDecorator =>
  Matches(LANGUAGE_TAG, { message: 'must be a language tag, such as fr or pt-BR' });

/** What is given in one language at a time. */
export class LanguageQuery {
  /** The language in which the words are wanted, before those of `Accept-Language`; without such words in the story's own. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

export class SinceQuery {
  /** A position that an answer of this surface gave, exclusive; `0`: from the beginning, `now`: what is to come. @example "122" */
  @Optional()
  @IsString()
  @MaxLength(32)
  since?: string;
}

export class FollowedQuery extends SinceQuery {
  /** Of one story alone. @example "aleppo-talks" */
  @Optional()
  @IsSlugOrUuid()
  story?: string;

  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;
}

export class TimeMapQuery {
  /** The revision that a page begins with: from the link to it. @example 0 */
  @Optional()
  @WholeNumber({ min: 0, max: 999_999_999 })
  from?: number;
}

export class ValidAtQuery {
  /** What held in the world then; of developments, what had begun by then. @example "2016-11-28" */
  @Optional()
  @IsString()
  @MaxLength(64)
  validAt?: string;
}

export class ValidAtFormQuery extends ValidAtQuery {
  /** The language in which the words of other forms than JSON are wanted, before those of `Accept-Language`; without such words in the story's own. JSON has all of them. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

export class AsOfQuery {
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

/** Which of a story's developments, in which language. */
export class SignificanceQuery extends LanguageQuery {
  /** The key developments alone. */
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

export class StateQuery extends MomentsQuery {
  /** The key developments alone: of a feed or of a table of developments. */
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

export class DevelopmentsQuery extends PageQuery {
  /** The key developments alone. */
  @Optional()
  @IsIn(['key'])
  significance?: 'key';
}

/** By what claims are chosen; all that is given must hold at the moment. */
export class ChosenClaimsQuery extends MomentsQuery {
  /** Where they stand. @example "disputed" */
  @Optional()
  @IsIn(STATUSES)
  status?: string;

  /** What kind of claim they are. @example "figure" */
  @Optional()
  @IsIn(CLAIM_KINDS)
  kind?: string;

  /** What they measure. @example "east-aleppo-retaken-share" */
  @Optional()
  @IsSlug()
  variable?: string;

  /** A party that has said something of them, or for which somebody did. @example "moscow" */
  @Optional()
  @IsSlug()
  party?: string;

  /** What became another after that moment: a claim’s words, its status with the reasons, or what is said of it. RFC 3339 with a zone, or a date alone: that day and later. @example "2016-12-01T10:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  changedSince?: string;
}

export class ClaimsQuery extends ChosenClaimsQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** Of a surface that has tables too. */
export class ClaimsTableQuery extends ClaimsQuery {
  /** The language in which the words of a table are wanted, before those of `Accept-Language`; without such words in the story's own. JSON has all of them. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

export class ChosenClaimsTableQuery extends ChosenClaimsQuery {
  /** The language in which the words of a table are wanted, before those of `Accept-Language`; without such words in the story's own. JSON has all of them. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

/** Of a file with the claims. */
export class ClaimsFileQuery extends ChosenClaimsTableQuery {
  /** For a spreadsheet that opens the file: with a byte order mark, with moments as dates, and with text that stays text. @example "excel" */
  @Optional()
  @IsIn(['excel'])
  for?: 'excel';
}

export class DevelopmentsTableQuery extends DevelopmentsQuery {
  /** The language in which the words of a table are wanted, before those of `Accept-Language`; without such words in the story's own. JSON has all of them. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

/** Of a surface that has other forms too. */
export class FormQuery extends StateQuery {
  /** The language in which the words of other forms than JSON are wanted, before those of `Accept-Language`; without such words in the story's own. JSON has all of them. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

/** Of a file with the developments. */
export class DevelopmentsFileQuery extends FormQuery {
  /** For a spreadsheet that opens the file: with a byte order mark, with moments as dates, and with text that stays text. @example "excel" */
  @Optional()
  @IsIn(['excel'])
  for?: 'excel';
}

export class AsOfPageQuery extends AsOfQuery {
  @Optional()
  @WholeNumber({ min: 1, max: 100 })
  limit?: number;

  /** From `next` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** Of the record of corrections as a feed. */
export class RecordFeedQuery extends AsOfPageQuery {
  /** The language in which the words are wanted, before those of `Accept-Language`. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

/** By what stories are chosen; all that is given must hold at the moment. */
class Choosing extends AsOfPageQuery {
  /** Words, all of which stand in the story: in its headline, lede, developments, claims, or how its sources are described. Other forms of a word in the language of the text are found too: inspections finds inspection. A star after three letters or more finds what begins so: evacuat*. Case, accents and forms of a letter do not matter: isik finds ışık. @example "переговоры" */
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

  /** Somebody in a chain of attribution, for whom somebody there speaks, or who issued a document there. @example "moscow" */
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
  @IsLanguage()
  language?: string;

  /** The newest development was recorded then or later: RFC 3339 with a zone, or a date alone: that day and later. @example "2016-12-01" */
  @Optional()
  @IsString()
  @MaxLength(64)
  from?: string;

  /** The newest development was recorded then or earlier; a date alone means its end. @example "2016-12-31" */
  @Optional()
  @IsString()
  @MaxLength(64)
  to?: string;

  /** Something of the story became another after that moment: `updatedAt` is later. A date alone: that day and later. @example "2016-12-01T10:00:00Z" */
  @Optional()
  @IsString()
  @MaxLength(64)
  updatedSince?: string;
}

/** The stories as JSON, which has its words in every language. */
export class ChoiceQuery extends Choosing {
  /** By the newest development, the newest or the oldest first; or by `q`: the story whose headline, and then whose lede, has most of its words first. Without it the newest first. Others than that are given of at most 1,000 stories. @example "relevance" */
  @Optional()
  @IsIn(SORTS)
  sort?: Sort;

  /** The former name of `language`. In feeds it is the language of the words. @deprecated */
  @Optional()
  @IsLanguage()
  lang?: string;
}

/** The stories as a feed, which has its words in one language. */
export class FeedQuery extends Choosing {
  /** The language in which the words are wanted, before those of `Accept-Language`; without such words in the story's own. @example "fr" */
  @Optional()
  @IsLanguage()
  lang?: string;
}

export class ChangesQuery {
  /** The earlier moment: RFC 3339 with a zone (minutes are enough), or a date alone, which means its end. @example "2016-12-01T10:00:00Z" */
  @IsString()
  @MaxLength(64)
  from!: string;

  /** @example "2016-12-01T12:00:00Z" */
  @IsString()
  @MaxLength(64)
  to!: string;
}
