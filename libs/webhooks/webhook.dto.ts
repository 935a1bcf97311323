import { PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { IsLine, isSlug, isUuidV45, IsUuidV45, Optional, PageQuery } from '#http';

const names = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= 500 &&
  new Set(value).size === value.length &&
  value.every((name) => isSlug(name) || isUuidV45(name));

/** Stories by slug or id. */
const IsStories = (): PropertyDecorator =>
  ValidateBy({
    name: 'stories',
    validator: {
      validate: names,
      defaultMessage: () => '$property must be an array of 1 to 500 different slugs or UUIDs',
    },
  });

export class RegistrationDto {
  /** The address for messages: https, on a host of the public internet. @example "https://partner.example.org/dateline" */
  @IsString()
  @MaxLength(2_048)
  url!: string;

  /** Slugs or ids of the stories whose changes are sent; if absent, all. @example ["aleppo-talks"] */
  @Optional()
  @IsStories()
  stories?: string[];

  /** A note for yourself. @example "The partner’s live page" */
  @Optional()
  @IsLine(500)
  description?: string;

  /** The first change: the next one from now on (`head`), or the first of the log (`start`). @example "head" */
  @Optional()
  @IsIn(['head', 'start'])
  from?: 'head' | 'start';
}

export class WebhookPath {
  @IsUuidV45()
  id!: string;
}

export class DeadLetterPath extends WebhookPath {
  @Matches(/^[1-9]\d{0,18}$/)
  position!: string;
}

export class WebhooksQuery extends PickType(PageQuery, ['limit']) {
  /** From `next` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(100)
  cursor?: string;
}

export class ResumeDto {
  /** Where to resume. If absent, the endpoint continues where it was. If given, pending messages are dropped. */
  @Optional()
  @IsIn(['head', 'start'])
  from?: 'head' | 'start';
}

export class ReplayDto {
  /** Positions of dead letters; if absent, all. @example ["172"] */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Matches(/^[1-9]\d{0,18}$/, { each: true, message: 'must hold positions of dead letters' })
  positions?: string[];
}
