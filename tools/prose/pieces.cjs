/** The prose of a file, piece by piece, each with the line on which it begins. */
'use strict';

const ts = require('typescript');

/** Where strings are made-up news or sample data, which nobody has to edit. */
const SAMPLES =
  /(^|\/)(testing|contract|generating|findings)\/|sample-|^test\/|\.spec\.ts$|french\.ts$|^apps\/bench\//;

/** Strings with these words are SQL, not prose. */
const SQL = /\b(SELECT|INSERT|UPDATE|DELETE|JOIN|ORDER BY)\b/;

/**
 * A whole Markdown file is one piece. Of TypeScript and JavaScript each comment is one, each sentence in a string, and
 * each name of a test.
 */
const piecesOf = (file, text) => (file.endsWith('.md') ? [{ line: 1, text }] : ofCode(file, text));

function ofCode(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const pieces = [];
  const seen = new Set();
  const comments = (node) => {
    for (const { pos, end, kind } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(pos)) continue;
      seen.add(pos);
      const inner = text.slice(pos + 2, kind === ts.SyntaxKind.MultiLineCommentTrivia ? end - 2 : end);
      const lines = inner.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
      pieces.push({ line: lineOf(pos), text: lines.join('\n') });
    }
  };
  const visit = (node) => {
    comments(node);
    if (ts.isStringLiteralLike(node)) sentence(node, node.text);
    else if (ts.isTemplateExpression(node))
      sentence(node, node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join(''));
    node.forEachChild(visit);
    for (const token of node.getChildren(source))
      if (token.kind === ts.SyntaxKind.CloseBraceToken) comments(token);
  };
  const sentence = (node, words) => {
    if ((SAMPLES.test(file) && !isTestName(node)) || SQL.test(words)) return;
    if (/^[A-Za-z`'"“].*\s\S+\s\S+/.test(words) && /[a-z]{2} [a-z]/.test(words))
      pieces.push({ line: lineOf(node.getStart(source)), text: words });
  };
  visit(source);
  comments(source.endOfFileToken);
  return pieces;
}

const isTestName = ({ parent }) =>
  ts.isCallExpression(parent) && /^(it|describe|test)\b/.test(parent.expression.getText());

module.exports = { piecesOf };
