export { eventStoreContract } from './event-store-contract.js';
export type { Ability, ContractFaults, ContractTarget } from './contract-target.js';
export { eventsOf, newEvent } from './events.js';
export { ManualClock } from './manual-clock.js';
export { ScratchLog } from './scratch-log.js';
export { writeHere } from './write-here.js';
