import { eventStoreContract } from '../contract/event-store-contract.js';
import { FailingWriter } from '../contract/failing-writer.js';
import { ScratchLog } from '../contract/scratch-log.js';

// The contract has the tests: every store must pass them. The abilities at the end turn on those that not every store can.
eventStoreContract(
  'embedded',
  async () => {
    const log = new ScratchLog();
    const writer = new FailingWriter();
    const store = await log.open({}, writer.start);
    let present = store;
    const reopen = async () => {
      await present.close();
      present = await log.open({}, writer.start);
      return present;
    };
    return {
      store,
      reopen,
      files: () => log.files(),
      faults: {
        makeNextOutcomeUnknown: () => writer.failNext('after', { recoveries: Infinity }),
        heal: () => {
          writer.heal();
          return reopen();
        },
      },
      close: () => log.remove(),
    };
  },
  ['reopen', 'unknown-outcome', 'erase', 'erase-in-place'],
);
