import { IsBoolean, IsIn } from 'class-validator';
import { IsLine, IsSlugs, IsText, Optional } from '#http';
import { GROUNDS, type Command, type Grounds, type Text, type Uuid } from '#story';
import { ReasonDto } from './reason.dto.js';

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
