import { IsBoolean, IsIn } from 'class-validator';
import { IsLine, IsSlugs, IsText, Optional } from '#http';
import { GROUNDS, type Command, type Grounds, type Text, type Uuid } from '#story';
import { ReasonDto } from './reason.dto.js';

/** Why something is removed. */
export class RemovalDto extends ReasonDto {
  /** Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill. */
  @Optional()
  @IsIn(GROUNDS)
  grounds?: Grounds;

  /** What readers see in its place. */
  @IsText({ length: 2_000 })
  notice!: Text;
}

/** Why something is removed, and at whose demand. */
export class OrderedRemovalDto extends RemovalDto {
  /** Who demanded it, e.g. a court. Readers see it. Required for a takedown on legal grounds. */
  @Optional()
  @IsLine()
  authority?: string;
}

export class KillDto extends OrderedRemovalDto {
  /** Whether to also kill the claims that this development made first, even if other developments make them too. */
  @Optional()
  @IsBoolean()
  andClaims?: boolean;

  /** Claims whose text stays public, although all other developments that name them only deny it or decline to comment. */
  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}

/** The grounds, if the reason is one of their words alone. */
export function groundsIn(reason: string): Grounds | undefined {
  const word = reason.trim().toLowerCase().replace(/[.!]$/, '');
  return GROUNDS.find((grounds) => grounds === word);
}

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
