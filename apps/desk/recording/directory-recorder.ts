import { Injectable } from '@nestjs/common';
import { Clock, EventStore, StreamCache, decideAndAppend, type Draft, type Fold } from '#event-store';
import {
  decideDirectory,
  emptyDirectory,
  evolveDirectory,
  PersistentMap,
  type Directory,
  type DirectoryCommand,
  type DirectoryEvent,
} from '#story';
import { keyReused, type IdempotencyKey } from '#http';
import { DIRECTORY_STREAM, draft, readEvent } from '#story-log';
import { SourceVault } from '../vault/source-vault.js';
import { causeOf } from './desk-log.js';
import { derive, idOfKey, newId } from './ids.js';

/** Sides and parties, the revision at which each last changed, and the keys of requests. */
interface DirectoryState {
  readonly directory: Directory;
  readonly changedAt: ReadonlyMap<string, number>;
  readonly receipts: PersistentMap<DescribeResult & { readonly hash: string }>;
}

const fold: Fold<DirectoryState> = {
  initial: { directory: emptyDirectory, changedAt: new Map(), receipts: PersistentMap.empty() },
  apply({ directory, changedAt, receipts }, stored) {
    const { recorded, metadata } = readEvent<DirectoryEvent>(stored);
    const { event, revision } = recorded;
    const id = event.type === 'SideDeclared' ? `side/${event.side.id}` : `party/${event.party.id}`;
    const outcome = changedAt.has(id) ? 'changed' : 'created';
    const { key, hash } = metadata.idempotency ?? {};
    return {
      directory: evolveDirectory(directory, event),
      changedAt: new Map(changedAt).set(id, revision),
      receipts:
        key === undefined || hash === undefined ? receipts : receipts.set(key, { outcome, revision, hash }),
    };
  },
};

export interface DescribeResult {
  readonly outcome: 'created' | 'changed' | 'same';
  readonly revision: number;
}

/** A request to describe a side or party, without its content. */
export interface DescribeRequest {
  readonly by: string;
  readonly key?: IdempotencyKey | null;
  readonly correlationId?: string | undefined;
  /** Whether nothing is recorded. */
  readonly dryRun?: boolean;
  /** May refuse a change. It gets the revision of the last change, and the last revision of the directory, or -1. */
  readonly check?: (changedAt: number | null, head: number) => void;
}

/** Records the sides and parties of all stories, in one stream of the desk log. */
@Injectable()
export class DirectoryRecorder {
  readonly #cache = new StreamCache<DirectoryState>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly vault: SourceVault,
  ) {}

  async current(): Promise<Directory> {
    return (await this.#state()).directory;
  }

  /** With the last revision of the directory; null for an empty directory. */
  async withRevision(): Promise<{ readonly directory: Directory; readonly revision: number | null }> {
    const { directory, changedAt } = await this.#state();
    return { directory, revision: headOf(changedAt) };
  }

  /** The name of a party, and the revision at which it last changed. */
  async registered(id: string): Promise<{ readonly name: string; readonly revision: number } | null> {
    const { directory, changedAt } = await this.#state();
    const party = directory.parties.get(id);
    return party ? { name: party.name, revision: changedAt.get(`party/${id}`)! } : null;
  }

  /** The idempotency keys of all requests and imported lines that described a side or party. */
  async keys(): Promise<{ has(key: string): boolean }> {
    return (await this.#state()).receipts;
  }

  /** A repeated request gets the first answer. @throws Problem `idempotency-key-reused`, Refusal */
  async record(
    command: DirectoryCommand,
    { by, key: given, correlationId, check, dryRun = false }: DescribeRequest,
  ): Promise<DescribeResult & { readonly added: boolean }> {
    const name = command.type === 'side' ? `side/${command.side.id}` : `party/${command.party.id}`;
    // A dry run has no key: its request may still be sent.
    const key = dryRun ? null : given;
    let repeated: DescribeResult | undefined;
    let changes = false;
    let watched = false;
    const { before, state, events } = await this.#transact(({ directory, changedAt, receipts }) => {
      const receipt = key ? receipts.get(key.name) : undefined;
      if (receipt && receipt.hash !== key!.hash) throw keyReused();
      repeated = receipt;
      if (receipt) return [];
      const decided = decideDirectory(directory, command);
      if (decided.length > 0) check?.(changedAt.get(name) ?? null, headOf(changedAt) ?? -1);
      changes = decided.length > 0;
      if (dryRun) return [];
      if (decided.length > 0 && !watched) this.vault.watch(decided, null, by);
      watched ||= decided.length > 0;
      const id = key ? derive(idOfKey(key.name), 'event') : newId();
      const metadata = {
        recordedBy: by,
        ...causeOf({ correlationId }),
        ...(key ? { idempotency: { key: key.name, hash: key.hash } } : {}),
      };
      return decided.map((event) => draft(id, event, metadata));
    });
    if (repeated) return { ...repeated, added: false };
    const [revision, isThere] = [state.changedAt.get(name) ?? 0, before.changedAt.has(name)];
    if (changes && dryRun) return { outcome: isThere ? 'changed' : 'created', revision, added: false };
    const outcome = events.length === 0 ? 'same' : isThere ? 'changed' : 'created';
    return { outcome, revision, added: events.length > 0 };
  }

  async #state(): Promise<DirectoryState> {
    return (await this.#transact(() => [])).state;
  }

  #transact(decide: (state: DirectoryState) => readonly Draft[]) {
    return decideAndAppend({
      store: this.store,
      stream: DIRECTORY_STREAM,
      fold,
      cache: this.#cache,
      clock: this.clock,
      decide,
    });
  }
}

const headOf = (changedAt: ReadonlyMap<string, number>): number | null =>
  changedAt.size === 0 ? null : [...changedAt.values()].reduce((a, b) => Math.max(a, b));
