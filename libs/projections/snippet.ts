import type { Instant, Text } from '#story';
import type { contentView } from './claim-view.js';
import type { developmentView } from './development-view.js';
import type { ModelReader } from './model-reader.js';
import { highlight, wordsAmong, type Part, type WantedWords } from './highlight.js';
import { termsIn } from './search-words.js';
import type { TermGroup } from './term-groups.js';

/** A text of a found story, cut around the wanted words. */
export interface Snippet {
  readonly in: 'headline' | 'lede' | 'summary' | 'development' | 'source' | 'claim';
  /** The id of the claim or development; null for a text of the story itself. */
  readonly id: string | null;
  /** BCP 47; null if unknown. */
  readonly language: string | null;
  readonly parts: readonly Part[];
}

/** A text of a story in one language. */
interface Piece extends Omit<Snippet, 'parts'> {
  readonly text: string;
}

/** A story at one of its revisions, by a moment. */
interface WordMatch {
  readonly story: number;
  readonly revision: number;
  readonly at: Instant;
  /** How many ordinals its claims had by then. */
  readonly claims: number;
}

/** Since when a story has a term; null if it does not have it at that moment. */
export function sinceOf(model: ModelReader, term: string, story: number, at: Instant): Instant | null {
  const row = model.one<{ since: number; present: number }>(
    'SELECT since, present FROM terms WHERE term = ? AND story = ? AND since <= ? ORDER BY since DESC LIMIT 1',
    term,
    story,
    at,
  );
  return row?.present === 1 ? row.since : null;
}

/** The most pieces to test for one word, and the number of newest developments and claims to test as a last resort. */
const MAX_ADDED = 10;
const NEWEST = 50;

/**
 * The text of a story with the most wanted words, as of the moment. Among equals the order is: headline, lede, summary, then
 * the pieces that first had a word. If none of them has a word any more, the newest developments and claims are tried;
 * null if these have none either.
 */
export function snippetOf(
  model: ModelReader,
  match: WordMatch,
  header: string,
  words: readonly TermGroup[],
): Snippet | null {
  const wanted = words.map((sought) => new Set(sought));
  return (
    best(ofHeader(header), wanted, wanted.length) ??
    best([...ofHeader(header), ...addedBy(model, match, words)], wanted) ??
    best(newest(model, match), wanted)
  );
}

/** The rank of a story in a search: the number of wanted words in its headline, then in its lede. */
export function relevance(header: string, words: readonly TermGroup[]): number {
  const wanted = words.map((sought) => new Set(sought));
  const pieces = shownIn(headerIn(header));
  const having = (where: Snippet['in']): number =>
    Math.max(0, ...pieces.filter((piece) => piece.in === where).map((piece) => countOf(piece, wanted)));
  return 100 * having('headline') + having('lede');
}

/** How many of the wanted words a piece has. */
const countOf = ({ text, language }: Piece, wanted: WantedWords): number =>
  wordsAmong(termsIn(text, language ?? 'und'), wanted).length;

/** The first piece with the most wanted words, and at least `least`. */
function best(pieces: readonly Piece[], wanted: WantedWords, least = 1): Snippet | null {
  let most = least - 1;
  let found: Piece | null = null;
  for (const piece of pieces) {
    const count = countOf(piece, wanted);
    if (count <= most) continue;
    [most, found] = [count, piece];
    if (most === wanted.length) break;
  }
  return found && excerptOf(found, wanted);
}

function excerptOf({ text, ...piece }: Piece, wanted: WantedWords): Snippet {
  return { ...piece, parts: highlight(text, piece.language ?? 'und', wanted) };
}

const textsOf = (where: Snippet['in'], id: string | null, text: Text | null | undefined): readonly Piece[] =>
  Object.entries(text ?? {}).map(([language, words]) => ({ in: where, id, language, text: words }));

interface Header {
  readonly headline: Text;
  readonly lede: Text | null;
  readonly summary: { readonly text: Text; readonly points: readonly { readonly text: Text }[] } | null;
  readonly scheduled?: readonly { readonly what: 'headline' | 'lede'; readonly text: Text }[];
}

