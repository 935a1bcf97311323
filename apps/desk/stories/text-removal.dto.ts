import { Matches } from 'class-validator';
import { IsText, Optional } from '#http';
import type { Text } from '#story';
import { OrderedRemovalDto } from '../recording/removal.dto.js';

/** Why a text is removed, and what replaces it. */
export class TextRemovalDto extends OrderedRemovalDto {
  /** What readers see instead, whatever the `asOf`; if absent, the notice. */
  @Optional()
  @IsText({ length: 2_000 })
  with?: Text;
}

export class HeadingRemovalDto extends TextRemovalDto {
  /** The desk's revision that set the heading; if absent, the present heading. */
  @Optional()
  @Matches(/^\d{1,15}$/, { message: 'must be a revision of the story at the desk, such as "7"' })
  revision?: string;
}
