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
  tell,
  tells,
  tellsNothing,
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
  it('not when it is opened, nor while all it has is hidden', () =>
    given()
      .when(open, record('a', held), record('b', until('2016-12-02T00:00')))
      .then(tellsNothing));

  it('with its first public development, in one append: headline, lede and classification as they then stand', () =>
    given(open, act.headline('Talks on Aleppo'), act.lede('In Ankara'), act.classify('medtop:16000000'))
      .when(record('a'))
      .then(
        tells(
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

  it('with one that is released, as much as with one recorded for now', () =>
    given(open, record('a', held)).when(release('a')).then(tells(opened, reported)));

  it('without a headline or lede that is held or embargoed', () =>
    given(
      open,
      act.headline('Held words', 'held'),
      act.lede('Early words', { embargoedUntil: at('2017-01-01T00:00') }),
    )
      .when(record('a'))
      .then(
        tells(
          { ...opened, headline: en('Secret talks on Aleppo'), lede: en('They are held in Turkey') },
          reported,
        ),
        neverSays('Held words', 'Early words'),
      ));

  it('and is told later headlines, ledes and classes when they are for now, not while they wait', () => {
    const given1 = given(open, record('a'));
    given1.when(act.headline('Later', 'held')).then(tellsNothing);
    given1.when(act.lede('Later', { embargoedUntil: at('2017-01-01T00:00') })).then(tellsNothing);
    given1
      .when(act.headline('New'))
      .then(tells({ type: 'HeadlineRevised', headline: en('New'), release: 'now' }));
    given1.when(act.lede('New')).then(tells({ type: 'LedeRevised', lede: en('New') }));
    given1.when(act.classify('medtop:1')).then(tells({ type: 'StoryClassified', topics: ['medtop:1'] }));
    given(open, record('a'), act.headline('Later', 'held'))
      .when(act.headline('Later'))
      .then(tells({ type: 'HeadlineRevised', headline: en('Later') }));
  });

  it('never, whatever happens to one that never was: closed, killed, taken down, reinstated', () =>
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
      .then(tellsNothing));

  it('and the world is told when it is closed, reopened, killed, taken down and reinstated, never why', () =>
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
        tells(
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
        tells(opened, {
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
  ])(
    '%s before its release is never told of, even where a log says that it was released',
    (_, end, undone) => {
      const told = tell([open, record('a', held), end]);
      const event = {
        type: 'DevelopmentReleased',
        development: idOf('a'),
        cause: 'embargo',
        publishes: [],
      } as const;
      const after = tell(
        [undone, correct('a', { text: en('x') }), act.takeDown('a')],
        append(told, event, told.story.updatedAt),
      );
      expect(publicStream(after.events).stream).toEqual([]);
    },
  );

  it('is told of by nothing that happens to it', () =>
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
      .then(tellsNothing));

  it('tells, once released, nothing of an assertion that was withdrawn before, nor does a later correction', () => {
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
        tells({
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
        tells({ changes: [expect.objectContaining({ field: 'assertions' })] }),
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

  it('is, off the record, not released; corrected to background, it is', () => {
    const attribution = [[by('financial-times'), unnamed({ origin: official, groundRules: 'offTheRecord' })]];
    const off = record('a', { ...held, attribution });
    given(open, off).when(release('a')).then(refused('off-the-record'));
    given(open).when(record('a', { attribution })).then(refused('off-the-record'));
    given(open, off, correct('a', { attribution: [[by('financial-times'), unnamed({ origin: official })]] }))
      .when(release('a'))
      .then(tells(opened, reported), neverSays('offTheRecord'));
  });
});

describe('a claim', () => {
  const hidden = record('hidden', { ...held, ...saysTalks, text: en('HIDDEN words') });

  it('that only a hidden development identified is refused to a public one, unless that publishes it', () => {
    given(open, hidden)
      .when(record('a', { assertions: asserts(['talks']) }))
      .then(refused('claim-not-public'));
    given(open, hidden)
      .when(record('a', { assertions: asserts(['talks']), publishes: ['talks'] }))
      .then(
        tells(opened, {
          type: 'ReportRecorded',
          development: expect.objectContaining({ claims: [talks], publishes: [] }),
        }),
        neverSays('HIDDEN', idOf('hidden')),
      );
    given(open, hidden, record('a', { ...held, assertions: asserts(['contacts'].slice(1)) }))
      .when(release('a', 'talks'))
      .then(
        tells(opened, { development: expect.objectContaining({ claims: [talks] }) }),
        neverSays('HIDDEN'),
      );
  });

  it('is published once: by the first development that may show it', () =>
    given(open, hidden, record('a', { assertions: asserts(['talks']), publishes: ['talks'] }))
      .when(record('b', { ...saysTalks }), release('hidden'))
      .then(
        tells(
          { development: expect.objectContaining({ id: idOf('b'), claims: [] }) },
          { development: expect.objectContaining({ id: idOf('hidden'), claims: [] }) },
        ),
      ));

  it('that was published stays when the development that published it is corrected in its claims', () =>
    given(open, hidden, record('a', { assertions: asserts(['talks']), publishes: ['talks'] }))
      .when(correct('a', { claims: [contacts] }))
      .then(
        tells({
          changes: [{ field: 'claims', was: [talks], is: [contacts, talks], withheld: false }],
        }),
        world((story) => {
          expect(story.claims.get('talks')!.claim).toEqual(talks);
          expect(story.claims.get('contacts')!.claim).toEqual(contacts);
        }),
      ));

  it('that a correction drops stays for those who name it, also where a hidden one brings it at the desk by now', () => {
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
        tells({
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

  it('is told of in the words that it had when it became public, also by a later correction of its development', () =>
    given(open, record('a', { ...held, ...saysTalks }), correctClaim('talks', 'Right words'), release('a'))
      .when(correct('a', { claims: [talks, contacts] }))
      .then(
        tells({
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

  it('is corrected in public with what it was, or without where that is withheld, and never again since', () => {
    given(open, record('a', saysTalks))
      .when(correctClaim('talks', 'Right words'))
      .then(
        tells({
          type: 'ClaimCorrected',
          reason: null,
          changes: [{ field: 'text', was: talks.text, is: en('Right words'), withheld: false }],
        }),
      );
    given(open, record('a', saysTalks))
      .when(correctClaim('talks', 'Right words', ['text']), correct('a', { claims: [talks, contacts] }))
      .then(
        tells(
          { changes: [{ field: 'text', was: null, is: en('Right words'), withheld: true }] },
          { changes: [expect.objectContaining({ field: 'claims' })] },
        ),
        ({ last }) => expect(JSON.stringify(last)).not.toContain('hold talks'),
      );
  });
});

describe('what names others', () => {
  const a = record('a', { ...held, ...saysTalks });
  const b = record('b', saysContacts);

  it('a link waits until both its claims are public', () => {
    given(open, a, b)
      .when(act.link('l', 'talks', 'contacts'))
      .then(tellsNothing);
    given(open, a, b, act.link('l', 'talks', 'contacts'))
      .when(release('a'))
      .then(tells(reported, { type: 'ClaimsLinked', from: 'talks', to: 'contacts', relation: 'narrows' }));
  });

  it('a judgement waits until its claim is public, with its method only where that is', () => {
    given(open, a, b).when(act.judge('v', 'talks')).then(tellsNothing);
    given(open, a, b, act.judge('v', 'talks'), act.judge('w', 'contacts', false))
      .when(release('a'))
      .then(
        tells(reported, { type: 'ClaimVerified', id: idOf('v'), method: 'satellite pictures', reason: null }),
      );
    given(open, b)
      .when(act.judge('w', 'contacts', false))
      .then(
        tells({ type: 'ClaimVerified', method: null, reason: null }),
        neverSays('satellite', '[[private'),
      );
  });

  it('a verdict that was changed before it could be seen is no correction, and one that was seen is', () => {
    const judged = (verdict: Verdict) => {
      const { ref, command } = act.judge(verdict, 'talks');
      return { ref: ref!, command: { ...(command as Extract<Command, { type: 'judge' }>), verdict } };
    };
    const corrections =
      (count: number): Then =>
      ({ told }) => {
        const { world: story } = publicStream(told.events).publication;
        expect(story.claims.get('talks')!.current.status).toBe('mostly-true');
        expect(story.corrections.length).toBe(count);
      };
    given(open, a, b, judged('refuted'), judged('mostly-true'))
      .when(release('a'))
      .then(
        tells(
          reported,
          { type: 'ClaimRefuted', id: idOf('refuted') },
          { type: 'ClaimJudged', id: idOf('mostly-true'), verdict: 'mostly-true', reason: null },
        ),
        corrections(0),
      );
    given(open, record('a', saysTalks), judged('refuted'))
      .when(judged('mostly-true'))
      .then(tells({ type: 'ClaimJudged', verdict: 'mostly-true' }), corrections(1));
  });

  it('vanish when they are revoked before, and are revoked in public when they were public', () => {
    given(open, a, b, act.link('l', 'talks', 'contacts'), act.judge('v', 'talks'))
      .when(act.revokeLink('l'), act.revokeJudgement('v'), release('a'))
      .then(tells(reported), neverSays('ClaimsLinked', 'ClaimVerified', 'Revoked'));
    given(open, record('a', saysTalks), b, act.link('l', 'talks', 'contacts'), act.judge('v', 'talks'))
      .when(act.revokeLink('l'), act.revokeJudgement('v'))
      .then(
        tells(
          { type: 'ClaimLinkRevoked', link: idOf('l'), reason: null },
          { type: 'JudgementRevoked', judgement: idOf('v'), reason: null },
        ),
      );
  });

  it('an assessment waits until both origins were heard of', () => {
    const of = [
      record('t', { attribution: [[by('turkey')]], ...saysContacts }),
      record('m', { ...held, assertions: asserts(['contacts']) }),
    ];
    given(open, ...of)
      .when(act.independence('moscow', 'turkey'))
      .then(tellsNothing);
    given(open, ...of, act.independence('moscow', 'turkey'))
      .when(release('m'))
      .then(
        tells(reported, { type: 'SourceIndependenceAssessed', origins: ['moscow', 'turkey'], reason: null }),
      );
  });

  it('an assessment of a source on deep background is never told', () => {
    const deep = unnamed({ origin: official, groundRules: 'deepBackground' });
    given(
      open,
      record('d', { attribution: [[by('financial-times'), deep]], ...saysTalks }),
      record('m', { assertions: asserts(['talks']) }),
    )
      .when(act.independence(official, 'moscow'))
      .then(tellsNothing, neverSays(official));
  });

  const asks = record('asks', { ...held, raises: [{ id: 'who', text: en('Who negotiates?') }] });
  it('an answer waits until its question is public, and is in it then', () => {
    given(open, asks)
      .when(record('answers', { answers: ['who'] }))
      .then(
        tells(opened, { development: expect.objectContaining({ answers: [] }) }),
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
        tells({
          development: expect.objectContaining({
            raises: [{ id: 'who', text: en('Who negotiates?'), answeredBy: [idOf('answers')] }],
          }),
        }),
        neverSays(idOf('hidden')),
        world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(false)),
      );
  });

  it('an answer is in a question also when a correction makes that public', () =>
    given(open, asks, record('answers', { answers: ['who'] }))
      .when(correct('answers', { raises: [{ id: 'who', text: en('Who negotiates?') }] }))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(false))));

  it('an answer taken back before its question is public is not there', () =>
    given(open, asks, record('answers', { answers: ['who'] }), correct('answers', { answers: [] }))
      .when(release('asks'))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(true))));
});

describe('a public development', () => {
  const evidence = [
    { url: 'https://example.org/public', sha256: null, public: true },
    { url: 'https://example.org/SECRET', sha256: 'SECRET', public: false },
  ];

  it('shows neither ground rules, nor who approved, nor private evidence, nor who recorded it', () =>
    given(open)
      .when(record('a', { attribution: [[by('financial-times'), unnamed()]], evidence }))
      .then(
        tells(opened, {
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

  it('on deep background ends at the outlet, which is then the origin', () => {
    const deep = unnamed({ origin: official, descriptor: en('SECRET'), groundRules: 'deepBackground' });
    given(open)
      .when(record('a', { attribution: [[by('ria-novosti'), by('financial-times'), deep]], ...saysTalks }))
      .then(
        tells(opened, reported),
        neverSays('SECRET', official, 'deepBackground', 'opposition"'),
        world((story) => {
          expect(story.claims.get('talks')!.byOrigin.has('unknown:financial-times')).toBe(true);
          expect(story.claims.get('talks')!.current).toMatchObject({ status: 'reported', authority: 'none' });
        }),
      );
  });

  it('is corrected with class, was, is and notice, without the reason, and without what is private', () => {
    given(
      open,
      record('a', { evidence, attribution: [[by('financial-times'), unnamed({ origin: official })]] }),
    )
      .when(correct('a', { text: en('Other words') }, { notice: en('A notice'), class: 'clarification' }))
      .then(
        tells({
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
      .then(tellsNothing);
  });

  it('is corrected without what it was where that is withheld', () =>
    given(open, record('a', { ...saysTalks, text: en('WRONG') }))
      .when(
        correct(
          'a',
          { text: en('Right'), attribution: [[by('turkey')]] },
          { withhold: ['text', 'attribution'] },
        ),
      )
      .then(
        tells({
          changes: [
            { field: 'text', was: null, is: en('Right'), withheld: true },
            expect.objectContaining({ field: 'attribution', was: null, withheld: true }),
            expect.objectContaining({ field: 'assertions', was: null, withheld: true }),
          ],
        }),
        ({ last }) => expect(JSON.stringify(last)).not.toMatch(/WRONG|moscow/),
      ));

  it('is retracted, killed, taken down and reinstated in public, and its assertions withdrawn, never with the reason', () =>
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
        tells(
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

describe('the rules beneath', () => {
  const asks = record('asks', { ...held, raises: [{ id: 'who', text: en('Who negotiates?') }] });
  const answered = [open, asks, record('answers', { answers: ['who'] }), release('asks')] as const;

  it('take back by a correction an answer that was public in its question', () =>
    given(...answered)
      .when(correct('answers', { answers: [] }))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(true))));

  const takenBack = [...answered, correct('answers', { answers: [] })] as const;
  it('keep it taken back when the development that raised the question is corrected', () =>
    given(...takenBack, correct('asks', { text: en('Other words') }))
      .when(correct('answers', { text: en('Other words too') }))
      .then(world((story) => expect(isOpen(story, story.questions.get('who')!)).toBe(true))));

  it('tell nothing of answers in a correction that leaves them alone', () =>
    given(...takenBack, correct('asks', { text: en('Other words') }))
      .when(correct('answers', { text: en('Other words too') }))
      .then(tells({ changes: [expect.objectContaining({ field: 'text' })] })));

  it('open a question again whose answer, public before it, was killed', () =>
    given(...answered)
      .when(act.kill('answers'))
      .then(({ stream }) => {
        const story = [...publicHistory(recordedAs(stream))].at(-1)!;
        expect(isOpen(story, story.questions.get('who')!)).toBe(true);
      }));

  it('refuse a claim of a development whose embargo is over, but which is not released', () =>
    given(open, record('a', { ...saysTalks, ...until('2016-12-01T08:30') }), act.kill('a'))
      .when(record('b', { assertions: asserts(['talks']) }, { at: at('2016-12-01T09:00') }))
      .then(refused('claim-not-public')));

  it.each(['safety', 'legal', 'privacy', 'wrong'] as const)(
    'killed on grounds of %s, come back at the end of an embargo only where they were merely wrong',
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
