import { Matches } from 'class-validator';
import { IsText, Optional } from '#http';
import type { Text } from '#story';
import { OrderedRemovalDto } from '../recording/removal.dto.js';

/** Why a text is to be removed, and what is to be there instead. */
export class TextRemovalDto extends OrderedRemovalDto {
  /** What readers see in its place at every moment; the notice where it is not given. */
  @Optional()
  @IsText({ length: 2_000 })
  with?: Text;
}

export class HeadingRemovalDto extends TextRemovalDto {
  /** The revision at the desk that set it; the present one where it is not given. */
  @Optional()
  @Matches(/^\d{1,15}$/, { message: 'must be a revision of the story at the desk, such as "7"' })
  revision?: string;
}
