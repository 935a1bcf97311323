import type { ClusterAddress } from './cluster/cluster-address.js';
import { EmbeddedEventReader } from './embedded/embedded-event-reader.js';
import { EmbeddedEventStore } from './embedded/embedded-event-store.js';
import type { EventReader } from './event-reader.js';
import type { EventStore } from './event-store.js';
import { LogIdentities } from './log-identities.js';
import { clusterAdapter } from './on-cluster.js';

/** A log in a file of this machine. */
export interface FileAddress {
  readonly kind: 'file';
  readonly file: string;
}

/**
 * A log on a cluster, and the file that remembers its identity beside the data that is made of it: another log is then
 * refused, and this one is opened though the cluster does not answer.
 */
export type ClusterLogAddress = ClusterAddress & { readonly identityFile: string };

/** Where a log is. Plain data, so that it can be given to a thread. */
export type LogAddress = FileAddress | ClusterLogAddress;

/** A reader of a log that can be told that there may be something new, and that is closed by who opened it. */
export type ReadableLog = EventReader & { wake(): void; close(): Promise<void> };

/**
 * Opens a log to write it; `desk` is the identity of the desk's log, for a public one.
 *
 * @throws what the adapters' own `open` throw
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
 * Opens a log to read it; a file is looked at every `pollEvery` milliseconds for what another wrote.
 *
 * @throws what the adapters' own `open` throw
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
