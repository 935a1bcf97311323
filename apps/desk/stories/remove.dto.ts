import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { IsLines, IsSlug, IsSlugOrUuid, IsText, IsWords, Optional, Problem } from '#http';
import type { Removed, Text } from '#story';
import { OrderedRemovalDto } from '../recording/removal.dto.js';

/** Words to be removed from every text. */
export class RemovalsDto extends OrderedRemovalDto {
  /** One or several: whole words, whatever their case, accents, spacing and look-alike letters. */
  @ApiProperty({
    oneOf: [
      { type: 'string', minLength: 1, maxLength: 200 },
      { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 20 },
    ],
  })
  @IsWords()
  words!: string | string[];

  /** In the texts of one story, or of all and of the directory. */
  @IsIn(['story', 'newsroom'])
  scope!: 'story' | 'newsroom';

  /** Which story, where the scope is one. */
  @Optional()
  @IsSlugOrUuid()
  story?: string;

  /** What stands in the place of the words, by language; `[…]` where it is not given. */
  @Optional()
  @IsText({ length: 200 })
  with?: Text;

  /** Whether only to say what would be removed. */
  @Optional()
  @IsBoolean()
  dryRun?: boolean;
}

/** A text that is removed, in an import file: exactly one of the seven members says what. */
export class RemoveDto extends OrderedRemovalDto {
  @IsIn(['killed', 'takenDown'])
  how!: 'killed' | 'takenDown';

  @IsText({ length: 2_000 })
  with!: Text;

  @Optional()
  @IsLines(20)
  words?: string[];

  @Optional()
  @IsText({ length: 2_000 })
  headline?: Text;

  @Optional()
  @IsText({ length: 10_000 })
  lede?: Text;

  @Optional()
  @IsText({ length: 10_000 })
  summary?: Text;

  @Optional()
  @IsSlug()
  claim?: string;

  @Optional()
  @IsSlug()
  question?: string;

  @Optional()
  @IsUUID()
  correction?: string;
}

/** @throws Problem `validation` unless one thing is named */
export function toRemoved({
  with: instead,
  words,
  headline,
  lede,
  summary,
  claim,
  question,
  correction,
}: RemoveDto): Removed {
  const named = Object.entries({ words, headline, lede, summary, claim, question, correction }).filter(
    ([, what]) => what !== undefined,
  );
  if (named.length !== 1)
    throw new Problem(
      'validation',
      'Name one of words, headline, lede, summary, claim, question and correction: it is what is removed.',
    );
  return { ...Object.fromEntries(named), with: instead } as Removed;
}
