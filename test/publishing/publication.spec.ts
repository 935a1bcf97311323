import { isOpen, publicHistory, type Command, type Story, type Verdict } from '#story';
import {
  act,
  append,
  asserts,
  at,
  by,
  correct,
  correctClaim,
  en,
  given,
  idOf,
  neverSays,
  open,
  proposition,
  publicStream,
  record,
  recordedAs,
  refused,
  release,
  says,
  recordAll,
  publicEvents,
  noPublicEvents,
  unnamed,
  withdraw,
  world,
  type Then,
} from './desk.js';

const talks = proposition('talks', 'Russia and rebel groups hold talks in Turkey');
const contacts = proposition('contacts', 'Russia has dealt with opposition groups before');
const held = { release: 'held' } as const;
const until = (minute: string) => ({ release: { embargoedUntil: at(minute) } });
const official = idOf('official');
const saysTalks = { claims: [talks], assertions: asserts(['talks']) };
const saysContacts = { claims: [contacts], assertions: asserts(['contacts']) };
const opened = { type: 'StoryOpened', slug: 'aleppo-talks' };
const reported = { type: 'ReportRecorded' };

describe('a story becomes public', () => {
  it('not when it is opened, nor while all its developments are hidden', () =>
    given()
      .when(open, record('a', held), record('b', until('2016-12-02T00:00')))
      .then(noPublicEvents));

  it('with its first public development, in one append: with the current headline, lede and classification', () =>
    given(open, act.headline('Talks on Aleppo'), act.lede('In Ankara'), act.classify('medtop:16000000'))
      .when(record('a'))
      .then(
        publicEvents(
          {
            ...opened,
            story: idOf('aleppo-talks'),
            headline: en('Talks on Aleppo'),
            lede: en('In Ankara'),
            topics: ['medtop:16000000'],
            places: [],
          },
          reported,
        ),
        neverSays('Secret talks'),
      ));

  it('also with a hidden development that is released', () =>
    given(open, record('a', held)).when(release('a')).then(publicEvents(opened, reported)));

  it('without a headline or lede that is on hold or under embargo', () =>
    given(
      open,
      act.headline('Held words', 'held'),
      act.lede('Early words', { embargoedUntil: at('2017-01-01T00:00') }),
    )
      .when(record('a'))
      .then(
        publicEvents(
          { ...opened, headline: en('Secret talks on Aleppo'), lede: en('They are held in Turkey') },
          reported,
        ),
        neverSays('Held words', 'Early words'),
      ));

  it('and then shows new headlines, ledes and classes, but not those that wait for release', () => {
    const given1 = given(open, record('a'));
    given1.when(act.headline('Later', 'held')).then(noPublicEvents);
    given1.when(act.lede('Later', { embargoedUntil: at('2017-01-01T00:00') })).then(noPublicEvents);
    given1
      .when(act.headline('New'))
      .then(publicEvents({ type: 'HeadlineRevised', headline: en('New'), release: 'now' }));
    given1.when(act.lede('New')).then(publicEvents({ type: 'LedeRevised', lede: en('New') }));
    given1
      .when(act.classify('medtop:1'))
      .then(publicEvents({ type: 'StoryClassified', topics: ['medtop:1'] }));
    given(open, record('a'), act.headline('Later', 'held'))
      .when(act.headline('Later'))
      .then(publicEvents({ type: 'HeadlineRevised', headline: en('Later') }));
  });

  it('not when a story without public developments is closed, killed, taken down or reinstated', () =>
    given(open, record('a', held))
      .when(
        act.close,
        act.reopen,
        act.kill(null),
        act.reinstate(null),
        act.takeDown(null),
        act.reinstate(null),
        act.kill('a'),
      )
      .then(noPublicEvents));

  it('and then shows when it is closed, reopened, killed, taken down and reinstated, never the reason', () =>
    given(open, record('a'))
      .when(
        act.close,
        act.reopen,
        act.kill(null),
        act.reinstate(null),
        act.takeDown(null),
        act.reinstate(null),
      )
      .then(
        publicEvents(
          { type: 'StoryClosed', reason: null },
          { type: 'StoryReopened', reason: null },
          { type: 'StoryKilled', notice: en('Killed'), reason: null },
          { type: 'StoryReinstated', reason: null },
          { type: 'StoryTakenDown', notice: en('Taken down'), authority: 'a court', reason: null },
          { type: 'StoryReinstated', reason: null },
        ),
        neverSays('[[private'),
      ));
});

