import { eventStoreContract, type Ability, type ContractTarget } from '#event-store/contract';
import { isClusterUrl } from '#event-store';
import { ClusterDouble } from '../double/index.js';
import { openCluster } from './open-cluster.js';

/** One double for all tests of a file, with different stream names; each test opens a separate store. */
async function onDouble(double: ClusterDouble): Promise<ContractTarget> {
  let store = await openCluster(double.url);
  return {
    store,
    reopen: async () => {
      await store.close();
      await double.restart();
      store = await openCluster(double.url);
      return store;
    },
    faults: {
      makeNextOutcomeUnknown: () => double.faults.next({ on: 'append', fault: 'muteAfter', times: 1_000 }),
      heal: async () => {
        double.faults.clear();
        return store;
      },
      cutSubscriptions: (how) => {
        if (how === 'error') double.faults.failSubscriptions();
        else if (how === 'end') double.faults.endSubscriptions();
        else double.faults.silenceSubscriptions();
      },
    },
    close: async () => {
      double.faults.clear();
      await store.close();
    },
  };
}

const ALL: readonly Ability[] = ['reopen', 'unknown-outcome', 'cut-subscriptions', 'erase'];

describe('on the double', () => {
  let double: ClusterDouble;
  beforeAll(async () => {
    double = await ClusterDouble.start();
  });
  afterAll(() => double.stop());
  eventStoreContract('the adapter on the double of a server', () => onDouble(double), ALL);
});

const url = process.env['EVENTSTORE_URL'] ?? '';
if (isClusterUrl(url))
  eventStoreContract(
    'the adapter on a real server',
    async () => {
      const store = await openCluster(url);
      return { store, close: () => store.close() };
    },
    ['erase'],
  );
else
  it('was not run on a real server: set EVENTSTORE_URL to one', () => {
    expect(url).toBe('');
  });
