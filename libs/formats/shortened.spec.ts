import fc from 'fast-check';
import { shortened } from './shortened.js';

const characters = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

describe('a text as a title', () => {
  it('is unchanged if it is short, on one line', () => {
    expect(shortened(' Polls have\n closed. ')).toBe('Polls have closed.');
  });

  it('is cut at the end of a word if it is long', () => {
    const text = 'Some 250 lorries crossed the line near Idlib, as the ministry said.';
    expect(shortened(text, 30)).toBe('Some 250 lorries crossed the…');
    expect(shortened(text, 46)).toBe('Some 250 lorries crossed the line near Idlib…');
  });

  it('is cut between words in languages without spaces', () => {
    const text = '停战协议已经签署双方将在明天开始交换战俘';
    const cut = shortened(text, 10).slice(0, -1);
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((w) => w.index);
    expect([text.startsWith(cut), words.includes(cut.length)]).toEqual([true, true]);
  });

  it('is cut within a word that is longer than the limit', () => {
    expect(shortened('x'.repeat(500), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  it('never exceeds the limit, and begins like the text', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'word', ' ', '\n', '👩‍👩‍👧', 'é', '停战', 'ก็', '.', '\ud800'), {
          maxLength: 60,
        }),
        fc.integer({ min: 2, max: 40 }),
        (parts, most) => {
          const text = parts.join('');
          const title = shortened(text, most);
          expect(characters(title)).toBeLessThanOrEqual(most);
          const line = text.trim().replace(/\s+/gu, ' ');
          expect(line.startsWith(title.endsWith('…') ? title.slice(0, -1) : title)).toBe(true);
        },
      ),
      { numRuns: 500 },
    ));
});
