import { ClusterEventStore, type ClusterOptions, type ClusterAddress } from '#event-store/testing';

/** Limits of a test: what fails is given up soon. */
const LIMITS = { call: 10_000, retryFor: 15_000, pollEvery: 100, silence: 300 };

/** A store on a cluster for a test, as the desk's log unless told. */
export function openCluster(
  url: string,
  of: Partial<ClusterAddress> = {},
  options: ClusterOptions = {},
): Promise<ClusterEventStore> {
  const address = { kind: 'cluster', url, credentials: null, log: 'desk', shared: false, ...of } as const;
  return ClusterEventStore.open(
    address,
    { identity: null, desk: null },
    { limits: LIMITS, retry: { first: 20, most: 200 }, ...options },
  );
}
