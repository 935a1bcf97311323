import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { IsLines, IsSlug, IsSlugOrUuid, IsText, IsWords, Optional, Problem } from '#http';
import type { Removed, Text } from '#story';
import { OrderedRemovalDto } from '../recording/removal.dto.js';

/** Words to remove from every text. */
export class RemovalsDto extends OrderedRemovalDto {
  /** One or several phrases of whole words. Case, accents, spacing and look-alike letters do not matter. */
  @ApiProperty({
    oneOf: [
      { type: 'string', minLength: 1, maxLength: 200 },
      { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 20 },
    ],
  })
  @IsWords()
  words!: string | string[];

  /** The texts of one story, or of all stories and of the directory. */
  @IsIn(['story', 'newsroom'])
  scope!: 'story' | 'newsroom';

  /** The story, if the scope is `story`. */
  @Optional()
  @IsSlugOrUuid()
  story?: string;

  /** What replaces the words, by language; `[…]` if absent. */
  @Optional()
  @IsText({ length: 200 })
  with?: Text;

  /** If true, nothing is removed: the answer lists the texts with the words. */
  @Optional()
  @IsBoolean()
  dryRun?: boolean;
}

/** A removal in an import file: exactly one of the seven members says what is removed. */
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

/** @throws Problem `validation` unless exactly one member is there */
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
      'Send exactly one of words, headline, lede, summary, claim, question and correction: it says what is removed.',
    );
  return { ...Object.fromEntries(named), with: instead } as Removed;
}
