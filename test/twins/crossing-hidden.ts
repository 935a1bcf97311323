import { en } from '../http/stories.js';
import { SLUG } from './crossing.js';
import {
  claim,
  count,
  full,
  method,
  noted,
  party,
  says,
  share,
  source,
  time,
  why,
  type Entry,
} from './entry.js';

/** When the embargo of what is still to come ends, and when an editor ends the hold of the other. */
export const EMBARGO_ENDS = time('12T09:00');
export const HOLD_ENDS = time('12T10:00');

/** What its desk alone knows: never released, or not yet. */
export const HIDDEN: readonly Entry[] = [
  full.record(SLUG, '01T09:03', 'early', 'An ibis on the bridge, under the bridge, beside the bridge', {
    release: 'held',
    claims: [claim('ibis', 'Somebody saw an ibis')],
    assertions: says('asserts', 'ibis'),
  }),
  // At the desk these dispute what in public is confirmed.
  full.record(SLUG, '01T10:20', 'envoy-denies', 'An envoy of the islands denies the closure', {
    release: 'held',
    kind: 'denial',
    attribution: [[party('islands-envoy', 'principal')]],
    assertions: says('denies', 'closed', 'guarded'),
  }),
  full.record(SLUG, '01T10:40', 'again', 'The officer doubts the guard', {
    release: 'held',
    attribution: [[party('the-gazette'), source('officer')]],
    assertions: says('denies', 'guarded'),
  }),
  full.record(SLUG, '01T12:30', 'more-share', 'The north holds more, says a courier', {
    release: 'held',
    claims: [share('most-held', 0.9, '2016-11-29')],
    assertions: says('asserts', 'most-held'),
  }),
  full(SLUG, '02T10:30', 'correct', {
    ref: 'correction-2',
    development: 'first',
    class: 'refile',
    changes: { evidence: [{ url: 'https://example.org/private', public: false }] },
    ...noted('A private slip.'),
  }),
  full(SLUG, '03T08:00', 'headline', { headline: en('Quagga at the gates'), release: 'held' }),
  full.record(SLUG, '03T10:30', 'on-tunnel', 'A miner confirms the tunnel', {
    release: 'held',
    kind: 'confirmation',
    assertions: says('confirms', 'tunnel'),
    answers: ['who-ordered'],
  }),
  full.record(SLUG, '03T14:00', 'killed-early', 'A zeppelin was seen', {
    release: 'held',
    claims: [count('zeppelins', 'zeppelins', 3)],
    assertions: says('asserts', 'zeppelins'),
  }),
  full(SLUG, '03T14:10', 'kill', { development: 'killed-early', ...noted('There was no zeppelin.') }),
  full(SLUG, '03T14:20', 'takedown', {
    development: 'early',
    authority: 'A hidden court',
    ...noted('No ibis.'),
  }),
  full(SLUG, '03T14:30', 'withdraw', { development: 'more-share', claim: 'most-held', by: 'origin', ...why }),
  full(SLUG, '03T14:40', 'retract', { development: 'envoy-denies', by: 'outlet', ...why }),
  full.record(SLUG, '03T14:50', 'off', 'A vizier, off the record', {
    release: 'held',
    attribution: [[party('the-gazette'), source('vizier', 'a vizier', { groundRules: 'offTheRecord' })]],
    claims: [claim('vizier-says', 'The vizier knew')],
    assertions: says('asserts', 'vizier-says'),
  }),
  full(SLUG, '03T15:00', 'independence', { origins: ['vizier', 'officer'], independent: false, ...why }),
  full(SLUG, '03T15:10', 'link', {
    ref: 'hidden-link',
    claim: 'vizier-says',
    to: 'closed',
    relation: 'contradicts',
  }),
  full(SLUG, '03T15:20', 'link', {
    ref: 'revoked-link',
    claim: 'half-held',
    to: 'most-held',
    relation: 'same',
  }),
  full(SLUG, '03T15:30', 'revoke-link', { link: 'revoked-link' }),
  full(SLUG, '03T15:40', 'judge', { ref: 'refuted', claim: 'vizier-says', ...method, verdict: 'refuted' }),
  full(SLUG, '03T15:50', 'revoke-judgement', { judgement: 'refuted', ...why }),
  full(SLUG, '03T15:55', 'correct-claim', {
    ref: 'correction-6',
    claim: 'vizier-says',
    changes: { text: en('The vizier was told') },
    ...why,
  }),
  full(SLUG, '05T09:20', 'correct-claim', {
    ref: 'marked',
    claim: 'closed',
    changes: { allegation: true },
    ...why,
  }),
  full(SLUG, '05T09:30', 'correct', {
    ref: 'correction-8',
    development: 'off',
    class: 'refile',
    changes: { text: en('A grand vizier, off the record') },
    ...why,
  }),
  // Still to come: one by its time, one by hand.
  full.record(SLUG, '06T14:00', 'to-come', 'The islands recognise the wall', {
    release: { embargoedUntil: EMBARGO_ENDS },
    attribution: [
      [party('islands-envoy', 'principal')],
      [party('the-gazette'), source('insider', 'an insider of the islands', { side: 'islands' })],
    ],
    claims: [
      claim('recognised', 'The wall is recognised', { allegation: true }),
      share('third-held', 0.3, '2016-12-06'),
      count('barges', 'barges', 40),
    ],
    assertions: says('asserts', 'recognised', 'third-held', 'barges', 'wall'),
    answers: ['which-ferry'],
    raises: [{ id: 'why-now', text: en('Why now?') }],
    place: { name: 'Xanadu', country: 'SC' },
  }),
  full(SLUG, '06T14:05', 'translate', {
    ref: 'come-translation',
    language: 'fr',
    names: [{ name: 'Xanadu', text: 'Xanadou' }],
  }),
  full(SLUG, '06T14:10', 'link', {
    ref: 'come-link',
    claim: 'wall',
    to: 'recognised',
    relation: 'supersedes',
  }),
  full(SLUG, '06T14:20', 'lede', {
    lede: en('The islands recognise it.'),
    release: { embargoedUntil: EMBARGO_ENDS },
  }),
  full.record(SLUG, '06T15:00', 'kept', 'A second officer speaks of mutiny', {
    release: 'held',
    attribution: [[party('the-agency'), source('second', 'a second officer', { side: 'north' })]],
    claims: [claim('mutiny', 'There is a mutiny')],
    assertions: says('asserts', 'mutiny', 'closed'),
  }),
  full(SLUG, '06T15:10', 'judge', { ref: 'mutiny-checked', claim: 'mutiny', ...method }),
  // At the desk it is decided, and takes out of force what in public is confirmed.
  full.record(SLUG, '06T15:20', 'amnesty-decided', 'An envoy of the islands proclaims an amnesty', {
    release: 'held',
    attribution: [[party('islands-envoy')]],
    claims: [claim('amnesty', 'There is an amnesty', { kind: 'decision', decidedBy: ['islands-envoy'] })],
    assertions: says('asserts', 'amnesty'),
  }),
  full(SLUG, '06T15:30', 'link', {
    ref: 'amnesty-link',
    claim: 'amnesty',
    to: 'closed',
    relation: 'supersedes',
  }),
];
