import { encodeCursor } from '#projections';
import { storiesCut, storiesFilter, timesOf, type StoriesFilter } from './stories-filter.js';

const PARIS = 'Europe/Paris';
const cut = (query: StoriesFilter) => storiesCut(query, PARIS, '/v1/stories');
const refusal = (code: string, parameter: string) =>
  expect.objectContaining({
    code,
    options: expect.objectContaining({ errors: [expect.objectContaining({ parameter })] }),
  });

describe('the filters of a list of stories', () => {
  it('accept former names, but not both names at once', () => {
    expect(storiesFilter({ storyStatus: 'open', lang: 'fr', topic: 'medtop:20000076' })).toEqual({
      status: 'open',
      language: 'fr',
      topic: 'medtop:20000076',
    });
    expect(() => storiesFilter({ status: 'open', storyStatus: 'open' })).toThrow(
      refusal('query-parameter', 'storyStatus'),
    );
    expect(() => storiesFilter({ language: 'fr', lang: 'fr' })).toThrow(refusal('query-parameter', 'lang'));
  });

  it('have the days of the newsroom’s zone', () => {
    expect(timesOf({ from: '2016-12-01', to: '2016-12-01' }, PARIS)).toEqual({
      from: Date.parse('2016-11-30T23:00:00Z'),
      to: Date.parse('2016-12-01T22:59:59.999Z'),
      updatedSince: undefined,
    });
  });

  it.each<[StoriesFilter, string, string]>([
    [{ sort: 'relevance' }, 'query-parameter', 'sort'],
    [{ from: '2016-12-02', to: '2016-12-01' }, 'query-parameter', 'from'],
    [{ updatedSince: 'yesterday' }, 'time-form', 'updatedSince'],
    [{ asOf: 'yesterday' }, 'time-form', 'asOf'],
    [{ q: '*' }, 'query-parameter', 'q'],
    [{ q: 'ab*' }, 'query-parameter', 'q'],
    [{ q: 'evac*ion' }, 'query-parameter', 'q'],
    [{ q: Array.from({ length: 13 }, (_, i) => `word${i}`).join(' ') }, 'query-parameter', 'q'],
  ])('are refused: %j', (query, code, parameter) => {
    expect(() => cut(query)).toThrow(refusal(code, parameter));
  });
});

describe('a cursor of a list of stories', () => {
  const cursorOf = (query: StoriesFilter): string =>
    encodeCursor({ list: cut(query).list, story: null, at: 7, asOf: null, validAt: null, from: [3] });

  it('resumes the list with the same filters, in any order', () => {
    const cursor = cursorOf({ topic: 'medtop:20000076', party: 'moscow' });
    expect(cut({ party: 'moscow', topic: 'medtop:20000076', cursor, limit: 5 })).toMatchObject({
      at: 7,
      from: [3],
      limit: 5,
      query: 'topic=medtop%3A20000076&party=moscow&',
    });
  });

  it('is refused for other filters, another moment, or if it is none', () => {
    const cursor = cursorOf({ party: 'moscow' });
    for (const query of [
      { cursor },
      { party: 'kyiv', cursor },
      { party: 'moscow', asOf: '2016-12-01', cursor },
    ])
      expect(() => cut(query)).toThrow(expect.objectContaining({ code: 'cursor' }));
    expect(() => cut({ cursor: 'nonsense' })).toThrow(expect.objectContaining({ code: 'cursor' }));
  });
});
