import type { Claim, Figure } from '../facts/claim.js';
import type { FigureInput } from '../facts/development.js';
import { figureWords } from '../facts/figure-words.js';
import { by, day, kill, open, record, says } from '../testing/aleppo.js';
import { claimIn, given, idOf, refused, rehearse, type Step, type Rehearsal } from '../testing/newsroom.js';
import { whatStays } from '../state/what-stays.js';

const army = [by('syrian-army', 'principal')];
const moscow = [by('moscow', 'principal')];
const turkey = [by('turkey', 'principal')];

const dead = (count: number | null, more: Partial<Figure> = {}): Figure => ({
  variable: 'dead',
  what: 'people killed',
  of: null,
  unit: null,
  denominator: null,
  period: null,
  count,
  low: null,
  high: null,
  comparator: '=',
  ...more,
});
const claimOf = (id: string, text: Claim['text'], figure: Figure): Claim => ({
  id,
  kind: 'figure',
  text,
  occurred: null,
  place: { name: 'Aleppo', country: 'SY', geo: null },
  territory: null,
  figure,
});
const first = claimOf('toll', { en: '42 people were killed', fr: '42 personnes ont été tuées' }, dead(42));
const value = (more: Partial<FigureInput>): FigureInput => ({
  variable: 'dead',
  count: null,
  low: null,
  high: null,
  comparator: '=',
  unit: null,
  asOfWorld: null,
  text: null,
  stance: 'asserts',
  chains: null,
  ...more,
});
const counted = (ref: string, who: typeof army, ...figures: readonly Partial<FigureInput>[]): Step =>
  record(ref, { kind: 'figure', attribution: [who], figures: figures.map(value) });
const opened = [
  open,
  record('first', {
    kind: 'figure',
    attribution: [army],
    claims: [first],
    assertions: says('asserts', ['toll']),
  }),
];
const claimsOf = ({ story }: Rehearsal): readonly string[] => [...story.claimOrder];

describe('a running figure', () => {
  it('becomes a claim with an id and words for its value, in each language of the variable', () => {
    const rehearsal = rehearse([...opened, counted('second', army, { count: 57, comparator: '>=' })]);
    expect(claimIn(rehearsal, 'dead-57').claim).toEqual({
      ...claimOf(
        'dead-57',
        { en: 'At least 57 people were killed', fr: 'Au moins 57 personnes ont été tuées' },
        dead(57, { comparator: '>=' }),
      ),
    });
    expect(claimIn(rehearsal, 'dead-57').current.status).toBe('claimed');
    expect(rehearsal.events.at(-1)!.event).not.toHaveProperty('development.figures');
  });

  it('supersedes only earlier values of the same origin', () => {
    const rehearsal = rehearse([
      ...opened,
      counted('turkish', turkey, { count: 30 }),
      counted('second', army, { count: 57 }),
    ]);
    const flagged = claimsOf(rehearsal).filter((id) =>
      claimIn(rehearsal, id).current.flags.some(({ flag }) => flag === 'superseded'),
    );
    expect(flagged).toEqual(['toll']);
  });

  it('is the existing claim if another origin has the same value and no later one exists', () => {
    const rehearsal = rehearse([...opened, counted('turkish', turkey, { count: 42 })]);
    expect(claimsOf(rehearsal)).toEqual(['toll']);
    expect(claimIn(rehearsal, 'toll').current.status).toBe('confirmed');
    const back = rehearse(
      [counted('up', army, { count: 57 }), counted('down', army, { count: 42 })],
      rehearsal,
    );
    expect(claimsOf(back)).toEqual(['toll', 'dead-57', 'dead-42']);
  });

  it('has the given time: the same value for another time is another claim', () => {
    const on = (date: string) => ({ count: 42, asOfWorld: day(date) });
    const rehearsal = rehearse([
      ...opened,
      counted('a', army, on('2016-12-02')),
      counted('b', army, on('2016-12-03')),
      counted('c', turkey, on('2016-12-03')),
    ]);
    expect(claimsOf(rehearsal)).toEqual(['toll', 'dead-42', 'dead-42-2']);
    expect(claimIn(rehearsal, 'dead-42-2').claim.occurred).toEqual(day('2016-12-03'));
    expect(claimIn(rehearsal, 'dead-42-2').current.status).toBe('confirmed');
  });

  it('has the words of the editor if there are any', () => {
    const text = { en: 'The toll is 57' };
    const rehearsal = rehearse([...opened, counted('second', army, { count: 57, text })]);
    // In the given language; the others are generated.
    expect(claimIn(rehearsal, 'dead-57').claim.text).toEqual({ ...text, fr: '57 personnes ont été tuées' });
  });

  it('may occur several times in one development, once for each value', () => {
    const step = record('both', {
      attribution: [army, turkey],
      figures: [value({ count: 57, chains: [0] }), value({ count: 57, chains: [1] }), value({ low: 60 })],
    });
    const rehearsal = rehearse([...opened, step]);
    expect(claimsOf(rehearsal)).toEqual(['toll', 'dead-57', 'dead-60-or-more']);
    expect(claimIn(rehearsal, 'dead-57').current.status).toBe('confirmed');
  });

  it.each([
    [
      'a variable that nothing measures',
      { variable: 'ded', count: 1 },
      'variable-without-value',
      '/variable',
      'Near it: dead.',
    ],
    ['another unit', { count: 1, unit: 'km' }, 'unit-mismatch', '/unit', 'no unit'],
    ['no quantity', {}, 'quantity-missing', '', 'give a count'],
    ['bounds upside down', { low: 9, high: 3 }, 'range-inverted', '', 'above'],
    ['a chain that is not there', { count: 1, chains: [2] }, 'chain-unknown', '/chains/0', 'count from 0'],
  ] as const)('is refused with %s, and the refusal points at it', (_, figure, code, pointer, words) => {
    given(...opened)
      .when(counted('second', army, { count: 57 }, figure))
      .then(refused(code), ({ refusal }) => {
        expect(refusal!.pointer).toBe(`/figures/1${pointer}`);
        expect(refusal!.message).toContain(words);
      });
  });

  it('uses no words that are not public, unless it is on hold', () => {
    const hidden = record('first', {
      kind: 'figure',
      attribution: [army],
      claims: [first],
      assertions: says('asserts', ['toll']),
      release: 'held',
    });
    given(open, hidden)
      .when(counted('second', army, { count: 57 }))
      .then(refused('claim-not-public'));
    given(...opened, kill('first'))
      .when(counted('second', army, { count: 57 }))
      .then(refused('claim-not-public'));
    const onHold = record('second', {
      attribution: [army],
      figures: [value({ count: 57 })],
      release: 'held',
    });
    expect(claimsOf(rehearse([open, hidden, onHold]))).toEqual(['toll', 'dead-57']);
  });

  it('is among the remaining texts after a kill of the development with its words', () => {
    const rehearsal = rehearse([...opened, counted('second', turkey, { count: 57 }), kill('first')]);
    expect(whatStays(rehearsal.story, idOf('first'), [])).toEqual([
      {
        what: 'claim',
        id: 'dead-57',
        text: claimIn(rehearsal, 'dead-57').claim.text,
        through: [idOf('second')],
      },
    ]);
  });

  it('is not recorded twice by a repeated request', () => {
    const step = counted('second', moscow, { count: 57 });
    given(...opened, step)
      .when(step)
      .then(({ made }) => expect(made).toEqual([]));
  });
});

