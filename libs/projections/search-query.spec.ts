import { parseSearch, SearchRefused, type SearchFault } from './search-query.js';

const asked = (text: string): readonly string[] =>
  parseSearch(text).map(({ word, isPrefix }) => `${word}${isPrefix ? '*' : ''}`);

function faultOf(text: string): SearchFault | null {
  try {
    parseSearch(text);
    return null;
  } catch (error) {
    if (error instanceof SearchRefused) return error.fault;
    throw error;
  }
}

describe('a search', () => {
  it.each([
    ['Talks, TALKS talks*', ['talks', 'talks*']],
    ['“secret talks”', ['secret', 'talks']],
    ['evacuat*', ['evacuat*']],
    ['ÉVACUAT*', ['evacuat*']],
    ['e\u0301vacuat\u0301* now', ['evacuat*', 'now']],
    ['evacuat＊', ['evacuat*']],
    ['talks * Ankara', ['talks', 'ankara']],
    ['evacuat** Aleppo', ['evacuat*', 'aleppo']],
    ['대통*', ['대', '통']],
    ['停*', ['停']],
    [`${'x'.repeat(60)}*`, [`${'x'.repeat(40)}*`]],
  ])('of %j asks for %j', (text, words) => {
    expect(asked(text)).toEqual(words);
  });

  it.each<[string, SearchFault]>([
    ['*', { why: 'no-words' }],
    [' … * !', { why: 'no-words' }],
    ['ev*', { why: 'short-beginning', word: 'ev' }],
    ['e\u0301v\u0301*', { why: 'short-beginning', word: 'ev' }],
    ['𐐨𐐨*', { why: 'short-beginning', word: '𐐨𐐨' }],
    ['eva*ted', { why: 'star-within', word: 'ted' }],
    ['talks *ation', { why: 'star-within', word: 'ation' }],
    [
      Array.from({ length: 50 }, (_, n) => `word${n}`).join(' '),
      { why: 'many-words', words: 50, characters: false },
    ],
    [
      '天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏',
      { why: 'many-words', words: 13, characters: true },
    ],
  ])('of %j is refused', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });
});