const headerIn = (body: string): Header => JSON.parse(`{${body}}`) as Header;

/** The present texts of the story itself. */
const shownIn = ({ headline, lede, summary }: Header): readonly Piece[] => [
  ...textsOf('headline', null, headline),
  ...textsOf('lede', null, lede),
  ...[summary?.text, ...(summary?.points ?? []).map(({ text }) => text)].flatMap((text) =>
    textsOf('summary', null, text),
  ),
];

/** The same, and the scheduled ones. */
function ofHeader(body: string): readonly Piece[] {
  const header = headerIn(body);
  const { scheduled = [] } = header;
  return [...shownIn(header), ...scheduled.flatMap(({ what, text }) => textsOf(what, null, text))];
}

/** The pieces written by the events that first brought a word, as of the moment. */
function addedBy(model: ModelReader, match: WordMatch, words: readonly TermGroup[]): readonly Piece[] {
  const { story, at } = match;
  const moments = words.map((sought) => {
    for (const term of sought) {
      const since = sinceOf(model, term, story, at);
      if (since !== null) return since;
    }
    return null;
  });
  const names = [...new Set(moments)].flatMap((moment) =>
    moment === null ? [] : piecesWritten(model, story, moment),
  );
  return [...new Set(names)].flatMap((name) => pieceNamed(model, match, name));
}

/** The names of the developments and claims that were written at a moment, such as `d3` or `c0`. */
function piecesWritten(model: ModelReader, story: number, moment: Instant): readonly string[] {
  const names = model.texts(
    `SELECT c.pieces FROM revisions r JOIN changes c ON c.position = r.position AND c.story = r.story
     WHERE r.story = ? AND r.recorded_at = ? LIMIT ${MAX_ADDED}`,
    story,
    moment,
  );
  return names
    .flatMap((line) => line.split(' '))
    .filter((name) => /^[dc]\d/.test(name))
    .slice(0, MAX_ADDED);
}

function pieceNamed(model: ModelReader, { story, revision }: WordMatch, name: string): readonly Piece[] {
  const table = name.startsWith('d') ? 'developments' : 'claims';
  const row = model.one<{ body: string | null }>(
    `SELECT body FROM ${table} WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC LIMIT 1`,
    story,
    Number(name.slice(1)),
    revision,
  );
  if (row?.body == null) return [];
  return table === 'developments' ? ofDevelopment(row.body) : ofClaim(row.body);
}

/** The newest developments and claims, as of the moment. */
function newest(model: ModelReader, { story, revision, claims }: WordMatch): readonly Piece[] {
  const bodies = (table: 'developments' | 'claims', ordinals: number): readonly string[] =>
    model.texts(
      `SELECT body FROM ${table} t WHERE story = ? AND ordinal < ? AND body IS NOT NULL AND revision =
         (SELECT max(revision) FROM ${table} WHERE story = t.story AND ordinal = t.ordinal AND revision <= ?)
       ORDER BY ordinal DESC LIMIT ${NEWEST}`,
      story,
      ordinals,
      revision,
    );
  return [
    ...bodies('developments', revision + 1).flatMap(ofDevelopment),
    ...bodies('claims', claims).flatMap(ofClaim),
  ];
}

function ofDevelopment(body: string): readonly Piece[] {
  const { id, text, attribution } = JSON.parse(body) as ReturnType<typeof developmentView>;
  const sources = attribution.flat().flatMap((link): readonly Piece[] => {
    if ('unnamed' in link) return textsOf('source', id, link.unnamed.descriptor);
    if ('rumour' in link) return textsOf('source', id, link.rumour.descriptor);
    if (!('document' in link)) return [];
    const { title, issuer } = link.document;
    const name = issuer !== null && !('party' in issuer) ? issuer.name : null;
    return [
      ...textsOf('source', id, title),
      ...(name === null ? [] : [{ in: 'source', id, language: null, text: name } as const]),
    ];
  });
  return [...textsOf('development', id, text), ...sources];
}

function ofClaim(body: string): readonly Piece[] {
  const { id, text } = JSON.parse(body) as ReturnType<typeof contentView>;
  return textsOf('claim', id, text);
}
