import fc from 'fast-check';
import { evolve } from '../evolve/evolve.js';
import { eventOfPart } from '../evolve/parts-of-correction.js';
import { publicHistory } from '../public/redaction.js';
import { emptyStory, type Story } from '../state/story.js';
import {
  by,
  correctTogether,
  en,
  kill,
  open,
  proposition,
  record,
  remove,
  says,
  surrendered,
} from '../testing/aleppo.js';
import { moves, plain, play } from '../testing/histories.js';
import { claim, given, idOf, made, nothing, send, rehearse, type Step } from '../testing/newsroom.js';

const counted = {
  ...surrendered,
  text: en('43 fighters surrendered'),
  figure: { ...surrendered.figure!, count: 43 },
};
const begun = [
  open,
  {
    command: { type: 'headline', headline: en('43 fighters surrender'), release: 'now' },
  } satisfies Step,
  record('count', {
    text: en('RIA Novosti says that 43 fighters surrendered.'),
    attribution: [[by('ria-novosti')]],
    claims: [counted],
    assertions: says('asserts', [counted.id]),
  }),
  record('other', { text: en('The 43 are held.'), attribution: [[by('ria-novosti')]] }),
];
const parts = {
  notice: en('The number was wrong.'),
  headline: en('34 fighters surrender'),
  claims: [
    {
      claim: counted.id,
      changes: { text: en('34 fighters surrendered'), figure: { ...counted.figure, count: 34 } },
      withhold: [],
    },
  ],
  developments: [
    {
      development: idOf('count'),
      changes: { text: en('RIA Novosti says that 34 fighters surrendered.') },
      withhold: [],
    },
    { development: idOf('other'), changes: { text: en('The 34 are held.') }, withhold: [] },
  ],
};
const corrected = correctTogether('fix', parts);
const changed = (field: string, was: unknown, is: unknown) => ({ field, was, is, withheld: false });

