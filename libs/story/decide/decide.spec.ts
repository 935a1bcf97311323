import {
  again,
  ALEPPO,
  by,
  CLAIMS,
  correct,
  day,
  en,
  four,
  independence,
  judge,
  kill,
  official,
  open,
  ORIGINS,
  record,
  reinstate,
  retract,
  revokeRetraction,
  says,
  takeDown,
  unnamed,
  withdraw,
} from '../testing/aleppo.js';
import {
  after,
  at,
  claim,
  claimIn,
  developmentIn,
  given,
  idOf,
  made,
  refused,
  nothing,
  rehearse,
  type Step,
} from '../testing/newsroom.js';
import { sourceId } from '../facts/attribution.js';
import type { Relation } from '../facts/claim.js';
import type { Command } from '../facts/command.js';
import { isOpen, questionsOf } from '../state/story.js';

const { talks, contacts, unprecedented } = CLAIMS;
const { secretTalks, notTheFirst, riaConfirms, zakharova } = ALEPPO;
const begun = [open, secretTalks] as const;
const ft = by('financial-times');
const command = (c: Command, ref?: string): Step =>
  ref === undefined ? { command: c } : { command: c, ref };
const reason = 'For a reason.';

const close = command({ type: 'close', reason: null, scheduled: null });
const release = (ref: string, publishes: readonly string[] = []): Step =>
  command({ type: 'release', development: idOf(ref), cause: 'editor', publishes });
const link = (ref: string, from: string, to: string): Step =>
  command({ type: 'link', claim: from, to, relation: 'narrows' }, ref);
const correctClaim = (id: string, changes: object, more: object = {}): Step =>
  command(
    { type: 'correct-claim', claim: id, changes, withhold: [], reason, ...more },
    `correction of ${id}`,
  );
const asks = record('asks', { raises: [{ id: 'who-negotiates', text: en('Who negotiates?') }] });
const answering = record('answers', { answers: ['who-negotiates'] });

const j = judge('v', 'talks', 'verified');
const revokeJudgement = command({ type: 'revoke-judgement', judgement: idOf('v'), reason });
const revokeLink = command({ type: 'revoke-link', link: idOf('l'), reason: null });
const headline = command({ type: 'headline', headline: en('Talks'), release: 'now' });
const lede = command({
  type: 'lede',
  lede: en('Talks are held.'),
  release: { embargoedUntil: at('2016-12-05T00:00') },
});
const classify = command({
  type: 'classify',
  topics: ['medtop:20000053'],
  places: [{ name: 'Ankara', country: 'TR', geo: null }],
});

