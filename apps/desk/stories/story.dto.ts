import { IsIn, IsOptional } from 'class-validator';
import { IsLanguage, IsMediaTopics, IsSlug, IsText, IsTextChange, NestedArray, Optional } from '#http';
import { MOST_POINTS, type Summary, type Text, type TextChange } from '#story';
import { PlaceDto } from '../recording/place.dto.js';
import { OptionalReasonDto } from '../recording/reason.dto.js';
import { ReleasableDto } from '../recording/release.dto.js';

export class OpenStoryDto {
  /** The story's working name, unique and for good. @example "aleppo-talks" */
  @IsSlug()
  slug!: string;

  /** @example {"en": "Russia and Syrian rebels hold secret talks in Turkey"} */
  @IsText({ length: 300 })
  headline!: Text;

  @IsOptional()
  @IsText({ length: 2_000 })
  lede?: Text | null;

  /** BCP 47: the language in which the story is first told. @example "en" */
  @IsLanguage()
  language!: string;

  /** IPTC Media Topics. @example ["medtop:20000076"] */
  @Optional()
  @IsMediaTopics(20)
  topics?: string[];

  @Optional()
  @NestedArray(() => PlaceDto, { max: 20 })
  places?: PlaceDto[];
}

export class HeadlineDto extends ReleasableDto {
  /** Languages that are not named keep their words, to be checked; `null` drops one. @example {"en": "Talks broken off"} */
  @IsTextChange({ length: 300 })
  headline!: TextChange;
}

export class LedeDto extends ReleasableDto {
  /** Languages that are not named keep their words, to be checked; `null` drops one. */
  @IsTextChange({ length: 2_000 })
  lede!: TextChange;
}

export class KeyPointDto {
  @IsText({ length: 500 })
  text!: Text;

  /** A claim of the story that is public: its status is shown beside the point. */
  @IsOptional()
  @IsSlug()
  claim?: string | null;
}

export class SummaryDto {
  /** @example {"en": "The dam has broken, and nobody knows why."} */
  @IsText({ length: 2_000 })
  text!: Text;

  /** The things that count, in their order. */
  @Optional()
  @NestedArray(() => KeyPointDto, { max: MOST_POINTS })
  points?: KeyPointDto[];
}

export const toSummary = ({ text, points = [] }: SummaryDto): Summary => ({
  text,
  points: points.map(({ text: words, claim = null }) => ({ text: words, claim })),
});

/** As a line of an import file: `clears` where it takes the place of all that waits, as each did in older logs. */
export class HeadlineLineDto extends HeadlineDto {
  @Optional()
  @IsIn([true])
  clears?: true;
}

export class LedeLineDto extends LedeDto {
  @Optional()
  @IsIn([true])
  clears?: true;
}

export class ClassificationDto {
  @IsMediaTopics(20)
  topics!: string[];

  @NestedArray(() => PlaceDto, { max: 20 })
  places!: PlaceDto[];
}

export class ReopeningDto extends OptionalReasonDto {}

export class ClosingDto extends ReopeningDto {
  /** What becomes of what waits for the end of an embargo: it `comes` at its time, or `waits` until the story is reopened. */
  @IsOptional()
  @IsIn(['comes', 'waits'])
  scheduled?: 'comes' | 'waits' | null;
}
