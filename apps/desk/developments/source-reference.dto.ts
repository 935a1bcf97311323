import { IsSlug, IsUuidV45, Optional } from '#http';

/** Refers to an unnamed source, a document or a rumour. */
export class SourceReferenceDto {
  /** The id of a source that this story has already. */
  @Optional()
  @IsUuidV45()
  origin?: string;

  /** Your name for the source: with it, one request or import can use the same source several times. */
  @Optional()
  @IsSlug()
  ref?: string;
}
