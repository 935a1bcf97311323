import { IsIn } from 'class-validator';
import { IsSlug, IsSlugOrUuid, IsUuidV45 } from '#nest';

export class StoryPath {
  @IsSlugOrUuid()
  story!: string;
}

export class DevelopmentPath extends StoryPath {
  @IsUuidV45()
  development!: string;
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

export class SidePath {
  @IsSlug()
  side!: string;
}

export class PartyPath {
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
