import type { DevelopmentInput } from '../facts/development.js';
import type { LinkInput } from '../facts/attribution.js';
import type { Party } from '../facts/party.js';
import {
  again,
  ALEPPO,
  by,
  CLAIMS,
  en,
  four,
  judge,
  official,
  open,
  ORIGINS,
  record,
  saying,
  says,
  unnamed,
  withdraw,
} from '../testing/aleppo.js';
import { at, developmentIn, given, idOf, refused, rehearse, type Step } from '../testing/newsroom.js';
import {
  warningsOf,
  warningsOfCorrection,
  warningsOfDropped,
  warningsOfJudgement,
  warningsToCheck,
} from './warning.js';
import { warningsOfAllegation } from './referral.js';

const { talks } = CLAIMS;
const quiet = { significance: 'minor' as const };
const ft = by('financial-times');

/** The rules that cause warnings about a development that is recorded last. */
function rules(input: Partial<DevelopmentInput>, ...before: readonly Step[]): readonly string[] {
  const rehearsal = rehearse([open, ...before, record('last', { ...quiet, ...input })]);
  const warnings = warningsOf(rehearsal.story, developmentIn(rehearsal, 'last').development);
  for (const { source, message } of warnings) {
    expect(source).toMatch(/Reuters|AP|BBC|Dateline/);
    expect(message).toMatch(/^[A-Z].*\.$/);
  }
  // Most steps here have the same words, one minute apart.
  return warnings.map((w) => w.rule).filter((rule) => rule !== 'double-entry');
}