describe('a hidden development', () => {
  const wrong = record('a', {
    ...held,
    ...saysTalks,
    text: en('WRONG words'),
    attribution: [[by('financial-times'), unnamed({ origin: official, descriptor: en('WRONG descriptor') })]],
    raises: [{ id: 'who', text: en('WRONG question') }],
    place: { name: 'WRONG place', country: null, geo: null },
  });

  it('is released in its corrected form, as one event, without a trace of what came before', () =>
    given(
      open,
      wrong,
      correct('a', {
        text: en('Right words'),
        attribution: [[by('financial-times'), unnamed({ origin: official })]],
        raises: [{ id: 'who', text: en('Who?') }],
        place: null,
      }),
      correctClaim('talks', 'Talks are held'),
      act.retract('a'),
      act.revokeRetraction('a'),
      act.kill('a'),
      act.reinstate('a'),
    )
      .when(release('a'))
      .then(
        publicEvents(opened, {
          type: 'ReportRecorded',
          development: expect.objectContaining({
            text: en('Right words'),
            claims: [expect.objectContaining({ text: en('Talks are held') })],
            release: 'now',
          }),
        }),
        neverSays('WRONG', 'Corrected', 'hold talks'),
        world((story) => {
          expect([...story.corrections]).toEqual([]);
          expect(story.claims.get('talks')!.current).toMatchObject({
            status: 'claimed',
            flags: [{ flag: 'anonymous-only' }],
          });
          expect(story.developments.get(idOf('a'))).toMatchObject({ corrections: 0, retracted: null });
        }),
      ));

  it.each([
    ['retracted', act.retract('a'), 'development-retracted'],
    ['killed', act.kill('a'), 'development-withheld'],
    ['taken down', act.takeDown('a'), 'development-withheld'],
  ] as const)('%s before its release is not released', (_, end, code) =>
    given(open, record('a', held), end).when(release('a')).then(refused(code)),
  );

  it.each([
    ['retracted', act.retract('a'), act.revokeRetraction('a')],
    ['killed', act.kill('a'), act.reinstate('a')],
  ])('%s before its release never becomes public, even if the log contains a release', (_, end, undone) => {
    const deskStory = recordAll([open, record('a', held), end]);
    const event = {
      type: 'DevelopmentReleased',
      development: idOf('a'),
      cause: 'embargo',
      publishes: [],
    } as const;
    const after = recordAll(
      [undone, correct('a', { text: en('x') }), act.takeDown('a')],
      append(deskStory, event, deskStory.story.updatedAt),
    );
    expect(publicStream(after.events).stream).toEqual([]);
  });

  it('causes no public event, whatever happens to it', () =>
    given(open, record('other'), record('a', { ...held, ...saysTalks }))
      .when(
        correct('a', { text: en('x') }, { notice: en('A notice') }),
        withdraw('a', 'talks'),
        act.retract('a'),
        act.revokeRetraction('a'),
        act.kill('a'),
        act.reinstate('a'),
        correctClaim('talks', 'Other words'),
      )
      .then(noPublicEvents));

  it('never shows an assertion that was withdrawn before the release, also after a later correction', () => {
    const steps = [
      open,
      record('a', { ...held, claims: [talks, contacts], assertions: asserts(['talks', 'contacts']) }),
      withdraw('a', 'talks'),
      release('a'),
    ] as const;
    const claimed = (story: Story) => [...story.assertions.values()].map((a) => a.claim);
    given(...steps.slice(0, 3))
      .when(release('a'))
      .then(world((story) => expect(claimed(story)).toEqual(['contacts'])));
    given(...steps)
      .when(
        correct('a', {
          attribution: [[by('ria-novosti'), by('moscow')]],
          assertions: asserts(['talks', 'contacts']),
        }),
      )
      .then(
        publicEvents({
          type: 'DevelopmentCorrected',
          changes: [expect.objectContaining({ field: 'attribution' })],
        }),
        world((story) => {
          expect(claimed(story)).toEqual(['contacts']);
          expect(story.claims.get('talks')!.current.status).toBe('unsupported');
        }),
      );
    given(...steps)
      .when(correct('a', { assertions: [...asserts(['talks']), ...asserts(['contacts'], 'denies')] }))
      .then(
        publicEvents({ changes: [expect.objectContaining({ field: 'assertions' })] }),
        ({ last }) => expect(JSON.stringify(last)).not.toContain('talks'),
        world((story) => expect(story.claims.get('talks')!.current.status).toBe('unsupported')),
      );
    given(...steps, withdraw('a', 'contacts'))
      .when(
        correct('a', {
          claims: [contacts, talks],
          assertions: [...asserts(['contacts']), ...asserts(['talks'], 'denies')],
        }),
      )
      .then(
        world((story) => {
          expect(claimed(story).sort()).toEqual(['contacts', 'talks']);
          expect(story.claims.get('contacts')!.current.status).toBe('withdrawn');
        }),
      );
  });

  it('cannot be released off the record, but after a correction to background it can', () => {
    const attribution = [[by('financial-times'), unnamed({ origin: official, groundRules: 'offTheRecord' })]];
    const off = record('a', { ...held, attribution });
    given(open, off).when(release('a')).then(refused('off-the-record'));
    given(open).when(record('a', { attribution })).then(refused('off-the-record'));
    given(open, off, correct('a', { attribution: [[by('financial-times'), unnamed({ origin: official })]] }))
      .when(release('a'))
      .then(publicEvents(opened, reported), neverSays('offTheRecord'));
  });
});

