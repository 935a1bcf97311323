import { IsString, Length, Matches } from 'class-validator';
import { IsLine } from '#http';
import { LONGEST_PASSWORD } from '../accounts/passwords.js';

/** Rules of a password are checked where it is set: a wrong one must not say which rule it breaks. */
const IsSecret = (): PropertyDecorator => Length(1, LONGEST_PASSWORD);

const IsLinkSecret = (): PropertyDecorator =>
  Matches(/^[\w-]{43}$/, { message: '$property must be the part of the link after #' });

/** A name or a mail address. */
export const IsUsername = (): PropertyDecorator =>
  Matches(/^[^\s\p{C}]{1,100}$/u, { message: '$property must have 1 to 100 characters, without spaces' });

export class PasswordSignInDto {
  /** @example "m.editor" */
  @IsUsername()
  username!: string;

  @IsString()
  @IsSecret()
  password!: string;
}

export class RecoveryDto extends PasswordSignInDto {
  /** The recovery code. `password` is the new password. */
  @IsString()
  @Length(1, 60)
  recoveryCode!: string;
}

export class InvitationDto {
  /** The part of the link after `#`. */
  @IsString()
  @IsLinkSecret()
  link!: string;

  /** The new password: at least 15 characters. */
  @IsString()
  @IsSecret()
  password!: string;
}

export class SetupDto extends InvitationDto {
  /** What you will type to sign in. @example "m.editor" */
  @IsUsername()
  username!: string;

  /** The name that others see. @example "M. Editor" */
  @IsLine(100)
  name!: string;
}

export class PasswordChangeDto {
  /** The present password. */
  @IsString()
  @IsSecret()
  current!: string;

  /** The new password: at least 15 characters. */
  @IsString()
  @IsSecret()
  password!: string;
}
