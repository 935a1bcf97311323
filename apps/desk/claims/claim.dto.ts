import { IntersectionType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';
import {
  IsEdtf,
  IsLine,
  IsSlug,
  IsSlugs,
  IsText,
  IsTextChange,
  NestedObject,
  Optional,
  parseOccurred,
} from '#http';
import {
  CLAIM_KINDS,
  COMPARATORS,
  type ClaimChanges,
  type ClaimInput,
  type ClaimKind,
  type Comparator,
  type Text,
  type TextChange,
} from '#story';
import { ReasonDto } from '../recording/reason.dto.js';
import { PlaceDto, toPlace } from '../recording/place.dto.js';

/** The fields that all measured values share. */
class MeasureDto {
  /** What a series of values measures. If absent: in a new claim, the id of the claim; in a correction, the present variable. */
  @Optional()
  @IsSlug()
  variable?: string;

  @IsOptional()
  @IsLine()
  of?: string | null;

  @IsIn(COMPARATORS)
  comparator!: Comparator;
}

/** A number or a range. */
export class QuantityDto {
  @IsOptional()
  @IsNumber()
  count?: number | null;

  @IsOptional()
  @IsNumber()
  low?: number | null;

  @IsOptional()
  @IsNumber()
  high?: number | null;
}

export class TerritoryDto extends MeasureDto {
  @IsLine()
  area!: string;

  /** From 0 to 1. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  share?: number | null;

  @IsOptional()
  @IsNumber()
  @Min(0)
  km2?: number | null;

  @IsLine()
  controller!: string;

  @IsOptional()
  @IsLine()
  from?: string | null;
}

export class FigureDto extends IntersectionType(MeasureDto, QuantityDto) {
  @IsLine()
  what!: string;

  @IsOptional()
  @IsLine()
  unit?: string | null;

  @IsOptional()
  @IsLine()
  denominator?: string | null;

  @IsOptional()
  @IsLine()
  period?: string | null;
}

export class ClaimDto {
  @IsSlug()
  id!: string;

  @IsIn(CLAIM_KINDS)
  kind!: ClaimKind;

  /** @example {"en": "Russia and rebel groups hold talks in Turkey"} */
  @IsText({ length: 1_000 })
  text!: Text;

  /** EDTF; times need a zone. @example "2016-11-28/2016-12-01" */
  @IsOptional()
  @IsEdtf()
  occurred?: string | null;

  @IsOptional()
  @NestedObject(() => PlaceDto)
  place?: PlaceDto | null;

  @IsOptional()
  @NestedObject(() => TerritoryDto)
  territory?: TerritoryDto | null;

  @IsOptional()
  @NestedObject(() => FigureDto)
  figure?: FigureDto | null;

  /** For a decision: the parties that may decide, each of them alone. Once one announces it, its status is `announced`. */
  @IsOptional()
  @IsSlugs(20)
  decidedBy?: string[] | null;

  /** Whether the claim accuses somebody of something serious. Until it has good support, a warning says to refer it before it is published. Readers never see this mark. If absent, a claim that exists keeps its mark. */
  @IsOptional()
  @IsBoolean()
  allegation?: boolean | null;
}

export function toClaim(dto: ClaimDto, zone: string): ClaimInput {
  const { id, kind, text, occurred, place, territory, figure, decidedBy, allegation } = dto;
  return {
    id,
    kind,
    text,
    occurred: occurred == null ? null : parseOccurred(occurred, zone),
    place: place ? toPlace(place) : null,
    territory: territory ? { ...toTerritory(territory), variable: territory.variable ?? id } : null,
    figure: figure ? { ...toFigure(figure), variable: figure.variable ?? id } : null,
    ...(decidedBy && decidedBy.length > 0 ? { decidedBy } : {}),
    ...(allegation == null ? {} : { allegation }),
  };
}

function toTerritory(dto: TerritoryDto) {
  const {
    variable = null,
    area,
    of = null,
    share = null,
    km2 = null,
    comparator,
    controller,
    from = null,
  } = dto;
  return { variable, area, of, share, km2, comparator, controller, from };
}

function toFigure(dto: FigureDto) {
  const { variable = null, what, of = null, unit = null, denominator = null, period = null } = dto;
  const { count = null, low = null, high = null, comparator } = dto;
  return { variable, what, of, unit, denominator, period, count, low, high, comparator };
}

export class ClaimChangesDto {
  /** Languages that are absent keep their text, marked to be checked; `null` removes one. */
  @Optional()
  @IsTextChange({ length: 1_000 })
  text?: TextChange;

  @IsOptional()
  @IsEdtf()
  occurred?: string | null;

  @IsOptional()
  @NestedObject(() => PlaceDto)
  place?: PlaceDto | null;

  @Optional()
  @NestedObject(() => TerritoryDto)
  territory?: TerritoryDto;

  @Optional()
  @NestedObject(() => FigureDto)
  figure?: FigureDto;

  /** For a decision: the parties that may decide, each of them alone, with their present names. */
  @Optional()
  @IsSlugs(20)
  decidedBy?: string[];

  /** `null` and `false` remove the mark. Readers see no correction. */
  @IsOptional()
  @IsBoolean()
  allegation?: boolean | null;
}

/** The changes of one claim. */
export class ClaimChangeDto {
  @NestedObject(() => ClaimChangesDto)
  changes!: ClaimChangesDto;

  /** Fields whose old value stays private: readers see only that they changed. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  withhold?: string[];
}

export class ClaimCorrectionDto extends IntersectionType(ClaimChangeDto, ReasonDto) {}

export function toClaimChanges(dto: ClaimChangesDto, zone: string): ClaimChanges {
  const { text, occurred, place, territory, figure, decidedBy, allegation } = dto;
  return {
    ...(text === undefined ? {} : { text }),
    ...(occurred === undefined ? {} : { occurred: occurred === null ? null : parseOccurred(occurred, zone) }),
    ...(place === undefined ? {} : { place: place === null ? null : toPlace(place) }),
    ...(territory === undefined ? {} : { territory: toTerritory(territory) }),
    ...(figure === undefined ? {} : { figure: toFigure(figure) }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(allegation === undefined ? {} : { allegation: allegation === true }),
  };
}
