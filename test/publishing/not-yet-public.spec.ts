import {
  act,
  asserts,
  at,
  correct,
  correctClaim,
  en,
  given,
  idOf,
  neverSays,
  open,
  proposition,
  record,
  refused,
  release,
  tells,
  tellsNothing,
  withdraw,
  world,
  type Step,
} from './desk.js';

const talks = proposition('talks', 'WRONG claim');
const held = { release: 'held' } as const;
const until = { embargoedUntil: at('2016-12-02T00:00') };
const says = { claims: [talks], assertions: asserts(['talks']) };
const opened = { type: 'StoryOpened', slug: 'aleppo-talks' };
const reported = (text: string) => ({
  type: 'ReportRecorded',
  development: expect.objectContaining({ text: en(text), release: 'now' }),
});
const other = record('other', { text: en('Another') });
/** The end of an embargo by its time, as the publisher asks for it. */
const timeComes = (ref: string): Step => ({
  command: { type: 'release', development: idOf(ref), cause: 'embargo', publishes: [] },
  at: until.embargoedUntil,
});

describe('an embargo', () => {
  const a = record('a', { release: until, text: en('Words') });

  it.each([
    ['its time', timeComes('a')],
    ['an editor before its time', release('a')],
  ])('is ended by %s, and the world is told nothing of it', (_, end) =>
    given(open, a)
      .when(end)
      .then(tells(opened, reported('Words')), neverSays('embargo', 'Released', '2016-12-02')),
  );

  it('ends once: its time changes nothing after an editor, nor an editor after its time', () => {
    given(open, a, release('a')).when(timeComes('a')).then(tellsNothing);
    given(open, a, timeComes('a')).when(release('a')).then(tellsNothing);
  });

  it.each([
    ['killed story', act.kill(null), 'story-withheld', act.reinstate(null)],
    ['story that was taken down', act.takeDown(null), 'story-withheld', act.reinstate(null)],
    ['closed story', act.close, 'story-closed', act.reopen],
    ['killed development', act.kill('a'), 'development-withheld', act.reinstate('a')],
    ['development that was taken down', act.takeDown('a'), 'development-withheld', act.reinstate('a')],
    ['retracted development', act.retract('a'), 'development-retracted', act.revokeRetraction('a')],
  ] as const)(
    'of a %s does not end, and ends once that is undone, without a trace of it',
    (_, stop, code, undone) => {
      given(open, a, stop).when(timeComes('a')).then(refused(code));
      given(open, a, stop, undone)
        .when(timeComes('a'))
        .then(
          tells(opened, reported('Words')),
          neverSays('Killed', 'TakenDown', 'Taken down', 'Reinstated', 'Closed', 'Reopened', 'Retract'),
          world((story) => {
            expect([story.status, story.withheld]).toEqual(['open', null]);
            expect(story.developments.get(idOf('a'))).toMatchObject({ retracted: null, withheld: null });
          }),
        );
    },
  );
});

describe('what is put right before it is public', () => {
  const wrong = record('a', {
    ...held,
    ...says,
    text: en('WRONG words'),
    raises: [{ id: 'who', text: en('WRONG question') }],
    place: { name: 'WRONG place', country: null, geo: null },
    evidence: [{ url: 'https://example.org/WRONG', sha256: null, public: true }],
    significance: 'cosmetic',
  });
  const right: readonly Step[] = [
    correct('a', { text: en('WRONG again') }, { notice: en('WRONG notice') }),
    correct(
      'a',
      { text: en('Right'), raises: [{ id: 'who', text: en('Who?') }], place: null, evidence: [] },
      { withhold: ['text'], class: 'clarification' },
    ),
    correctClaim('talks', 'WRONG too'),
    correctClaim('talks', 'Right claim', ['text']),
  ];

  it.each([
    ['of a story that is not', [] as readonly Step[], [opened]],
    ['of a public story', [other], []],
  ])('stays with it: %s public yet', (_, before, first) => {
    given(open, ...before, wrong)
      .when(...right, act.retract('a'), act.revokeRetraction('a'), withdraw('a', 'talks'))
      .then(tellsNothing);
    given(open, ...before, wrong, ...right)
      .when(release('a'))
      .then(
        tells(...first, reported('Right')),
        neverSays('WRONG', 'Corrected', 'withheld', 'clarification'),
        world((story) => {
          expect([...story.corrections]).toEqual([]);
          expect(story.claims.get('talks')).toMatchObject({
            corrected: false,
            claim: { text: en('Right claim') },
          });
        }),
      );
  });

  it('stays with it as to its claims, when one of them became public without it', () => {
    const naming = record('b', { assertions: asserts(['talks']), publishes: ['talks'] });
    given(open, wrong, correctClaim('talks', 'Right claim'), naming)
      .when(correct('a', { text: en('Right') }), correctClaim('talks', 'Righter claim'))
      .then(
        tells({ type: 'ClaimCorrected', changes: [expect.objectContaining({ was: en('Right claim') })] }),
        neverSays('WRONG', idOf('a')),
      );
  });

  it('is a headline or a lede: only the last words of each, when they may be seen', () => {
    const waiting = [
      act.headline('WRONG', 'held'),
      act.headline('WRONG too', until),
      act.lede('WRONG', until),
      act.lede('WRONG too', 'held'),
    ];
    given(open, other)
      .when(...waiting)
      .then(tellsNothing);
    given(open, other, ...waiting)
      .when(act.headline('Right'), act.lede('Right lede'))
      .then(
        tells(
          { type: 'HeadlineRevised', headline: en('Right'), release: 'now' },
          { type: 'LedeRevised', lede: en('Right lede'), release: 'now' },
        ),
        neverSays('WRONG'),
      );
    given(open, ...waiting)
      .when(other, act.headline('Right'))
      .then(
        tells({ ...opened, headline: en('Secret talks on Aleppo') }, reported('Another'), {
          headline: en('Right'),
        }),
        neverSays('WRONG'),
      );
  });
});

