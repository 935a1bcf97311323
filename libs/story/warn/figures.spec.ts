import type { Claim } from '../facts/claim.js';
import type { DevelopmentInput } from '../facts/development.js';
import { numbersIn } from '../facts/numbers-in-text.js';
import { by, CLAIMS, en, judge, kill, open, record, saying, says, surrendered } from '../testing/aleppo.js';
import { at, developmentIn, idOf, rehearse, type Step } from '../testing/newsroom.js';
import { warningsOf } from './warning.js';
import { warningsOfHeading, warningsOfHeadingsNow } from './figures.js';
import type { Warning } from './warning-form.js';

const dead = (id: string, count: number | null, more: Partial<NonNullable<Claim['figure']>> = {}): Claim => ({
  ...surrendered,
  id,
  text: en(`Dead by ${id}`),
  figure: { ...surrendered.figure!, variable: 'dead', what: 'dead', comparator: '=', count, ...more },
});
const NEW = ['double-entry', 'number-differs'];
/** The warnings by these rules about a development that is recorded last. */
function warned(input: Partial<DevelopmentInput>, ...before: readonly Step[]): readonly Warning[] {
  const rehearsal = rehearse([open, ...before, record('last', { significance: 'minor', ...input })]);
  const found = warningsOf(rehearsal.story, developmentIn(rehearsal, 'last').development);
  for (const { message } of found) expect(message).toMatch(/^[A-Z].*: .*\.$/);
  return found.filter(({ rule }) => NEW.includes(rule));
}
const rules = (...of: Parameters<typeof warned>): readonly string[] => warned(...of).map((w) => w.rule);

describe('the numbers of a text', () => {
  it.each<[string, readonly number[]]>([
    ['At least 34,000 people left, 802 of them on foot', [34_000, 802]],
    ['34 000 personnes, 34 000, 34’000', [34_000, 34_000, 34_000]],
    ['1.2 million people; 3 milliards d’euros', [1_200_000, 3_000_000_000]],
    ['قتل ٢١ شخصا', [21]],
    ['At 9:30 and 18h05, on 2016-12-01, 1/12/2016, 12 December and December 12', []],
    ['le 3 décembre, le 1er mai, at 9 a.m., in 1998 and 2016', []],
    ['A B-52 and an H5N1 strain on the A7', []],
    ['Rose 2.5 per cent', [2.5]],
    ['', []],
  ])('%s', (text, values) => expect(numbersIn(text).map((n) => n.values[0])).toEqual(values));

  it('may be ambiguous', () => expect(numbersIn('34.000')[0]!.values).toEqual([34_000, 34]));
});

describe('a number in a text', () => {
  const claims = [dead('first', 21)];
  it.each<[string, Claim[], boolean]>([
    ['Twelve are dead, 12 officials say', claims, true],
    ['The toll is 21', claims, false],
    ['The toll is 21, 3 of them children', claims, false],
    ['Twenty-one are dead', claims, false],
    ['At 9:30 the toll rose', claims, false],
    ['34.000 are dead', [dead('first', 34_000)], false],
    ['1.2 million are dead', [dead('first', 1_234_567)], false],
    ['About 20 are dead', [dead('first', 21, { comparator: '~' })], false],
    ['Between 20 and 30 are dead', [dead('first', null, { low: 20, high: 30 })], false],
    ['21 dead, 40 hurt', [dead('first', 21), dead('hurt', 400)], true],
  ])('that differs from the figure causes a warning: %s', (text, of, differs) =>
    expect(rules({ kind: 'figure', text: en(text), claims: of })).toEqual(differs ? ['number-differs'] : []),
  );

  it('is in the warning, with the pointer and the figure', () =>
    expect(warned({ kind: 'figure', text: { fr: 'On compte 12 morts' }, claims })).toMatchObject([
      { pointer: '/text/fr', message: expect.stringMatching(/12.*claim first is 21/) },
    ]));

  it('of another claim that the development names causes no warning', () =>
    expect(
      rules(
        {
          kind: 'figure',
          text: en('The toll is not 12'),
          claims,
          assertions: says('denies', ['before']),
        },
        record('before', { claims: [dead('before', 12)] }),
      ),
    ).toEqual([]));
});

