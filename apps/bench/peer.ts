/** An event as it is given to a peer: the same type, data and metadata that our log has. */
export interface PeerEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** Another event store for Node on SQLite, through its own interface. One writes and reads at a time. */
export interface Peer {
  readonly name: string;
  /** What it was asked and found to do for durability. */
  readonly settings: string;
  /** One event, durable when it answers. `revision` counts from 0. */
  append(stream: string, revision: number, event: PeerEvent): Promise<void>;
  /** Many events of a stream that was never written, together. */
  fill(stream: string, events: readonly PeerEvent[]): Promise<void>;
  /**
   * Folds a stream up to a revision, as its interface lets one ask for a state of the past. Of all streams filled, the
   * first is asked for.
   */
  asOf<S>(
    stream: string,
    revision: number,
    initial: S,
    evolve: (state: S, event: PeerEvent) => S,
  ): Promise<S>;
  close(): Promise<void>;
}
