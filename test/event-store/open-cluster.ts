import { ClusterEventStore, type ClusterOptions, type ClusterAddress } from '#event-store/testing';

/** The limits of a test: it gives up soon after a failure. */
const LIMITS = { call: 10_000, retryFor: 15_000, pollEvery: 100, silence: 300 };

/** Opens a store on a cluster for a test, by default the desk log. */
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
