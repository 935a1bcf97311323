import type { EventStore } from '../event-store.js';

/** What a target can do beyond the port. A test that needs what a target cannot do is reported as skipped, by name. */
export type Ability = 'reopen' | 'unknown-outcome' | 'cut-subscriptions' | 'erase' | 'erase-in-place';

/** How a target fails on demand; each for the ability of that name. */
export interface ContractFaults {
  /** Makes the outcome of the next append unknown to its caller, whether or not it is written. */
  makeNextOutcomeUnknown?(): void;
  /** Ends the fault; answers the store to go on with, which may be the same. */
  heal?(): Promise<EventStore>;
  /** Cuts every subscription that runs: with an error, by ending it, or by falling silent. */
  cutSubscriptions?(how: 'error' | 'end' | 'silence'): void;
}

export interface ContractTarget {
  readonly store: EventStore;
  /** The most bytes that one append may have, as the target is set up; 1 MiB if not given. */
  readonly limit?: number;
  readonly faults?: ContractFaults;
  /** Lets the store go and opens its log anew. */
  reopen?(): Promise<EventStore>;
  /** The bytes of every file that the store keeps; for the ability `erase-in-place`. */
  files?(): readonly Buffer[];
  /** Closes the store and removes what it left. */
  close(): Promise<void>;
}

/** What the parts of the contract share: the target of the present test, and names that no other test has used. */
export interface ContractContext {
  target(): ContractTarget;
  store(): EventStore;
  stream(name: string): string;
  /** `it` where the target has the ability, `it.skip` where it has not. */
  itIf(ability: Ability): jest.It;
}

/** What a target with an ability must offer for it. */
export function required<T>(offer: T | undefined): T {
  if (offer === undefined) throw new Error('The target claims an ability for which it offers nothing.');
  return offer;
}
