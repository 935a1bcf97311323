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

/** Something written or recorded. What is left out is as it was said before of the same document. */
export class DocumentDto extends SourceReferenceDto {
  /** `text`, or what kind of recording it is. `text` if nothing is said. */
  @IsOptional()
  @IsIn(MEDIA)
  medium?: Medium | null;

  /** Its title, or a few words on what it is. @example {"en": "Inspection report of the dam"} */
  @Optional()
  @IsText({ length: 300 })
  title?: Text;

  /** Who issued it, or published it. */
  @IsOptional()
  @NestedObject(() => IssuerDto)
  issuer?: IssuerDto | null;

  /** What date it bears: EDTF. @example "2015-03-12" */
  @IsOptional()
  @IsEdtf()
  date?: string | null;

  /** Where it was seen: an address, or words. Readers see it only with `seenPublic`. */
  @IsOptional()
  @IsLine(2_000)
  seen?: string | null;

  /** Of the copy that was seen. It names the document again, as `origin` does. Readers see it only with `seenPublic`. */
  @IsOptional()
  @IsSha256()
  sha256?: string | null;

  /** Whether this newsroom has verified that it is what it is said to be. `unverified` if nothing is said. */
  @IsOptional()
  @IsIn(AUTHENTICITIES)
  authenticity?: Authenticity | null;

  /** Whether readers see where it was seen, and its hash. They do not if nothing is said. */
  @IsOptional()
  @IsBoolean()
  seenPublic?: boolean | null;

  /** Whether readers see that this rests on it; if not, the public chain ends at the outlet before it. They do if nothing is said. */
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
