import { IsSlug, IsSlugOrUuid, IsTextChange, NestedArray, Optional } from '#http';
import type { Command, TextChange, Uuid } from '#story';
import { ClaimChangeDto, toClaimChanges } from '../claims/claim.dto.js';
import type { OriginOfRef } from '../developments/attribution.dto.js';
import { DevelopmentChangeDto, toChanges } from '../developments/development.dto.js';
import { CorrectionNoticeDto } from '../recording/correction.dto.js';

/** How many developments, and how many claims, one correction may change. */
const MOST = 50;

export class CorrectedDevelopmentDto extends DevelopmentChangeDto {
  /** The id of the development; in an import file also the ref of its line. */
  @IsSlugOrUuid()
  development!: string;
}

export class CorrectedClaimDto extends ClaimChangeDto {
  @IsSlug()
  claim!: string;
}

/** One mistake, and all changes that correct it. Of developments and claims, each field is complete. */
export class JointCorrectionDto extends CorrectionNoticeDto {
  /** The new headline, as in `PUT headline`. Scheduled headlines stay. */
  @Optional()
  @IsTextChange({ length: 300 })
  headline?: TextChange;

  /** The new lede, as in `PUT lede`. Scheduled ledes stay. */
  @Optional()
  @IsTextChange({ length: 2_000 })
  lede?: TextChange;

  @Optional()
  @NestedArray(() => CorrectedClaimDto, { max: MOST })
  claims?: CorrectedClaimDto[];

  @Optional()
  @NestedArray(() => CorrectedDevelopmentDto, { max: MOST })
  developments?: CorrectedDevelopmentDto[];
}

/** `idOf` gives the id for a development by name; `at` is the path of that name in the body. */
export function toCorrectStory(
  body: JointCorrectionDto,
  zone: string,
  originOf: OriginOfRef,
  idOf: (name: string, at: string) => Uuid,
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
