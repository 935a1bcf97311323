import { forgotten } from '../public/forgetting.js';
import { publicHistory } from '../public/redaction.js';
import type { Summary } from '../values/summary.js';
import { pointsShown } from '../state/points-shown.js';
import {
  by,
  en,
  kill,
  open,
  proposition,
  record,
  reinstate,
  remove,
  saying,
  says,
} from '../testing/aleppo.js';
import { given, idOf, made, nothing, rehearse, type Outcome, type Step } from '../testing/newsroom.js';
import { warningsOfSummary } from '../warn/figures.js';
import { whatStays } from '../state/what-stays.js';

const talks = proposition('talks', 'Talks are held in Ankara');
const said = (more: object = {}) =>
  record('said', {
    attribution: [[by('financial-times'), by('moscow', 'principal')]],
    claims: [talks],
    assertions: says('asserts', ['talks']),
    ...more,
  });
const pin = (text: string, ...points: Summary['points']): Step => ({
  command: { type: 'summary', summary: { text: en(text), points } },
});
const unpin: Step = { command: { type: 'unpin-summary' } };
const about = (text: string, claim: string | null) => ({ text: en(text), claim });
const pinned = pin('Talks are held', about('Moscow says so', 'talks'), about('Nobody else does', null));
const POINTS = ['Moscow says so', 'Nobody else does'];

/** The points that readers see at the end of a history. */
const shown = (...steps: readonly Step[]): readonly string[] => {
  const story = [...publicHistory(rehearse([open, ...steps]).events)].at(-1)!;
  return pointsShown(story).map(({ text }) => text['en']!);
};

const refusedAt =
  (code: string, pointer: string) =>
  ({ refusal }: Outcome): void =>
    expect([refusal?.code, refusal?.pointer]).toEqual([code, pointer]);

describe('a summary', () => {
  it('is pinned with its points and replaced by another one; the same summary makes no event', () => {
    given(open, said())
      .when(pinned)
      .then(made({ type: 'SummaryPinned' }));
    given(open, said(), pinned).when(pinned).then(nothing);
    const { story } = rehearse([open, said(), pinned, pin('Talks were held')]);
    expect(story.summary).toMatchObject({ text: en('Talks were held'), points: [], revision: 3 });
  });

  it('is unpinned, and pinned again with the same words', () => {
    given(open, said(), pinned)
      .when(unpin)
      .then(made({ type: 'SummaryUnpinned' }));
    given(open, said()).when(unpin).then(nothing);
    given(open, said(), pinned, unpin)
      .when(pinned)
      .then(made({ type: 'SummaryPinned' }));
    expect(rehearse([open, said(), pinned, unpin]).story).toMatchObject({ summary: null, summaryAt: 3 });
  });

  it.each([
    ['no words', pin(' '), 'text-missing', '/text'],
    ['a point without words', pin('Talks', about('', null)), 'text-missing', '/points/0/text'],
    [
      'a claim that is none',
      pin('Talks', about('So', null), about('So', 'tolks')),
      'claim-unknown',
      '/points/1/claim',
    ],
  ] as const)('with %s is refused', (_, step, code, pointer) =>
    given(open, said()).when(step).then(refusedAt(code, pointer)),
  );

  it.each([
    ['held', [said({ release: 'held' })]],
    ['embargoed', [said({ release: { embargoedUntil: 32_472_144_000_000 } })]],
    ['killed', [said(), kill('said')]],
    [
      'killed, and only denied by others',
      [said(), saying('no', [by('washington')], 'denies', talks, false), kill('said')],
    ],
  ] as const)('does not name a claim that is %s', (_, steps) =>
    given(open, saying('other', [by('turkey')], 'asserts', proposition('other', 'Other')), ...steps)
      .when(pinned)
      .then(refusedAt('claim-not-public', '/points/0/claim')),
  );

  it('may name a claim of a killed development that another development asserts too', () =>
    given(open, said(), saying('too', [by('washington')], 'asserts', talks, false), kill('said'))
      .when(pinned)
      .then(made({ type: 'SummaryPinned' })));

  it('loses a point, whatever the `asOf`, while its claim is withheld, and for good on some grounds', () => {
    expect(shown(said(), pinned)).toEqual(POINTS);
    expect(shown(said(), pinned, kill('said'))).toEqual(POINTS.slice(1));
    const killed = rehearse([open, said(), pinned, kill('said', { grounds: 'privacy' })]).events;
    for (const story of publicHistory(killed))
      expect(JSON.stringify(pointsShown(story))).not.toContain('Moscow says so');
    expect(JSON.stringify(forgotten(killed))).not.toContain('Moscow says so');
    expect(JSON.stringify(forgotten(killed))).toContain('Nobody else does');
    expect(shown(said(), pinned, kill('said'), reinstate('said'))).toEqual(POINTS);
  });

  it('has the replacement text for a removed claim', () => {
    const removed = remove({ claim: 'talks', with: en('Removed') });
    expect(shown(said(), pinned, removed)).toEqual(['Removed', 'Nobody else does']);
    expect(JSON.stringify(forgotten(rehearse([open, said(), pinned, removed]).events))).not.toContain(
      'Moscow says',
    );
  });

  it('is removed as a whole, whatever the `asOf`', () => {
    const removed = remove({ summary: en('Talks are held'), with: en('Removed') });
    const { story, events } = rehearse([open, said(), pinned, pin('Another'), removed]);
    expect(story.summary?.text).toEqual(en('Another'));
    const then = [...publicHistory(events)][2]!;
    expect(then.summary).toMatchObject({ text: en('Removed'), points: [] });
    given(open, said(), pinned, removed).when(removed).then(nothing);
  });

  it('loses words that are removed from all texts', () =>
    expect(shown(said(), pinned, remove({ words: ['Moscow'], with: { und: '[…]' } }))).toEqual([
      '[…] says so',
      'Nobody else does',
    ]));

  it('is among the remaining texts if it repeats a killed development', () => {
    const { story } = rehearse([
      open,
      said(),
      pin('Ankara', about('They talk in Ankara, talks are held', null)),
      kill('said'),
    ]);
    expect(whatStays(story, idOf('said'), [])).toContainEqual({
      what: 'summary',
      id: '2',
      text: en('They talk in Ankara, talks are held'),
      through: [],
    });
  });

  it('causes a warning where it is out of date', () => {
    const gone = [
      open,
      said(),
      saying('back', [by('financial-times'), by('moscow', 'principal')], 'takesBack', talks, false),
    ];
    const of = (...steps: readonly Step[]) =>
      warningsOfSummary(rehearse(steps).story).map(({ rule, pointer }) => [rule, pointer]);
    expect(of(open, said(), pinned)).toEqual([]);
    expect(of(...gone, pin('Talks are held in Ankara'))).toEqual([['heading-out-of-date', '/text/en']]);
    expect(of(...gone, pin('Short', about('It is on', null), about('It is on', 'talks')))).toEqual([
      ['heading-out-of-date', '/points/1'],
    ]);
    expect(of(...gone, pin('Short', about('Moscow no longer says so', 'talks')))).toEqual([]);
  });
});
