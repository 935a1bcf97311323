import { IsProse, IsUuidV45, Optional, PageQuery } from '#http';

export class NoteDto {
  /** `@` and a name mentions somebody. @example "@r.reporter Who counted them?" */
  @IsProse()
  text!: string;

  /** The development that the note is about. If absent: the story as a whole. */
  @Optional()
  @IsUuidV45()
  development?: string;
}

export class NotesQuery extends PageQuery {
  /** Only notes on this development. */
  @Optional()
  @IsUuidV45()
  development?: string;
}
