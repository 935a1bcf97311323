import type { Clock } from '#event-store';
import { newSecret } from './secret.js';

/** Milliseconds for which a challenge is open. */
export const CHALLENGE_LASTS = 5 * 60_000;
/** The most open challenges. With more, the oldest one ends. */
const MOST = 10_000;

/** What authenticators sign (WebAuthn section 13.4.3): random, for one use. They end with the process. */
export class Challenges {
  /** The oldest first, because each is open for the same time. */
  readonly #open = new Map<string, { readonly account: string | null; readonly endsAt: number }>();

  constructor(private readonly clock: Clock) {}

  /** A new challenge with 256 random bits, in base64url. `account` adds a passkey; null: somebody signs in. */
  make(account: string | null): string {
    const now = this.clock.monotonic();
    for (const [challenge, { endsAt }] of this.#open) {
      if (endsAt > now && this.#open.size < MOST) break;
      this.#open.delete(challenge);
    }
    const challenge = newSecret();
    this.#open.set(challenge, { account, endsAt: now + CHALLENGE_LASTS });
    return challenge;
  }

  /** Whether the challenge was made for this account, or for signing in, and is open. It ends now. */
  take(challenge: string, account: string | null): boolean {
    const found = this.#open.get(challenge);
    this.#open.delete(challenge);
    return found !== undefined && found.account === account && found.endsAt > this.clock.monotonic();
  }
}