describe('a probable double entry', () => {
  const text = en('Moscow says that talks are held.');
  const first = record('first', { text }, at('2016-12-01T10:00'));
  const again = (minute: string, more: Partial<DevelopmentInput> = {}): readonly Step[] => [
    first,
    record(
      'again',
      { significance: 'minor', text: en('moscow says, that talks are held'), ...more },
      at(minute),
    ),
  ];
  const found = (steps: readonly Step[]): readonly Warning[] => {
    const rehearsal = rehearse([open, ...steps]);
    return warningsOf(rehearsal.story, developmentIn(rehearsal, 'again').development).filter(
      ({ rule }) => rule === 'double-entry',
    );
  };

  it('is the same text within ten minutes, whatever its case and punctuation', () => {
    expect(found(again('2016-12-01T10:10'))).toMatchObject([
      { pointer: '/text', message: expect.stringContaining(idOf('first')) },
    ]);
    expect(found(again('2016-12-01T10:11'))).toEqual([]);
    expect(found(again('2016-12-01T10:05', { text: en('Moscow says more.') }))).toEqual([]);
  });

  it('is the same stance of one origin on one claim', () => {
    const by1 = { attribution: [[by('financial-times'), by('moscow')]] };
    const said = record(
      'said',
      { ...by1, claims: [CLAIMS.talks], assertions: says('asserts', ['talks']) },
      at('2016-12-01T10:01'),
    );
    const other = (stance: 'asserts' | 'denies', party = 'moscow'): readonly Step[] => [
      said,
      record(
        'again',
        {
          text: en('Otherwise put.'),
          attribution: [[by('ria-novosti'), by(party)]],
          assertions: says(stance, ['talks']),
        },
        at('2016-12-01T10:03'),
      ),
    ];
    expect(found(other('asserts'))).toMatchObject([{ pointer: '/assertions' }]);
    expect(found(other('denies'))).toEqual([]);
    expect(found(other('asserts', 'turkey'))).toEqual([]);
  });

  it('does not exist if the first was taken back', () =>
    expect(
      found([first, { ...kill('first'), at: at('2016-12-01T10:01') }, ...again('2016-12-01T10:02').slice(1)]),
    ).toEqual([]));
});

describe('a headline or lede', () => {
  const later = (id: string, count: number, day: string): Claim => ({
    ...dead(id, count),
    occurred: { edtf: day, from: at(`${day}T00:00`), to: at(`${day}T23:59`) },
  });
  const by1 = { attribution: [[by('turkey')]] };
  const tolls = [
    open,
    record('one', {
      ...by1,
      claims: [later('first', 21, '2016-11-28')],
      assertions: says('asserts', ['first']),
    }),
    record('two', {
      ...by1,
      claims: [later('second', 24, '2016-11-29')],
      assertions: says('asserts', ['second']),
    }),
  ];
  const of = (steps: readonly Step[], text: string): readonly Warning[] =>
    warningsOfHeading(rehearse(steps).story, 'headline', en(text));

  it.each([
    ['21 dead after the quake', true],
    ['24 dead after the quake', false],
    ['Dead are counted after the quake', false],
    ['Turkey: 21 dead after the quake', false],
    ['Not 21 but 24 dead after the quake', false],
    ['21 dead after the quake; no warning was given', true],
    ['24 dead after the quake, 21 streets closed', false],
  ])('with a replaced figure causes a warning: %s', (text, warns) => {
    const found = of(tolls, text);
    expect(found.map((w) => w.rule)).toEqual(warns ? ['heading-out-of-date'] : []);
  });

  it('causes a warning when an event makes it wrong: a development, a judgement, a withdrawal', () => {
    const headed = (text: string): Step => ({
      command: { type: 'headline', headline: en(text), release: 'now' },
    });
    const now = (steps: readonly Step[], ...touched: string[]): readonly Warning[] => {
      const { story } = rehearse(steps);
      return warningsOfHeadingsNow(story, touched, story.revision);
    };
    const [begun, first, second] = tolls as [Step, Step, Step];
    const before = [begun, first, headed('21 dead after the quake')];
    expect(now(before, 'first')).toEqual([]);
    const after = now([...before, second], 'second');
    expect(after).toMatchObject([
      { message: expect.stringMatching(/^The headline .* first, .* second .*24/) },
    ]);
    expect(after[0]).not.toHaveProperty('pointer');
    // One warning is enough: later events give no other.
    expect(now([...before, second, headed('21 dead after the strong quake')], 'second')).toEqual([]);
    expect(now([begun, first, headed('The quake is over'), second], 'second')).toEqual([]);
    const talks = { ...CLAIMS.talks, text: en('Russia and Syrian rebels hold secret talks') };
    const said = saying('said', [by('moscow')], 'asserts', talks);
    const heard = [open, said, headed('Russia and Syrian rebels hold secret talks')];
    expect(now([...heard, judge('found', 'talks', 'refuted')], 'talks')).toHaveLength(1);
    expect(now([...heard, judge('found', 'talks', 'verified')], 'talks')).toEqual([]);
  });

  it('causes a warning with its pointer and the present figure', () =>
    expect(of(tolls, '21 dead after the quake')).toMatchObject([
      { pointer: '/headline/en', message: expect.stringMatching(/claim first, .*claim second .*24/) },
    ]));

  it.each([
    ['Russia and Syrian rebels hold secret talks', true],
    ['Report of secret talks of Russia and Syrian rebels was false', false],
    ['Moscow: Russia and Syrian rebels hold secret talks', false],
    ['Aleppo waits', false],
  ])('with the words of a refuted claim causes a warning: %s', (text, warns) => {
    const talks = { ...CLAIMS.talks, text: en('Russia and Syrian rebels hold secret talks') };
    const steps = [
      open,
      record('one', {
        attribution: [[by('moscow')]],
        claims: [talks],
        assertions: says('asserts', ['talks']),
      }),
      judge('found', 'talks', 'refuted'),
    ];
    expect(of(steps, text).map((w) => w.rule)).toEqual(warns ? ['heading-out-of-date'] : []);
  });
});