describe('one mistake in several texts', () => {
  it('is corrected by one event with one entry in the record of corrections', () =>
    given(...begun)
      .when(corrected)
      .then(
        made({ type: 'StoryCorrected', correction: idOf('fix'), class: 'correction', notice: parts.notice }),
        claim(counted.id).flags('corrected'),
        ({ story }) => {
          expect(story.headline.text).toEqual(parts.headline);
          expect(story.claims.get(counted.id)!.claim.figure?.count).toBe(34);
          for (const { development, changes } of parts.developments)
            expect(story.developments.get(development)).toMatchObject({
              development: changes,
              corrections: 1,
              changedAt: story.revision,
            });
          expect([...story.corrections]).toEqual([
            {
              id: idOf('fix'),
              of: {
                parts: [
                  {
                    heading: 'headline',
                    changes: [changed('headline', en('43 fighters surrender'), parts.headline)],
                  },
                  {
                    claim: counted.id,
                    changes: [
                      changed('text', counted.text, en('34 fighters surrendered')),
                      changed('figure', counted.figure, { ...counted.figure, count: 34 }),
                    ],
                  },
                  {
                    development: idOf('count'),
                    changes: [
                      changed(
                        'text',
                        en('RIA Novosti says that 43 fighters surrendered.'),
                        en('RIA Novosti says that 34 fighters surrendered.'),
                      ),
                    ],
                  },
                  {
                    development: idOf('other'),
                    changes: [changed('text', en('The 43 are held.'), en('The 34 are held.'))],
                  },
                ],
              },
              class: 'correction',
              changes: [],
              notice: parts.notice,
              revision: story.revision,
              at: story.updatedAt,
            },
          ]);
        },
      ));

  it('is corrected only where it still is', () =>
    given(...begun, corrected)
      .when(correctTogether('again', { ...parts, lede: en('The 34 are held.') }))
      .then(({ story }) => {
        expect(story.corrections.last()!.of).toEqual({
          parts: [{ heading: 'lede', changes: [changed('lede', null, en('The 34 are held.'))] }],
        });
      }));

  it('is not corrected a second time', () =>
    given(...begun, corrected)
      .when(correctTogether('again', parts))
      .then(nothing));

  it('is corrected as a whole or not at all', () => {
    const { story } = rehearse(begun);
    const [count, other] = parts.developments;
    const refusals = [
      { developments: [count!, { ...other!, changes: { text: en('x'), answers: ['nothing'] } }] },
      { developments: [{ ...other!, development: idOf('nothing') }] },
      { developments: [count!, { ...other!, withhold: ['place'] }] },
      { claims: [{ ...parts.claims[0]!, changes: { figure: null } as never }] },
      { claims: [{ ...parts.claims[0]!, claim: 'nothing' }] },
      { headline: en(' ') },
      { reason: '' },
    ].map((more) => send({ story, events: [] }, correctTogether('fix', { ...parts, ...more })).refusal);
    expect(refusals.map((refusal) => [refusal?.code, refusal?.pointer])).toEqual([
      ['question-unknown', '/developments/1/changes/answers/0'],
      ['development-unknown', '/developments/0/development'],
      ['field-unknown', '/developments/1/withhold/0'],
      ['claim-kind-mismatch', '/claims/0/changes'],
      ['claim-unknown', '/claims/0/claim'],
      ['text-missing', '/headline'],
      ['reason-missing', '/reason'],
    ]);
  });

  it('checks a development against the corrected claim that it lists', () =>
    given(...begun)
      .when(
        correctTogether('fix', {
          claims: [{ claim: counted.id, changes: { text: en('34 fighters surrendered') }, withhold: [] }],
          developments: [
            {
              development: idOf('other'),
              changes: {
                claims: [{ ...counted, text: en('34 fighters surrendered') }],
                assertions: says('asserts', [counted.id]),
              },
              withhold: [],
            },
          ],
        }),
      )
      .then(({ refusal }) => expect(refusal).toBeNull()));

  it('gives new sources of two developments different origins', () => {
    const unnamed = { descriptor: en('an officer'), count: 1, side: null };
    const attribution = [
      [
        by('ria-novosti'),
        {
          unnamed: { ...unnamed, origin: null, groundRules: 'background', approvedBy: 'desk' },
          standing: null,
        },
      ],
    ] as never;
    const developments = ['count', 'other'].map((ref) => ({
      development: idOf(ref),
      changes: { attribution },
      withhold: [],
    }));
    const { story } = rehearse([...begun, correctTogether('fix', { developments })]);
    expect(story.sources.size).toBe(2);
  });

  it('adds only its final result to the history of a claim', () =>
    given(...begun)
      .when(
        correctTogether('fix', {
          ...parts,
          developments: [
            {
              development: idOf('count'),
              changes: { attribution: [[by('moscow')]], assertions: says('asserts', [counted.id]) },
              withhold: [],
            },
          ],
        }),
      )
      .then(claim(counted.id).flags('corrected'), ({ story }) => {
        const { current, history } = story.claims.get(counted.id)!;
        expect(history.length).toBe(2);
        expect(history.last()).toBe(current);
        expect(current.basis.supporting).toMatchObject([{ name: { und: 'Moscow' } }]);
      }));

  it('withholds the old values of each of its parts', () => {
    const [count, other] = parts.developments;
    const { events } = rehearse([
      ...begun,
      correctTogether('fix', {
        claims: [{ ...parts.claims[0]!, withhold: ['text'] }],
        developments: [{ ...count!, withhold: ['text'] }, other!],
      }),
    ]);
    const stories = [...publicHistory(events)];
    expect(plain(stories[2]!.developments.get(idOf('count'))!.development)).toMatchObject({
      text: count!.changes.text,
      claims: [{ text: en('34 fighters surrendered') }],
    });
    expect(JSON.stringify(plain(stories))).not.toMatch(/43 fighters surrendered/);
    expect(JSON.stringify(plain(stories.at(-1)!.corrections))).toMatch(/The 43 are held/);
  });
});

