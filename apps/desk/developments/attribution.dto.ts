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
import { IsLine, IsSlug, IsText, NestedObject, Optional } from '#http';
import {
  GROUND_RULES,
  SOURCE_STANDINGS,
  type GroundRules,
  type LinkInput,
  type SourceStanding,
  type Text,
  type Uuid,
} from '#story';
import { SourceReferenceDto } from './source-reference.dto.js';
import { DocumentDto, toDocument } from './document.dto.js';
import { OneOf } from '../recording/one-of.js';

export class UnnamedDto extends SourceReferenceDto {
  /** Describes the source, as precisely as the source agreed to. @example {"en": "a senior opposition official"} */
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

export class RumourDto extends SourceReferenceDto {
  /** What circulates, and where. @example {"en": "messages shared on phones"} */
  @Optional()
  @IsText({ length: 300 })
  descriptor?: Text;
}

const SOURCES = ['party', 'unnamed', 'document', 'rumour'] as const;

const OneSource = (): PropertyDecorator =>
  OneOf(SOURCES, 'a link is exactly one of party, unnamed source, document and rumour');

function NotOfRumours(): PropertyDecorator {
  const message = 'a rumour has no standing: it has no known origin';
  const validate = (value: unknown, args?: ValidationArguments): boolean =>
    value === null || args === undefined || (args.object as LinkDto).rumour === undefined;
  return ValidateBy({ name: 'notOfRumours', validator: { validate, defaultMessage: () => message } });
}

export class LinkDto {
  @ValidateIf(
    (link: LinkDto) => link.party !== undefined || SOURCES.every((name) => link[name] === undefined),
  )
  @IsSlug()
  @OneSource()
  party?: string;

  @Optional()
  @NestedObject(() => UnnamedDto)
  @OneSource()
  unnamed?: UnnamedDto;

  /** Only as the last link. */
  @Optional()
  @NestedObject(() => DocumentDto)
  @OneSource()
  document?: DocumentDto;

  /** What circulates without a known origin. Only as the last link. */
  @Optional()
  @NestedObject(() => RumourDto)
  @OneSource()
  rumour?: RumourDto;

  @IsOptional()
  @IsIn(SOURCE_STANDINGS)
  @NotOfRumours()
  standing?: SourceStanding | null;
}

/** Gives the origin id for a `ref`, the request's name for a source. */
export type OriginOfRef = (ref: string) => Uuid;

export function toLink(dto: LinkDto, zone: string, originOf: OriginOfRef): LinkInput {
  const { party, unnamed, document, rumour, standing = null } = dto;
  const idOf = ({ origin, ref }: { origin?: string; ref?: string }): Uuid | null =>
    origin ?? (ref === undefined ? null : originOf(ref));
  if (party !== undefined) return { party, standing };
  if (document) return { document: toDocument(document, idOf(document), zone), standing };
  if (rumour) return { rumour: { origin: idOf(rumour), descriptor: rumour.descriptor ?? null }, standing };
  const {
    descriptor = null,
    count = 1,
    side = null,
    groundRules = 'background',
    approvedBy = null,
  } = unnamed!;
  return { unnamed: { origin: idOf(unnamed!), descriptor, count, side, groundRules, approvedBy }, standing };
}
