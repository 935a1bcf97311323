import { IsIn, IsOptional } from 'class-validator';
import { IsLine, IsLines, IsSlug, IsSlugs, Optional } from '#http';
import type { Party, PartyType, Side } from '#story';

const TYPES = ['person', 'outlet', 'organization', 'state', 'group'] as const;

export class SideDto {
  @IsLine()
  name!: string;

  /** Its allies: sides that are declared already. */
  @Optional()
  @IsSlugs(100)
  allies?: string[];
}

export const toSide = (id: string, { name, allies = [] }: SideDto): Side => ({ id, name, allies });

export class PartyDescriptionDto {
  @IsLine()
  name!: string;

  @IsIn(TYPES)
  type!: PartyType;

  @IsOptional()
  @IsSlug()
  side?: string | null;

  /** The body for which this party speaks: both are one origin. */
  @IsOptional()
  @IsSlug()
  speaksFor?: string | null;

  /** Other names in texts, for the warnings only: readers do not see them. If absent they stay; `null` removes them. @example ["SANA"] */
  @IsOptional()
  @IsLines(20)
  aliases?: string[] | null;
}

export class PartyDto extends PartyDescriptionDto {
  @IsSlug()
  id!: string;
}

export function toParty(
  id: string,
  { name, type, side = null, speaksFor = null, aliases }: PartyDescriptionDto,
): Party {
  return { id, name, type, side, speaksFor, ...(aliases === undefined ? {} : { aliases: aliases ?? [] }) };
}

/** A side in an import file: there the id is in the line, not in a path. */
export class SideLineDto extends SideDto {
  @IsSlug()
  id!: string;
}