describe('a claim', () => {
  const hidden = record('hidden', { ...held, ...saysTalks, text: en('HIDDEN words') });

  it('of a hidden development cannot be named by a public one, unless that one publishes it', () => {
    given(open, hidden)
      .when(record('a', { assertions: asserts(['talks']) }))
      .then(refused('claim-not-public'));
    given(open, hidden)
      .when(record('a', { assertions: asserts(['talks']), publishes: ['talks'] }))
      .then(
        publicEvents(opened, {
          type: 'ReportRecorded',
          development: expect.objectContaining({ claims: [talks], publishes: [] }),
        }),
        neverSays('HIDDEN', idOf('hidden')),
      );
    given(open, hidden, record('a', { ...held, assertions: asserts(['contacts'].slice(1)) }))
      .when(release('a', 'talks'))
      .then(
        publicEvents(opened, { development: expect.objectContaining({ claims: [talks] }) }),
        neverSays('HIDDEN'),
      );
  });

  it('is published once, with the first public development that names it', () =>
    given(open, hidden, record('a', { assertions: asserts(['talks']), publishes: ['talks'] }))
      .when(record('b', { ...saysTalks }), release('hidden'))
      .then(
        publicEvents(
          { development: expect.objectContaining({ id: idOf('b'), claims: [] }) },
          { development: expect.objectContaining({ id: idOf('hidden'), claims: [] }) },
        ),
      ));

  it('that was published remains when its development is corrected and no longer names it', () =>
    given(open, hidden, record('a', { assertions: asserts(['talks']), publishes: ['talks'] }))
      .when(correct('a', { claims: [contacts] }))
      .then(
        publicEvents({
          changes: [{ field: 'claims', was: [talks], is: [contacts, talks], withheld: false }],
        }),
        world((story) => {
          expect(story.claims.get('talks')!.claim).toEqual(talks);
          expect(story.claims.get('contacts')!.claim).toEqual(contacts);
        }),
      ));

  it('that a correction drops remains while others name it, even if only a hidden development identifies it now', () => {
    const from = [
      open,
      record('hidden', held),
      record('a', saysTalks),
      record('b', { attribution: [[by('turkey')]], assertions: asserts(['talks']) }),
      correct('hidden', { claims: [talks] }),
    ];
    const drop = correct('a', { claims: [contacts], assertions: asserts(['contacts']) });
    given(...from)
      .when(drop)
      .then(
        publicEvents({
          changes: [
            { field: 'claims', was: [talks], is: [contacts, talks], withheld: false },
            expect.objectContaining({ field: 'assertions' }),
          ],
        }),
        world((story) => expect(story.claims.get('talks')!.byOrigin.size).toBe(1)),
      );
    given(...from, correct('b', { assertions: [] }))
      .when(drop)
      .then(world((story) => expect(story.claims.has('talks')).toBe(false)));
  });

  it('is published in its words at that time, also by a later correction of its development', () =>
    given(open, record('a', { ...held, ...saysTalks }), correctClaim('talks', 'Right words'), release('a'))
      .when(correct('a', { claims: [talks, contacts] }))
      .then(
        publicEvents({
          changes: [
            {
              field: 'claims',
              was: [{ ...talks, text: en('Right words') }],
              is: [{ ...talks, text: en('Right words') }, contacts],
              withheld: false,
            },
          ],
        }),
        neverSays('hold talks'),
      ));

  it('shows in a correction what it was, unless that is withheld', () => {
    given(open, record('a', saysTalks))
      .when(correctClaim('talks', 'Right words'))
      .then(
        publicEvents({
          type: 'ClaimCorrected',
          reason: null,
          changes: [{ field: 'text', was: talks.text, is: en('Right words'), withheld: false }],
        }),
      );
    given(open, record('a', saysTalks))
      .when(correctClaim('talks', 'Right words', ['text']), correct('a', { claims: [talks, contacts] }))
      .then(
        publicEvents(
          { changes: [{ field: 'text', was: null, is: en('Right words'), withheld: true }] },
          { changes: [expect.objectContaining({ field: 'claims' })] },
        ),
        ({ last }) => expect(JSON.stringify(last)).not.toContain('hold talks'),
      );
  });
});

