import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsLine, IsProse, IsSlug, IsSlugs, IsText, Optional } from '#http';
import {
  GROUNDS,
  RELATIONS,
  VERDICTS,
  type Command,
  type Grounds,
  type Relation,
  type RetractedBy,
  type Text,
  type Uuid,
  type Verdict,
  type WithdrawnBy,
} from '#story';

/** Why: for the newsroom's own record, never public. */
export class ReasonDto {
  @IsProse()
  reason!: string;
}

export class RetractionDto extends ReasonDto {
  /** Whose doing: ours, or the outlet's that reported it. */
  @IsIn(['us', 'outlet'])
  by!: RetractedBy;
}

export class WithdrawalDto extends ReasonDto {
  /** Whose doing: ours, or the origin's that said so. */
  @IsIn(['us', 'origin'])
  by!: WithdrawnBy;
}

export class ReleaseNowDto {
  /** Claims that only a hidden development identified, whose own words this release makes public. */
  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}

/** Why something is to be removed. */
export class RemovalDto extends ReasonDto {
  /**
   * On which grounds, which readers are told. Where it is not given: what `reason` says, if that is one of these words
   * alone; else `legal` for a takedown, `privacy` for words by `/desk/v1/removals`, `wrong` for any other kill.
   */
  @Optional()
  @IsIn(GROUNDS)
  grounds?: Grounds;

  /** What readers see in its place. */
  @IsText({ length: 2_000 })
  notice!: Text;
}

/** Why something is to be taken down. */
export class OrderedRemovalDto extends RemovalDto {
  /** Who demanded it, e.g. a court: public. Needed on legal grounds. */
  @Optional()
  @IsLine()
  authority?: string;
}

export class KillDto extends OrderedRemovalDto {
  /** Whether the claims that this development was the first to make go with it, whoever else makes them. */
  @Optional()
  @IsBoolean()
  andClaims?: boolean;

  /** Claims whose words stay public although the other developments that name them only deny or decline to comment. */
  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}

/** Why a text is to be removed, and what is to be there instead. */
export class TextRemovalDto extends OrderedRemovalDto {
  /** What readers see in its place at every moment; the notice where it is not given. */
  @Optional()
  @IsText({ length: 2_000 })
  with?: Text;
}

export class HeadingRemovalDto extends TextRemovalDto {
  /** The revision at the desk that set it; the present one where it is not given. */
  @Optional()
  @Matches(/^\d{1,15}$/, { message: 'must be a revision of the story at the desk, such as "7"' })
  revision?: string;
}

/** The grounds that a reason names, if it is one of the words alone. */
export function groundsIn(reason: string): Grounds | undefined {
  const word = reason.trim().toLowerCase().replace(/[.!]$/, '');
  return GROUNDS.find((grounds) => grounds === word);
}

/** What the rules need to know of a kill or takedown. */
export function toRemoval(
  type: 'kill' | 'takedown',
  { reason, grounds, notice, authority }: OrderedRemovalDto,
) {
  const said = groundsIn(reason) ?? (type === 'kill' ? 'wrong' : 'legal');
  return { grounds: grounds ?? said, reason, notice, authority: authority ?? null };
}

export const toKill = (type: 'kill' | 'takedown', development: Uuid | null, body: KillDto): Command => ({
  type,
  development,
  andClaims: body.andClaims ?? false,
  publishes: body.publishes ?? [],
  ...toRemoval(type, body),
});

export class JudgementDto extends ReasonDto {
  /** From true to false; `unproven` where it is neither proved nor disproved. `false` is another word for `refuted`. */
  @IsIn([...VERDICTS, 'false'])
  verdict!: Verdict | 'false';

  /** How it was found. */
  @IsProse()
  method!: string;

  /** Whether readers may know the method. */
  @Optional()
  @IsBoolean()
  public?: boolean;
}

export const toJudge = (
  claim: string,
  { verdict, method, reason, public: methodPublic = false }: JudgementDto,
): Command => ({
  type: 'judge',
  claim,
  verdict: verdict === 'false' ? 'refuted' : verdict,
  method,
  methodPublic,
  reason,
});

export class ClaimLinkDto {
  @IsSlug()
  to!: string;

  @IsIn(RELATIONS)
  relation!: Relation;
}

export class LinkRevocationDto {
  @IsOptional()
  @IsProse()
  reason?: string | null;
}

export class IndependenceDto extends ReasonDto {
  /** Two origin ids. */
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2 })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  origins!: [string, string];

  @IsBoolean()
  independent!: boolean;
}
