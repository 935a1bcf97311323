import { IsIn, Matches } from 'class-validator';
import { IsLine, IsLines, IsProse, IsSlugOrUuid, IsUuidV45, Optional, PageQuery } from '#http';
import { StoryPath } from '../recording/path.dto.js';

/** Random (UUID version 4): an id that is made of a name would show the name. */
const IsRandomId = (): PropertyDecorator =>
  Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
    message: 'must be a random UUID (version 4)',
  });

export class SourcePath extends StoryPath {
  /** The origin id of an unnamed source in this story. */
  @IsUuidV45()
  source!: string;
}

export class UnsealingPath {
  /** The id of the request. */
  @IsRandomId()
  unsealing!: string;
}

export class AlertPath {
  /** The id of the alert. */
  @IsRandomId()
  alert!: string;
}

/** Who a source is. No log, no answer and no other file has it. */
export class SealedSourceDto {
  /** @example "A. Source" */
  @IsLine()
  name!: string;

  /** Other spellings and names by which a text may mention the source. @example ["A. S."] */
  @Optional()
  @IsLines(50)
  otherNames?: string[];

  /** How to reach the source. @example "By letter only" */
  @Optional()
  @IsProse(1_000)
  contact?: string;

  /** @example "Met twice." */
  @Optional()
  @IsProse(20_000)
  notes?: string;

  /** The staff id of the custodian who answers for the source. Default: the present one, or the only custodian. */
  @Optional()
  @IsUuidV45()
  custodian?: string;
}

export class PassingOnDto {
  /** The other story, by its id or slug. @example "aleppo-talks" */
  @IsSlugOrUuid()
  story!: string;
}

export class KeepersDto {
  /** The staff id of the custodian who answers for the source. */
  @IsUuidV45()
  custodian!: string;

  /** The staff id of the reporter whose source it is. */
  @IsUuidV45()
  reporter!: string;
}

export class PurposeDto {
  /** Why you must see the source, without its name: auditors read it. @example "A court asks whether the source exists." */
  @IsProse(300)
  purpose!: string;
}

export class ErasureDto {
  /** Why the source is erased, without its name: it remains in the vault. @example "The source asked for it." */
  @IsProse(300)
  reason!: string;
}

export class SourcesQuery extends PageQuery {
  /** `mine`: the sources in your custody. `all`: those of all custodians. Default: `mine`. */
  @Optional()
  @IsIn(['mine', 'all'])
  list?: 'mine' | 'all';
}
