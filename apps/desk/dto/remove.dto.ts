import { IsIn, IsUUID } from 'class-validator';
import { IsLines, IsSlug, IsText, Optional, Problem } from '#nest';
import type { Removed, Text } from '#story';
import { OrderedRemovalDto } from './act.dto.js';

/** A text that is removed, in an import file: exactly one of the six members says what. */
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
  claim,
  question,
  correction,
}: RemoveDto): Removed {
  const named = Object.entries({ words, headline, lede, claim, question, correction }).filter(
    ([, what]) => what !== undefined,
  );
  if (named.length !== 1)
    throw new Problem(
      'validation',
      'Name one of words, headline, lede, claim, question and correction: it is what is removed.',
    );
  return { ...Object.fromEntries(named), with: instead } as Removed;
}