describe('a story that is not public yet', () => {
  it('becomes public as it then stands, whatever was done to it before', () =>
    given(
      open,
      record('a', held),
      act.close,
      act.reopen,
      act.kill(null),
      act.takeDown(null),
      act.reinstate(null),
      act.kill('a'),
      act.classify('medtop:1'),
    )
      .when(other)
      .then(
        tells({ ...opened, topics: ['medtop:1'] }, reported('Another')),
        neverSays(
          'Killed',
          'TakenDown',
          'Taken down',
          'a court',
          'Reinstated',
          'Closed',
          'Reopened',
          idOf('a'),
        ),
        world((story) => expect([story.status, story.withheld]).toEqual(['open', null])),
      ));

  it.each([
    ['killed', act.kill(null)],
    ['taken down', act.takeDown(null)],
  ])('is not made public while it is %s, by anybody', (_, end) => {
    const all = [open, record('a', held), record('b', { release: until }), end];
    given(...all)
      .when(release('a'))
      .then(refused('story-withheld'));
    given(...all)
      .when(timeComes('b'))
      .then(refused('story-withheld'));
    given(...all)
      .when(record('c'))
      .then(refused('story-withheld'));
    given(...all)
      .when(act.headline('New'))
      .then(refused('story-withheld'));
  });
});

describe('a public story', () => {
  it.each([
    ['killed', act.kill(null), { type: 'StoryKilled', notice: en('Killed') }],
    ['taken down', act.takeDown(null), { type: 'StoryTakenDown', authority: 'a court' }],
  ])('that is %s takes nothing more, and after its reinstatement goes on', (_, end, told) => {
    given(open, other, record('a', held)).when(end).then(tells(told));
    given(open, other, record('a', held), end).when(release('a')).then(refused('story-withheld'));
    given(open, other, record('a', held), end)
      .when(act.reinstate(null), release('a'))
      .then(tells({ type: 'StoryReinstated', reason: null }, reported('A report')));
  });

  it('is told nothing of a hidden development that is killed and reinstated, and then all of it', () => {
    const a = record('a', { ...held, ...says });
    given(open, other, a).when(act.kill('a'), act.takeDown('a'), act.reinstate('a')).then(tellsNothing);
    given(open, other, a, act.takeDown('a'), act.reinstate('a'))
      .when(release('a'))
      .then(tells(reported('A report')), neverSays('Taken down', 'Reinstated'));
  });

  it('is told that a development of it was killed, with the notice alone, and that it is back', () =>
    given(open, other, record('a', { ...says, text: en('WORDS') }))
      .when(act.kill('a'), act.reinstate('a'), correct('a', { text: en('New words') }))
      .then(
        tells(
          { type: 'DevelopmentKilled', development: idOf('a'), notice: en('Killed'), reason: null },
          { type: 'DevelopmentReinstated', development: idOf('a'), reason: null },
          { type: 'DevelopmentCorrected' },
        ),
        ({ last }) => expect(JSON.stringify(last.slice(0, 2))).not.toMatch(/WORDS|talks/),
        world((story) => expect(story.developments.get(idOf('a'))!.withheld).toBeNull()),
      ));

  it('that is closed is told of corrections still', () =>
    given(open, other, act.close)
      .when(correct('other', { text: en('Better') }))
      .then(tells({ type: 'DevelopmentCorrected' })));

  it('is not made to name by a correction what only a hidden development identified', () =>
    given(open, other, record('a', { ...held, ...says }))
      .when(correct('other', { assertions: asserts(['talks']) }))
      .then(refused('claim-not-public')));
});
