import { IsIn, IsOptional } from 'class-validator';
import { IsLanguage, IsMediaTopics, IsSlug, IsText, IsTextChange, NestedArray, Optional } from '#http';
import { MOST_POINTS, type Summary, type Text, type TextChange } from '#story';
import { PlaceDto } from '../recording/place.dto.js';
import { OptionalReasonDto } from '../recording/reason.dto.js';
import { ReleasableDto } from '../recording/release.dto.js';

export class OpenStoryDto {
  /** The permanent name of the story, unique in the newsroom. @example "aleppo-talks" */
  @IsSlug()
  slug!: string;

  /** @example {"en": "Russia and Syrian rebels hold secret talks in Turkey"} */
  @IsText({ length: 300 })
  headline!: Text;

  @IsOptional()
  @IsText({ length: 2_000 })
  lede?: Text | null;

  /** BCP 47: the main language of the story. @example "en" */
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
  /** Languages that are absent keep their text, marked to be checked; `null` removes one. @example {"en": "Talks broken off"} */
  @IsTextChange({ length: 300 })
  headline!: TextChange;
}

export class LedeDto extends ReleasableDto {
  /** Languages that are absent keep their text, marked to be checked; `null` removes one. */
  @IsTextChange({ length: 2_000 })
  lede!: TextChange;
}

export class KeyPointDto {
  @IsText({ length: 500 })
  text!: Text;

  /** A public claim of the story. Readers see its status beside the point. */
  @IsOptional()
  @IsSlug()
  claim?: string | null;
}

export class SummaryDto {
  /** @example {"en": "The dam has broken, and nobody knows why."} */
  @IsText({ length: 2_000 })
  text!: Text;

  /** The key points, in order. */
  @Optional()
  @NestedArray(() => KeyPointDto, { max: MOST_POINTS })
  points?: KeyPointDto[];
}

export const toSummary = ({ text, points = [] }: SummaryDto): Summary => ({
  text,
  points: points.map(({ text: words, claim = null }) => ({ text: words, claim })),
});

/** The same in an import file. `clears` drops all scheduled headlines, as every headline did in older logs. */
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
  /** Whether scheduled items are released at their time (`comes`), or only after the story is reopened (`waits`). */
  @IsOptional()
  @IsIn(['comes', 'waits'])
  scheduled?: 'comes' | 'waits' | null;
}
