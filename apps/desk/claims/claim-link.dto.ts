import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { IsSlug } from '#http';
import { RELATIONS, type Relation } from '#story';
import { OptionalReasonDto, ReasonDto } from '../recording/reason.dto.js';

export class ClaimLinkDto {
  @IsSlug()
  to!: string;

  @IsIn(RELATIONS)
  relation!: Relation;
}

export class LinkRevocationDto extends OptionalReasonDto {}

export class IndependenceDto extends ReasonDto {
  /** Two origin ids. */
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2 })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  origins!: [string, string];

  @IsBoolean()
  independent!: boolean;
}