describe('the rules of the trade', () => {
  it('never say “sources” for one source', () => {
    const text = en('Sources say that talks take place.');
    expect(rules({ text, attribution: [[ft, official]] })).toEqual(['plural-for-one-source']);
    expect(rules({ text: { fr: 'Des responsables le disent.' }, attribution: [[ft, official]] })).toEqual([
      'plural-for-one-source',
    ]);
    expect(rules({ text, attribution: [[ft, four]] })).toEqual([]);
    expect(
      rules({
        text,
        attribution: [
          [ft, official],
          [by('ria-novosti'), unnamed('a diplomat', null)],
        ],
      }),
    ).toEqual([]);
    expect(
      rules({ text: en('One source says so; resources are short.'), attribution: [[ft, official]] }),
    ).toEqual([]);
  });

  it('count one source once, through any number of outlets', () => {
    const attribution = [
      [by('ria-novosti'), official],
      [by('gazeta-ru'), by('ria-novosti'), again(ORIGINS.official)],
    ];
    expect(rules({ text: en('Sources confirm the talks.'), attribution })).toEqual(['plural-for-one-source']);
  });

  it('take an unnamed source for facts, not for opinions', () => {
    expect(rules({ kind: 'statement', attribution: [[ft, official]] })).toEqual(['unnamed-for-facts-only']);
    expect(
      rules({ attribution: [[ft, official]], claims: [talks], assertions: says('qualifies', ['talks']) }),
    ).toEqual(['unnamed-for-facts-only']);
    expect(rules({ kind: 'statement', attribution: [[ft, by('zakharova')]] })).toEqual([]);
  });

  it('ask for an approver, but not for a source off the record', () => {
    const source = (groundRules: 'background' | 'offTheRecord') =>
      unnamed('a diplomat in Ankara', null, { approvedBy: null, groundRules });
    expect(rules({ attribution: [[ft, source('background')]] })).toEqual(['unnamed-needs-approver']);
    expect(rules({ attribution: [[ft, source('offTheRecord')]], release: 'held' })).toEqual([]);
  });

  it.each([
    ['a source', true],
    ['Officials', true],
    ['une responsable', true],
    ['people', true],
    ['a senior opposition official', false],
    ['four members of the opposition', false],
  ])('check whether the descriptor “%s” says why the source would know', (descriptor, vague) =>
    expect(rules({ attribution: [[ft, unnamed(descriptor, null)]] })).toEqual(
      vague ? ['unnamed-needs-descriptor'] : [],
    ),
  );

  it('do not allow that our unnamed source is reported to decline comment, in either order', () => {
    const declines = {
      attribution: [[ft, again(ORIGINS.four)]],
      assertions: says('declinesComment', ['talks']),
    };
    expect(rules(declines, ALEPPO.secretTalks)).toEqual(['unnamed-not-said-to-decline']);
    const begun = record('begun', { claims: [talks], assertions: says('declinesComment', ['talks']) });
    const speaks = {
      attribution: [[ft, again(ORIGINS.four)]],
      claims: [CLAIMS.contacts],
      assertions: says('asserts', ['contacts']),
    };
    expect(rules(speaks, begun)).toEqual(['unnamed-not-said-to-decline']);
    expect(
      rules(
        { attribution: [[ft, by('turkey')]], assertions: says('declinesComment', ['talks']) },
        ALEPPO.secretTalks,
      ),
    ).toEqual([]);
  });

  describe('of referral', () => {
    const whispered = {
      attribution: [[ft, four]],
      claims: [talks],
      assertions: says('asserts', ['talks']),
      text: en('General Makhmoud sold shells to both camps.'),
    };
    const makhmoud = { id: 'makhmoud', name: 'Ali Makhmoud', side: null, speaksFor: null };
    const messages = (
      input: Partial<DevelopmentInput>,
      before: readonly Step[] = [],
      party: Omit<Party, 'id' | 'name' | 'side' | 'speaksFor'> = { type: 'person' },
    ): readonly string[] => {
      const rehearsal = rehearse([open, ...before, record('last', { ...whispered, ...input })]);
      const directory = { parties: new Map([['makhmoud', { ...makhmoud, ...party }]]) };
      return warningsOf(rehearsal.story, developmentIn(rehearsal, 'last').development, directory)
        .filter(({ rule }) => rule === 'serious-allegation-referral')
        .map(({ message }) => message);
    };
    const alleged = { ...talks, allegation: true as const };

    it('warn if only one unnamed source accuses a named person', () => {
      expect(messages({})).toEqual([
        'Claim talks rests on one unnamed source alone, and Ali Makhmoud is named. If it is a serious allegation, mark the claim as one and refer it before it is published.',
      ]);
      expect(messages({ significance: 'key' })).toHaveLength(1);
      expect(messages({ text: en('Les obus de Makhmoud') })).toHaveLength(1);
      const claims = [{ ...talks, text: en('Makhmoud sold shells') }];
      expect(messages({ claims, text: en('Shells were sold.') })).toHaveLength(1);
      const alias = { type: 'person' as const, aliases: ['the Butcher'] };
      expect(messages({ text: en('The Butcher’s shells') }, [], alias)).toHaveLength(1);
    });

    it('do not warn if nobody is named, it is minor, others say so too, or the person speaks', () => {
      expect(messages({ text: en('Shells were sold to both camps.') })).toEqual([]);
      for (const words of [
        'Ali Baba sold shells.',
        'It was a makhmoud of a day.',
        'Makhmoudovitch sold shells.',
      ])
        expect(messages({ text: en(words) })).toEqual([]);
      for (const words of [
        'Makhmouds sold shells.',
        'MAKHMOUD sold shells.',
        'Махмуд и Makhmoudov sold shells.',
      ])
        expect(messages({ text: en(words) })).toHaveLength(1);
      expect(messages({}, [], { type: 'group' })).toEqual([]);
      expect(messages(quiet)).toEqual([]);
      expect(messages({ claims: [] }, [saying('first', [by('moscow')], 'asserts', talks)])).toEqual([]);
      expect(messages({ attribution: [[by('moscow')]] })).toEqual([]);
      const text = en('Zakharova: shells were sold, and others say so.');
      expect(
        messages({
          text,
          attribution: [
            [ft, four],
            [ft, by('zakharova')],
          ],
        }),
      ).toEqual([]);
    });

    it('warn about an allegation until more than one named source supports it', () => {
      const claims = [alleged];
      const warnedOf = (rests: string) => [
        `Claim talks is an allegation and rests on ${rests} alone: refer it before it is published.`,
      ];
      const text = en('Shells were sold.');
      expect(messages({ claims, text })).toEqual(warnedOf('one unnamed source'));
      expect(messages({ claims, text, ...quiet })).toEqual(warnedOf('one unnamed source'));
      expect(messages({ claims, text, attribution: [[by('moscow')]] })).toEqual(warnedOf('one source'));
      const first = saying('first', [ft, unnamed('a diplomat', null)], 'asserts', alleged);
      expect(messages({ claims: [], text }, [first])).toEqual(warnedOf('unnamed sources'));
      const named = saying('named', [by('moscow')], 'asserts', alleged);
      expect(messages({ claims: [], text }, [named])).toEqual([]);
      // A claim keeps the mark when it is named again without it.
      expect(messages({ text }, [first])).toEqual(warnedOf('unnamed sources'));
    });

    it('treat rumours and unverified documents as unnamed sources', () => {
      const warnedOf = (rests: string) => [
        `Claim talks is an allegation and rests on ${rests} alone: refer it before it is published.`,
      ];
      const rumour: LinkInput = {
        rumour: { origin: null, descriptor: en('Messages shared on phones') },
        standing: null,
      };
      const text = en('Shells were sold.');
      expect(messages({ claims: [alleged], text, attribution: [[rumour]] })).toEqual(warnedOf('a rumour'));
      expect(messages({ attribution: [[rumour]] })).toEqual([
        expect.stringContaining('rests on a rumour alone, and Ali Makhmoud is named'),
      ]);
    });

    it('do not warn if an allegation is only answered, or judged', () => {
      const first = saying('first', [ft, four], 'asserts', alleged);
      const again_ = { claims: [], attribution: [[ft, again(ORIGINS.four)]] };
      expect(messages({ ...again_, assertions: says('denies', ['talks']) }, [first])).toEqual([]);
      expect(messages(again_, [first])).toHaveLength(1);
      expect(messages(again_, [first, judge('j', 'talks', 'verified')])).toEqual([]);
      expect(messages(again_, [first, judge('j', 'talks', 'unproven')])).toHaveLength(1);
    });

    it('warn when a correction marks a claim, which the public does not see', () => {
      const mark = (allegation: boolean): Step => ({
        ref: `mark-${allegation}`,
        command: {
          type: 'correct-claim',
          claim: 'talks',
          changes: { allegation },
          withhold: [],
          reason: 'x',
        },
      });
      const rehearsal = rehearse([open, record('first', whispered), mark(true)]);
      expect(rehearsal.story.claims.get('talks')!.claim.allegation).toBe(true);
      expect(warningsOfAllegation(rehearsal.story, rehearsal.story.claims.get('talks')!)).toHaveLength(1);
      const back = rehearse([open, record('first', whispered), mark(true), mark(false)]);
      expect(back.story.claims.get('talks')!.claim).toEqual(talks);
      expect(rehearse([open, record('first', whispered), mark(false)]).events).toHaveLength(2);
      given(open, record('first', whispered))
        .when(record('other', { ...whispered, claims: [alleged] }))
        .then(refused('claim-exists'));
    });
  });

  it('require an attribution in the text if only an interested party says so', () => {
    const moscow = {
      attribution: [[by('moscow', 'principal')]],
      claims: [talks],
      assertions: says('asserts', ['talks']),
    };
    expect(rules({ ...moscow, text: en('Half of it has been retaken.') })).toEqual([
      'interested-party-attributed',
    ]);
    expect(rules({ ...moscow, text: en('Half of it has been retaken, says Moscow.') })).toEqual([]);
  });

  it('find the interested party in any inflection, and by its body', () => {
    const spoken = (by_: string, text: string) =>
      rules({
        attribution: [[by(by_, 'principal')]],
        claims: [talks],
        assertions: says('asserts', ['talks']),
        text: en(text),
      });
    expect(spoken('russian-foreign-ministry', 'The Foreign Ministry’s count is higher.')).toEqual([]);
    expect(spoken('russian-foreign-ministry', 'Ministries of the west count more.')).toEqual([
      'interested-party-attributed',
    ]);
    expect(spoken('zakharova', 'Russia’s foreign ministry counts more.')).toEqual([]);
    expect(spoken('zakharova', 'ZAKHAROVA counts more.')).toEqual([]);
    expect(spoken('turkey', 'Turkish officials count more.')).toEqual([]);
    expect(spoken('turkey', 'Ankara counts more.')).toEqual(['interested-party-attributed']);
  });

  it('find the interested party and its body by their other names', () => {
    const rehearsal = rehearse([
      open,
      record('last', {
        ...quiet,
        attribution: [[by('zakharova', 'principal')]],
        claims: [talks],
        assertions: says('asserts', ['talks']),
        text: en('Smolenskaya Square counts more.'),
      }),
    ]);
    const { development } = developmentIn(rehearsal, 'last');
    const found = (id: string, aliases: readonly string[]) => {
      const party = { id, name: id, type: 'group' as const, side: null, speaksFor: null, aliases };
      const directory = { parties: new Map([[id, party]]) };
      return warningsOf(rehearsal.story, development, directory).map(({ rule }) => rule);
    };
    expect(found('zakharova', [])).toEqual(['interested-party-attributed']);
    expect(found('zakharova', ['the spokeswoman', 'Smolenskaya Square'])).toEqual([]);
    expect(found('russian-foreign-ministry', ['Smolenskaya Square'])).toEqual([]);
    expect(found('turkey', ['Smolenskaya Square'])).toEqual(['interested-party-attributed']);
  });

  it('require a declared side for a principal', () => {
    const spoken = {
      claims: [talks],
      assertions: says('asserts', ['talks']),
      text: en('Washington says so.'),
    };
    expect(rules({ ...spoken, attribution: [[by('washington', 'principal')]] })).toEqual([
      'principal-without-side',
    ]);
    expect(rules({ ...spoken, attribution: [[by('washington')]] })).toEqual([]);
    expect(
      rules({ ...spoken, attribution: [[by('moscow', 'principal')]], text: en('Moscow says so.') }),
    ).toEqual([]);
  });

  it('warn if an origin takes back something that it does not support any more', () => {
    const back = { attribution: [[by('moscow')]], assertions: says('takesBack', ['talks']) };
    const said = saying('said', [by('moscow')], 'asserts', talks);
    const silent = saying('said', [by('moscow')], 'declinesComment', talks);
    expect(rules(back, said)).toEqual([]);
    expect(rules(back, said, record('first', back))).toEqual(['takes-nothing-back']);
    expect(rules(back, said, withdraw('said', 'talks', 'us'))).toEqual(['takes-nothing-back']);
    expect(rules(back, silent)).toEqual(['takes-nothing-back']);
  });

  it('warn about a change of verdict, with the earlier one', () => {
    const said = saying('said', [by('moscow')], 'asserts', talks);
    const warned = (...judging: readonly Step[]) => {
      const rehearsal = rehearse([open, said, ...judging]);
      return warningsOfJudgement(rehearsal.story, { id: idOf('last'), claim: 'talks' });
    };
    const before = { ...judge('r', 'talks', 'refuted'), at: at('2016-12-02T10:00') };
    expect(warned(judge('last', 'talks', 'verified'))).toEqual([]);
    expect(warned(before, judge('last', 'talks', 'refuted', 'another'))).toEqual([]);
    expect(warned(before, judge('last', 'talks', 'misleading'))).toMatchObject([
      {
        rule: 'verdict-changed',
        message: expect.stringMatching(/^This newsroom found claim talks refuted on 2016-12-02 .*misleading/),
      },
    ]);
  });

  it('require a notice for a correction', () => {
    expect(warningsOfCorrection('correction', null).map((w) => w.rule)).toEqual(['correction-says-what']);
    expect(warningsOfCorrection('correction', en('We had the share wrong.'))).toEqual([]);
    expect(warningsOfCorrection('refile', null)).toEqual([]);
  });

  it('warn if a text loses a language, or if a translation is out of date', () => {
    expect(warningsOfDropped('text', { en: 'a', fr: 'b' }, { en: 'c' })).toMatchObject([
      { rule: 'language-dropped', message: expect.stringContaining('no longer there in fr') as string },
    ]);
    expect(warningsOfDropped('text', { en: 'a' }, { en: 'b', fr: 'c' })).toEqual([]);
    const toCheck = { fr: { translated: true, toCheck: true } };
    expect(warningsToCheck('lede', {}, toCheck)).toMatchObject([
      { rule: 'translation-to-check', message: expect.stringContaining('The lede in fr') as string },
    ]);
    expect(warningsToCheck('lede', toCheck, toCheck)).toEqual([]);
    expect(warningsToCheck('lede', toCheck, {})).toEqual([]);
  });

  it('warn once about one thing', () => {
    const attribution = [
      [ft, unnamed('a source', null)],
      [by('ria-novosti'), unnamed('a person', null)],
    ];
    expect(rules({ attribution })).toEqual(['unnamed-needs-descriptor']);
  });

  it('do not warn about a report that follows them', () =>
    expect(rules({ attribution: [[ft, four]] })).toEqual([]));
});
