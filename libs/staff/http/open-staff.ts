import { join } from 'node:path';
import type { Clock } from '#event-store';
import type { OidcSettings } from '#settings';
import type { SessionLimits } from '../accounts/sessions.js';
import { Staff } from '../accounts/staff.js';
import { AuditLog } from '../audit/audit-log.js';
import { IdentityProvider } from '../oidc/identity-provider.js';
import { DeskAddress } from './desk-address.js';
import type { StaffParts } from './staff.module.js';

/** Opens the staff and the audit log of a data folder. @throws DatabaseRefused, FileUnusable */
export function openStaff(
  data: string,
  clock: Clock,
  session: SessionLimits,
  oidc: OidcSettings | null,
): StaffParts & { close(): Promise<void> } {
  const staff = Staff.open(join(data, 'staff.sqlite'), clock, session);
  const audit = new AuditLog({ kind: 'file', file: join(data, 'audit.db') }, clock);
  const close = async (): Promise<void> => {
    await audit.close();
    staff.close();
  };
  return { staff, audit, address: new DeskAddress(), provider: new IdentityProvider(oidc), close };
}