describe('what refers to other content', () => {
  const a = record('a', { ...held, ...saysTalks });
  const b = record('b', saysContacts);

  it('a link waits until both of its claims are public', () => {
    given(open, a, b)
      .when(act.link('l', 'talks', 'contacts'))
      .then(noPublicEvents);
    given(open, a, b, act.link('l', 'talks', 'contacts'))
      .when(release('a'))
      .then(
        publicEvents(reported, { type: 'ClaimsLinked', from: 'talks', to: 'contacts', relation: 'narrows' }),
      );
  });

  it('a judgement waits until its claim is public, and shows its method only if that is public', () => {
    given(open, a, b).when(act.judge('v', 'talks')).then(noPublicEvents);
    given(open, a, b, act.judge('v', 'talks'), act.judge('w', 'contacts', false))
      .when(release('a'))
      .then(
        publicEvents(reported, {
          type: 'ClaimVerified',
          id: idOf('v'),
          method: 'satellite pictures',
          reason: null,
        }),
      );
    given(open, b)
      .when(act.judge('w', 'contacts', false))
      .then(
        publicEvents({ type: 'ClaimVerified', method: null, reason: null }),
        neverSays('satellite', '[[private'),
      );
  });

  it('a changed verdict counts as a correction only if the former one was public', () => {
    const judged = (verdict: Verdict) => {
      const { ref, command } = act.judge(verdict, 'talks');
      return { ref: ref!, command: { ...(command as Extract<Command, { type: 'judge' }>), verdict } };
    };
    const corrections =
      (count: number): Then =>
      ({ after }) => {
        const { world: story } = publicStream(after.events).publication;
        expect(story.claims.get('talks')!.current.status).toBe('mostly-true');
        expect(story.corrections.length).toBe(count);
      };
    given(open, a, b, judged('refuted'), judged('mostly-true'))
      .when(release('a'))
      .then(
        publicEvents(
          reported,
          { type: 'ClaimRefuted', id: idOf('refuted') },
          { type: 'ClaimJudged', id: idOf('mostly-true'), verdict: 'mostly-true', reason: null },
        ),
        corrections(0),
      );
    given(open, record('a', saysTalks), judged('refuted'))
      .when(judged('mostly-true'))
      .then(publicEvents({ type: 'ClaimJudged', verdict: 'mostly-true' }), corrections(1));
  });

  it('disappears if it is revoked before, and is revoked in public if it was public', () => {
    given(open, a, b, act.link('l', 'talks', 'contacts'), act.judge('v', 'talks'))
      .when(act.revokeLink('l'), act.revokeJudgement('v'), release('a'))
      .then(publicEvents(reported), neverSays('ClaimsLinked', 'ClaimVerified', 'Revoked'));
    given(open, record('a', saysTalks), b, act.link('l', 'talks', 'contacts'), act.judge('v', 'talks'))
      .when(act.revokeLink('l'), act.revokeJudgement('v'))
      .then(
        publicEvents(
          { type: 'ClaimLinkRevoked', link: idOf('l'), reason: null },
          { type: 'JudgementRevoked', judgement: idOf('v'), reason: null },
        ),
      );
  });

  it('an assessment waits until both origins are public', () => {
    const of = [
      record('t', { attribution: [[by('turkey')]], ...saysContacts }),
      record('m', { ...held, assertions: asserts(['contacts']) }),
    ];
    given(open, ...of)
      .when(act.independence('moscow', 'turkey'))
      .then(noPublicEvents);
    given(open, ...of, act.independence('moscow', 'turkey'))
      .when(release('m'))
      .then(
        publicEvents(reported, {
          type: 'SourceIndependenceAssessed',
          origins: ['moscow', 'turkey'],
          reason: null,
        }),
      );
  });

  it('an assessment of a source on deep background is never published', () => {
    const deep = unnamed({ origin: official, groundRules: 'deepBackground' });
    given(
      open,
      record('d', { attribution: [[by('financial-times'), deep]], ...saysTalks }),
      record('m', { assertions: asserts(['talks']) }),
    )
      .when(act.independence(official, 'moscow'))
      .then(noPublicEvents, neverSays(official));
  });

  const asks = record('asks', { ...held, raises: [{ id: 'who', text: en('Who negotiates?') }] });
  it('an answer waits until its question is public, and is then part of it', () => {
    given(open, asks)
      .when(record('answers', { answers: ['who'] }))
      .then(
        publicEvents(opened, { development: expect.objectContaining({ answers: [] }) }),
        neverSays('Who negotiates', 'who"'),
      );
    given(
      open,
      asks,
      record('answers', { answers: ['who'] }),
      record('hidden', { ...held, answers: ['who'] }),
    )
      .when(release('asks'))
      .then(
        publicEvents({
          development: expect.objectContaining({
            raises: [{ id: 'who', text: en('Who negotiates?'), answeredBy: [idOf('answers')] }],
          }),
        }),
        neverSays(idOf('hidden')),
        world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(false)),
      );
  });

  it('an answer is part of a question also if a correction makes the question public', () =>
    given(open, asks, record('answers', { answers: ['who'] }))
      .when(correct('answers', { raises: [{ id: 'who', text: en('Who negotiates?') }] }))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(false))));

  it('an answer that is taken back before its question is public does not appear', () =>
    given(open, asks, record('answers', { answers: ['who'] }), correct('answers', { answers: [] }))
      .when(release('asks'))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(true))));
});

