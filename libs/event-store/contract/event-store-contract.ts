import { randomUUID } from 'node:crypto';
import { appendingContract } from './appending.js';
import type { Ability, ContractContext, ContractTarget } from './contract-target.js';
import { durabilityContract } from './durability.js';
import { erasingContract } from './erasing.js';
import { readingContract } from './reading.js';
import { subscribingContract } from './subscribing.js';

/**
 * The contract of an event store: every adapter must obey each numbered rule. `open` is called before each test. Its log may
 * already have streams, like that of a server.
 */
export function eventStoreContract(
  name: string,
  open: () => Promise<ContractTarget>,
  abilities: readonly Ability[] = [],
): void {
  describe(`the event store contract: ${name}`, () => {
    let target: ContractTarget;
    let prefix: string;
    const setting: ContractContext = {
      target: () => target,
      store: () => target.store,
      stream: (stream) => `${prefix}${stream}`,
      itIf: (ability) => (abilities.includes(ability) ? it : it.skip),
    };

    beforeEach(async () => {
      prefix = `contract${randomUUID().slice(0, 8)}-`;
      target = await open();
    });
    afterEach(() => target.close());

    appendingContract(setting);
    durabilityContract(setting);
    readingContract(setting);
    subscribingContract(setting);
    erasingContract(setting);
  });
}
