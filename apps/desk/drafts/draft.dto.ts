import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { IsSlugOrUuid, IsUuidV45, Optional } from '#http';

export class DraftPath {
  /** The page chooses it. */
  @IsUuidV45()
  id!: string;
}

export class DraftDto {
  /** The story, by its id or slug. It need not exist yet. @example "aleppo-talks" */
  @Optional()
  @IsSlugOrUuid()
  story?: string;

  /** The fields of the page, in a form that the page chooses: at most 64 KiB as JSON. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { kind: 'report' } })
  @IsObject({ message: '$property must be an object' })
  content!: object;
}
