import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import {
  IsProse,
  IsSlug,
  IsSlugOrUuid,
  IsText,
  IsTextChange,
  NestedArray,
  NestedObject,
  Optional,
} from '#http';
import type { Command, CorrectionClass, Text, TextChange, Uuid } from '#story';
import type { OriginOfRef } from '../developments/attribution.dto.js';
import { ClaimChangesDto, toClaimChanges } from '../claims/claim.dto.js';
import { ChangesDto, toChanges } from '../developments/development.dto.js';

/** How many developments, and how many claims, one correction puts right. */
const MOST = 50;

export class CorrectedDevelopmentDto {
  /** Its id; in an import file also the ref of its line. */
  @IsSlugOrUuid()
  development!: string;

  @NestedObject(() => ChangesDto)
  changes!: ChangesDto;

  /** Fields of which the public record shall say that they changed, not from what. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  withhold?: string[];
}

export class CorrectedClaimDto {
  @IsSlug()
  claim!: string;

  @NestedObject(() => ClaimChangesDto)
  changes!: ClaimChangesDto;

  /** Fields of which the public record shall say that they changed, not from what. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  withhold?: string[];
}

/** One mistake, and all that is to be put right of it: of each development and claim each field whole. */
export class JointCorrectionDto {
  @IsIn(['correction', 'clarification', 'refile'])
  class!: CorrectionClass;

  /** As it is from now on, as by `PUT headline`; what is scheduled stays as it is. */
  @Optional()
  @IsTextChange({ length: 300 })
  headline?: TextChange;

  /** As it is from now on, as by `PUT lede`; what is scheduled stays as it is. */
  @Optional()
  @IsTextChange({ length: 2_000 })
  lede?: TextChange;

  @Optional()
  @NestedArray(() => CorrectedClaimDto, { max: MOST })
  claims?: CorrectedClaimDto[];

  @Optional()
  @NestedArray(() => CorrectedDevelopmentDto, { max: MOST })
  developments?: CorrectedDevelopmentDto[];

  @IsProse()
  reason!: string;

  /** For readers: what was wrong. */
  @IsOptional()
  @IsText({ length: 2_000 })
  notice?: Text | null;
}

/** `idOf` gives the id of a development that is named at a place in the body. */
export function toCorrectStory(
  body: JointCorrectionDto,
  zone: string,
  originOf: OriginOfRef,
  idOf: (name: string, place: string) => Uuid,
): Extract<Command, { type: 'correct-story' }> {
  const { class: kind, headline, lede, claims = [], developments = [], reason, notice } = body;
  return {
    type: 'correct-story',
    class: kind,
    headline: headline ?? null,
    lede: lede ?? null,
    claims: claims.map(({ claim, changes, withhold = [] }) => ({
      claim,
      changes: toClaimChanges(changes, zone),
      withhold,
    })),
    developments: developments.map(({ development, changes, withhold = [] }, i) => ({
      development: idOf(development, `developments/${i}/development`),
      changes: toChanges(changes, zone, originOf),
      withhold,
    })),
    reason,
    notice: notice ?? null,
  };
}
