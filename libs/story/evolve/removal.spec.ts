import fc from 'fast-check';
import type { Stance } from '../facts/stance.js';
import { fold } from './evolve.js';
import { publicHistory } from '../public/redaction.js';
import { replacedTexts, removingWords, withoutRemoved } from './removed-words.js';
import type { Removed } from '../values/removed.js';
import { claimsOf, emptyStory, questionsOf, type Story } from '../state/story.js';
import {
  by,
  correct,
  en,
  judge,
  kill,
  open,
  proposition,
  record,
  remove,
  saying,
  says,
  takeDown,
  unnamed,
} from '../testing/aleppo.js';
import { moves, plain, play } from '../testing/histories.js';
import { idOf, rehearse, type Step } from '../testing/newsroom.js';

const ft = by('financial-times');
const SECRET = 'Jane Doe';
const wordsOf = (value: unknown): string => JSON.stringify(plain(value));
const headline = (text: string): Step => ({
  command: { type: 'headline', headline: en(text), release: 'now' },
});
const lede = (text: string): Step => ({ command: { type: 'lede', lede: en(text), release: 'now' } });

/** Every part of a story that an editor writes, each with the name to remove. */
const named: readonly Step[] = [
  open,
  headline(`${SECRET} arrested`),
  lede(`Police hold ${SECRET}.`),
  record('planted', {
    text: { en: `A colleague of JANE  DÖE says so`, fr: `Un collègue de ${SECRET}` },
    attribution: [[ft, unnamed(`a friend of ${SECRET}`, 'opposition', { approvedBy: SECRET })]],
    claims: [
      proposition('suspect', `${SECRET} is the suspect`),
      {
        ...proposition('share', 'A share'),
        kind: 'figure',
        place: { name: `${SECRET}’s house`, country: null, geo: null },
        figure: {
          variable: 'shares',
          what: `shares of ${SECRET}`,
          of: null,
          unit: null,
          denominator: null,
          period: null,
          count: 1,
          low: null,
          high: null,
          comparator: '=',
        },
      },
    ],
    assertions: says('asserts', ['suspect', 'share']),
    raises: [{ id: 'q', text: en(`Where is ${SECRET}?`) }],
    place: { name: `${SECRET}-Platz`, country: null, geo: null },
    evidence: [
      { url: 'https://example.org/jane-doe', sha256: null, public: true },
      { url: 'https://example.org/other', sha256: null, public: true },
    ],
  }),
  correct(
    'planted',
    { text: { en: `${SECRET} was meant`, fr: null } },
    { notice: en(`We had ${SECRET} wrong`) },
  ),
  {
    ref: 'reworded',
    command: {
      type: 'correct-claim',
      claim: 'suspect',
      changes: { text: en(`It is ${SECRET}`) },
      withhold: [],
      reason: `As ${SECRET} says`,
    },
  },
  judge('v', 'suspect', 'verified', `Asked ${SECRET}`),
  headline('A suspect was arrested'),
  lede('Police hold a suspect.'),
];
const all: Removed = { words: ['jane doe'], with: { und: '[…]', fr: '[nom retiré]' } };

/** Without identifiers, which a removal does not change. */
const texts = (value: unknown): string => wordsOf(value).replaceAll('/jane-doe', '');

describe('removed words', () => {
  it('leave every text, whatever the `asOf`, their case, accents and spacing', () => {
    const { events } = rehearse([...named, remove(all)]);
    const found = /jane\W*d.?o/iu;
    expect(events.slice(0, -1).filter((e) => found.test(wordsOf(e.event).normalize('NFD'))).length).toBe(6);
    for (const event of withoutRemoved(events).slice(0, -1))
      expect(wordsOf(event).normalize('NFD')).not.toMatch(found);
    const stories = [...publicHistory(events)];
    for (const story of stories) expect(wordsOf(story).normalize('NFD')).not.toMatch(found);
    expect(stories[1]!.headline.text).toEqual(en('[…] arrested'));
    const { development } = stories[3]!.developments.get(idOf('planted'))!;
    expect(development.text).toEqual({ en: 'A colleague of […] says so', fr: 'Un collègue de [nom retiré]' });
    expect(development.evidence.map((e) => e.url)).toEqual(['https://example.org/other']);
  });

  it('leave the state of the desk as if no event had ever had them', () => {
    const { story, events } = rehearse([...named, remove(all)]);
    expect(texts(story)).not.toMatch(/jane doe/i);
    const never = fold(withoutRemoved(events), emptyStory);
    expect(plain(story)).toEqual(plain(never));
  });

  it('are given in public only by their positions', () => {
    const { events } = rehearse(named);
    const take = removingWords(all);
    const places = events.flatMap((e) => replacedTexts(e.event, take(e.event, e.revision), e.revision));
    expect(wordsOf(places)).not.toMatch(/jane\W*d.?o/iu);
    const removed = { places };
    for (const e of events)
      expect(removingWords(removed)(e.event, e.revision)).toEqual(take(e.event, e.revision));
    expect(places.map((p) => `${p.revision} ${p.pointer}`)).toContain('1 /headline/en');
  });
});