/** Commands that would change nothing. */
const NO_CHANGE: readonly (readonly [string, readonly Step[], Step])[] = [
  ['a story that is open already, under the same id', [open], open],
  ['a development that was recorded', begun, secretTalks],
  ['a development that was recorded, also when the story is closed since', [...begun, close], secretTalks],
  [
    'a correction that changes nothing',
    begun,
    correct('secret-talks', {
      text: en(
        'Russian officials and rebel groups hold secret talks in Turkey, say four members of the opposition.',
      ),
    }),
  ],
  [
    'a correction made before',
    [...begun, correct('secret-talks', { text: en('x') })],
    correct('secret-talks', { text: en('x') }),
  ],
  [
    'a correction of a claim made before',
    [...begun, correctClaim('talks', { text: en('x') })],
    correctClaim('talks', { text: en('x') }),
  ],
  ['a retraction made before', [...begun, retract('secret-talks', 'us')], retract('secret-talks', 'us')],
  ['the revocation of a retraction that there is not', begun, revokeRetraction('secret-talks')],
  [
    'a withdrawal made before',
    [...begun, withdraw('secret-talks', 'talks', 'us')],
    withdraw('secret-talks', 'talks', 'us'),
  ],
  ['a release of what is public', begun, release('secret-talks')],
  ['a judgement that stands', [...begun, j], j],
  ['the revocation of a judgement revoked before', [...begun, j, revokeJudgement], revokeJudgement],
  [
    'a link that exists',
    [...begun, notTheFirst, link('l', 'talks', 'contacts')],
    link('m', 'talks', 'contacts'),
  ],
  [
    'the revocation of a link revoked before',
    [...begun, notTheFirst, link('l', 'talks', 'contacts'), revokeLink],
    revokeLink,
  ],
  [
    'an assessment made before, in either order',
    [...begun, notTheFirst, riaConfirms, independence([ORIGINS.four, ORIGINS.official], true)],
    independence([ORIGINS.official, ORIGINS.four], true),
  ],
  ['a headline that there is', [open, headline], headline],
  ['a lede that there is', [open, lede], lede],
  ['a classification that there is', [open, classify], classify],
  ['the kill of what was killed', [...begun, kill('secret-talks')], kill('secret-talks')],
  ['the takedown of what was taken down', [...begun, takeDown('secret-talks')], takeDown('secret-talks')],
  ['the reinstatement of what stands', begun, reinstate('secret-talks')],
  ['the kill of a story that was killed', [open, kill(null)], kill(null)],
  ['the takedown of a story that was taken down', [open, takeDown(null)], takeDown(null)],
  ['the reinstatement of a story that stands', [open], reinstate(null)],
  ['the closing of a closed story', [open, close], close],
  ['the reopening of an open one', [open], command({ type: 'reopen', reason: null })],
];

describe('a command that changes nothing', () => {
  it.each(NO_CHANGE)('adds no event: %s', (_, before, step) =>
    given(...before)
      .when(step)
      .then(nothing),
  );
});

