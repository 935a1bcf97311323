import type { EventStore } from '../event-store.js';

/** Abilities beyond the port. A test that needs an ability which the target lacks is skipped. */
export type Ability = 'reopen' | 'unknown-outcome' | 'cut-subscriptions' | 'erase' | 'erase-in-place';

/** Faults that a target can have on demand, for its abilities. */
export interface ContractFaults {
  /** Makes the outcome of the next append unknown to the caller, whether or not it is written. */
  makeNextOutcomeUnknown?(): void;
  /** Ends the fault. Returns the store to use next, which may be the same. */
  heal?(): Promise<EventStore>;
  /** Interrupts every subscription: with an error, by ending it, or by silence. */
  cutSubscriptions?(how: 'error' | 'end' | 'silence'): void;
}

export interface ContractTarget {
  readonly store: EventStore;
  /** The limit of one append in bytes; 1 MiB by default. */
  readonly limit?: number;
  readonly faults?: ContractFaults;
  /** Closes the store and opens its log again. */
  reopen?(): Promise<EventStore>;
  /** The bytes of every file of the store; for the ability `erase-in-place`. */
  files?(): readonly Buffer[];
  /** Closes the store and deletes its files. */
  close(): Promise<void>;
}

/** What the parts of the contract share: the target of the current test, and names that no other test uses. */
export interface ContractContext {
  target(): ContractTarget;
  store(): EventStore;
  stream(name: string): string;
  /** `it` where the target has the ability; else `it.skip`. */
  itIf(ability: Ability): jest.It;
}

/** A member that a target with an ability must have. */
export function required<T>(member: T | undefined): T {
  if (member === undefined) throw new Error('The target lacks a member that its abilities need.');
  return member;
}