describe('the words of a value', () => {
  const words = (text: Claim['text'], was: Figure, is: Figure) => figureWords(is, { text, figure: was });

  it.each([
    [
      'keep the earlier ones with the new amount',
      '42 people were killed',
      dead(42),
      dead(1_234),
      '1,234 people were killed',
    ],
    [
      'take the comparator with the amount',
      'At least 42 people were killed',
      dead(42, { comparator: '>=' }),
      dead(57),
      '57 people were killed',
    ],
    [
      'have a range',
      'Some 42 people died',
      dead(42),
      dead(null, { low: 40, high: 60 }),
      'Some 40 to 60 people died',
    ],
    [
      'know a number without its comma',
      '1234 people were killed',
      dead(1_234),
      dead(2_345),
      '2,345 people were killed',
    ],
    [
      'are made where the earlier ones have another number',
      'On 3 May 42 were killed',
      dead(42),
      dead(57),
      'People killed: 57',
    ],
    [
      'are made where the earlier amount is not in them',
      'Dozens were killed',
      dead(42),
      dead(57),
      'People killed: 57',
    ],
    ['are made where one is not several', '42 people were killed', dead(42), dead(1), 'People killed: 1'],
    [
      'are made with the unit and what it is of',
      'Much',
      dead(4),
      dead(5, { unit: 'km', of: 'of the road' }),
      'People killed: 5 km, of the road',
    ],
  ])('%s', (_, text, was, is, expected) => {
    expect(words({ en: text }, was, is)).toEqual({ en: expected });
  });

  it('follow the custom of each language with a name for what is counted', () => {
    const earlier = { text: { en: 'Many', fr: 'Beaucoup', de: 'Viele', it: 'Tanti' }, figure: dead(4) };
    const inOthers = { en: 'People killed', fr: 'tués', de: 'Tote' };
    expect(figureWords(dead(12_345, { comparator: '>' }), earlier, inOthers)).toEqual({
      en: 'People killed: more than 12,345',
      fr: 'Tués : plus de 12\u202f345',
      de: 'Tote: > 12345',
    });
  });

  it('leave out a language without the amount and without that name', () => {
    const text = { fr: 'Beaucoup', en: '4 people were killed' };
    expect(words(text, dead(4), dead(5))).toEqual({ en: '5 people were killed' });
    expect(words({ fr: 'Beaucoup', en: 'Many' }, dead(4), dead(5))).toEqual({ fr: 'People killed : 5' });
  });

  it.each(['10,000', '10.000', '10 000', '10\u00a0000', '10\u202f000', '10’000', "10'000", '10000'])(
    'replace the amount in “%s people left”',
    (amount) => {
      for (const language of ['en', 'fr', 'de'])
        expect(Object.values(words({ [language]: `${amount} people left` }, dead(10_000), dead(34)))).toEqual(
          ['34 people left'],
        );
    },
  );

  it('do not replace a part of another number', () =>
    expect(words({ en: '110,000 people left' }, dead(10_000), dead(34))).toEqual({
      en: 'People killed: 34',
    }));
});
