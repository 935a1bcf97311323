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
import { causeOf } from './desk-log.js';
import { derive, idOfKey, newId } from './identity.js';

/** Who is who, at which revision each was last described, and what the keys of requests were used for. */
interface Kept {
  readonly directory: Directory;
  readonly changedAt: ReadonlyMap<string, number>;
  readonly receipts: PersistentMap<Described & { readonly hash: string }>;
}

const fold: Fold<Kept> = {
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

export interface Described {
  readonly outcome: 'created' | 'changed' | 'same';
  readonly revision: number;
}

/** By whom a side or party is described, and what the request came with. */
export interface Describing {
  readonly by: string;
  readonly key?: IdempotencyKey | null;
  readonly correlationId?: string | undefined;
  /** Whether only to say what would become of it. */
  readonly dryRun?: boolean;
  /** Sees at which revision it was last described, and the last one of all, before it is described anew; may refuse. */
  readonly check?: (changedAt: number | null, head: number) => void;
}

/** The sides and parties that all stories share, in one stream of the desk's log. */
@Injectable()
export class DirectoryKeeper {
  readonly #cache = new StreamCache<Kept>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<Directory> {
    return (await this.#kept()).directory;
  }

  /** Who is who, and the revision of the last description of all: null before there is one. */
  async now(): Promise<{ readonly directory: Directory; readonly revision: number | null }> {
    const { directory, changedAt } = await this.#kept();
    return { directory, revision: headOf(changedAt) };
  }

  /** A party, and the revision at which it was last described. */
  async registered(id: string): Promise<{ readonly name: string; readonly revision: number } | null> {
    const { directory, changedAt } = await this.#kept();
    const party = directory.parties.get(id);
    return party ? { name: party.name, revision: changedAt.get(`party/${id}`)! } : null;
  }

  /** The keys with which sides and parties were described. */
  async keys(): Promise<{ has(key: string): boolean }> {
    return (await this.#kept()).receipts;
  }

  /** A request that is repeated with its key gets the first answer. @throws Problem `idempotency-key-reused` */
  async record(
    command: DirectoryCommand,
    { by, key: given, correlationId, check, dryRun = false }: Describing,
  ): Promise<Described & { readonly added: boolean }> {
    const name = command.type === 'side' ? `side/${command.side.id}` : `party/${command.party.id}`;
    // A dry run uses no key.
    const key = dryRun ? null : given;
    let repeated: Described | undefined;
    let changes = false;
    const { before, state, events } = await this.#transact(({ directory, changedAt, receipts }) => {
      const receipt = key ? receipts.get(key.name) : undefined;
      if (receipt && receipt.hash !== key!.hash) throw keyReused();
      repeated = receipt;
      if (receipt) return [];
      const decided = decideDirectory(directory, command);
      if (decided.length > 0) check?.(changedAt.get(name) ?? null, headOf(changedAt) ?? -1);
      changes = decided.length > 0;
      if (dryRun) return [];
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

  async #kept(): Promise<Kept> {
    return (await this.#transact(() => [])).state;
  }

  #transact(decide: (kept: Kept) => readonly Draft[]) {
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
