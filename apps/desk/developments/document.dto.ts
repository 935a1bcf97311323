import { IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import { IsEdtf, IsLine, IsSha256, IsSlug, IsText, NestedObject, Optional, parseOccurred } from '#http';
import {
  AUTHENTICITIES,
  MEDIA,
  type Authenticity,
  type DocumentInput,
  type IssuerInput,
  type Medium,
  type Text,
  type Uuid,
} from '#story';
import { SourceReferenceDto } from './source-reference.dto.js';
import { OneOf } from '../recording/one-of.js';

/** A registered party, or a name in words: one of them. */
export class IssuerDto {
  @ValidateIf(({ party, name }: IssuerDto) => party !== undefined || name === undefined)
  @IsSlug()
  @OneOf(['party', 'name'], 'an issuer is a party or a name, not both')
  party?: string;

  @Optional()
  @IsLine()
  name?: string;
}

/** A text or a recording. An absent field keeps the value that the story has for the same document. */
export class DocumentDto extends SourceReferenceDto {
  /** `text`, or the kind of recording. The default for a new document is `text`. */
  @IsOptional()
  @IsIn(MEDIA)
  medium?: Medium | null;

  /** Its title, or a short description. @example {"en": "Inspection report of the dam"} */
  @Optional()
  @IsText({ length: 300 })
  title?: Text;

  /** Who issued or published it. */
  @IsOptional()
  @NestedObject(() => IssuerDto)
  issuer?: IssuerDto | null;

  /** The date on the document: EDTF. @example "2015-03-12" */
  @IsOptional()
  @IsEdtf()
  date?: string | null;

  /** Where the newsroom saw it: an address or a description. Readers see it only with `seenPublic`. */
  @IsOptional()
  @IsLine(2_000)
  seen?: string | null;

  /** The hash of the copy that was seen. It identifies the document, as `origin` does. Readers see it only with `seenPublic`. */
  @IsOptional()
  @IsSha256()
  sha256?: string | null;

  /** Whether this newsroom verified that the document is genuine. The default for a new document is `unverified`. */
  @IsOptional()
  @IsIn(AUTHENTICITIES)
  authenticity?: Authenticity | null;

  /** Whether readers see `seen` and `sha256`. By default they do not. */
  @IsOptional()
  @IsBoolean()
  seenPublic?: boolean | null;

  /** Whether readers see the document in the chain; if not, the public chain ends at the outlet before it. By default they do. */
  @IsOptional()
  @IsBoolean()
  public?: boolean | null;
}

export function toDocument(dto: DocumentDto, origin: Uuid | null, zone: string): DocumentInput {
  const { medium = null, title = null, issuer = null, date = null, seen = null, sha256 = null } = dto;
  const { authenticity = null, seenPublic = null, public: isPublic = null } = dto;
  return {
    origin,
    medium,
    title,
    issuer: issuer && toIssuer(issuer),
    date: date === null ? null : parseOccurred(date, zone),
    seen,
    sha256,
    authenticity,
    seenPublic,
    public: isPublic,
  };
}

const toIssuer = ({ party, name }: IssuerDto): IssuerInput =>
  party === undefined ? { name: name! } : { party };
