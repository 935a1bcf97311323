import { decideDirectory } from '../facts/party.js';
import { REFUSAL_CODES, type RefusalCode } from '../values/refusal.js';
import {
  again,
  ALEPPO,
  by,
  CLAIMS,
  correct,
  correctTogether,
  document,
  en,
  four,
  independence,
  judge,
  kill,
  remove,
  open,
  ORIGINS,
  proposition,
  record,
  retract,
  rumour,
  saying,
  says,
  share,
  surrendered,
  takeDown,
  territory,
  unnamed,
} from '../testing/aleppo.js';
import {
  append,
  at,
  claimIn,
  directory,
  given,
  idOf,
  refused,
  send,
  rehearse,
  type Step,
} from '../testing/newsroom.js';
import type { Command } from '../facts/command.js';
import type { Development, FigureInput } from '../facts/development.js';
import type { StoryEvent } from '../facts/event.js';

const { talks, contacts, usExcluded } = CLAIMS;
const { secretTalks, notTheFirst, riaConfirms } = ALEPPO;
const begun = [open, secretTalks] as const;
const ft = by('financial-times');
const translation = {
  type: 'translate',
  language: 'fr',
  scheduled: [],
  developments: [],
  claims: [],
  questions: [],
  notices: [],
  names: [],
} as const;
const command = (c: Step['command'], ref?: string): Step =>
  ref === undefined ? { command: c } : { command: c, ref };
const reason = 'For a reason.';

const close = command({ type: 'close', reason: null, scheduled: null });
const release = (ref: string, publishes: readonly string[] = []): Step =>
  command({ type: 'release', development: idOf(ref), cause: 'editor', publishes });
const onHold = record('held', {
  claims: [contacts],
  assertions: says('asserts', ['contacts']),
  release: 'held',
});
const link = (ref: string, from: string, to: string): Step =>
  command({ type: 'link', claim: from, to, relation: 'narrows' }, ref);
const correctClaim = (id: string, changes: object, more: object = {}): Step =>
  command(
    { type: 'correct-claim', claim: id, changes, withhold: [], reason, ...more },
    `correction of ${id}`,
  );
const talksCorrected = { claim: 'talks', changes: { text: en('x') }, withhold: [] };
const reworded = { development: idOf('secret-talks'), changes: { text: en('x') }, withhold: [] };
const asks = record('asks', { raises: [{ id: 'who-negotiates', text: en('Who negotiates?') }] });
const answering = record('answers', { answers: ['who-negotiates'] });
const figure = surrendered.figure!;
const running: FigureInput = {
  ...{ variable: 'surrendered', count: 600, low: null, high: null, comparator: '=', unit: null },
  ...{ asOfWorld: null, text: null, stance: 'asserts', chains: null },
};
const HASH = 'ab'.repeat(32);

const takesBack = (ref: string, ...who: Parameters<typeof by>): Step =>
  saying(ref, [by(...who)], 'takesBack', talks, false);

