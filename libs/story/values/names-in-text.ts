/** Whether a text contains a name, or half of its words, in any inflection: the last two letters may differ. */
export function speaksOf(text: string, name: string): boolean {
  const there = wordsIn(text);
  const wanted = wordsIn(name).filter((word, _, all) => word.length > 3 || all.every((w) => w.length < 4));
  const said = wanted.filter((word) => {
    const stem = word.slice(0, Math.max(4, word.length - 2));
    return there.some((w) => (word.length < 4 ? w === word : w.startsWith(stem)));
  });
  return wanted.length > 0 && said.length * 2 >= wanted.length;
}

/** Words without case, accents or punctuation. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
