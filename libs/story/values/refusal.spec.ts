import { decideDirectory } from '../facts/party.js';
import { REFUSAL_CODES, type RefusalCode } from './refusal.js';
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
const answering = record('tells', { answers: ['who-negotiates'] });
const figure = surrendered.figure!;
const running: FigureInput = {
  ...{ variable: 'surrendered', count: 600, low: null, high: null, comparator: '=', unit: null },
  ...{ asOfWorld: null, text: null, stance: 'asserts', chains: null },
};
const HASH = 'ab'.repeat(32);

const takesBack = (ref: string, ...who: Parameters<typeof by>): Step =>
  saying(ref, [by(...who)], 'takesBack', talks, false);

/** Each way of saying no: what was told, and what is then asked. */
const NO: readonly (readonly [RefusalCode, string, readonly Step[], Step])[] = [
  ['story-unknown', 'records nothing in a story that was never opened', [], secretTalks],
  ['story-exists', 'opens no second story where one is', [open], { ...open, ref: 'another' }],
  [
    'story-exists',
    'opens no other story under the id of one',
    [open],
    { ...open, command: { ...(open.command as Extract<Command, { type: 'open' }>), headline: en('Other') } },
  ],
  ['story-withheld', 'records nothing in a story that was killed', [open, kill(null)], secretTalks],
  ['story-withheld', 'closes no story that was taken down', [open, takeDown(null)], close],
  ['story-closed', 'records nothing in a closed story', [open, close], secretTalks],
  ['story-closed', 'releases nothing in a closed story', [open, onHold, close], release('held')],
  [
    'story-scheduled',
    'closes no story in which something is scheduled, without a word on that',
    [open, record('later', { release: { embargoedUntil: at('2016-12-05T00:00') } })],
    close,
  ],
  [
    'scheduled-unknown',
    'moves nothing that does not wait',
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
    'moves no headline onto another',
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
    'takes no headline without words',
    [],
    command({ ...(open.command as Extract<Command, { type: 'open' }>), headline: { en: ' ' } }, 'x'),
  ],
  [
    'text-missing',
    'takes no new headline without words',
    [open],
    command({ type: 'headline', headline: { en: null }, release: 'now' }),
  ],
  [
    'text-missing',
    'takes no new lede without words',
    [open],
    command({ type: 'lede', lede: { en: null, fr: '' }, release: 'now' }),
  ],
  ['text-missing', 'records no development without words', [open], record('x', { text: {} })],
  ['text-missing', 'corrects no words away', begun, correct('secret-talks', { text: en('') })],
  [
    'variable-without-value',
    'takes no value of what nothing counts',
    [open],
    record('x', { figures: [running] }),
  ],
  [
    'unit-mismatch',
    'takes no value of another unit',
    [open, record('counts', { claims: [surrendered] })],
    record('x', { figures: [{ ...running, unit: 'km' }] }),
  ],
  [
    'chain-empty',
    'records nothing without saying where it comes from',
    [open],
    record('x', { attribution: [] }),
  ],
  ['chain-empty', 'takes no chain without a link', [open], record('x', { attribution: [[ft, four], []] })],
  [
    'chain-circular',
    'takes no outlet that cites itself through another',
    [open],
    record('x', { attribution: [[ft, by('ria-novosti'), ft]] }),
  ],
  [
    'chain-circular',
    'takes no outlet that cites itself',
    [open],
    record('x', { attribution: [[by('ria-novosti'), ft, ft, four]] }),
  ],
  [
    'chain-circular',
    'takes no source that has it from itself',
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
    'corrects no chain into a circle',
    begun,
    correct('secret-talks', { attribution: [[ft, by('ria-novosti'), ft]] }),
  ],
  [
    'chain-unknown',
    'rests no assertion on a chain that is not there',
    [open],
    record('x', { claims: [talks], assertions: says('asserts', ['talks'], { chains: [1] }) }),
  ],
  [
    'party-unknown',
    'cites nobody who is not registered',
    [open],
    record('x', { attribution: [[by('nobody')]] }),
  ],
  [
    'side-unknown',
    'puts an unnamed source on no side that is not declared',
    [open],
    record('x', { attribution: [[ft, unnamed('a diplomat', 'nowhere')]] }),
  ],
  [
    'side-unknown',
    'cites no party of a side that is not declared',
    [open],
    { ...record('x', { attribution: [[by('moscow')]] }), directory: { ...directory, sides: new Map() } },
  ],
  [
    'descriptor-missing',
    'takes no unnamed source without a descriptor',
    [open],
    record('x', { attribution: [[ft, unnamed('', null, { descriptor: null })]] }),
  ],
  [
    'descriptor-missing',
    'takes no descriptor without words',
    [open],
    record('x', { attribution: [[ft, unnamed(' ', null)]] }),
  ],
  [
    'descriptor-missing',
    'takes no descriptor in no language',
    [open],
    record('x', { attribution: [[ft, unnamed('', null, { descriptor: {} })]] }),
  ],
  [
    'origin-unknown',
    'names no unnamed source again that nobody named',
    [open],
    record('x', { attribution: [[ft, again(ORIGINS.four)]] }),
  ],
  ['origin-unknown', 'assesses nobody who said nothing', begun, independence([ORIGINS.four, 'moscow'], true)],
  [
    'origin-unknown',
    'assesses nobody who is unknown',
    [...begun, saying('x', [ft], 'asserts', talks, false)],
    independence([ORIGINS.four, 'unknown:financial-times'], true),
  ],
  [
    'origin-unknown',
    'assesses nobody against himself',
    begun,
    independence([ORIGINS.four, ORIGINS.four], true),
  ],
  [
    'origin-exists',
    'describes a source otherwise in no other development',
    begun,
    record('x', {
      attribution: [[ft, unnamed('five members', 'opposition', { origin: ORIGINS.four, count: 5 })]],
    }),
  ],
  [
    'origin-exists',
    'describes a source in two ways in no development',
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
    'describes a document otherwise in no other development',
    [open, record('r', { attribution: [[ft, document('A report', { sha256: HASH })]] })],
    record('x', { attribution: [[ft, document('Another report', { sha256: HASH })]] }),
  ],
  [
    'origin-exists',
    'gives one document no second origin',
    [open, record('r', { attribution: [[ft, document('A report', { sha256: HASH })]] })],
    record('x', { attribution: [[ft, document('A report', { sha256: HASH, origin: idOf('other') })]] }),
  ],
  [
    'origin-exists',
    'takes no unnamed source for a document',
    begun,
    record('x', { attribution: [[ft, document(null, { origin: ORIGINS.four })]] }),
  ],
  [
    'origin-exists',
    'describes what circulates otherwise in no other development',
    [open, record('r', { attribution: [[rumour('messages on phones', idOf('rumour'))]] })],
    record('x', { attribution: [[rumour('leaflets', idOf('rumour'))]] }),
  ],
  [
    'origin-unknown',
    'names no document again that nobody named',
    begun,
    record('x', { attribution: [[ft, document(null, { origin: idOf('nobody') })]] }),
  ],
  [
    'origin-unknown',
    'assesses nothing that merely circulates',
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
    'takes no document without a title',
    [open],
    record('x', { attribution: [[ft, document(null, { sha256: HASH })]] }),
  ],
  ['descriptor-missing', 'nor with a blank one', [open], record('x', { attribution: [[document(' ')]] })],
  [
    'descriptor-missing',
    'nor a rumour without words',
    [open],
    record('x', { attribution: [[rumour(null)]] }),
  ],
  [
    'party-unknown',
    'takes no document of an issuer that nobody registered',
    [open],
    record('x', { attribution: [[document('A report', { issuer: { party: 'nobody' } })]] }),
  ],
  [
    'chain-ended',
    'lets nothing come after a document',
    [open],
    record('x', { attribution: [[document('A report'), by('moscow')]] }),
  ],
  [
    'chain-ended',
    'nor after what circulates',
    [open],
    record('x', { attribution: [[ft, rumour('messages on phones'), ft]] }),
  ],
  [
    'chain-empty',
    'hides no document that no outlet stands before',
    [open],
    record('x', { attribution: [[by('moscow'), document('A report', { public: false })]] }),
  ],
  [
    'rumour-only-asserts',
    'lets what circulates deny nothing',
    [open],
    record('x', {
      attribution: [[rumour('messages')]],
      claims: [talks],
      assertions: says('denies', ['talks']),
    }),
  ],
  [
    'claim-exists',
    'takes no other claim under the id of one',
    begun,
    record('x', { claims: [{ ...talks, text: en('Something else') }] }),
  ],
  [
    'claim-exists',
    'takes no claim twice in one development',
    [open],
    record('x', { claims: [talks, talks] }),
  ],
  [
    'claim-exists',
    'rewords no claim by correcting its development',
    begun,
    correct('secret-talks', {
      claims: [{ ...talks, text: en('Other words') }, usExcluded, CLAIMS.aimCeasefire],
    }),
  ],
  [
    'claim-unknown',
    'asserts no claim that nobody identified',
    [open],
    record('x', { assertions: says('asserts', ['talks']) }),
  ],
  [
    'claim-unknown',
    'publishes no claim that nobody identified',
    [open],
    record('x', { publishes: ['talks'] }),
  ],
  [
    'claim-unknown',
    'releases nothing with the words of a claim that nobody identified',
    [open, onHold],
    release('held', ['talks']),
  ],
  ['claim-unknown', 'judges no claim that nobody identified', begun, judge('v', 'nothing', 'verified')],
  [
    'claim-unknown',
    'corrects no claim that nobody identified',
    begun,
    correctClaim('nothing', { text: en('x') }),
  ],
  ['claim-unknown', 'links to no claim that nobody identified', begun, link('l', 'talks', 'nothing')],
  [
    'claim-unknown',
    'takes no claim out of a development that still asserts it',
    begun,
    correct('secret-talks', { claims: [usExcluded, CLAIMS.aimCeasefire] }),
  ],
  [
    'claim-in-use',
    'takes no claim out of its development of which another speaks',
    [...begun, notTheFirst, riaConfirms],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'takes no claim out that another development lists',
    [...begun, record('x', { claims: [talks] })],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'takes no claim out that is linked',
    [...begun, notTheFirst, link('l', 'talks', 'contacts')],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'takes no claim out that was judged',
    [...begun, judge('v', 'talks', 'refuted')],
    correct('secret-talks', { claims: [], assertions: [] }),
  ],
  [
    'claim-in-use',
    'takes no question out that was answered',
    [open, asks, answering],
    correct('asks', { raises: [] }),
  ],
  [
    'claim-in-use',
    'takes no question out that another raised too',
    [open, asks, { ...asks, ref: 'asks-too' }],
    correct('asks', { raises: [] }),
  ],
  [
    'claim-kind-mismatch',
    'takes no territory for a proposition',
    [open],
    record('x', { claims: [{ ...talks, territory }] }),
  ],
  [
    'claim-kind-mismatch',
    'takes no claim of territory without one',
    [open],
    record('x', { claims: [{ ...talks, kind: 'territory' }] }),
  ],
  [
    'claim-kind-mismatch',
    'takes no figure with a territory besides',
    [open],
    record('x', { claims: [{ ...surrendered, territory }] }),
  ],
  [
    'claim-kind-mismatch',
    'takes no decision without anybody who decides',
    [open],
    record('x', { claims: [{ ...talks, kind: 'decision' }] }),
  ],
  [
    'claim-kind-mismatch',
    'takes no proposition that somebody decides',
    [open],
    record('x', { claims: [{ ...talks, decidedBy: ['turkey'] }] }),
  ],
  [
    'claim-kind-mismatch',
    'corrects no figure away',
    [open, ALEPPO.surrender],
    correctClaim('surrendered', { figure: null }),
  ],
  [
    'range-inverted',
    'takes no low bound above the high',
    [open],
    record('x', { claims: [{ ...surrendered, figure: { ...figure, low: 600, high: 500 } }] }),
  ],
  [
    'quantity-missing',
    'takes no figure without a number',
    [open],
    record('x', { claims: [{ ...surrendered, figure: { ...figure, count: null } }] }),
  ],
  [
    'quantity-missing',
    'takes no part of a whole without a share',
    [open],
    record('x', { claims: [{ ...share('s', 0.5, null), territory: { ...territory, share: null } }] }),
  ],
  [
    'claim-not-public',
    'names no claim in public that only a hidden development identified',
    [open, onHold],
    saying('x', [ft], 'asserts', contacts, false),
  ],
  [
    'claim-not-public',
    'lists no such claim in public either',
    [open, onHold],
    record('x', { claims: [contacts] }),
  ],
  [
    'claim-not-public',
    'releases nothing that names one',
    [open, onHold, record('too', { assertions: says('asserts', ['contacts']), release: 'held' })],
    release('too'),
  ],
  [
    'claim-not-public',
    'corrects no public development so that it names one',
    [...begun, onHold],
    correct('secret-talks', { assertions: says('asserts', ['contacts']) }),
  ],
  [
    'claim-not-public',
    'embargoes nothing until before what it names is public',
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
    'publishes nothing that was said off the record',
    [open],
    record('x', { attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]] }),
  ],
  [
    'off-the-record',
    'puts no embargo on it instead',
    [open],
    record('x', {
      attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]],
      release: { embargoedUntil: at('2016-12-03T00:00') },
    }),
  ],
  [
    'off-the-record',
    'releases nothing that was said off the record',
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
    'corrects nothing public so that it was said off the record',
    begun,
    correct('secret-talks', {
      attribution: [[ft, unnamed('a diplomat', null, { groundRules: 'offTheRecord' })]],
    }),
  ],
  [
    'question-exists',
    'raises no question again in other words',
    [open, asks],
    record('x', { raises: [{ id: 'who-negotiates', text: en('Who is there?') }] }),
  ],
  ['question-unknown', 'answers no question that nobody raised', [open], answering],
  [
    'name-unknown',
    'translates no name that the story does not have',
    [open],
    command({ ...translation, names: [{ name: 'Nobody', text: 'Personne' }] }),
  ],
  [
    'not-a-translation',
    'translates nothing into the language in which it was recorded',
    [open],
    command({ ...translation, language: 'en', headline: 'Other words' }),
  ],
  [
    'nothing-to-take-back',
    'has nobody take back what was never said',
    begun,
    takesBack('back', 'moscow', 'principal'),
  ],
  [
    'nothing-to-take-back',
    'has nobody take back a claim that the same development brings',
    [open],
    saying('back', [by('moscow', 'principal')], 'takesBack', talks),
  ],
  [
    'nothing-to-take-back',
    'has nobody take back what was said later, by a correction',
    [...begun, record('first', {}), saying('later', [by('moscow')], 'asserts', talks, false)],
    correct('first', { attribution: [[by('moscow')]], assertions: says('takesBack', ['talks']) }),
  ],
  [
    'stance-contradiction',
    'takes no stance and its taking back in one development',
    [...begun, saying('said', [by('moscow')], 'asserts', talks, false)],
    record('back', {
      attribution: [[by('moscow')]],
      assertions: [...says('denies', ['talks']), ...says('takesBack', ['talks'])],
    }),
  ],
  [
    'stance-contradiction',
    'lets no origin assert and deny at once',
    [open],
    record('x', {
      claims: [talks],
      assertions: [...says('asserts', ['talks']), ...says('denies', ['talks'])],
    }),
  ],
  [
    'stance-contradiction',
    'not even by two chains of one origin',
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
    'calls nothing a denial in which nobody denies',
    [open],
    record('x', { kind: 'denial', claims: [talks], assertions: says('asserts', ['talks']) }),
  ],
  [
    'kind-mismatch',
    'calls nothing a confirmation in which nobody confirms',
    [open],
    record('x', { kind: 'confirmation', claims: [talks], assertions: says('asserts', ['talks']) }),
  ],
  [
    'kind-mismatch',
    'calls nothing a denial of novelty in which nobody says that it is old',
    [open],
    record('x', { kind: 'noveltyDenial' }),
  ],
  [
    'kind-mismatch',
    'calls nothing a no-comment in which nobody declines',
    [open],
    record('x', { kind: 'noComment' }),
  ],
  [
    'kind-mismatch',
    'calls nothing a no-knowledge in which somebody knows',
    [open],
    record('x', { kind: 'noKnowledge' }),
  ],
  [
    'kind-mismatch',
    'calls nothing a territorial gain that names no territory',
    [open],
    record('x', { kind: 'territorialGain', claims: [talks] }),
  ],
  [
    'kind-mismatch',
    'calls nothing a figure that names none',
    [open],
    record('x', { kind: 'figure', claims: [share('s', 0.5, null)] }),
  ],
  [
    'embargo-past',
    'takes no embargo that ends when it is recorded',
    [open],
    record('x', { release: { embargoedUntil: at('2016-12-01T10:00') } }, at('2016-12-01T10:00')),
  ],
  [
    'embargo-past',
    'takes no embargo in the past on a headline',
    [open],
    command({ type: 'headline', headline: en('x'), release: { embargoedUntil: 0 } }),
  ],
  [
    'development-unknown',
    'corrects no development that is not there',
    [open],
    correct('nothing', { text: en('x') }),
  ],
  ['development-unknown', 'retracts no development that is not there', [open], retract('nothing', 'us')],
  ['development-unknown', 'kills no development that is not there', [open], kill('nothing')],
  ['development-unknown', 'releases no development that is not there', [open], release('nothing')],
  [
    'development-withheld',
    'corrects nothing that was killed',
    [...begun, kill('secret-talks')],
    correct('secret-talks', { text: en('x') }),
  ],
  [
    'development-withheld',
    'releases nothing that was taken down',
    [open, onHold, takeDown('held')],
    release('held'),
  ],
  [
    'development-retracted',
    'releases nothing that was retracted before',
    [open, onHold, retract('held', 'us')],
    release('held'),
  ],
  [
    'field-unknown',
    'withholds no field that a correction leaves alone',
    begun,
    correct('secret-talks', { text: en('x') }, { withhold: ['place'] }),
  ],
  [
    'field-unknown',
    'withholds no field of a claim that a correction leaves alone',
    begun,
    correctClaim('talks', { text: en('x') }, { withhold: ['place'] }),
  ],
  [
    'assertion-unknown',
    'withdraws no assertion that nobody made',
    begun,
    command({ type: 'withdraw', assertion: idOf('nothing'), by: 'us', reason }),
  ],
  [
    'judgement-unknown',
    'revokes no judgement that nobody made',
    begun,
    command({ type: 'revoke-judgement', judgement: idOf('nothing'), reason }),
  ],
  [
    'link-unknown',
    'revokes no link that is not there',
    begun,
    command({ type: 'revoke-link', link: idOf('nothing'), reason }),
  ],
  ['link-to-itself', 'links no claim to itself', begun, link('l', 'talks', 'talks')],
  [
    'link-circle',
    'links no claims in a circle',
    [...begun, record('more', { claims: [contacts] }), link('l', 'talks', 'contacts')],
    link('m', 'contacts', 'talks'),
  ],
  [
    'link-kind-mismatch',
    'lets no proposition annul another',
    [...begun, record('more', { claims: [contacts] })],
    command({ type: 'link', claim: 'talks', to: 'contacts', relation: 'annuls' }),
  ],
  [
    'reason-missing',
    'corrects nothing without saying why',
    begun,
    correct('secret-talks', { text: en('x') }, { reason: ' ' }),
  ],
  [
    'reason-missing',
    'corrects no claim without saying why',
    begun,
    correctClaim('talks', { text: en('x') }, { reason: '' }),
  ],
  [
    'reason-missing',
    'retracts nothing without saying why',
    begun,
    command({ type: 'retract', development: idOf('secret-talks'), by: 'us', reason: '' }),
  ],
  [
    'reason-missing',
    'revokes no retraction without saying why',
    [...begun, retract('secret-talks', 'us')],
    command({ type: 'revoke-retraction', development: idOf('secret-talks'), reason: '' }),
  ],
  [
    'authority-missing',
    'takes nothing down on legal grounds without saying by whose order',
    begun,
    takeDown('secret-talks', { authority: ' ' }),
  ],
  [
    'correction-unknown',
    'removes no correction that was not made',
    begun,
    remove({ correction: idOf('nobody'), with: en('x') }),
  ],
  [
    'correction-unknown',
    'removes no change of verdict, which has no words',
    [...begun, judge('r', 'talks', 'refuted'), judge('v', 'talks', 'verified')],
    command(
      (rehearsal) =>
        remove({ correction: rehearsal.story.corrections.last()!.id, with: en('x') }).command as Command,
      'removal',
    ),
  ],
  [
    'question-unknown',
    'removes no question that was not raised',
    begun,
    remove({ question: 'nobody', with: en('x') }),
  ],
  ['claim-unknown', 'removes no claim that was not made', begun, remove({ claim: 'nobody', with: en('x') })],
  [
    'claim-unknown',
    'publishes no unknown claim with a kill',
    begun,
    kill('secret-talks', { publishes: ['nobody'] }),
  ],
  ['reason-missing', 'kills nothing without saying why', begun, kill('secret-talks', { reason: '' })],
  [
    'reason-missing',
    'reinstates nothing without saying why',
    [open, kill(null)],
    command({ type: 'reinstate', development: null, reason: '' }),
  ],
  [
    'reason-missing',
    'judges nothing without saying why',
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
  ['correction-empty', 'corrects nothing that it does not name', begun, correctTogether('together', {})],
  [
    'corrected-twice',
    'corrects a claim once',
    begun,
    correctTogether('together', { claims: [talksCorrected, { ...talksCorrected, changes: {} }] }),
  ],
  [
    'corrected-twice',
    'corrects a development once',
    begun,
    correctTogether('together', { developments: [reworded, reworded] }),
  ],
  [
    'reason-missing',
    'corrects several things only for a reason',
    begun,
    correctTogether('together', { headline: en('x'), reason: ' ' }),
  ],
  [
    'claim-in-use',
    'takes out no claim that it corrects',
    [open, record('lists', { claims: [proposition('listed', 'It is listed')] })],
    correctTogether('together', {
      claims: [{ claim: 'listed', changes: { text: en('x') }, withhold: [] }],
      developments: [{ development: idOf('lists'), changes: { claims: [] }, withhold: [] }],
    }),
  ],
  [
    'reason-missing',
    'judges nothing without saying how',
    begun,
    command({ type: 'judge', claim: 'talks', verdict: 'verified', method: '', methodPublic: false, reason }),
  ],
  [
    'reason-missing',
    'assesses nothing without saying why',
    begun,
    command({ type: 'independence', origins: ['a', 'b'], independent: true, reason: '' }),
  ],
];

describe('the newsroom says no', () => {
  it.each(NO)('%s: %s', (code, _, before, step) =>
    given(...before)
      .when(step)
      .then(refused(code)),
  );

  it('in every way that it has, and in no way that cannot happen', () => {
    const reached = new Set<string>(NO.map(([code]) => code));
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

it('reads a log in which an outlet cites itself through another, as was taken once, and corrects it', () => {
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