describe('a removed text', () => {
  const moments = (...steps: readonly Step[]): readonly Story[] => [
    ...publicHistory(rehearse([...named, ...steps]).events),
  ];
  const notice = en('Removed for somebody’s safety');

  it('may be a headline or a lede, in all of their history', () => {
    const stories = moments(
      remove({ headline: en(`${SECRET} arrested`), with: notice }),
      remove({ lede: en(`Police hold ${SECRET}.`), with: notice }),
    );
    expect(stories[1]!.headline.text).toEqual(notice);
    expect(stories[2]!.lede?.text).toEqual(notice);
    expect(stories.at(-1)!.headline.text).toEqual(en('A suspect was arrested'));
  });

  it('may be a claim, which keeps only its status', () => {
    const stories = moments(remove({ claim: 'suspect', with: notice }));
    for (const story of stories.slice(3)) {
      const state = story.claims.get('suspect')!;
      expect(state.claim).toMatchObject({ kind: 'proposition', text: notice, place: null });
      expect(wordsOf([claimsOf(story).map((c) => c.claim), [...story.corrections].slice(1)])).not.toMatch(
        /is the suspect|It is/,
      );
    }
    expect(stories[3]!.claims.get('suspect')!.current.status).toBe('reported');
  });

  it('may be a question', () => {
    const stories = moments(remove({ question: 'q', with: notice }));
    for (const story of stories.slice(3))
      expect(questionsOf(story).map((q) => q.question.text)).toEqual([notice]);
  });

  it('may be a correction, with the values before it', () => {
    const { events } = rehearse(named);
    const { correction } = events[4]!.event as { correction: string };
    const stories = moments(remove({ correction, with: notice }));
    expect(wordsOf(stories)).not.toMatch(/A colleague of|We had/);
    const entry = stories.at(-1)!.corrections.at(0)!;
    expect(entry.notice).toEqual(notice);
    expect(entry.changes).toMatchObject([{ field: 'text', was: null, withheld: true }]);
    expect(stories[3]!.developments.get(idOf('planted'))!.development.text).toEqual(
      en(`${SECRET} was meant`),
    );
  });
});

describe('a removed correction', () => {
  it('does not change a later correction of the same text', () => {
    const rehearsal = rehearse([
      open,
      record('a', { text: en('Twelve') }),
      { ...correct('a', { text: en('Thirteen') }), ref: 'first' },
      { ...correct('a', { text: en('Fourteen') }), ref: 'second' },
    ]);
    const [, , first] = rehearsal.events.map(({ event }) => event as { readonly correction: string });
    const { events } = rehearse([remove({ correction: first!.correction, with: en('Removed') })], rehearsal);
    const texts = [...publicHistory(events)].map(
      (s) => s.developments.get(idOf('a'))?.development.text['en'],
    );
    expect(texts).toEqual([undefined, 'Thirteen', 'Thirteen', 'Fourteen', 'Fourteen']);
    expect(fold(withoutRemoved(events), emptyStory).developments.get(idOf('a'))!.development.text).toEqual(
      en('Fourteen'),
    );
  });
});

describe('a value that a correction withholds', () => {
  it('is never shown: not in the text, the attribution or the reasons', () => {
    const said = proposition('books', 'The books are false');
    const { events } = rehearse([
      open,
      record('planted', {
        text: en('Accountant Doe says so'),
        attribution: [[ft, by('zakharova')]],
        claims: [said],
        assertions: says('asserts', ['books']),
      }),
      correct(
        'planted',
        { text: en('An accountant says so'), attribution: [[ft, unnamed('an accountant', null)]] },
        { withhold: ['text', 'attribution'] },
      ),
    ]);
    for (const story of publicHistory(events)) expect(wordsOf(story)).not.toMatch(/Doe|akharova/i);
    const [, before, after] = [...publicHistory(events)];
    expect(before!.developments.get(idOf('planted'))!.development.text).toEqual(en('An accountant says so'));
    expect(before!.claims.get('books')!.current.status).toBe(after!.claims.get('books')!.current.status);
  });

  it('is never shown for a claim', () => {
    const step: Step = {
      ref: 'c',
      command: {
        type: 'correct-claim',
        claim: 'talks',
        changes: { text: en('Talks are held') },
        withhold: ['text'],
        reason: 'A name',
      },
    };
    const { events } = rehearse([
      open,
      saying('a', [ft], 'asserts', proposition('talks', 'Doe holds talks')),
      step,
    ]);
    for (const story of publicHistory(events)) expect(wordsOf(story)).not.toContain('Doe');
  });
});

