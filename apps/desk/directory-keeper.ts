import { Injectable } from '@nestjs/common';
import { Clock, EventStore, StreamCache, transact, type Fold } from '#event-store';
import {
  decideDirectory,
  emptyDirectory,
  evolveDirectory,
  type Directory,
  type DirectoryCommand,
  type DirectoryEvent,
} from '#story';
import { draft, readEvent } from './desk-log.js';
import { newId } from './identity.js';

const STREAM = 'directory';

/** Who is who, and at which revision each was last described. */
interface Kept {
  readonly directory: Directory;
  readonly changedAt: ReadonlyMap<string, number>;
}

const fold: Fold<Kept> = {
  initial: { directory: emptyDirectory, changedAt: new Map() },
  apply({ directory, changedAt }, stored) {
    const { event, revision } = readEvent<DirectoryEvent>(stored).recorded;
    const id = event.type === 'SideDeclared' ? `side/${event.side.id}` : `party/${event.party.id}`;
    return { directory: evolveDirectory(directory, event), changedAt: new Map(changedAt).set(id, revision) };
  },
};

export interface Described {
  readonly outcome: 'created' | 'changed' | 'same';
  readonly revision: number;
}

/** The sides and parties that all stories share, in one stream of the desk's log. */
@Injectable()
export class DirectoryKeeper {
  readonly #cache = new StreamCache<Kept>(1);

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<Directory> {
    return (await this.#kept()).directory;
  }

  /** The revision at which a side or party was last described; null where it is unknown. */
  async changedAt(kind: 'side' | 'party', id: string): Promise<number | null> {
    return (await this.#kept()).changedAt.get(`${kind}/${id}`) ?? null;
  }

  /** `check` sees what is there before it is decided on, and may refuse. */
  async record(
    command: DirectoryCommand,
    by: string,
    check: (changedAt: number | null) => void = () => {},
  ): Promise<Described> {
    const name = command.type === 'side' ? `side/${command.side.id}` : `party/${command.party.id}`;
    const { before, state, events } = await this.#transact(({ directory, changedAt }) => {
      const drafts = decideDirectory(directory, command);
      if (drafts.length > 0) check(changedAt.get(name) ?? null);
      return drafts;
    }, by);
    const outcome = events.length === 0 ? 'same' : before.changedAt.has(name) ? 'changed' : 'created';
    return { outcome, revision: state.changedAt.get(name)! };
  }

  async #kept(): Promise<Kept> {
    return (await this.#transact(() => [], 'dateline')).state;
  }

  #transact(decide: (kept: Kept) => readonly DirectoryEvent[], recordedBy: string) {
    return transact({
      store: this.store,
      stream: STREAM,
      fold,
      cache: this.#cache,
      clock: this.clock,
      decide: (kept) => decide(kept).map((event) => draft(newId(), event, { recordedBy })),
    });
  }
}
