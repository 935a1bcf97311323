import { Problem } from '#http';
import type { Staff } from '../accounts/staff.js';

/** Refuses what only the identity provider decides. @throws Problem `account-of-provider` */
export function notOfProvider({ identities }: Staff, account: string): void {
  if (identities.has(account))
    throw new Problem(
      'account-of-provider',
      'The identity provider decides on the name, the roles and the sign-in of this account. Change them there.',
    );
}
