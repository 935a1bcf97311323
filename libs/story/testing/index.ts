/** For tests only: the first story, given/when/then, and generated histories. */
export { anyText } from './any-text.js';
export {
  by,
  correct,
  day,
  endOf,
  kill,
  official,
  open,
  proposition,
  record,
  reinstate,
  saying,
  says,
  share,
  territory,
  withdraw,
} from './aleppo.js';
export { moves, play, type Move } from './histories.js';
export { at, described, idOf, rehearse, type Step } from './newsroom.js';
