import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  getSchemaPath,
  IntersectionType,
} from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
} from 'class-validator';
import {
  IsEdtf,
  IsHttpUrl,
  IsLine,
  IsSha256,
  IsSlug,
  IsSlugs,
  IsText,
  IsTextChange,
  NestedArray,
  NestedObject,
  Optional,
  parseOccurred,
} from '#http';
import {
  COMPARATORS,
  KINDS,
  SIGNIFICANCES,
  STANCES,
  SOURCE_STANDINGS,
  type Comparator,
  type DevelopmentChanges,
  type DevelopmentInput,
  type DevelopmentKind,
  type FigureInput,
  type Significance,
  type Stance,
  type SourceStanding,
  type Text,
  type TextChange,
} from '#story';
import { LinkDto, toLink, type OriginOfRef } from './attribution.dto.js';
import { ClaimDto, QuantityDto, toClaim } from '../claims/claim.dto.js';
import { CorrectionNoticeDto } from '../recording/correction.dto.js';
import { PlaceDto, toPlace } from '../recording/place.dto.js';
import { ReleasableDto, toRelease } from '../recording/release.dto.js';

const CHAINS = {
  type: 'array',
  minItems: 1,
  maxItems: 50,
  items: { type: 'array', minItems: 1, maxItems: 10, items: { $ref: getSchemaPath(LinkDto) } },
} as const;

/** The part of a development that names its chains of attribution. */
class RestsOnChainsDto {
  /** The indexes, from 0, of the chains that support it; if absent, all. */
  @ApiPropertyOptional({ type: 'array', items: { type: 'integer', minimum: 0 } })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  chains?: number[] | null;
}

export class AssertionDto extends RestsOnChainsDto {
  @IsSlug()
  claim!: string;

  @IsIn(STANCES)
  stance!: Stance;

  @IsOptional()
  @IsIn(SOURCE_STANDINGS)
  standing?: SourceStanding | null;
}

/** A new value of a variable. Dateline finds or makes its claim, with an id and a text like those of an earlier value. */
export class RunningFigureDto extends IntersectionType(QuantityDto, RestsOnChainsDto) {
  @IsSlug()
  variable!: string;

  /** `=` if absent. */
  @Optional()
  @IsIn(COMPARATORS)
  comparator?: Comparator;

  /** If given, it must be the unit of the variable. */
  @IsOptional()
  @IsLine()
  unit?: string | null;

  /** When it was true in the world: EDTF. If absent, the time of the development. @example "2016-12-16" */
  @IsOptional()
  @IsEdtf()
  asOfWorld?: string | null;

  /** A text instead of the one that Dateline makes. */
  @IsOptional()
  @IsText({ length: 1_000 })
  text?: Text | null;

  /** `asserts` if absent. */
  @Optional()
  @IsIn(STANCES)
  stance?: Stance;
}

function toFigure(dto: RunningFigureDto, zone: string): FigureInput {
  const { variable, count = null, low = null, high = null, comparator = '=', unit = null } = dto;
  const { asOfWorld = null, text = null, stance = 'asserts', chains = null } = dto;
  const occurred = asOfWorld === null ? null : parseOccurred(asOfWorld, zone);
  return { variable, count, low, high, comparator, unit, asOfWorld: occurred, text, stance, chains };
}

export class QuestionDto {
  @IsSlug()
  id!: string;

  @IsText({ length: 1_000 })
  text!: Text;
}

export class EvidenceDto {
  @IsHttpUrl()
  url!: string;

  @IsOptional()
  @IsSha256()
  sha256?: string | null;

  /** Whether readers see it. By default they do not. */
  @Optional()
  @IsBoolean()
  public?: boolean;
}

/** The optional content of a development. In a correction each field is complete. */
class ContentDto {
  @Optional()
  @NestedArray(() => ClaimDto, { max: 100 })
  claims?: ClaimDto[];

  @Optional()
  @NestedArray(() => AssertionDto, { max: 200 })
  assertions?: AssertionDto[];

  @Optional()
  @NestedArray(() => QuestionDto, { max: 50 })
  raises?: QuestionDto[];

  @Optional()
  @IsSlugs(50)
  answers?: string[];

  /** When it was true in the world: EDTF (ISO 8601-2, levels 0 and 1), years 0001 to 9999. Times need a zone. @example "2016-11-28/2016-12-01" */
  @IsOptional()
  @IsEdtf()
  occurred?: string | null;

