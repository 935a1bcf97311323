import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
} from 'class-validator';
import { IsLine, IsSlug, IsText, IsUuidV45, NestedObject, Optional } from '#nest';
import {
  GROUND_RULES,
  STANDINGS,
  type GroundRules,
  type LinkInput,
  type Standing,
  type Text,
  type Uuid,
} from '#story';

export class UnnamedDto {
  /** Names an unnamed source of this story again. */
  @Optional()
  @IsUuidV45()
  origin?: string;

  /** A name of your own for it, so that this request (or import) can name it more than once. */
  @Optional()
  @IsSlug()
  ref?: string;

  /** As closely as was agreed. @example {"en": "a senior opposition official"} */
  @Optional()
  @IsText({ length: 300 })
  descriptor?: Text;

  @ApiPropertyOptional({ type: 'integer' })
  @Optional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  count?: number;

  @IsOptional()
  @IsSlug()
  side?: string | null;

  @Optional()
  @IsIn(GROUND_RULES)
  groundRules?: GroundRules;

  @IsOptional()
  @IsLine()
  approvedBy?: string | null;
}

function NotBoth(): PropertyDecorator {
  const message = 'a link is a party or an unnamed source, not both';
  const validate = (_: unknown, args?: ValidationArguments): boolean =>
    args === undefined || (args.object as LinkDto).unnamed === undefined;
  return ValidateBy({ name: 'notBoth', validator: { validate, defaultMessage: () => message } });
}

export class LinkDto {
  @ValidateIf(({ party, unnamed }: LinkDto) => party !== undefined || unnamed === undefined)
  @IsSlug()
  @NotBoth()
  party?: string;

  @Optional()
  @NestedObject(() => UnnamedDto)
  unnamed?: UnnamedDto;

  @IsOptional()
  @IsIn(STANDINGS)
  standing?: Standing | null;
}

/** How a request's own names for unnamed sources become origin ids. */
export type OriginOfRef = (ref: string) => Uuid;

export function toLink(dto: LinkDto, originOf: OriginOfRef): LinkInput {
  const { party, unnamed, standing = null } = dto;
  if (party !== undefined) return { party, standing };
  const {
    origin,
    ref,
    descriptor = null,
    count = 1,
    side = null,
    groundRules = 'background',
    approvedBy = null,
  } = unnamed!;
  const id = origin ?? (ref === undefined ? null : originOf(ref));
  return { unnamed: { origin: id, descriptor, count, side, groundRules, approvedBy }, standing };
}
