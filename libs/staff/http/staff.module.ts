import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Staff } from '../accounts/staff.js';
import { AuditLog } from '../audit/audit-log.js';
import { IdentityProvider } from '../oidc/identity-provider.js';
import { AuditController } from './audit.controller.js';
import { DeskAddress } from './desk-address.js';
import { PresentNames } from './present-names.js';
import { ProviderController } from './provider.controller.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { PasskeySignInController } from './passkey-sign-in.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { SessionController } from './session.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';
import { SignInByProvider } from './sign-in-by-provider.js';
import { StaffController } from './staff.controller.js';
import { TokensController } from './tokens.controller.js';
import { VerbGuard } from './verb.guard.js';

/** What the staff module needs. The caller opens and closes it. */
export interface StaffParts {
  readonly staff: Staff;
  readonly audit: AuditLog;
  readonly address: DeskAddress;
  readonly provider: IdentityProvider;
}

/** Sign-in, staff, tokens and the audit log; and the guard that closes each route to those who lack its verb. */
@Module({})
export class StaffModule {
  static register({ staff, audit, address, provider }: StaffParts): DynamicModule {
    return {
      module: StaffModule,
      global: true,
      controllers: [
        SignInController,
        ProviderController,
        PasskeySignInController,
        SessionController,
        PasskeysController,
        StaffController,
        TokensController,
        AuditController,
      ],
      providers: [
        { provide: Staff, useValue: staff },
        { provide: AuditLog, useValue: audit },
        { provide: DeskAddress, useValue: address },
        { provide: IdentityProvider, useValue: provider },
        PasskeyCeremonies,
        PresentNames,
        SignIn,
        SignInByProvider,
        { provide: APP_GUARD, useClass: VerbGuard },
      ],
      exports: [AuditLog, PresentNames],
    };
  }
}