describe('a public development', () => {
  const evidence = [
    { url: 'https://example.org/public', sha256: null, public: true },
    { url: 'https://example.org/SECRET', sha256: 'SECRET', public: false },
  ];

  it('shows no ground rules, no approver, no private evidence and no recorder', () =>
    given(open)
      .when(record('a', { attribution: [[by('financial-times'), unnamed()]], evidence }))
      .then(
        publicEvents(opened, {
          development: expect.objectContaining({
            evidence: evidence.slice(0, 1),
            attribution: [
              [
                expect.objectContaining({ party: expect.objectContaining({ id: 'financial-times' }) }),
                {
                  standing: 'principal',
                  unnamed: expect.objectContaining({
                    descriptor: en('a senior opposition official'),
                    count: 1,
                    side: expect.objectContaining({ id: 'opposition' }),
                    groundRules: null,
                    approvedBy: null,
                  }),
                },
              ],
            ],
          }),
        }),
        neverSays('SECRET', '[[private', '"background"'),
      ));

  it('on deep background has an attribution that ends at the outlet, which is then the origin', () => {
    const deep = unnamed({ origin: official, descriptor: en('SECRET'), groundRules: 'deepBackground' });
    given(open)
      .when(record('a', { attribution: [[by('ria-novosti'), by('financial-times'), deep]], ...saysTalks }))
      .then(
        publicEvents(opened, reported),
        neverSays('SECRET', official, 'deepBackground', 'opposition"'),
        world((story) => {
          expect(story.claims.get('talks')!.byOrigin.has('unknown:financial-times')).toBe(true);
          expect(story.claims.get('talks')!.current).toMatchObject({ status: 'reported', authority: 'none' });
        }),
      );
  });

  it('shows the class, `was`, `is` and notice of a correction, without its reason and private content', () => {
    given(
      open,
      record('a', { evidence, attribution: [[by('financial-times'), unnamed({ origin: official })]] }),
    )
      .when(correct('a', { text: en('Other words') }, { notice: en('A notice'), class: 'clarification' }))
      .then(
        publicEvents({
          type: 'DevelopmentCorrected',
          class: 'clarification',
          notice: en('A notice'),
          reason: null,
          changes: [{ field: 'text', was: en('A report'), is: en('Other words'), withheld: false }],
        }),
      );
    given(
      open,
      record('a', { evidence, attribution: [[by('financial-times'), unnamed({ origin: official })]] }),
    )
      .when(
        correct('a', { evidence: evidence.slice(0, 1) }, { notice: en('A notice') }),
        correct('a', {
          attribution: [[by('financial-times'), unnamed({ origin: official, approvedBy: 'another' })]],
        }),
      )
      .then(noPublicEvents);
  });

  it('shows a correction without `was` if that is withheld', () =>
    given(open, record('a', { ...saysTalks, text: en('WRONG') }))
      .when(
        correct(
          'a',
          { text: en('Right'), attribution: [[by('turkey')]] },
          { withhold: ['text', 'attribution'] },
        ),
      )
      .then(
        publicEvents({
          changes: [
            { field: 'text', was: null, is: en('Right'), withheld: true },
            expect.objectContaining({ field: 'attribution', was: null, withheld: true }),
            expect.objectContaining({ field: 'assertions', was: null, withheld: true }),
          ],
        }),
        ({ last }) => expect(JSON.stringify(last)).not.toMatch(/WRONG|moscow/),
      ));

  it('shows that it is retracted, killed, taken down or reinstated, and withdrawals, never the reason', () =>
    given(open, record('a', saysTalks))
      .when(
        withdraw('a', 'talks'),
        act.retract('a'),
        act.revokeRetraction('a'),
        act.kill('a'),
        act.takeDown('a'),
        act.reinstate('a'),
      )
      .then(
        publicEvents(
          { type: 'AssertionWithdrawn', by: 'origin', reason: null },
          { type: 'DevelopmentRetracted', by: 'outlet', reason: null },
          { type: 'RetractionRevoked', reason: null },
          { type: 'DevelopmentKilled', notice: en('Killed'), reason: null },
          { type: 'DevelopmentTakenDown', notice: en('Taken down'), authority: 'a court', reason: null },
          { type: 'DevelopmentReinstated', reason: null },
        ),
        says('talks'),
        neverSays('[[private'),
      ));
});

