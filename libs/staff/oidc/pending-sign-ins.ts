import type { ForwardTime } from '../accounts/forward-time.js';
import { newSecret } from '../accounts/secret.js';
import type { Proof } from './identity-provider.js';

/** Milliseconds in which a person signs in at the provider. */
export const PENDING_LASTS = 10 * 60_000;
/** With more, the oldest ones are forgotten. */
const MOST = 10_000;

export interface Pending {
  readonly proof: Proof;
  /** The secret of the session that this sign-in replaces; null for none. */
  readonly session: string | null;
}

/** Sign-ins that are not finished. They are in memory only: after a restart, a person begins again. */
export class PendingSignIns {
  /** The oldest is first. */
  readonly #pending = new Map<string, Pending & { readonly endsAt: number }>();

  constructor(private readonly time: Pick<ForwardTime, 'now'>) {}

  /** Returns a new id, for the cookie of the browser. */
  add(pending: Pending): string {
    const now = this.time.now();
    for (const [id, { endsAt }] of this.#pending) {
      if (endsAt > now && this.#pending.size < MOST) break;
      this.#pending.delete(id);
    }
    const id = newSecret();
    this.#pending.set(id, { ...pending, endsAt: now + PENDING_LASTS });
    return id;
  }

  /** Null if it is unknown, was taken, or has ended. */
  take(id: string): Pending | null {
    const found = this.#pending.get(id);
    this.#pending.delete(id);
    return found && found.endsAt > this.time.now() ? found : null;
  }
}