  /** When the source published it: EDTF. @example "2016-12-01" */
  @IsOptional()
  @IsEdtf()
  reportedAt?: string | null;

  @IsOptional()
  @NestedObject(() => PlaceDto)
  place?: PlaceDto | null;

  @Optional()
  @IsIn(SIGNIFICANCES)
  significance?: Significance;

  @Optional()
  @NestedArray(() => EvidenceDto, { max: 50 })
  evidence?: EvidenceDto[];
}

@ApiExtraModels(LinkDto)
export class DevelopmentDto extends IntersectionType(ContentDto, ReleasableDto) {
  @IsIn(KINDS)
  kind!: DevelopmentKind;

  /** @example {"en": "RIA Novosti, citing a senior opposition official, confirms the talks."} */
  @IsText()
  text!: Text;

  /** Chains of attribution. Each begins with the outermost outlet and ends with the origin. */
  @ApiProperty(CHAINS)
  @NestedArray(() => LinkDto, { min: 1, max: 50, within: 10 })
  attribution!: LinkDto[][];

  /** New values of variables that the story has. They need no claims. */
  @Optional()
  @NestedArray(() => RunningFigureDto, { max: 50 })
  figures?: RunningFigureDto[];

  @Optional()
  @IsSlugs(100)
  publishes?: string[];
}

export function toDevelopment(dto: DevelopmentDto, zone: string, originOf: OriginOfRef): DevelopmentInput {
  return {
    raises: [],
    answers: [],
    claims: [],
    assertions: [],
    occurred: null,
    reportedAt: null,
    place: null,
    significance: 'substantive',
    evidence: [],
    ...(toChanges(dto, zone, originOf) as Pick<DevelopmentInput, 'kind' | 'text' | 'attribution'>),
    publishes: dto.publishes ?? [],
    figures: (dto.figures ?? []).map((figure) => toFigure(figure, zone)),
    release: toRelease(dto.release),
  };
}

/** The fields that a correction may change. Each is complete. */
export class ChangesDto extends ContentDto {
  @Optional()
  @IsIn(KINDS)
  kind?: DevelopmentKind;

  /** Languages that are absent keep their text, marked to be checked; `null` removes one. */
  @Optional()
  @IsTextChange()
  text?: TextChange;

  @ApiPropertyOptional(CHAINS)
  @Optional()
  @NestedArray(() => LinkDto, { min: 1, max: 50, within: 10 })
  attribution?: LinkDto[][];
}

/** The changes of one development. */
export class DevelopmentChangeDto {
  @NestedObject(() => ChangesDto)
  changes!: ChangesDto;

  /** Fields whose old value stays private: readers see only that they changed. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  withhold?: string[];
}

export class CorrectionDto extends IntersectionType(DevelopmentChangeDto, CorrectionNoticeDto) {}

export function toChanges(dto: ChangesDto, zone: string, originOf: OriginOfRef): DevelopmentChanges {
  const when = (edtf: string | null) => (edtf === null ? null : parseOccurred(edtf, zone));
  const { kind, text, attribution, claims, assertions, raises, answers, significance, evidence } = dto;
  const { occurred, reportedAt, place } = dto;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined ? {} : { text }),
    ...(attribution === undefined
      ? {}
      : { attribution: attribution.map((c) => c.map((l) => toLink(l, zone, originOf))) }),
    ...(claims === undefined ? {} : { claims: claims.map((c) => toClaim(c, zone)) }),
    ...(assertions === undefined ? {} : { assertions: assertions.map(toAssertion) }),
    ...(raises === undefined ? {} : { raises: raises.map(({ id, text: words }) => ({ id, text: words })) }),
    ...(answers === undefined ? {} : { answers }),
    ...(occurred === undefined ? {} : { occurred: when(occurred) }),
    ...(reportedAt === undefined ? {} : { reportedAt: when(reportedAt) }),
    ...(place === undefined ? {} : { place: place === null ? null : toPlace(place) }),
    ...(significance === undefined ? {} : { significance }),
    ...(evidence === undefined ? {} : { evidence: evidence.map(toEvidence) }),
  };
}

const toAssertion = ({ claim, stance, chains = null, standing = null }: AssertionDto) => ({
  claim,
  stance,
  chains,
  standing,
});
const toEvidence = ({ url, sha256 = null, public: open = false }: EvidenceDto) => ({
  url,
  sha256,
  public: open,
});
