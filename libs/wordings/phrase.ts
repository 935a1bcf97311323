/** A phrase with one gap: `qualified by {who}`. Some phrases of a kind need no gap. */
export type Phrase = string;

const GAP = /\{[a-z]+\}/;

/** What comes before and after the gap. One part alone: the phrase has no gap. */
export const partsOfPhrase = (phrase: Phrase): readonly string[] => phrase.split(GAP);

/** A phrase with its gap filled. */
export const filled = (phrase: Phrase, what: string): string => partsOfPhrase(phrase).join(what);

/** The words as they begin a sentence, or as a label. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `a`, `a and b`, `a, b and c`: the last two joined by the given word. */
export const listed = (items: readonly string[], joint: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)!}`;

/** A sentence as the end of another, which has its own full stop. */
export const clause = (sentence: string): string => sentence.replace(/[.\s]+$/, '');
