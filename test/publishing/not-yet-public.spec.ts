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
  publicEvents,
  noPublicEvents,
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
/** The release that the publisher requests at the end of an embargo. */
const timeComes = (ref: string): Step => ({
  command: { type: 'release', development: idOf(ref), cause: 'embargo', publishes: [] },
  at: until.embargoedUntil,
});

describe('an embargo', () => {
  const a = record('a', { release: until, text: en('Words') });

  it.each([
    ['its time', timeComes('a')],
    ['an editor before its time', release('a')],
  ])('ends by %s, and nothing public shows that it existed', (_, end) =>
    given(open, a)
      .when(end)
      .then(publicEvents(opened, reported('Words')), neverSays('embargo', 'Released', '2016-12-02')),
  );

  it('ends only once, by its time or by an editor', () => {
    given(open, a, release('a')).when(timeComes('a')).then(noPublicEvents);
    given(open, a, timeComes('a')).when(release('a')).then(noPublicEvents);
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
          publicEvents(opened, reported('Words')),
          neverSays('Killed', 'TakenDown', 'Taken down', 'Reinstated', 'Closed', 'Reopened', 'Retract'),
          world((story) => {
            expect([story.status, story.withheld]).toEqual(['open', null]);
            expect(story.developments.get(idOf('a'))).toMatchObject({ retracted: null, withheld: null });
          }),
        );
    },
  );
});

describe('a correction before publication', () => {
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
    ['a story that is not public yet', [] as readonly Step[], [opened]],
    ['a public story', [other], []],
  ])('leaves the former texts private (%s)', (_, before, first) => {
    given(open, ...before, wrong)
      .when(...right, act.retract('a'), act.revokeRetraction('a'), withdraw('a', 'talks'))
      .then(noPublicEvents);
    given(open, ...before, wrong, ...right)
      .when(release('a'))
      .then(
        publicEvents(...first, reported('Right')),
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

  it('shows only the former text with which the claim became public', () => {
    const naming = record('b', { assertions: asserts(['talks']), publishes: ['talks'] });
    given(open, wrong, correctClaim('talks', 'Right claim'), naming)
      .when(correct('a', { text: en('Right') }), correctClaim('talks', 'Righter claim'))
      .then(
        publicEvents({
          type: 'ClaimCorrected',
          changes: [expect.objectContaining({ was: en('Right claim') })],
        }),
        neverSays('WRONG', idOf('a')),
      );
  });

  it('of a headline or a lede leaves only the last words public', () => {
    const waiting = [
      act.headline('WRONG', 'held'),
      act.headline('WRONG too', until),
      act.lede('WRONG', until),
      act.lede('WRONG too', 'held'),
    ];
    given(open, other)
      .when(...waiting)
      .then(noPublicEvents);
    given(open, other, ...waiting)
      .when(act.headline('Right'), act.lede('Right lede'))
      .then(
        publicEvents(
          { type: 'HeadlineRevised', headline: en('Right'), release: 'now' },
          { type: 'LedeRevised', lede: en('Right lede'), release: 'now' },
        ),
        neverSays('WRONG'),
      );
    given(open, ...waiting)
      .when(other, act.headline('Right'))
      .then(
        publicEvents({ ...opened, headline: en('Secret talks on Aleppo') }, reported('Another'), {
          headline: en('Right'),
        }),
        neverSays('WRONG'),
      );
  });
});

describe('a story that is not public yet', () => {
  it('becomes public in its current form, without its earlier history', () =>
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
        publicEvents({ ...opened, topics: ['medtop:1'] }, reported('Another')),
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
  ])('cannot become public while it is %s', (_, end) => {
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
  ])('that is %s accepts nothing more until it is reinstated', (_, end, event) => {
    given(open, other, record('a', held)).when(end).then(publicEvents(event));
    given(open, other, record('a', held), end).when(release('a')).then(refused('story-withheld'));
    given(open, other, record('a', held), end)
      .when(act.reinstate(null), release('a'))
      .then(publicEvents({ type: 'StoryReinstated', reason: null }, reported('A report')));
  });

  it('does not show that a hidden development was killed and reinstated, and shows all of it after its release', () => {
    const a = record('a', { ...held, ...says });
    given(open, other, a).when(act.kill('a'), act.takeDown('a'), act.reinstate('a')).then(noPublicEvents);
    given(open, other, a, act.takeDown('a'), act.reinstate('a'))
      .when(release('a'))
      .then(publicEvents(reported('A report')), neverSays('Taken down', 'Reinstated'));
  });

  it('shows that a development was killed, only with the notice, and that it was reinstated', () =>
    given(open, other, record('a', { ...says, text: en('WORDS') }))
      .when(act.kill('a'), act.reinstate('a'), correct('a', { text: en('New words') }))
      .then(
        publicEvents(
          { type: 'DevelopmentKilled', development: idOf('a'), notice: en('Killed'), reason: null },
          { type: 'DevelopmentReinstated', development: idOf('a'), reason: null },
          { type: 'DevelopmentCorrected' },
        ),
        ({ last }) => expect(JSON.stringify(last.slice(0, 2))).not.toMatch(/WORDS|talks/),
        world((story) => expect(story.developments.get(idOf('a'))!.withheld).toBeNull()),
      ));

  it('still shows corrections after it is closed', () =>
    given(open, other, act.close)
      .when(correct('other', { text: en('Better') }))
      .then(publicEvents({ type: 'DevelopmentCorrected' })));

  it('refuses a correction that names a claim which only a hidden development identified', () =>
    given(open, other, record('a', { ...held, ...says }))
      .when(correct('other', { assertions: asserts(['talks']) }))
      .then(refused('claim-not-public')));
});
