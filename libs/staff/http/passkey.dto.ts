import { ArrayMaxSize, IsArray, Matches } from 'class-validator';
import { IsLine, Optional } from '#http';

const IsBase64url = (most: number): PropertyDecorator =>
  Matches(new RegExp(`^[\\w-]{1,${most}}$`), {
    message: `$property must be base64url without padding, of 1 to ${most} characters`,
  });

export class PasskeyAnswerDto {
  /** The id of the credential: at most 1,023 bytes. */
  @IsBase64url(1_364)
  id!: string;

  @IsBase64url(4_096)
  clientDataJSON!: string;
}

export class PasskeySignInDto extends PasskeyAnswerDto {
  @IsBase64url(4_096)
  authenticatorData!: string;

  @IsBase64url(2_048)
  signature!: string;

  @IsBase64url(100)
  userHandle!: string;
}

export class NewPasskeyDto extends PasskeyAnswerDto {
  /** How you will recognize it in the list. @example "My phone" */
  @IsLine(100)
  name!: string;

  @IsBase64url(8_192)
  attestationObject!: string;

  /** What `getTransports()` says. @example ["internal", "hybrid"] */
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[a-z][a-z-]{0,29}$/, {
    each: true,
    message: 'each transport must have 1 to 30 small letters and hyphens',
  })
  transports?: string[];
}
