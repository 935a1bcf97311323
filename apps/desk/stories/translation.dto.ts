import { ApiExtraModels } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  IsLanguage,
  IsLine,
  IsProse,
  IsSlug,
  IsSlugOrUuid,
  IsUuidV45,
  NestedArray,
  Optional,
  Problem,
  WordOrObject,
} from '#http';
import type { Command, Uuid } from '#story';
import { EmbargoDto, toWaiting } from '../recording/release.dto.js';

const MOST = 200;

/** A translation of up to 1,000 UTF-16 units. */
class ShortTextDto {
  /** `null` removes the translation. */
  @IsOptional()
  @IsProse(1_000)
  text!: string | null;
}

/** The same, up to 2,000. */
class MediumTextDto {
  /** `null` removes the translation. */
  @IsOptional()
  @IsProse(2_000)
  text!: string | null;
}

/** The same, up to 10,000. */
class LongTextDto {
  /** `null` removes the translation. */
  @IsOptional()
  @IsProse(10_000)
  text!: string | null;
}

class DevelopmentTextDto extends LongTextDto {
  @IsUuidV45()
  development!: string;
}

class ClaimTextDto extends ShortTextDto {
  @IsSlug()
  claim!: string;
}

class QuestionTextDto extends ShortTextDto {
  @IsSlug()
  question!: string;
}

class NoticeTextDto extends MediumTextDto {
  /** The id of a correction or removal, or of a withheld development or story. */
  @IsUuidV45()
  of!: string;
}

class NameTextDto {
  /** The name of a party, side, source, place or unit, or a word of a quantity, as in the story. @example "Aleppo" */
  @IsLine()
  name!: string;

  /** `null` removes the translation. @example "Alep" */
  @IsOptional()
  @IsLine()
  text!: string | null;
}

class ScheduledTextDto extends MediumTextDto {
  /** The id of a scheduled headline or lede, from `scheduled` of the story. @example "headline-7" */
  @Matches(/^(?:headline|lede)-\d{1,15}$/, {
    message: 'must be the id of a scheduled headline or lede, such as headline-7',
  })
  scheduled!: string;
}

/** Texts of a story in one language. Absent texts stay. */
class TranslatedTextsDto {
  /** BCP 47: the language of all these texts. @example "fr" */
  @IsLanguage()
  language!: string;

  /** `null` removes the translation. */
  @IsOptional()
  @IsProse(300)
  headline?: string | null;

  /** `null` removes the translation. */
  @IsOptional()
  @IsProse(2_000)
  lede?: string | null;

  @Optional()
  @NestedArray(() => ClaimTextDto, { max: MOST })
  claims?: ClaimTextDto[];

  @Optional()
  @NestedArray(() => QuestionTextDto, { max: MOST })
  questions?: QuestionTextDto[];

  /** Names of parties, sides, sources, places and units, and what figures count. */
  @Optional()
  @NestedArray(() => NameTextDto, { max: MOST })
  names?: NameTextDto[];
}

export class TranslationDto extends TranslatedTextsDto {
  @Optional()
  @NestedArray(() => DevelopmentTextDto, { max: MOST })
  developments?: DevelopmentTextDto[];

  @Optional()
  @NestedArray(() => NoticeTextDto, { max: MOST })
  notices?: NoticeTextDto[];

  /** Scheduled headlines and ledes. */
  @Optional()
  @NestedArray(() => ScheduledTextDto, { max: MOST })
  scheduled?: ScheduledTextDto[];
}

class DevelopmentLineDto extends LongTextDto {
  @IsSlugOrUuid()
  development!: string;
}

class NoticeLineDto extends MediumTextDto {
  @IsSlugOrUuid()
  of!: string;
}

class ScheduledLineDto extends MediumTextDto {
  @IsIn(['headline', 'lede'])
  what!: 'headline' | 'lede';

  /** Its release. */
  @WordOrObject(['held'], () => EmbargoDto)
  was!: 'held' | EmbargoDto;
}

/** The same in an import file. Developments and corrections may have their refs here. */
@ApiExtraModels(EmbargoDto)
export class TranslationLineDto extends TranslatedTextsDto {
  @Optional()
  @NestedArray(() => DevelopmentLineDto, { max: MOST })
  developments?: DevelopmentLineDto[];

  @Optional()
  @NestedArray(() => NoticeLineDto, { max: MOST })
  notices?: NoticeLineDto[];

  @Optional()
  @NestedArray(() => ScheduledLineDto, { max: MOST })
  scheduled?: ScheduledLineDto[];
}

type Translate = Extract<Command, { type: 'translate' }>;

/** @throws Problem `validation` if a text is absent: only `null` removes one */
export function toTranslation(body: TranslationDto, scheduled: Translate['scheduled']): Translate {
  return translation(body, body.developments ?? [], body.notices ?? [], scheduled);
}

/** @throws Problem `validation` with a pointer into the line */
export function toTranslationOfLine(
  body: TranslationLineDto,
  idOf: (name: string, at: string) => Uuid,
): Translate {
  const { developments = [], notices = [], scheduled = [] } = body;
  return translation(
    body,
    developments.map(({ development, text }, i) => ({
      development: idOf(development, `developments/${i}/development`),
      text,
    })),
    notices.map(({ of, text }, i) => ({ of: idOf(of, `notices/${i}/of`), text })),
    scheduled.map(({ what, was, text }) => ({ what, release: toWaiting(was), text })),
  );
}

function translation(
  { language, headline, lede, claims = [], questions = [], names = [] }: TranslatedTextsDto,
  developments: Translate['developments'],
  notices: Translate['notices'],
  scheduled: Translate['scheduled'],
): Translate {
  const lists = { developments, claims, questions, notices, names, scheduled };
  for (const [list, items] of Object.entries(lists))
    items.forEach(({ text }, i) => {
      if (text === undefined)
        throw new Problem('validation', 'A text is missing.', {
          errors: [
            {
              pointer: `/${list}/${i}/text`,
              detail: 'is required: a text, or null to remove the translation',
            },
          ],
        });
    });
  return {
    type: 'translate',
    language,
    ...(headline === undefined ? {} : { headline }),
    ...(lede === undefined ? {} : { lede }),
    ...lists,
  };
}