describe('the rules of the story', () => {
  const asks = record('asks', { ...held, raises: [{ id: 'who', text: en('Who negotiates?') }] });
  const answered = [open, asks, record('answers', { answers: ['who'] }), release('asks')] as const;

  it('let a correction take back a public answer', () =>
    given(...answered)
      .when(correct('answers', { answers: [] }))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(true))));

  const takenBack = [...answered, correct('answers', { answers: [] })] as const;
  it('do not restore that answer when the development that raised the question is corrected', () =>
    given(...takenBack, correct('asks', { text: en('Other words') }))
      .when(correct('answers', { text: en('Other words too') }))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(true))));

  it('publish no change of answers if a correction does not change them', () =>
    given(...takenBack, correct('asks', { text: en('Other words') }))
      .when(correct('answers', { text: en('Other words too') }))
      .then(publicEvents({ changes: [expect.objectContaining({ field: 'text' })] })));

  it('reopen a question if its answer, which was public before it, is killed', () =>
    given(...answered)
      .when(act.kill('answers'))
      .then(({ stream }) => {
        const story = [...publicHistory(recordedAs(stream))].at(-1)!;
        expect(isOpen(story, story.questions.get('who')!)).toBe(true);
      }));

  it('refuse a claim of a development that is not released, even if its embargo is over', () =>
    given(open, record('a', { ...saysTalks, ...until('2016-12-01T08:30') }), act.kill('a'))
      .when(record('b', { assertions: asserts(['talks']) }, { at: at('2016-12-01T09:00') }))
      .then(refused('claim-not-public')));

  it.each(['safety', 'legal', 'privacy', 'wrong'] as const)(
    'show killed words (%s) again at the end of an embargo only if they were merely wrong',
    (grounds) => {
      const embargoed = record('later', { ...until('2016-12-01T12:00'), assertions: asserts(['talks']) });
      const seen = ({ stream }: { readonly stream: Parameters<typeof recordedAs>[0] }): string =>
        JSON.stringify(
          [...[...publicHistory(recordedAs(stream))].at(-1)!.claims.values()].map((c) => c.claim),
        );
      const words = talks.text['en']!;
      const over = release('later');
      given(open, record('a', saysTalks), embargoed, act.kill('a', grounds))
        .when({ ...over, command: { ...(over.command as object), cause: 'embargo' } as never })
        .then((outcome) => expect(seen(outcome).includes(words)).toBe(grounds === 'wrong'));
      given(open, record('a', saysTalks), embargoed, act.kill('a', grounds))
        .when(grounds === 'wrong' ? over : release('later', 'talks'))
        .then((outcome) => expect(seen(outcome)).toContain(words));
      given(open, record('a', saysTalks), record('b', { assertions: asserts(['talks']) }))
        .when(act.kill('a', grounds))
        .then((outcome) => expect(seen(outcome)).toContain(words));
    },
  );
});
