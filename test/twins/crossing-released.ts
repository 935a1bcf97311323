import { en } from '../http/stories.js';
import { SLUG } from './crossing.js';
import { claim, full, method, noted, party, plain, says, source, time, why, type Entry } from './entry.js';

const TOWER = {
  claims: [claim('tower', 'There is a tower')],
  assertions: says('asserts', 'tower'),
  raises: [{ id: 'how-high', text: en('How high is the tower?') }],
};

const BY_NIGHT = {
  ref: 'correction-9',
  class: 'correction',
  lede: en('Nobody crosses by night.'),
  claims: [{ claim: 'half-held', changes: { text: en('The north holds half, by night') } }],
  developments: [{ development: 'answered', changes: { text: en('The governor ordered it by night') } }],
  ...noted('It was by night.'),
};

const IN_FRENCH = {
  ref: 'translation-1',
  language: 'fr',
  developments: [{ development: 'answered', text: 'Le gouverneur en a donné l’ordre' }],
  claims: [{ claim: 'half-held', text: 'Le nord en tient la moitié' }],
  questions: [{ question: 'who-ordered', text: 'Qui a donné l’ordre ?' }],
  names: [{ name: 'Karsa', text: 'Carse' }],
};

/** What its desk keeps back for a while, and what is to be seen of it from its release on. */
export const RELEASED: readonly Entry[] = [
  // Linked and corrected under an embargo.
  full.record(SLUG, '02T13:00', 'timely', 'The ferry sank', {
    release: { embargoedUntil: time('05T12:00') },
    claims: [claim('ferry', 'The ferry sank')],
    assertions: says('asserts', 'ferry'),
    raises: [{ id: 'which-ferry', text: en('Which ferry?') }],
  }),
  full(SLUG, '02T13:30', 'link', { ref: 'ferry-link', claim: 'ferry', to: 'closed', relation: 'broadens' }),
  full(SLUG, '02T14:00', 'correct-claim', {
    ref: 'correction-3',
    claim: 'ferry',
    changes: { text: en('The ferry lies idle') },
    ...why,
  }),
  full(SLUG, '02T14:10', 'correct', {
    ref: 'correction-4',
    development: 'timely',
    class: 'correction',
    changes: { text: en('The ferry lies idle'), occurred: '2016-12-02' },
    ...noted('It did not sink.'),
  }),
  // Withdrawn in part, retracted, killed, reinstated, judged and corrected while on hold, and then released by hand.
  full.record(SLUG, '02T15:00', 'handed', 'The toll was doubled', {
    release: 'held',
    attribution: [[party('the-gazette'), source('clerk', 'a clerk')]],
    claims: [claim('toll', 'The toll was doubled')],
    assertions: says('asserts', 'toll', 'closed'),
  }),
  full(SLUG, '02T15:05', 'withdraw', { development: 'handed', claim: 'closed', by: 'origin', ...why }),
  full(SLUG, '02T15:10', 'judge', { ref: 'toll-checked', claim: 'toll', public: true, ...method }),
  full(SLUG, '02T15:20', 'independence', { origins: ['clerk', 'officer'], independent: true, ...why }),
  full(SLUG, '02T15:30', 'retract', { development: 'handed', by: 'us', ...why }),
  full(SLUG, '02T15:40', 'revoke-retraction', { development: 'handed', ...why }),
  full(SLUG, '02T15:50', 'kill', { development: 'handed', ...noted('A notice of a kill that nobody sees.') }),
  full(SLUG, '02T15:55', 'reinstate', { development: 'handed', ...why }),
  full(SLUG, '02T16:00', 'correct', {
    ref: 'correction-5',
    development: 'handed',
    class: 'correction',
    changes: { text: en('The toll was raised') },
    ...noted('Not doubled.'),
  }),
  // Itself never released, but it brings claims and questions that public developments name later.
  full.record(SLUG, '02T17:00', 'namer', 'A mason talks of a wall and a tower', {
    release: 'held',
    claims: [claim('wall', 'There is a wall'), claim('tower', 'There is a tower')],
    assertions: says('asserts', 'wall', 'tower'),
    raises: [
      { id: 'where', text: en('Where is the wall?') },
      { id: 'how-high', text: en('How high is the tower?') },
    ],
  }),
  full(SLUG, '05T11:00', 'headline', {
    headline: en('Idle ferry, closed bridge'),
    release: { embargoedUntil: time('06T10:00') },
  }),

  // One mistake that is in what is public, and in what never is.
  plain(SLUG, '04T10:30', 'correct-story', BY_NIGHT),
  full(SLUG, '04T10:30', 'correct-story', {
    ...BY_NIGHT,
    claims: [...BY_NIGHT.claims, { claim: 'vizier-says', changes: { text: en('The vizier saw an ermine') } }],
    developments: [
      { development: 'more-share', changes: { text: en('A courier with an ermine holds more') } },
      ...BY_NIGHT.developments,
    ],
  }),
  // One act of translation, of what is public and of what never is.
  plain(SLUG, '04T10:40', 'translate', IN_FRENCH),
  full(SLUG, '04T10:40', 'translate', {
    ...IN_FRENCH,
    developments: [
      { development: 'more-share', text: 'Un courrier avec une hermine (ermine) en tient plus' },
      ...IN_FRENCH.developments,
    ],
    claims: [...IN_FRENCH.claims, { claim: 'vizier-says', text: 'Le vizir savait (ermine)' }],
  }),
  plain.record(SLUG, '05T12:00', 'timely', 'The ferry lies idle', {
    claims: [claim('ferry', 'The ferry lies idle')],
    assertions: says('asserts', 'ferry'),
    raises: [{ id: 'which-ferry', text: en('Which ferry?') }],
    occurred: '2016-12-02',
  }),
  plain(SLUG, '05T12:00', 'link', { ref: 'ferry-link', claim: 'ferry', to: 'closed', relation: 'broadens' }),
  plain.record(SLUG, '05T13:00', 'on-wall', 'The wall stands', {
    claims: [claim('wall', 'There is a wall')],
    assertions: says('confirms', 'wall'),
  }),
  full.record(SLUG, '05T13:00', 'on-wall', 'The wall stands', {
    publishes: ['wall'],
    assertions: says('confirms', 'wall'),
    answers: ['where'],
  }),
  plain.record(SLUG, '05T14:00', 'on-tower', 'The tower stands', TOWER),
  full.record(SLUG, '05T14:00', 'on-tower', 'The tower stands', { ...TOWER, publishes: ['tower'] }),
  plain(SLUG, '06T10:00', 'headline', { headline: en('Idle ferry, closed bridge') }),
  plain.record(SLUG, '06T12:00', 'handed', 'The toll was raised', {
    attribution: [[party('the-gazette'), source('clerk', 'a clerk')]],
    claims: [claim('toll', 'The toll was doubled')],
    assertions: says('asserts', 'toll'),
  }),
  plain(SLUG, '06T12:00', 'judge', { ref: 'toll-checked', claim: 'toll', public: true, ...method }),
  plain(SLUG, '06T12:00', 'independence', { origins: ['clerk', 'officer'], independent: true, ...why }),
  full(SLUG, '06T12:00', 'release', { development: 'handed' }),
];
