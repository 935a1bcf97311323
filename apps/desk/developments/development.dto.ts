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

/** What rests on chains of a development's attribution. */
class RestsOnChainsDto {
  /** Which chains it rests on, counted from 0; all where absent. */
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

/** A value of a variable that the story has: its claim is found or made, with an id and words like an earlier value's. */
export class RunningFigureDto extends IntersectionType(QuantityDto, RestsOnChainsDto) {
  @IsSlug()
  variable!: string;

  /** `=` where absent. */
  @Optional()
  @IsIn(COMPARATORS)
  comparator?: Comparator;

  /** The variable's own, where given. */
  @IsOptional()
  @IsLine()
  unit?: string | null;

  /** When it was so in the world: EDTF; the development's time where absent. @example "2016-12-16" */
  @IsOptional()
  @IsEdtf()
  asOfWorld?: string | null;

  /** Words of its own, in place of those that are made. */
  @IsOptional()
  @IsText({ length: 1_000 })
  text?: Text | null;

  /** `asserts` where absent. */
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

  /** Evidence is private unless it says otherwise. */
  @Optional()
  @IsBoolean()
  public?: boolean;
}

/** What a development may hold besides its kind, words and attribution; a correction gives each field whole. */
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

  /** When it was so in the world: EDTF (ISO 8601-2, levels 0 and 1, years 0001 to 9999; times have their zone). @example "2016-11-28/2016-12-01" */
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

  /** Chains of attribution, each the outermost outlet first and the origin last. */
  @ApiProperty(CHAINS)
  @NestedArray(() => LinkDto, { min: 1, max: 50, within: 10 })
  attribution!: LinkDto[][];

  /** Values of variables that the story has, without a claim for each. */
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

/** What a correction may change: the fields of a development, each whole. */
export class ChangesDto extends ContentDto {
  @Optional()
  @IsIn(KINDS)
  kind?: DevelopmentKind;

  /** Languages that are not named keep their words, to be checked; `null` drops one. */
  @Optional()
  @IsTextChange()
  text?: TextChange;

  @ApiPropertyOptional(CHAINS)
  @Optional()
  @NestedArray(() => LinkDto, { min: 1, max: 50, within: 10 })
  attribution?: LinkDto[][];
}

/** What changes in one development. */
export class DevelopmentChangeDto {
  @NestedObject(() => ChangesDto)
  changes!: ChangesDto;

  /** Fields of which the public record shall say that they changed, not from what. */
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
