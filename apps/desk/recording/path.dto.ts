import { IsIn, Matches } from 'class-validator';
import { IsSlug, IsSlugOrUuid, IsUuidV45 } from '#http';

export class StoryPath {
  @IsSlugOrUuid()
  story!: string;
}

export class DevelopmentPath extends StoryPath {
  @IsUuidV45()
  development!: string;
}

export class NotePath extends StoryPath {
  @IsUuidV45()
  note!: string;
}

export class AssertionPath extends StoryPath {
  @IsUuidV45()
  assertion!: string;
}

export class ClaimPath extends StoryPath {
  @IsSlug()
  claim!: string;
}

export class JudgementPath extends ClaimPath {
  @IsUuidV45()
  judgement!: string;
}

export class LinkPath extends ClaimPath {
  @IsUuidV45()
  link!: string;
}

export class ScheduledPath extends StoryPath {
  @Matches(
    /^(?:(?:headline|lede)-\d{1,15}|[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/,
    {
      message: 'must be the id of a development, or of a headline or lede from the list of what is scheduled',
    },
  )
  scheduled!: string;
}

export class SidePath {
  @IsSlug()
  side!: string;
}

export class PartyPath {
  /** A party, by its id. @example "moscow" */
  @IsSlug()
  party!: string;
}

export class ReadModelPath {
  @IsIn(['desk', 'public'])
  model!: 'desk' | 'public';
}

export class QuestionPath extends StoryPath {
  @IsSlug()
  question!: string;
}

export class CorrectionPath extends StoryPath {
  @IsUuidV45()
  correction!: string;
}