describe('a killed allegation', () => {
  const alleged = saying('a', [ft], 'asserts', proposition('suspect', 'N. N. is the suspect'));
  const answer = (stance: Stance): Step =>
    saying('b', [by('moscow')], stance, proposition('suspect', 'N. N. is the suspect'), false);
  const shown = (...steps: readonly Step[]): boolean =>
    wordsOf([...publicHistory(rehearse([open, ...steps]).events)]).includes('N. N.');

  it.each(['denies', 'declinesComment'] as const)(
    'is not repeated by an origin that only %s it',
    (stance) => {
      expect(shown(alleged, answer(stance), kill('a'))).toBe(false);
      const stories = [...publicHistory(rehearse([open, alleged, answer(stance), kill('a')]).events)];
      expect(stories.at(-1)!.developments.get(idOf('b'))!.development.assertions).toEqual([]);
    },
  );

  it('is not repeated by an origin that only takes it back', () => {
    const back = saying('back', [ft], 'takesBack', proposition('suspect', 'N. N. is the suspect'), false);
    expect(shown(alleged, back, kill('a'))).toBe(false);
    expect(shown(alleged, back, kill('a', { publishes: ['suspect'] }))).toBe(true);
  });

  it('stays in a development that asserts it too', () => {
    expect(shown(alleged, answer('asserts'), kill('a'))).toBe(true);
    expect(shown(alleged, answer('deniesNovelty'), takeDown('a'))).toBe(true);
  });

  it('stays in a denial if an editor publishes it', () => {
    expect(shown(alleged, answer('denies'), kill('a', { publishes: ['suspect'] }))).toBe(true);
  });

  it('goes with its claims if an editor says so, even if others assert them', () => {
    expect(shown(alleged, answer('asserts'), kill('a', { andClaims: true }))).toBe(false);
  });
});

describe('the laws of removals', () => {
  const history = moves(
    14,
    'kill',
    'takedown',
    'reinstate',
    'correct',
    'remove',
    'withhold',
    'withhold-together',
    'correct-claim',
  );

  it('leave the desk as if no event had ever had the removed texts, except withheld values', () =>
    fc.assert(
      fc.property(moves(14, 'remove', 'kill', 'correct-claim'), (moved) => {
        const { events, story } = play(moved);
        // After a correction, another development may name a claim. The desk does not undo that.
        if (events.some(({ event }) => event.type === 'TextsRemoved' && 'correction' in event.what)) return;
        const never = fold(withoutRemoved(events), emptyStory);
        expect(contentOf(story)).toEqual(contentOf(never));
      }),
      { numRuns: 60 },
    ));

  it('stay the same for an event of version 1; a second removal takes the rest', () => {
    const words = { words: ['김철수'], with: { und: '[…]' } };
    const said = headline('김철수 씨, 김철수가');
    const removals = [{ ...words, former: true as const }, words].map((what) => remove(what));
    const headlines = [[], removals.slice(0, 1), removals].map((steps) => {
      const { events } = rehearse([open, said, ...steps]);
      return [withoutRemoved(events)[1]?.event, fold(events, emptyStory).headline];
    });
    expect(headlines).toMatchObject(
      ['김철수 씨, 김철수가', '[…] 씨, 김철수가', '[…] 씨, […]가'].map((text) => [
        { headline: en(text) },
        { text: en(text) },
      ]),
    );
  });

  it('do not change events without the removed texts', () =>
    fc.assert(
      fc.property(history, (moved) => {
        const { events } = play(moved);
        const once = withoutRemoved(events);
        expect(plain(withoutRemoved(once))).toEqual(plain(once));
        expect(plain([...publicHistory(once)])).toEqual(plain([...publicHistory(events)]));
      }),
      { numRuns: 60 },
    ));
});

/** The content of a story, without the times of its changes. */
const contentOf = (story: Story): unknown => ({
  headline: story.headline.text,
  lede: story.lede?.text,
  claims: claimsOf(story).map((c) => c.claim),
  questions: questionsOf(story).map((q) => q.question),
  developments: [...story.developments.values()]
    .map((d) => d.development)
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  corrections: plain([...story.corrections].map((c) => [c.id, c.notice])),
});
