import { en } from '../http/stories.js';
import { both, claim, full, noted, party, plain, says, why, type Entry } from './entry.js';

const onHold = { release: 'held' };
const opened = (headline: string) => ({ headline: en(headline), language: 'en' });

/** Stories beside it: of two that are searched alike one has hidden words, one is killed, one is public late, one never. */
export const OTHERS: readonly Entry[] = [
  both('mine', '01T09:20', 'open', opened('A mine near the bridge')),
  both.record('mine', '01T09:30', 'm-first', 'The bridge and the bridge again', {
    claims: [claim('mined', 'The mine is open')],
    assertions: says('asserts', 'mined'),
  }),
  both.record('mine', '01T09:40', 'm-second', 'The bridge of the mine'),
  both('dead', '01T09:50', 'open', opened('A story that is wrong')),
  both.record('dead', '01T09:55', 'd-first', 'All of it is wrong', {
    claims: [claim('wrong', 'It is so')],
    assertions: says('asserts', 'wrong'),
  }),
  full.record('dead', '01T10:05', 'd-held', 'A yak in the wrong story', {
    ...onHold,
    claims: [claim('yak', 'A yak')],
    assertions: says('asserts', 'yak'),
  }),
  both('dead', '02T09:40', 'kill', noted('It was all wrong.')),

  full('late', '01T10:10', 'open', opened('An early headline, a wombat')),
  full.record('late', '01T10:15', 'l-held', 'A wombat', {
    ...onHold,
    claims: [claim('wombat', 'A wombat')],
    assertions: says('asserts', 'wombat'),
  }),
  full('late', '01T10:25', 'headline', { headline: en('A later headline') }),
  full('late', '01T10:30', 'classify', { topics: ['medtop:20000076'], places: [{ name: 'Karsa' }] }),
  full('late', '02T09:10', 'close'),
  full('late', '02T09:15', 'reopen'),
  full('late', '02T09:20', 'kill', noted('Nobody sees this notice.')),
  full('late', '02T09:25', 'reinstate', why),
  plain('late', '06T13:00', 'open', {
    ...opened('A later headline'),
    topics: ['medtop:20000076'],
    places: [{ name: 'Karsa' }],
  }),
  both.record('late', '06T13:00', 'l-first', 'It begins by the bridge', {
    attribution: [[party('the-agency')]],
  }),

  full('secret', '02T18:00', 'open', {
    ...opened('A secret summit of quolls'),
    lede: en('Quolls.'),
    topics: ['medtop:20000099'],
    places: [{ name: 'Zembla' }],
  }),
  full.record('secret', '02T18:10', 's-first', 'Quolls meet at the bridge', {
    ...onHold,
    attribution: [[party('islands-envoy', 'principal')]],
    claims: [claim('quolls', 'Quolls meet')],
    assertions: says('asserts', 'quolls'),
  }),
  full.record('secret', '02T18:20', 's-second', 'They will meet again', {
    release: { embargoedUntil: '2016-12-20T09:00:00.000Z' },
    assertions: says('asserts', 'quolls'),
    publishes: ['quolls'],
  }),
  full('secret', '03T18:00', 'headline', { headline: en('A secret summit of numbats') }),
  full('secret', '03T18:10', 'takedown', { authority: 'A hidden court', ...noted('Hidden.') }),
  full('secret', '03T18:20', 'reinstate', why),

  // Words of another story, said at the desk of this one alone.
  full.record('mine', '06T17:00', 'm-held', 'The governor of the upper wall', onHold),
  both('mine', '07T09:00', 'takedown', { authority: 'A court', ...noted('A court said so.') }),
  both('mine', '07T10:00', 'reinstate', why),
];

/** Comes last, so that all before it can be read once this can. */
export const CAUGHT_UP = 'level';
export const LAST: readonly Entry[] = [
  both(CAUGHT_UP, '09T09:00', 'open', opened('The last story')),
  both.record(CAUGHT_UP, '09T09:00', 'e-first', 'The end', { attribution: [[party('the-agency')]] }),
];
