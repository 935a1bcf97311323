import { randomUUID } from 'node:crypto';
import {
  decode,
  encode,
  EventStoreError,
  openLog,
  StreamNotFound,
  WrongExpectedRevision,
  type Clock,
} from '#event-store';
import type { Appended, EventStore, Expected, LogAddress, StoredEvent } from '#event-store';
import { iso, ObservedEventStore } from '#http';

/** What an audit log records. */
export const AUDIT_TYPES = [
  'SignedIn',
  'SignInRefused',
  'SignInsThrottled',
  'SignedOut',
  'SessionsEnded',
  'AccountAdded',
  'AccountSetUp',
  'AccountChanged',
  'AccountDisabled',
  'AccountEnabled',
  'AccountReset',
  'PasswordChanged',
  'PasskeyAdded',
  'PasskeyRemoved',
  'TokenMade',
  'TokenRevoked',
  'AccessRefused',
  'StoryExported',
  'StoriesImported',
  'SourceSealed',
  'SourceChanged',
  'SourcePassedOn',
  'SourceKeepersChanged',
  'SourceErased',
  'UnsealingAsked',
  'UnsealingApproved',
  'SourceUnsealed',
  'VaultRotated',
] as const;

export type AuditType = (typeof AUDIT_TYPES)[number];

export interface AuditEvent {
  readonly type: AuditType;
  /** The id of the principal who acted; null for somebody unknown. */
  readonly who: string | null;
  /** Who or what it is about: an account, a token, a story or a route. */
  readonly about?: string | undefined;
  /** The network address of the request. */
  readonly address?: string | undefined;
  /** Of an unsealing: who asked for it; `who` approved it. */
  readonly askedBy?: string | undefined;
  /** Of an unsealing: why, in the words of the one who asked. */
  readonly purpose?: string | undefined;
  /** More, in words for a person. Never a secret, and never what somebody typed. */
  readonly detail?: string | undefined;
}

/** An audit event as it is read. */
export interface Audited extends AuditEvent {
  readonly revision: string;
  readonly at: string;
}

export interface AuditFilter {
  readonly who?: string | undefined;
  readonly about?: string | undefined;
  readonly type?: AuditType | undefined;
}

export interface AuditPage {
  readonly items: readonly Audited[];
  /** The revision from which the next page reads; null at the end of the log. */
  readonly next: bigint | null;
}

const STREAM = 'audit';
/** The most events that one page looks at: a page costs the same however long the log is. It may then have fewer items. */
const MOST_READ = 5_000;

/** Who signed in, who was refused, and who changed rights: a log beside the two logs of stories. */
export class AuditLog {
  #store: Promise<EventStore> | null = null;
  #opened: EventStore | null = null;
  #refused: string | null = null;
  #head: Expected | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** The log is opened at its first use. */
  constructor(
    private readonly address: LogAddress,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends an event. When it resolves, the event is durable; when it rejects, it may be or not.
   *
   * @throws EventStoreError
   */
  async record(event: AuditEvent): Promise<void> {
    const recording = this.#last.then(() => this.#append(event));
    this.#last = recording.catch(() => {});
    await recording;
  }

  /** The newest events first. `from` is the revision of the first; null for the newest of all. */
  async page(filter: AuditFilter, from: bigint | null, limit: number): Promise<AuditPage> {
    const items: Audited[] = [];
    let read = 0;
    try {
      const store = await this.#open();
      const range = { direction: 'backward', from: from ?? 'end', limit: MOST_READ + 1 } as const;
      for await (const stored of store.readStream(STREAM, range)) {
        if (items.length === limit || read === MOST_READ) return { items, next: stored.revision };
        read++;
        const audited = auditedOf(stored);
        if (matches(audited, filter)) items.push(audited);
      }
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return { items, next: null };
  }

  /** Why it takes no events at present; null while it does, and before its first use. An opening that failed is repeated. */
  async fault(): Promise<string | null> {
    if (this.#refused !== null) await this.#open().catch(() => {});
    if (this.#refused !== null) return this.#refused;
    const health = this.#opened?.health();
    return !health || health.state === 'ready' ? null : (health.reason ?? health.state);
  }

  /** Why the file is lost that was open: it was deleted or replaced. Null if it was not. */
  get gone(): string | null {
    const health = this.#opened?.health();
    return health?.state === 'failed' ? health.reason : null;
  }

  async close(): Promise<void> {
    await this.#last;
    await (await this.#store?.catch(() => null))?.close();
  }

  async #append({ type, ...data }: AuditEvent): Promise<void> {
    const store = await this.#open();
    const event = {
      id: randomUUID(),
      type,
      data: encode({ ...data, at: iso(this.clock.now()) }),
      metadata: encode({}),
    };
    this.#head ??= await headOf(store);
    let appended: Appended;
    try {
      appended = await store.append(STREAM, this.#head, [event]);
    } catch (error) {
      this.#head = null;
      if (!(error instanceof WrongExpectedRevision)) throw error;
      appended = await store.append(STREAM, await headOf(store), [event]);
    }
    this.#head = appended.revision;
  }

  #open(): Promise<EventStore> {
    this.#store ??= openLog(this.address).then(
      (store) => {
        this.#refused = null;
        return (this.#opened = new ObservedEventStore(store, 'audit', null));
      },
      (error: unknown) => {
        this.#store = null;
        this.#refused = error instanceof EventStoreError ? error.message : 'The audit log cannot be opened.';
        throw error;
      },
    );
    return this.#store;
  }
}

async function headOf(store: EventStore): Promise<Expected> {
  try {
    for await (const { revision } of store.readStream(STREAM, { direction: 'backward', limit: 1 }))
      return revision;
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return 'no_stream';
}

function auditedOf({ type, data, revision }: StoredEvent): Audited {
  return {
    ...(decode(data) as Omit<Audited, 'type' | 'revision'>),
    type: type as AuditType,
    revision: String(revision),
  };
}

const matches = (event: Audited, { who, about, type }: AuditFilter): boolean =>
  (who === undefined || event.who === who) &&
  (about === undefined || event.about === about) &&
  (type === undefined || event.type === type);