describe('a removed joint correction', () => {
  const instead = en('Removed');
  const { events } = rehearse([...begun, corrected, remove({ correction: idOf('fix'), with: instead })]);
  const stories = [...publicHistory(events)];

  it('is removed in all of its parts, whatever the `asOf`', () => {
    for (const story of stories)
      expect(JSON.stringify(plain(storyOnly(story)))).not.toMatch(/43 fighters|The 43/);
    expect(stories[1]!.headline.text).toEqual(parts.headline);
    expect(stories[3]!.developments.get(idOf('other'))!.development.text).toEqual(en('The 34 are held.'));
  });

  it('keeps its position in the record, with the new notice', () => {
    const [entry] = [...stories.at(-1)!.corrections];
    expect(entry).toMatchObject({ id: idOf('fix'), notice: instead });
    const { parts: left } = entry!.of as { parts: readonly { changes: readonly object[] }[] };
    expect(left).toHaveLength(4);
    for (const { changes } of left)
      for (const one of changes) expect(one).toMatchObject({ was: null, withheld: true });
  });

  it('leaves no old value in the state of the desk', () => {
    const { story } = rehearse([...begun, corrected, remove({ correction: idOf('fix'), with: instead })]);
    expect(JSON.stringify(plain([story.headings, story.corrections]))).not.toMatch(/43/);
  });

  it('does not remove a later headline with the same words', () => {
    const again = { command: { type: 'headline', headline: en('43 fighters surrender'), release: 'now' } };
    const later = rehearse([
      ...begun,
      corrected,
      again as Step,
      remove({ correction: idOf('fix'), with: instead }),
    ]);
    expect([...publicHistory(later.events)].at(-1)!.headline.text).toEqual(en('43 fighters surrender'));
  });
});

describe('a joint correction with a killed development', () => {
  it('keeps its other parts', () => {
    const { events } = rehearse([...begun, corrected, kill('other')]);
    const entry = [...publicHistory(events)].at(-1)!.corrections.last()!;
    const { parts: left } = entry.of as { parts: readonly object[] };
    expect(left.map((part) => Object.keys(part)[0])).toEqual(['heading', 'claim', 'development']);
    expect(JSON.stringify(entry)).not.toMatch(/are held/);
  });

  it('has no entry if it corrected nothing else', () => {
    const fix = correctTogether('fix', { developments: [parts.developments[1]!] });
    const { events } = rehearse([...begun, fix, kill('other')]);
    expect([...publicHistory(events)].at(-1)!.corrections.length).toBe(0);
  });

  it('shows the replacement of a removed headline in the record too', () => {
    const removed = remove({ headline: en('43 fighters surrender'), with: en('Removed') });
    const { events, story } = rehearse([...begun, corrected, removed]);
    for (const { corrections } of [story, [...publicHistory(events)].at(-1)!])
      expect(corrections.at(0)!.of).toMatchObject({
        parts: [{ changes: [{ was: en('Removed'), is: parts.headline }] }, {}, {}, {}],
      });
  });
});

it('a joint correction keeps no words of a removed claim', () => {
  const named = record('named', { claims: [proposition('named', 'Jane Doe surrendered')] });
  const fix = correctTogether('fix', {
    headline: en('A headline'),
    claims: [{ claim: 'named', changes: { text: en('Jane Roe surrendered') }, withhold: [] }],
  });
  const { events, story } = rehearse([open, named, fix, remove({ claim: 'named', with: en('Removed') })]);
  for (const one of [story, ...publicHistory(events)].slice(0, 1).concat([...publicHistory(events)]))
    expect(JSON.stringify(plain([one.corrections, one.claims]))).not.toMatch(/Jane/);
});

describe('the law of joint corrections', () => {
  it('is that they equal separate corrections, one after the other, except in the record', () => {
    let compared = 0;
    fc.assert(
      fc.property(moves(12, 'correct-story', 'withhold-together'), (history) => {
        const { events, story } = play(history);
        let apart = emptyStory;
        for (const recorded of events) {
          const { event } = recorded;
          if (event.type !== 'StoryCorrected') {
            apart = evolve(apart, recorded);
            continue;
          }
          compared += 1;
          for (const part of event.parts)
            apart = evolve(apart, { ...recorded, event: eventOfPart(event, part, apart) });
        }
        expect(contentOf(story)).toEqual(contentOf(apart));
        const ids = [...story.corrections].map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

/** Without the record of corrections, and without changes of a status within one event. */
const contentOf = (story: Story): unknown => ({
  ...(plain(storyOnly(story)) as object),
  claims: plain(
    story.claims.map((state) => ({
      ...state,
      history: null as never,
      current: { ...state.current, revision: 0, since: 0 },
    })),
  ),
});

const storyOnly = (whole: Story): Omit<Story, 'corrections'> => {
  const { corrections: _, ...story } = whole;
  return story;
};