/** Each refusal: its code, what is refused, the steps before, and the refused step. */
const REFUSED: readonly (readonly [RefusalCode, string, readonly Step[], Step])[] = [
  ['story-unknown', 'a development in a story that was never opened', [], secretTalks],
  ['story-exists', 'a second story with the same slug', [open], { ...open, ref: 'another' }],
  [
    'story-exists',
    'another story with the same id',
    [open],
    { ...open, command: { ...(open.command as Extract<Command, { type: 'open' }>), headline: en('Other') } },
  ],
  ['story-withheld', 'a development in a killed story', [open, kill(null)], secretTalks],
  ['story-withheld', 'the closing of a story that was taken down', [open, takeDown(null)], close],
  ['story-closed', 'a development in a closed story', [open, close], secretTalks],
  ['story-closed', 'a release in a closed story', [open, onHold, close], release('held')],
  [
    'story-scheduled',
    'the closing of a story that does not say what becomes of its schedule',
    [open, record('later', { release: { embargoedUntil: at('2016-12-05T00:00') } })],
    close,
  ],
  [
    'scheduled-unknown',
    'a new time for a headline that is not scheduled',
    [open],
    command({
      type: 'reschedule',
      of: 'headline',
      was: 'held',
      release: 'now',
      reason: null,
      cause: 'editor',
    }),
  ],
  [
    'schedule-taken',
    'the time of another scheduled headline',
    [
      open,
      command({ type: 'headline', headline: en('A'), release: 'held' }),
      command({
        type: 'headline',
        headline: en('B'),
        release: { embargoedUntil: at('2016-12-05T00:00') },
      }),
    ],
    command({
      type: 'reschedule',
      of: 'headline',
      was: { embargoedUntil: at('2016-12-05T00:00') },
      release: 'held',
      reason: null,
      cause: 'editor',
    }),
  ],
  [
    'text-missing',
    'a headline without words',
    [],
    command({ ...(open.command as Extract<Command, { type: 'open' }>), headline: { en: ' ' } }, 'x'),
  ],
  [
    'text-missing',
    'a new headline without words',
    [open],
    command({ type: 'headline', headline: { en: null }, release: 'now' }),
  ],
  [
    'text-missing',
    'a new lede without words',
    [open],
    command({ type: 'lede', lede: { en: null, fr: '' }, release: 'now' }),
  ],
  ['text-missing', 'a development without words', [open], record('x', { text: {} })],
  ['text-missing', 'a correction that leaves no words', begun, correct('secret-talks', { text: en('') })],
  [
    'variable-without-value',
    'a value of a variable without a first value',
    [open],
    record('x', { figures: [running] }),
  ],
  [
    'unit-mismatch',
    'a value in another unit',
    [open, record('counts', { claims: [surrendered] })],
    record('x', { figures: [{ ...running, unit: 'km' }] }),
  ],
  ['chain-empty', 'a development without attribution', [open], record('x', { attribution: [] })],
  ['chain-empty', 'a chain without a link', [open], record('x', { attribution: [[ft, four], []] })],
  [
    'chain-circular',
    'an outlet that cites itself through another outlet',
    [open],
    record('x', { attribution: [[ft, by('ria-novosti'), ft]] }),
  ],
  [
    'chain-circular',
    'an outlet that cites itself',
    [open],
    record('x', { attribution: [[by('ria-novosti'), ft, ft, four]] }),
  ],
  [
    'chain-circular',
    'an unnamed source that cites itself',
    [open],
    record('x', {
      attribution: [
        [ft, four],
        [ft, again(ORIGINS.four), again(ORIGINS.four)],
      ],
    }),
  ],
  [
    'chain-circular',
    'a correction that makes a chain circular',
    begun,
    correct('secret-talks', { attribution: [[ft, by('ria-novosti'), ft]] }),
  ],
  [
    'chain-unknown',
    'an assertion on a chain that does not exist',
    [open],
    record('x', { claims: [talks], assertions: says('asserts', ['talks'], { chains: [1] }) }),
  ],
  ['party-unknown', 'a party that is not registered', [open], record('x', { attribution: [[by('nobody')]] })],
  [
    'side-unknown',
    'an unnamed source of a side that is not declared',
    [open],
    record('x', { attribution: [[ft, unnamed('a diplomat', 'nowhere')]] }),
  ],
  [
    'side-unknown',
    'a party of a side that is not declared',
    [open],
    { ...record('x', { attribution: [[by('moscow')]] }), directory: { ...directory, sides: new Map() } },
  ],
  [
    'descriptor-missing',
    'an unnamed source without a descriptor',
    [open],
    record('x', { attribution: [[ft, unnamed('', null, { descriptor: null })]] }),
  ],
  [
    'descriptor-missing',
    'a descriptor without words',
    [open],
    record('x', { attribution: [[ft, unnamed(' ', null)]] }),
  ],
  [
    'descriptor-missing',
    'a descriptor in no language',
    [open],
    record('x', { attribution: [[ft, unnamed('', null, { descriptor: {} })]] }),
  ],
  [
    'origin-unknown',
    'an unnamed source that does not exist, by its origin',
    [open],
    record('x', { attribution: [[ft, again(ORIGINS.four)]] }),
  ],
  [
    'origin-unknown',
    'the independence of an origin that does not exist',
    begun,
    independence([ORIGINS.four, 'moscow'], true),
  ],
  [
    'origin-unknown',
    'the independence of an unknown origin',
    [...begun, saying('x', [ft], 'asserts', talks, false)],
    independence([ORIGINS.four, 'unknown:financial-times'], true),
  ],
  [
    'origin-unknown',
    'the independence of an origin of itself',
    begun,
    independence([ORIGINS.four, ORIGINS.four], true),
  ],
  [
    'origin-exists',
    'another description of a source in another development',
    begun,
    record('x', {
      attribution: [[ft, unnamed('five members', 'opposition', { origin: ORIGINS.four, count: 5 })]],
    }),
  ],
  [
    'origin-exists',
    'two descriptions of a source in one development',
    [open],
    record('x', {
      attribution: [
        [ft, four],
        [ft, unnamed('others', null, { origin: ORIGINS.four })],
      ],
    }),
  ],
  [
    'origin-exists',
    'another description of a document in another development',
    [open, record('r', { attribution: [[ft, document('A report', { sha256: HASH })]] })],
    record('x', { attribution: [[ft, document('Another report', { sha256: HASH })]] }),
  ],
  [
    'origin-exists',
    'a second origin for one document',
    [open, record('r', { attribution: [[ft, document('A report', { sha256: HASH })]] })],
    record('x', { attribution: [[ft, document('A report', { sha256: HASH, origin: idOf('other') })]] }),
  ],
  [
    'origin-exists',
    'a document with the origin of an unnamed source',
    begun,
    record('x', { attribution: [[ft, document(null, { origin: ORIGINS.four })]] }),
  ],
  [
    'origin-exists',
    'another description of a rumour in another development',
    [open, record('r', { attribution: [[rumour('messages on phones', idOf('rumour'))]] })],
    record('x', { attribution: [[rumour('leaflets', idOf('rumour'))]] }),
  ],
  [
    'origin-unknown',
    'a document that does not exist, by its origin',
    begun,
    record('x', { attribution: [[ft, document(null, { origin: idOf('nobody') })]] }),
  ],
  [
    'origin-unknown',
    'the independence of a rumour',
    [
      open,
      record('r', {
        attribution: [[rumour('messages', idOf('rumour'))]],
        claims: [talks],
        assertions: says('asserts', ['talks']),
      }),
      saying('m', [by('moscow')], 'asserts', talks, false),
    ],
    independence([idOf('rumour'), 'moscow'], true),
  ],
  [
    'descriptor-missing',
    'a document without a title',
    [open],
    record('x', { attribution: [[ft, document(null, { sha256: HASH })]] }),
  ],
  [
    'descriptor-missing',
    'a document with a blank title',
    [open],
    record('x', { attribution: [[document(' ')]] }),
  ],
  ['descriptor-missing', 'a rumour without words', [open], record('x', { attribution: [[rumour(null)]] })],
  [
    'party-unknown',
    'a document with an issuer that is not registered',
    [open],
    record('x', { attribution: [[document('A report', { issuer: { party: 'nobody' } })]] }),
  ],
  [
    'chain-ended',
    'a link after a document',
    [open],
    record('x', { attribution: [[document('A report'), by('moscow')]] }),
  ],
  [
    'chain-ended',
    'a link after a rumour',
    [open],
    record('x', { attribution: [[ft, rumour('messages on phones'), ft]] }),
  ],
  [
    'chain-empty',
    'a hidden document without an outlet before it',
    [open],
    record('x', { attribution: [[by('moscow'), document('A report', { public: false })]] }),
  ],
  [
    'chain-empty',
    'a document without an outlet before it that another chain hides',
    [open],
    record('x', {
      attribution: [
        [document('A report', { origin: idOf('report') })],
        [ft, document('A report', { origin: idOf('report'), public: false })],
      ],
    }),
  ],
  [
    'rumour-only-asserts',
    'a denial by a rumour',
    [open],
    record('x', {
      attribution: [[rumour('messages')]],
      claims: [talks],
      assertions: says('denies', ['talks']),
    }),
  ],
  [
    'claim-exists',
    'another claim with the same id',
    begun,
    record('x', { claims: [{ ...talks, text: en('Something else') }] }),
  ],
  ['claim-exists', 'a claim that a development lists twice', [open], record('x', { claims: [talks, talks] })],
  [
    'claim-exists',
    'new words for a claim in the correction of its development',
    begun,
    correct('secret-talks', {
      claims: [{ ...talks, text: en('Other words') }, usExcluded, CLAIMS.aimCeasefire],
    }),
  ],
  [
    'claim-unknown',
    'an assertion about a claim that does not exist',
    [open],
    record('x', { assertions: says('asserts', ['talks']) }),
  ],
  [
    'claim-unknown',
    'the publication of a claim that does not exist',
    [open],
    record('x', { publishes: ['talks'] }),
  ],
  [
    'claim-unknown',
    'a release that publishes a claim that does not exist',
    [open, onHold],
    release('held', ['talks']),
  ],
  ['claim-unknown', 'a judgement on a claim that does not exist', begun, judge('v', 'nothing', 'verified')],
  [
    'claim-unknown',
    'the correction of a claim that does not exist',
    begun,
    correctClaim('nothing', { text: en('x') }),
  ],
  ['claim-unknown', 'a link to a claim that does not exist', begun, link('l', 'talks', 'nothing')],
  [
    'claim-unknown',
    'the removal of a claim that the development still asserts',
    begun,
    correct('secret-talks', { claims: [usExcluded, CLAIMS.aimCeasefire] }),
  ],
  [
    'claim-in-use',
    'the removal of a claim that another development asserts',
    [...begun, notTheFirst, riaConfirms],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'the removal of a claim that another development lists',
    [...begun, record('x', { claims: [talks] })],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'the removal of a linked claim',
    [...begun, notTheFirst, link('l', 'talks', 'contacts')],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'the removal of a judged claim',
    [...begun, judge('v', 'talks', 'refuted')],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'the removal of an answered question',
    [open, asks, answering],
    correct('asks', { raises: [] }),
  ],
  [
    'claim-in-use',
    'the removal of a question that another development raised too',
    [open, asks, { ...asks, ref: 'asks-too' }],
    correct('asks', { raises: [] }),
  ],
  [
    'claim-kind-mismatch',
    'a proposition with a territory',
    [open],
    record('x', { claims: [{ ...talks, territory }] }),
  ],
  [
    'claim-kind-mismatch',
    'a claim of kind territory without a territory',
    [open],
    record('x', { claims: [{ ...talks, kind: 'territory' }] }),
  ],
  [
    'claim-kind-mismatch',
    'a figure that also has a territory',
    [open],
    record('x', { claims: [{ ...surrendered, territory }] }),
  ],
  [
    'claim-kind-mismatch',
    'a decision without deciders',
    [open],
    record('x', { claims: [{ ...talks, kind: 'decision' }] }),
  ],
  [
    'claim-kind-mismatch',
    'a proposition with deciders',
    [open],
    record('x', { claims: [{ ...talks, decidedBy: ['turkey'] }] }),
  ],
  [
    'claim-kind-mismatch',
    'a correction that removes the figure of a figure',
    [open, ALEPPO.surrender],
    correctClaim('surrendered', { figure: null }),
  ],
  [
    'range-inverted',
    'a low bound above the high bound',
    [open],
    record('x', { claims: [{ ...surrendered, figure: { ...figure, low: 600, high: 500 } }] }),
  ],
  [
    'quantity-missing',
    'a figure without a number',
    [open],
    record('x', { claims: [{ ...surrendered, figure: { ...figure, count: null } }] }),
  ],
  [
    'quantity-missing',
    'a part of a whole without a share',
    [open],
    record('x', { claims: [{ ...share('s', 0.5, null), territory: { ...territory, share: null } }] }),
  ],
  [
    'claim-not-public',
    'a public assertion about a claim that is not public',
    [open, onHold],
    saying('x', [ft], 'asserts', contacts, false),
  ],
  [
    'claim-not-public',
    'a public development that lists a claim that is not public',
    [open, onHold],
    record('x', { claims: [contacts] }),
  ],
  [
    'claim-not-public',
    'the release of a development that names a claim that is not public',
    [open, onHold, record('too', { assertions: says('asserts', ['contacts']), release: 'held' })],
    release('too'),
  ],
  [
    'claim-not-public',
    'a correction of a public development that names a claim that is not public',
    [...begun, onHold],
    correct('secret-talks', { assertions: says('asserts', ['contacts']) }),
  ],
  [
    'claim-not-public',
    'an embargo that ends before a claim becomes public',
    [
      open,
      {
        ...onHold,
        command: {
          type: 'record',
          development: {
            ...(onHold.command as Extract<Command, { type: 'record' }>).development,
            release: { embargoedUntil: at('2016-12-03T00:00') },
          },
        },
      },
    ],
    record('x', {
      assertions: says('asserts', ['contacts']),
      release: { embargoedUntil: at('2016-12-02T00:00') },
    }),
  ],
  [
    'off-the-record',
    'a public development with a source off the record',
    [open],
    record('x', { attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]] }),
  ],
  [
    'off-the-record',
    'an embargo on a source off the record',
    [open],
    record('x', {
      attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]],
      release: { embargoedUntil: at('2016-12-03T00:00') },
    }),
  ],
  [
    'off-the-record',
    'the release of a source off the record',
    [
      open,
      record('x', {
        attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]],
        release: 'held',
      }),
    ],
    release('x'),
  ],
  [
    'off-the-record',
    'a correction of a public development with a source off the record',
    begun,
    correct('secret-talks', {
      attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]],
    }),
  ],
  [
    'question-exists',
    'a question that was raised in other words',
    [open, asks],
    record('x', { raises: [{ id: 'who-negotiates', text: en('Who is there?') }] }),
  ],
  ['question-unknown', 'an answer to a question that does not exist', [open], answering],
  [
    'name-unknown',
    'the translation of a name that the story does not use',
    [open],
    command({ ...translation, names: [{ name: 'Nobody', text: 'Personne' }] }),
  ],
  [
    'not-a-translation',
    'a translation into the original language',
    [open],
    command({ ...translation, language: 'en', headline: 'Other words' }),
  ],
  [
    'nothing-to-take-back',
    'taking back what the origin never said',
    begun,
    takesBack('back', 'moscow', 'principal'),
  ],
  [
    'nothing-to-take-back',
    'taking back a claim that the same development brings',
    [open],
    saying('back', [by('moscow', 'principal')], 'takesBack', talks),
  ],
  [
    'nothing-to-take-back',
    'a correction that takes back what was said later',
    [...begun, record('first', {}), saying('later', [by('moscow')], 'asserts', talks, false)],
    correct('first', { attribution: [[by('moscow')]], assertions: says('takesBack', ['talks']) }),
  ],
  [
    'stance-contradiction',
    'an assertion that the same development takes back',
    [...begun, saying('said', [by('moscow')], 'asserts', talks, false)],
    record('back', {
      attribution: [[by('moscow')]],
      assertions: [...says('denies', ['talks']), ...says('takesBack', ['talks'])],
    }),
  ],
  [
    'stance-contradiction',
    'an origin that asserts and denies a claim in one development',
    [open],
    record('x', {
      claims: [talks],
      assertions: [...says('asserts', ['talks']), ...says('denies', ['talks'])],
    }),
  ],
  [
    'stance-contradiction',
    'an origin that asserts and denies a claim through two chains',
    [open],
    record('x', {
      attribution: [[ft, by('zakharova')], [by('russian-foreign-ministry')]],
      claims: [talks],
      assertions: [
        ...says('confirms', ['talks'], { chains: [0] }),
        ...says('denies', ['talks'], { chains: [1] }),
      ],
    }),
  ],
  [
    'kind-mismatch',
    'a denial without an assertion that denies',
    [open],
    record('x', { kind: 'denial', claims: [talks], assertions: says('asserts', ['talks']) }),
  ],
  [
    'kind-mismatch',
    'a confirmation without an assertion that confirms',
    [open],
    record('x', { kind: 'confirmation', claims: [talks], assertions: says('asserts', ['talks']) }),
  ],
  [
    'kind-mismatch',
    'a denial of novelty without an assertion that denies it',
    [open],
    record('x', { kind: 'noveltyDenial' }),
  ],
  [
    'kind-mismatch',
    'a no-comment without an assertion that declines to comment',
    [open],
    record('x', { kind: 'noComment' }),
  ],
  [
    'kind-mismatch',
    'a no-knowledge without an assertion of no knowledge',
    [open],
    record('x', { kind: 'noKnowledge' }),
  ],
  [
    'kind-mismatch',
    'a territorial gain without a claim of territory',
    [open],
    record('x', { kind: 'territorialGain', claims: [talks] }),
  ],
  [
    'kind-mismatch',
    'a development of kind figure without a figure',
    [open],
    record('x', { kind: 'figure', claims: [share('s', 0.5, null)] }),
  ],
  [
    'embargo-past',
    'an embargo that ends at once',
    [open],
    record('x', { release: { embargoedUntil: at('2016-12-01T10:00') } }, at('2016-12-01T10:00')),
  ],
  [
    'embargo-past',
    'a headline with an embargo in the past',
    [open],
    command({ type: 'headline', headline: en('x'), release: { embargoedUntil: 0 } }),
  ],
  [
    'development-unknown',
    'the correction of a development that does not exist',
    [open],
    correct('nothing', { text: en('x') }),
  ],
  [
    'development-unknown',
    'the retraction of a development that does not exist',
    [open],
    retract('nothing', 'us'),
  ],
  ['development-unknown', 'a kill of a development that does not exist', [open], kill('nothing')],
  ['development-unknown', 'the release of a development that does not exist', [open], release('nothing')],
  [
    'development-withheld',
    'the correction of a killed development',
    [...begun, kill('secret-talks')],
    correct('secret-talks', { text: en('x') }),
  ],
  [
    'development-withheld',
    'the release of a development that was taken down',
    [open, onHold, takeDown('held')],
    release('held'),
  ],
  [
    'development-retracted',
    'the release of a retracted development',
    [open, onHold, retract('held', 'us')],
    release('held'),
  ],
  [
    'field-unknown',
    'withholding a field that the correction does not change',
    begun,
    correct('secret-talks', { text: en('x') }, { withhold: ['place'] }),
  ],
  [
    'field-unknown',
    'withholding a field of a claim that the correction does not change',
    begun,
    correctClaim('talks', { text: en('x') }, { withhold: ['place'] }),
  ],
  [
    'assertion-unknown',
    'the withdrawal of an assertion that does not exist',
    begun,
    command({ type: 'withdraw', assertion: idOf('nothing'), by: 'us', reason }),
  ],
  [
    'judgement-unknown',
    'the revocation of a judgement that does not exist',
    begun,
    command({ type: 'revoke-judgement', judgement: idOf('nothing'), reason }),
  ],
  [
    'link-unknown',
    'the revocation of a link that does not exist',
    begun,
    command({ type: 'revoke-link', link: idOf('nothing'), reason }),
  ],
  ['link-to-itself', 'a link from a claim to itself', begun, link('l', 'talks', 'talks')],
  [
    'link-circle',
    'a link that closes a circle',
    [...begun, record('more', { claims: [contacts] }), link('l', 'talks', 'contacts')],
    link('m', 'contacts', 'talks'),
  ],
  [
    'link-kind-mismatch',
    'a proposition that annuls another',
    [...begun, record('more', { claims: [contacts] })],
    command({ type: 'link', claim: 'talks', to: 'contacts', relation: 'annuls' }),
  ],
  [
    'reason-missing',
    'a correction without a reason',
    begun,
    correct('secret-talks', { text: en('x') }, { reason: ' ' }),
  ],
  [
    'reason-missing',
    'the correction of a claim without a reason',
    begun,
    correctClaim('talks', { text: en('x') }, { reason: '' }),
  ],
  [
    'reason-missing',
    'a retraction without a reason',
    begun,
    command({ type: 'retract', development: idOf('secret-talks'), by: 'us', reason: '' }),
  ],
  [
    'reason-missing',
    'the revocation of a retraction without a reason',
    [...begun, retract('secret-talks', 'us')],
    command({ type: 'revoke-retraction', development: idOf('secret-talks'), reason: '' }),
  ],
  [
    'authority-missing',
    'a takedown on legal grounds without the authority',
    begun,
    takeDown('secret-talks', { authority: ' ' }),
  ],
  [
    'correction-unknown',
    'the removal of a correction that does not exist',
    begun,
    remove({ correction: idOf('nobody'), with: en('x') }),
  ],
  [
    'correction-unknown',
    'the removal of a change of verdict, which has no words',
    [...begun, judge('r', 'talks', 'refuted'), judge('v', 'talks', 'verified')],
    command(
      (rehearsal) =>
        remove({ correction: rehearsal.story.corrections.last()!.id, with: en('x') }).command as Command,
      'removal',
    ),
  ],
  [
    'question-unknown',
    'the removal of a question that does not exist',
    begun,
    remove({ question: 'nobody', with: en('x') }),
  ],
  [
    'claim-unknown',
    'the removal of a claim that does not exist',
    begun,
    remove({ claim: 'nobody', with: en('x') }),
  ],
  [
    'claim-unknown',
    'a kill that publishes a claim that does not exist',
    begun,
    kill('secret-talks', { publishes: ['nobody'] }),
  ],
  ['reason-missing', 'a kill without a reason', begun, kill('secret-talks', { reason: '' })],
  [
    'reason-missing',
    'a reinstatement without a reason',
    [open, kill(null)],
    command({ type: 'reinstate', development: null, reason: '' }),
  ],
  [
    'reason-missing',
    'a judgement without a reason',
    begun,
    command({
      type: 'judge',
      claim: 'talks',
      verdict: 'verified',
      method: 'x',
      methodPublic: false,
      reason: '',
    }),
  ],
  ['correction-empty', 'a joint correction of nothing', begun, correctTogether('together', {})],
  [
    'corrected-twice',
    'a joint correction that names a claim twice',
    begun,
    correctTogether('together', { claims: [talksCorrected, { ...talksCorrected, changes: {} }] }),
  ],
  [
    'corrected-twice',
    'a joint correction that names a development twice',
    begun,
    correctTogether('together', { developments: [reworded, reworded] }),
  ],
  [
    'reason-missing',
    'a joint correction without a reason',
    begun,
    correctTogether('together', { headline: en('x'), reason: ' ' }),
  ],
  [
    'claim-in-use',
    'a joint correction that also removes the claim',
    [open, record('lists', { claims: [proposition('listed', 'It is listed')] })],
    correctTogether('together', {
      claims: [{ claim: 'listed', changes: { text: en('x') }, withhold: [] }],
      developments: [{ development: idOf('lists'), changes: { claims: [] }, withhold: [] }],
    }),
  ],
  [
    'reason-missing',
    'a judgement without a method',
    begun,
    command({ type: 'judge', claim: 'talks', verdict: 'verified', method: '', methodPublic: false, reason }),
  ],
  [
    'reason-missing',
    'an assessment without a reason',
    begun,
    command({ type: 'independence', origins: ['a', 'b'], independent: true, reason: '' }),
  ],
];

