/** An event for a peer, with the same type, data and metadata as in our log. */
export interface PeerEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** Another event store for Node on SQLite, through its public interface. It has one writer and one reader at a time. */
export interface Peer {
  readonly name: string;
  /** Its settings for durability, as requested and as found. */
  readonly settings: string;
  /** Appends one event durably. `revision` counts from 0. */
  append(stream: string, revision: number, event: PeerEvent): Promise<void>;
  /** Writes many events to a new stream. */
  fill(stream: string, events: readonly PeerEvent[]): Promise<void>;
  /**
   * Folds a stream up to a revision, with the peer's interface for past states. The bench reads only the stream that
   * was filled first.
   */
  asOf<S>(
    stream: string,
    revision: number,
    initial: S,
    evolve: (state: S, event: PeerEvent) => S,
  ): Promise<S>;
  close(): Promise<void>;
}
