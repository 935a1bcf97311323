/**
 * Words that Dateline does not write, each as a pattern with what to write instead. They are translated idioms, or one
 * word for several things; docs/glossary.md has the terms.
 */
'use strict';

module.exports = [
  ['(?:re)?(?:tell|told|telling)s?', 'say, show, give, report or distinguish'],
  ['anew', 'again'],
  ['whoever', 'anyone who'],
  ['stretch(?:es)?', 'batch'],
  ['(?:go|goes|gone|going|went) on (?:with|from)', 'resume'],
  ['(?:is|are|was|were|be|been|it|level) level with', 'caught up with'],
  ['\\bstands?\\b(?! for)', 'is in force, remains or is'],
  ['\\bstood\\b(?! for)', 'was in force, remained or was'],
  ['(?:is|are|was) another(?: one)?(?= than|[.,;:]|$)', 'differs'],
  ['of (?:its|their|his|her|our|your) own', 'own, separate'],
  ['held', 'on hold (of a development), or: kept, valid, in force'],
  ['come to nothing', 'have no effect'],
];