describe('a command', () => {
  it('records each kind of development as a separate type of event', () => {
    given(...begun, notTheFirst)
      .when(riaConfirms)
      .then(made({ type: 'ConfirmationRecorded' }));
    given(...begun, notTheFirst)
      .when(zakharova)
      .then(made({ type: 'NoveltyDenialRecorded' }));
    given(open)
      .when(ALEPPO.halfRetaken)
      .then(made({ type: 'TerritorialGainRecorded' }));
    given(open)
      .when(ALEPPO.surrender)
      .then(made({ type: 'FigureRecorded' }));
    given(...begun)
      .when(ALEPPO.turkeyDeclines)
      .then(made({ type: 'CommentDeclined' }));
  });

  it('copies into the event what a status depends on: name, type, side and body of each party', () =>
    given(...begun, notTheFirst)
      .when(zakharova)
      .then((o) => {
        expect(o.made[0]).toMatchObject({
          development: {
            attribution: [
              [
                { party: { id: 'financial-times', type: 'outlet', side: null } },
                {
                  party: {
                    id: 'zakharova',
                    name: 'Maria Zakharova',
                    side: { id: 'russia', name: 'Russia', allies: [] },
                    speaksFor: 'russian-foreign-ministry',
                    body: { id: 'russian-foreign-ministry', name: 'Russian foreign ministry' },
                  },
                },
              ],
            ],
          },
        });
      }));

  it('makes one assertion for each origin, on all chains with that origin', () => {
    const rehearsal = rehearse([
      open,
      record('x', {
        attribution: [
          [ft, four],
          [by('ria-novosti'), official],
          [by('gazeta-ru'), by('ria-novosti'), official],
        ],
        claims: [talks, contacts],
        assertions: [...says('asserts', ['talks']), ...says('confirms', ['contacts'], { chains: [1] })],
      }),
    ]);
    const { assertions } = developmentIn(rehearsal, 'x').development;
    expect(assertions.map((a) => [a.claim, a.origin.id, a.chains, a.standing])).toEqual([
      ['talks', ORIGINS.four, [0], 'affiliated'],
      ['talks', ORIGINS.official, [1, 2], 'principal'],
      ['contacts', ORIGINS.official, [1], 'principal'],
    ]);
    expect(new Set(assertions.map((a) => a.id)).size).toBe(3);
  });

  it('gives a new unnamed source an id, which is enough to name it again', () => {
    const rehearsal = rehearse([
      open,
      record('x', {
        attribution: [[ft, unnamed('a diplomat', 'turkey')]],
        claims: [talks],
        assertions: says('asserts', ['talks']),
      }),
    ]);
    const origin = sourceId([...rehearsal.story.sources.values()][0]!);
    expect(origin).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    given(
      open,
      record('x', {
        attribution: [[ft, unnamed('a diplomat', 'turkey')]],
        claims: [talks],
        assertions: says('asserts', ['talks']),
      }),
    )
      .when(record('y', { attribution: [[ft, again(origin)]], assertions: says('confirms', ['talks']) }))
      .then(claim('talks').has({ support: 'single-origin' }));
  });

  it('publishes exactly the words that it lists', () => {
    const hidden = record('hidden', {
      claims: [contacts, unprecedented],
      assertions: says('asserts', ['contacts']),
      release: 'held',
    });
    given(open, hidden)
      .when(record('x', { assertions: says('asserts', ['contacts']), publishes: ['contacts'] }))
      .then(made({ type: 'ReportRecorded' }), (o) => {
        expect(['contacts', 'unprecedented'].map((id) => claimIn(o, id).public)).toEqual([true, false]);
        expect(developmentIn(o, 'hidden').releasedAt).toBeNull();
      });
  });

  it('lets a development under embargo name claims that are public when its embargo ends', () => {
    const until = (date: string) => ({ embargoedUntil: at(`${date}T00:00`) });
    given(open, record('x', { claims: [talks], release: until('2016-12-02') }))
      .when(record('y', { assertions: says('asserts', ['talks']), release: until('2016-12-02') }))
      .then(made({ type: 'ReportRecorded' }));
  });

  it('releases a development on hold after a correction of its ground rules', () => {
    const secret = unnamed('a diplomat', 'turkey', { origin: idOf('diplomat'), groundRules: 'offTheRecord' });
    const spoken = unnamed('a diplomat', 'turkey', { origin: idOf('diplomat'), groundRules: 'background' });
    given(
      open,
      record('x', { attribution: [[ft, secret]], release: 'held' }),
      correct('x', { attribution: [[ft, spoken]] }),
    )
      .when(release('x'))
      .then(made({ type: 'DevelopmentReleased' }), (o) =>
        expect(developmentIn(o, 'x').releasedAt).not.toBeNull(),
      );
  });
});