describe('the domain refuses', () => {
  it.each(REFUSED)('with %s: %s', (code, _, before, step) =>
    given(...before)
      .when(step)
      .then(refused(code)),
  );

  it('with each of its codes and no other', () => {
    const reached = new Set<string>(REFUSED.map(([code]) => code));
    const party = { id: 'a', name: 'a', type: 'group', side: null, speaksFor: null } as const;
    for (const parties of [[{ ...party, describe: false }], [{ ...party, speaksFor: 'a', describe: true }]])
      for (const { describe, ...p } of parties)
        try {
          decideDirectory(
            { ...directory, parties: new Map([['a', { ...party, name: 'b' }]]) },
            { type: 'party', party: p, describe },
          );
        } catch (error) {
          reached.add((error as { code: string }).code);
        }
    expect(REFUSAL_CODES.filter((code) => !reached.has(code))).toEqual([]);
    expect([...reached].filter((code) => !(REFUSAL_CODES as readonly string[]).includes(code))).toEqual([]);
  });
});

it('reads an old log in which an outlet cites itself through another, and accepts its correction', () => {
  const rehearsal = rehearse([open, secretTalks]);
  const recorded = rehearsal.events.at(-1)!.event as Extract<StoryEvent, { development: Development }>;
  const [[outlet, source] = []] = recorded.development.attribution;
  if (!outlet || !source || !('party' in outlet)) throw new Error('An outlet cites a source here.');
  const paper = { ...outlet, party: { ...outlet.party, id: 'paper', name: 'Paper' } };
  const attribution = [[outlet, paper, outlet, source]];
  const old = append(
    rehearse([open]),
    [{ ...recorded, development: { ...recorded.development, attribution } }],
    rehearsal.events.at(-1)!.recordedAt,
  );
  expect(claimIn(old, 'talks').current.status).toBe(claimIn(rehearsal, 'talks').current.status);
  expect(send(old, correct('secret-talks', { text: en('Other words.') })).refusal).toBeNull();
});
