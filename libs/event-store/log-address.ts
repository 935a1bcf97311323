import type { ClusterAddress } from './cluster/cluster-address.js';
import { EmbeddedEventReader } from './embedded/embedded-event-reader.js';
import { EmbeddedEventStore } from './embedded/embedded-event-store.js';
import type { EventReader } from './event-reader.js';
import type { EventStore } from './event-store.js';
import { LogIdentities } from './log-identities.js';
import { clusterAdapter } from './on-cluster.js';

/** A log in a file on this machine. */
export interface FileAddress {
  readonly kind: 'file';
  readonly file: string;
}

/**
 * A log on a cluster. `identityFile` stores the identity of the log beside the data that are derived from it. So another log
 * is refused, and this one can be opened while the cluster does not answer.
 */
export type ClusterLogAddress = ClusterAddress & { readonly identityFile: string };

/** Where a log is. Plain data, so it can be passed to a thread. */
export type LogAddress = FileAddress | ClusterLogAddress;

/** A reader that its owner wakes when the log may have new events, and closes. */
export type ReadableLog = EventReader & { wake(): void; close(): Promise<void> };

/**
 * Opens a log for writing. For a public log, `desk` is the identity of the desk's log.
 *
 * @throws what `open` of the adapters throws
 */
export async function openLog(address: LogAddress, desk: string | null = null): Promise<EventStore> {
  if (address.kind === 'file') return EmbeddedEventStore.open({ file: address.file });
  const { ClusterEventStore } = await clusterAdapter();
  const identities = new LogIdentities(address.identityFile);
  const store = await ClusterEventStore.open(address, { identity: identities.identityOf(address.log), desk });
  identities.save(address.log, store.identity);
  return store;
}

/**
 * Opens a log for reading. Subscriptions to a file check it for new events every `pollEvery` milliseconds.
 *
 * @throws what `open` of the adapters throws
 */
export async function readLog(address: LogAddress, pollEvery?: number): Promise<ReadableLog> {
  if (address.kind === 'file') return EmbeddedEventReader.open(address.file, pollEvery);
  const { ClusterEventReader } = await clusterAdapter();
  const identities = new LogIdentities(address.identityFile);
  const reader = await ClusterEventReader.open(address, {
    identity: identities.identityOf(address.log),
    desk: null,
  });
  identities.save(address.log, reader.identity);
  return reader;
}