describe('a correction', () => {
  it('has the old and new value of each field, and which is withheld', () =>
    given(...begun)
      .when(
        correct(
          'secret-talks',
          { text: en('x'), occurred: day('2016-11-28') },
          { withhold: ['text'], notice: en('We were wrong.') },
        ),
      )
      .then(
        made({
          type: 'DevelopmentCorrected',
          class: 'correction',
          notice: en('We were wrong.'),
          changes: [
            { field: 'text', was: expect.anything(), is: en('x'), withheld: true },
            { field: 'occurred', was: null, is: day('2016-11-28'), withheld: false },
          ],
        }),
      ));

  it('changes the assertions with the chains, and withholds them with the chains', () =>
    given(...begun)
      .when(
        correct('secret-talks', { attribution: [[ft, by('rebel-groups')]] }, { withhold: ['attribution'] }),
      )
      .then(claim('talks').is('reported'), claim('talks').flags('corrected'), (o) => {
        expect(o.made[0]).toMatchObject({
          changes: [
            { field: 'attribution', withheld: true },
            { field: 'assertions', withheld: true },
          ],
        });
        expect([...claimIn(o, 'talks').byOrigin.values()].flat().map((a) => a.origin.id)).toEqual([
          'rebel-groups',
        ]);
      }));

  it('changes the description of a source from then on', () => {
    const five = unnamed('five members of the opposition', 'opposition', { origin: ORIGINS.four, count: 5 });
    given(...begun, correct('secret-talks', { attribution: [[ft, five]] }))
      .when(record('y', { attribution: [[ft, again(ORIGINS.four)]], assertions: says('asserts', ['talks']) }))
      .then((o) =>
        expect(developmentIn(o, 'y').development.attribution[0]![1]).toMatchObject({ unnamed: { count: 5 } }),
      );
  });

  it('does not change a claim of the development that was corrected before', () =>
    given(...begun, correctClaim('talks', { text: en('Talks are held in Ankara') }))
      .when(correct('secret-talks', { text: en('Other words') }))
      .then(made({ type: 'DevelopmentCorrected' }), (o) =>
        expect(claimIn(o, 'talks').claim.text).toEqual(en('Talks are held in Ankara')),
      ));

  it('does not remove a claim or question that another development identified', () => {
    const lists = record('lists', {
      claims: [talks],
      raises: [{ id: 'who-negotiates', text: en('Who negotiates?') }],
    });
    given(...begun, asks, lists)
      .when(correct('lists', { claims: [], raises: [] }))
      .then(claim('talks').is('reported'), (o) => expect(questionsOf(o.story)).toHaveLength(1));
  });

  it('removes a claim that nothing else names, with its assertions', () =>
    given(...begun)
      .when(correct('secret-talks', { claims: [talks], assertions: says('asserts', ['talks']) }))
      .then(claim('us-excluded').isGone, claim('talks').is('reported'), (o) =>
        expect([...o.story.assertions.values()]).toHaveLength(1),
      ));

  it('reopens, by a retraction, the questions that a development answered, and keeps its claims', () => {
    const open1 = (o: { story: Parameters<typeof isOpen>[0] }) =>
      questionsOf(o.story).map((q) => isOpen(o.story, q));
    after(open, asks, answering).then((o) => expect(open1(o)).toEqual([false]));
    after(open, asks, answering, retract('answers', 'us')).then((o) => expect(open1(o)).toEqual([true]));
    after(open, asks, answering, retract('answers', 'us'), revokeRetraction('answers')).then((o) =>
      expect(open1(o)).toEqual([false]),
    );
    after(open, asks, answering, correct('answers', { answers: [] })).then((o) =>
      expect(open1(o)).toEqual([true]),
    );
    after(...begun, retract('secret-talks', 'outlet')).then(claim('talks').is('withdrawn'));
  });

  it('distinguishes a retraction by us from one by the outlet', () =>
    given(...begun, retract('secret-talks', 'outlet'))
      .when(retract('secret-talks', 'us'))
      .then(made({ type: 'DevelopmentRetracted', by: 'us' })));
});

describe('withholding', () => {
  it('may follow another one: a takedown after a kill, a kill with another notice', () => {
    given(...begun, kill('secret-talks'))
      .when(takeDown('secret-talks'))
      .then(made({ type: 'DevelopmentTakenDown' }));
    const other = kill('secret-talks', { notice: en('Other words') });
    given(...begun, kill('secret-talks'))
      .when(other)
      .then(made({ type: 'DevelopmentKilled', notice: en('Other words') }));
  });

  it('suspends an embargo until a reinstatement', () => {
    const embargoed = record('x', { release: { embargoedUntil: at('2016-12-05T00:00') } });
    const waiting = (o: { story: { embargoed: { size: number } } }) => o.story.embargoed.size;
    after(open, embargoed).then((o) => expect(waiting(o)).toBe(1));
    after(open, embargoed, kill('x')).then((o) => expect(waiting(o)).toBe(0));
    after(open, embargoed, kill('x'), reinstate('x')).then((o) => expect(waiting(o)).toBe(1));
    after(open, embargoed, release('x')).then((o) => expect(waiting(o)).toBe(0));
    after(open, embargoed, release('x'), kill('x'), reinstate('x')).then((o) => expect(waiting(o)).toBe(0));
  });
});

