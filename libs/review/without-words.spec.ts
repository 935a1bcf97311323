import { emptyReviews, evolveReviews, ReviewWords, type ReviewEvent, type Reviews } from './index.js';

const take = (text: string): string => text.replaceAll('secret', '[…]');
const asked = (story: string, development: string, note: string | null): ReviewEvent => ({
  type: 'ReviewRequested',
  story,
  development,
  release: 'now',
  note,
});
const EVENTS: readonly ReviewEvent[] = [
  asked('one', 'a', 'A secret.'),
  { type: 'ReviewReturned', development: 'a', note: 'Which secret?' },
  asked('one', 'b', null),
  asked('two', 'c', 'Another secret.'),
  { type: 'ReviewApproved', development: 'c' },
  { type: 'ReleaseRuleSet', mayReleaseAlone: [] },
];
const fold = (events: readonly ReviewEvent[]): Reviews =>
  events.reduce((now, event) => evolveReviews(now, event, { by: 'me', at: 0 }), emptyReviews);
/** The events without the words, and which of them changed. */
function shortened(
  story: string | null,
  events = EVENTS,
): readonly [readonly ReviewEvent[], readonly number[]] {
  const words = new ReviewWords(take, story);
  const left = events.map((event) => words.without(event) ?? event);
  return [left, left.flatMap((event, i) => (event === events[i] ? [] : [i]))];
}

it('removes words from all notes of reviews, or from those of one story', () => {
  const [all, changed] = shortened(null);
  expect(changed).toEqual([0, 1, 3]);
  expect(JSON.stringify(all)).not.toContain('secret');
  expect(shortened('one')[1]).toEqual([0, 1]);
  expect(shortened('two')[1]).toEqual([3]);
});

it('gives the same open reviews from the shortened events', () => {
  const notes = new ReviewWords(take, null).ofOpen(fold(EVENTS).open.values());
  expect(notes).toEqual([{ development: 'a', note: 'Which […]?' }]);
  const events = [...EVENTS, { type: 'ReviewsReworded', removal: 'r', total: 3, notes } as const];
  const [left] = shortened(null, events);
  for (const history of [left, events]) {
    expect(fold(history).open.get('a')).toMatchObject({ note: 'Which […]?', state: 'returned' });
    expect(fold(history).removals.get('r')).toBe(3);
  }
});

it('removes other words from the event of an earlier removal', () => {
  const earlier = {
    type: 'ReviewsReworded',
    removal: 'r',
    total: 1,
    notes: [{ development: 'a', note: 'A secret.' }],
  } as const;
  expect(shortened(null, [asked('one', 'a', 'x'), earlier])[1]).toEqual([1]);
});
