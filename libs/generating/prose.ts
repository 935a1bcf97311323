import type { Text } from '#story';
import type { Random } from './random.js';
import { vocabulary, type Language } from './vocabulary.js';

/** `count` random words that look like a sentence. Their frequencies are as in a natural language. */
export function sentence(random: Random, language: Language, count: number): string {
  const words = vocabulary(language);
  let text = '';
  for (let i = 0; i < count; i += 1) {
    const comma = i > 3 && i < count - 3 && random.chance(0.08);
    text += `${i === 0 ? '' : comma ? (language === 'ar' ? '، ' : ', ') : ' '}${random.often(words)}`;
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text of a development: 20 to 40 words, in sentences of at least 8 words where they suffice. */
export function paragraph(random: Random, language: Language): string {
  let left = random.between(20, 40);
  const sentences: string[] = [];
  while (left > 0) {
    const count = left < 16 ? left : random.between(8, left);
    sentences.push(`${sentence(random, language, count)}.`);
    left -= count;
  }
  return sentences.join(' ');
}

/** A text of `words` in the story's language, and with `also` in English too. */
export function text(language: Language, words: (language: Language) => string, also = false): Text {
  const own = { [language]: words(language) };
  return also && language !== 'en' ? { ...own, en: words('en') } : own;
}