describe('a link between claims', () => {
  const claims = [talks, contacts, unprecedented];
  const three = [...begun, record('more', { claims: claims.slice(1) })];
  const linked = (from: number, relation: Relation, to: number): Step =>
    command(
      { type: 'link', claim: claims[from]!.id, to: claims[to]!.id, relation },
      `${from} ${relation} ${to}`,
    );

  it.each<[string, readonly Step[], Step]>([
    ['restates', [linked(0, 'restates', 1), linked(1, 'supersedes', 2)], linked(2, 'restates', 0)],
    ['narrows', [linked(0, 'narrows', 1), linked(1, 'narrows', 2)], linked(2, 'narrows', 0)],
    ['broadens', [linked(0, 'narrows', 1), linked(2, 'broadens', 1)], linked(0, 'broadens', 2)],
    ['supersedes', [linked(0, 'same', 1), linked(0, 'supersedes', 2)], linked(2, 'supersedes', 1)],
    ['restates', [linked(0, 'same', 1), linked(1, 'same', 2)], linked(2, 'restates', 0)],
    ['same', [linked(0, 'supersedes', 1), linked(1, 'restates', 2)], linked(2, 'same', 0)],
  ])('that %s never closes a circle until one of its links is revoked', (_, before, last) => {
    given(...three, ...before)
      .when(last)
      .then(refused('link-circle'));
    const revoke = command({ type: 'revoke-link', link: idOf(before[0]!.ref!), reason: null });
    given(...three, ...before, revoke)
      .when(last)
      .then(made({ type: 'ClaimsLinked' }));
  });

  it('may lead both ways if both directions mean the same', () => {
    for (const relation of ['same', 'contradicts'] as const)
      given(...three, linked(0, relation, 1))
        .when(linked(1, relation, 0))
        .then(made({ type: 'ClaimsLinked' }));
    given(...three, linked(0, 'narrows', 1))
      .when(linked(1, 'broadens', 0))
      .then(made({ type: 'ClaimsLinked' }));
  });
});

describe('closing a story with a schedule', () => {
  const later = { embargoedUntil: at('2016-12-05T00:00') } as const;
  const closing = (scheduled: 'comes' | 'waits' | null) =>
    command({ type: 'close', reason: null, scheduled });
  const ends = command({ type: 'release', development: idOf('later'), cause: 'embargo', publishes: [] });
  const waiting = [open, record('later', { release: later })];

  it.each<[string, readonly Step[]]>([
    ['a development', waiting],
    ['a headline', [open, command({ type: 'headline', headline: en('Later'), release: later })]],
    ['a lede', [open, command({ type: 'lede', lede: en('Later'), release: later })]],
  ])('(%s) requires a decision on the schedule', (_, before) => {
    given(...before)
      .when(closing(null))
      .then(refused('story-scheduled'));
    given(...before)
      .when(closing('waits'))
      .then(made({ type: 'StoryClosed', reason: null }));
    given(...before)
      .when(closing('comes'))
      .then(made({ type: 'StoryClosed', scheduled: 'comes' }));
  });

  it('releases a scheduled development only by its embargo, if the editor said so', () => {
    given(...waiting, closing('comes'))
      .when(ends)
      .then(made({ type: 'DevelopmentReleased' }));
    given(...waiting, closing('waits'))
      .when(ends)
      .then(refused('story-closed'));
    given(...waiting, closing('comes'))
      .when(release('later'))
      .then(refused('story-closed'));
  });

  it('requires no decision on killed or retracted developments', () => {
    given(...waiting, retract('later', 'us'))
      .when(closing(null))
      .then(made({ type: 'StoryClosed' }));
    given(...waiting, kill('later'))
      .when(closing(null))
      .then(made({ type: 'StoryClosed' }));
  });
});
