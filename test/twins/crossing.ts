import { en } from '../http/stories.js';
import { both, claim, method, noted, party, says, share, source, why, type Entry } from './entry.js';

export const SLUG = 'crossing';

/** What the world may see of a story as it comes, with all that may happen to one. */
export const CROSSING: readonly Entry[] = [
  both(SLUG, '01T09:00', 'open', {
    headline: en('The bridge is closed'),
    lede: en('Nobody crosses.'),
    language: 'en',
    topics: ['medtop:20000076'],
    places: [{ name: 'Karsa', country: 'SY' }],
  }),
  both.record(SLUG, '01T09:10', 'first', 'An officer says that the bridge is closed', {
    attribution: [
      [party('the-gazette'), source('officer', 'an officer', { side: 'north', groundRules: 'background' })],
    ],
    claims: [
      claim('closed', 'The bridge is closed', { occurred: '2016-11-30/..' }),
      claim('guarded', 'The bridge is guarded'),
    ],
    assertions: says('asserts', 'closed', 'guarded'),
    raises: [{ id: 'who-ordered', text: en('Who ordered it?') }],
    reportedAt: '2016-12-01',
  }),
  both.record(SLUG, '01T10:00', 'confirmed', 'The north confirms it', {
    kind: 'confirmation',
    assertions: says('confirms', 'closed'),
    place: { name: 'Karsa' },
    evidence: [{ url: 'https://example.org/order', public: true }],
  }),
  both.record(SLUG, '01T11:00', 'denied', 'The south denies that it is guarded', {
    kind: 'denial',
    attribution: [[party('the-agency'), party('south', 'principal')]],
    assertions: says('denies', 'guarded'),
  }),
  both.record(SLUG, '01T12:00', 'half', 'The north holds half of the bank', {
    kind: 'territorialGain',
    claims: [share('half-held', 0.5, '2016-12-01')],
    assertions: says('asserts', 'half-held'),
  }),
  both.record(SLUG, '02T09:00', 'relayed', 'The agency relays a voice', {
    attribution: [
      [party('the-agency'), source('voice', 'a voice in the palace', { groundRules: 'deepBackground' })],
    ],
    assertions: says('asserts', 'closed'),
  }),
  both(SLUG, '02T10:00', 'correct', {
    ref: 'correction-1',
    development: 'first',
    class: 'correction',
    changes: { text: en('An officer says that the upper bridge is closed') },
    withhold: ['text'],
    ...noted('It is the upper bridge.'),
  }),
  both(SLUG, '02T11:00', 'judge', { ref: 'checked', claim: 'closed', public: true, ...method }),
  both(SLUG, '02T12:00', 'link', { ref: 'narrower', claim: 'guarded', to: 'closed', relation: 'narrows' }),
  both(SLUG, '03T09:00', 'headline', { headline: en('The upper bridge is closed') }),
  both(SLUG, '03T09:30', 'lede', { lede: en('Nobody crosses by day.') }),
  both.record(SLUG, '03T10:00', 'wrong', 'A tunnel was found', {
    claims: [claim('tunnel', 'There is a tunnel')],
    assertions: says('asserts', 'tunnel'),
  }),
  both(SLUG, '03T11:00', 'kill', { development: 'wrong', ...noted('There was none.') }),
  both(SLUG, '03T12:00', 'retract', { development: 'relayed', by: 'outlet', ...why }),
  both.record(SLUG, '03T13:00', 'answered', 'The governor ordered it', { answers: ['who-ordered'] }),
  both(SLUG, '04T09:00', 'withdraw', { development: 'first', claim: 'guarded', by: 'origin', ...why }),
  both(SLUG, '04T10:00', 'correct-claim', {
    ref: 'correction-7',
    claim: 'half-held',
    changes: { text: en('The north holds one half') },
    ...why,
  }),
  both(SLUG, '04T11:00', 'classify', {
    topics: ['medtop:20000063'],
    places: [{ name: 'Karsa', country: 'SY' }, { name: 'Lower Karsa' }],
  }),
  both(SLUG, '04T12:00', 'independence', { origins: ['officer', 'south'], independent: true, ...why }),
  both(SLUG, '04T13:00', 'revoke-judgement', { judgement: 'checked', ...why }),
  both(SLUG, '05T09:00', 'close'),
  both(SLUG, '05T10:00', 'reopen'),
  both.record(SLUG, '06T16:00', 'last', 'All is quiet at the bridge', {
    significance: 'minor',
    assertions: says('asserts', 'closed'),
  }),
];
