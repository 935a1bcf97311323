/** A rule of textlint: no sentence has more than `max` words, however many lines it takes. Code counts as one word. */
'use strict';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

const plain = (node) => {
  if (node.type === 'Code') return 'X';
  if (node.type === 'Break') return ' ';
  return node.children ? node.children.map(plain).join('') : (node.value ?? '');
};
/** `e.g.` and the like end no sentence. */
const joined = (text) => text.replace(/\s+/g, ' ').replace(/\b(e\.g|i\.e|vs|No|Art)\./g, '$1');
const wordsIn = (sentence) => [...words.segment(sentence)].filter(({ isWordLike }) => isWordLike).length;

module.exports = ({ Syntax, RuleError, report }, { max }) => {
  const check = (node) => {
    for (const { segment } of sentences.segment(joined(plain(node)))) {
      const count = wordsIn(segment);
      if (count > max)
        report(
          node,
          new RuleError(`${count} words in a sentence, at most ${max}: “${segment.slice(0, 60).trim()}…”`),
        );
    }
  };
  return { [Syntax.Paragraph]: check, [Syntax.Header]: check, [Syntax.TableCell]: check };
};
