import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { IsLine, IsUuidV45, Optional, PageQuery } from '#http';
import { ROLES, type Role } from '#roles';
import { AUDIT_TYPES, type AuditType } from '../audit/audit-log.js';
import { IsUsername } from './sign-in.dto.js';

export class IdPath {
  @IsUuidV45()
  id!: string;
}

export class AccountChangeDto {
  /** The name that others see. @example "M. Editor" */
  @IsLine(100)
  name!: string;

  /** @example ["reporter"] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];
}

export class AccountDto extends AccountChangeDto {
  /** What the person types to sign in. @example "m.editor" */
  @IsUsername()
  username!: string;
}

export class TokenDto extends AccountChangeDto {
  /** Days until the token ends: at most 366. Default: 90. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;
}

export class AuditQuery extends PageQuery {
  /** Only what this principal did, by id. */
  @Optional()
  @IsLine(100)
  who?: string;

  /** Only what concerns this account, token, story or route. */
  @Optional()
  @IsLine(300)
  about?: string;

  /** Only events of this type. */
  @Optional()
  @IsIn(AUDIT_TYPES)
  type?: AuditType;
}
