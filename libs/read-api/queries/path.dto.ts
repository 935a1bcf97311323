import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { FEED_FORMATS } from '#formats';
import { IsSlug, IsSlugOrUuid } from '#http';

export class StoryPath {
  @IsSlugOrUuid()
  story!: string;
}

/** A story, with or without the suffix of a format: `aleppo-talks`, `aleppo-talks.jsonld`. */
export class StatePath {
  @Matches(/^[a-z0-9-]{1,100}(?:\.[a-z]{1,20})?$/, { message: 'must be the slug or the id of a story' })
  story!: string;
}

export class RevisionPath extends StoryPath {
  /** A revision, with or without the suffix of a format. */
  @Matches(/^(0|[1-9]\d{0,14})(?:\.[a-z]{1,20})?$/)
  revision!: string;
}

export class ClaimPath extends StoryPath {
  @IsSlug()
  claim!: string;
}

export class VariablePath extends StoryPath {
  @IsSlug()
  variable!: string;
}

const FEEDS = FEED_FORMATS.map(({ suffix }) => suffix.slice(1)).join('|');
const ARCHIVE = new RegExp(`^(?:0|[1-9]\\d{0,12})\\.(?:${FEEDS})$`);

export class ArchivePath extends StoryPath {
  /** The number of the document, and the suffix of its format: `0.atom`. */
  @ApiProperty({ pattern: ARCHIVE.source })
  @Matches(ARCHIVE)
  archive!: string;
}

export class PartyPath {
  /** A party, by its id. @example "moscow" */
  @IsSlug()
  party!: string;
}
