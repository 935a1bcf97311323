import { IsSlug, IsUuidV45, Optional } from '#http';

/** How an unnamed source, a document or a rumour is named again. */
export class SourceReferenceDto {
  /** The id of such a source of this story, if it was named before. */
  @Optional()
  @IsUuidV45()
  origin?: string;

  /** Your name for it, so that this request (or import) can name it more than once. */
  @Optional()
  @IsSlug()
  ref?: string;
}
