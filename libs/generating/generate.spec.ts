import fc from 'fast-check';
import { generate, generateStory, type Generated, type StoryLine } from './index.js';

const all = (history: Iterable<Generated>): readonly Generated[] => [...history];
const text = (history: Iterable<Generated>): string =>
  all(history)
    .map(({ line }) => JSON.stringify(line))
    .join('\n');
const ofStories = (history: readonly Generated[]): readonly StoryLine[] =>
  history.flatMap(({ line }) => ('story' in line ? [line] : []));
const byStory = (lines: readonly StoryLine[]) => Map.groupBy(lines, ({ story }) => story);

describe('a made-up history', () => {
  it('is the same from the same seed, to the byte', () =>
    expect(text(generate({ stories: 9, events: 300, seed: 5 }))).toBe(
      text(generate({ stories: 9, events: 300, seed: 5 })),
    ));

  it('differs for another seed, also if only high bits of the seed differ', () => {
    const seeds = [5, 6, 5 + 2 ** 40].map((seed) => text(generate({ stories: 9, events: 300, seed })));
    expect(new Set(seeds).size).toBe(3);
  });

  it('has exactly the given number of stories and events, opens each story first, and marks its last line', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(400), fc.nat(1e6), (stories, more, seed) => {
        const history = all(generate({ stories, events: 2 * stories + more, seed }));
        const linesOf = byStory(ofStories(history));
        expect(ofStories(history)).toHaveLength(2 * stories + more);
        expect(linesOf.size).toBe(stories);
        for (const lines of linesOf.values()) {
          expect(lines.map(({ command }) => command === 'open')).toEqual(lines.map((_, i) => i === 0));
          expect(lines.length).toBeGreaterThan(1);
          expect(new Set(lines.map(({ ref }) => ref)).size).toBe(lines.length);
        }
        const ends = history.filter(({ last }) => last).map(({ line }) => line);
        expect(new Set(ends)).toEqual(new Set([...linesOf.values()].map((lines) => lines.at(-1))));
      }),
      { numRuns: 60 },
    ));

  it('is in order of time, and ends in the past', () => {
    const times = all(generate({ stories: 50, events: 2_000, seed: 3 })).map(({ line }) => line.at);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)! < '2025-01-01').toBe(true);
  });

  it('interleaves its stories', () => {
    const order = ofStories(all(generate({ stories: 50, events: 2_000, seed: 3 }))).map(({ story }) => story);
    const turns = order.filter((story, i) => story !== order[i - 1]).length;
    expect(turns).toBeGreaterThan(500);
  });

  it('has many short stories and few very long ones', () => {
    const linesOf = byStory(ofStories(all(generate({ stories: 1_000, events: 10_000, seed: 1 }))));
    const lengths = [...linesOf.values()].map((lines) => lines.length).sort((a, b) => a - b);
    expect(lengths[500]).toBeLessThan(6);
    expect(lengths.at(-1)).toBeGreaterThan(800);
  });

  it('is in four languages, each in its script', () => {
    const opened = ofStories(all(generate({ stories: 200, events: 400, seed: 2 }))).flatMap((line) =>
      line.command === 'open' ? [line] : [],
    );
    const words = (language: string): string =>
      opened.map(({ headline }) => headline[language] ?? '').join(' ');
    expect(words('ru')).toMatch(/[а-яё]{5}/);
    expect(words('ar')).toMatch(/[\u0621-\u064a]{4}/);
    expect(words('fr')).toMatch(/é/);
    expect(words('en')).toMatch(/^[A-Za-z, ]+$/);
  });

  it('gives its first lines at once, however long it is', () => {
    const history = generate({ stories: 100_000, events: 10_000_000, seed: 1 })[Symbol.iterator]();
    for (let i = 0; i < 1_000; i += 1) expect(history.next().done).toBe(false);
  });

  it.each([
    [{ stories: 5, events: 9, seed: 1 }, /5 stories need at least 10 events/],
    [{ stories: 0, events: 9, seed: 1 }, /^stories is 0: give a whole number from 1/],
    [{ stories: 1, events: -3, seed: 1 }, /^events is -3/],
    [{ stories: 1, events: 10_000_001, seed: 1 }, /^events is 10000001: .* to 10000000/],
    [{ stories: 1, events: 2.5, seed: 1 }, /^events is 2.5/],
    [{ stories: 1, events: 2, seed: -1 }, /^seed is -1/],
  ])('is refused before it begins: %j', (size, why) => expect(() => generate(size)).toThrow(why));
});

describe('a made-up story', () => {
  it('has exactly the given number of events and claims', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(1e6), fc.nat(39), (events, seed, more) => {
        const claims = Math.min(1 + more, 4 * (events - 1));
        const lines = ofStories(all(generateStory({ events, claims, seed })));
        const brought = lines.flatMap((line) => (line.command === 'record' ? line.claims : []));
        expect(lines).toHaveLength(events);
        expect(new Set(brought.map(({ id }) => id)).size).toBe(claims);
        expect(brought).toHaveLength(claims);
        expect(lines.at(-1)?.command).not.toBe('close');
      }),
      { numRuns: 100 },
    ));

  it('cannot have more claims than its events can bring', () =>
    expect(() => generateStory({ events: 3, claims: 9, seed: 1 })).toThrow(
      '3 events bring 8 claims at most',
    ));
});
