import type { Instant, Text } from '#story';
import type { contentView } from './claim-view.js';
import type { developmentView } from './development-view.js';
import type { ModelReader } from './model-reader.js';
import { excerpt, wordsAmong, type Part, type Wanted } from './excerpt.js';
import { termsIn } from './search-words.js';
import type { Sought } from './sought.js';

/** Where a story was found: a text of it, cut around the words that were looked for. */
export interface Snippet {
  readonly in: 'headline' | 'lede' | 'summary' | 'development' | 'source' | 'claim';
  /** Of the claim, the development, or the development whose source is described; null for what the story says of itself. */
  readonly id: string | null;
  /** BCP 47; null where it is not known. */
  readonly language: string | null;
  readonly parts: readonly Part[];
}

/** A text of a story in one language, and what it is. */
interface Piece extends Omit<Snippet, 'parts'> {
  readonly text: string;
}

/** A story at one of its revisions, by a moment. */
interface WordMatch {
  readonly story: number;
  readonly revision: number;
  readonly at: Instant;
  /** Places that its claims had been given by then. */
  readonly claims: number;
}

/** From when a story has a term; null where it has it not at that moment. */
export function sinceOf(model: ModelReader, term: string, story: number, at: Instant): Instant | null {
  const row = model.one<{ since: number; present: number }>(
    'SELECT since, present FROM terms WHERE term = ? AND story = ? AND since <= ? ORDER BY since DESC LIMIT 1',
    term,
    story,
    at,
  );
  return row?.present === 1 ? row.since : null;
}

/** Pieces that one word brings at most; and of developments and claims the newest, where none of those has any of the words. */
const BROUGHT = 10;
const NEWEST = 50;

/**
 * The text of a story that has most of the words, as it was at the moment: of those that are equal the headline, the lede, the summary, then
 * what first brought a word. Where that has none of them any more, they are looked for in the newest developments and
 * claims; null where none of these has any.
 */
export function snippetOf(
  model: ModelReader,
  place: WordMatch,
  header: string,
  words: readonly Sought[],
): Snippet | null {
  const wanted = words.map((sought) => new Set(sought));
  return (
    best(ofHeader(header), wanted, wanted.length) ??
    best([...ofHeader(header), ...brought(model, place, words)], wanted) ??
    best(newest(model, place), wanted)
  );
}

/** How well a story answers a search: by how many of the words its headline has, and then its lede. */
export function relevance(header: string, words: readonly Sought[]): number {
  const wanted = words.map((sought) => new Set(sought));
  const pieces = shownIn(headerIn(header));
  const having = (where: Snippet['in']): number =>
    Math.max(0, ...pieces.filter((piece) => piece.in === where).map((piece) => countOf(piece, wanted)));
  return 100 * having('headline') + having('lede');
}

/** How many of the words a piece has. */
const countOf = ({ text, language }: Piece, wanted: Wanted): number =>
  wordsAmong(termsIn(text, language ?? 'und'), wanted).length;

/** The first of the pieces that has most of the words, and at least so many. */
function best(pieces: readonly Piece[], wanted: Wanted, least = 1): Snippet | null {
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

function excerptOf({ text, ...piece }: Piece, wanted: Wanted): Snippet {
  return { ...piece, parts: excerpt(text, piece.language ?? 'und', wanted) };
}

const inWords = (where: Snippet['in'], id: string | null, text: Text | null | undefined): readonly Piece[] =>
  Object.entries(text ?? {}).map(([language, words]) => ({ in: where, id, language, text: words }));

interface Header {
  readonly headline: Text;
  readonly lede: Text | null;
  readonly summary: { readonly text: Text; readonly points: readonly { readonly text: Text }[] } | null;
  readonly scheduled?: readonly { readonly what: 'headline' | 'lede'; readonly text: Text }[];
}

const headerIn = (body: string): Header => JSON.parse(`{${body}}`) as Header;

/** What a story says of itself now. */
const shownIn = ({ headline, lede, summary }: Header): readonly Piece[] => [
  ...inWords('headline', null, headline),
  ...inWords('lede', null, lede),
  ...[summary?.text, ...(summary?.points ?? []).map(({ text }) => text)].flatMap((text) =>
    inWords('summary', null, text),
  ),
];

/** The same, and what it is to say. */
function ofHeader(body: string): readonly Piece[] {
  const header = headerIn(body);
  const { scheduled = [] } = header;
  return [...shownIn(header), ...scheduled.flatMap(({ what, text }) => inWords(what, null, text))];
}

/** What an event wrote by which a word came into the story, as it was at the moment. */
function brought(model: ModelReader, place: WordMatch, words: readonly Sought[]): readonly Piece[] {
  const { story, at } = place;
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
  return [...new Set(names)].flatMap((name) => pieceNamed(model, place, name));
}

/** The names of developments and claims that were written at a moment: `d3`, `c0`. */
function piecesWritten(model: ModelReader, story: number, moment: Instant): readonly string[] {
  const names = model.texts(
    `SELECT c.pieces FROM revisions r JOIN changes c ON c.position = r.position AND c.story = r.story
     WHERE r.story = ? AND r.recorded_at = ? LIMIT ${BROUGHT}`,
    story,
    moment,
  );
  return names
    .flatMap((line) => line.split(' '))
    .filter((name) => /^[dc]\d/.test(name))
    .slice(0, BROUGHT);
}

function pieceNamed(model: ModelReader, { story, revision }: WordMatch, name: string): readonly Piece[] {
  const table = name.startsWith('d') ? 'developments' : 'claims';
  const row = model.one<{ body: string | null }>(
    `SELECT body FROM ${table} WHERE story = ? AND place = ? AND revision <= ? ORDER BY revision DESC LIMIT 1`,
    story,
    Number(name.slice(1)),
    revision,
  );
  if (row?.body == null) return [];
  return table === 'developments' ? ofDevelopment(row.body) : ofClaim(row.body);
}

/** The newest developments and claims, as they were at the moment. */
function newest(model: ModelReader, { story, revision, claims }: WordMatch): readonly Piece[] {
  const bodies = (table: 'developments' | 'claims', places: number): readonly string[] =>
    model.texts(
      `SELECT body FROM ${table} t WHERE story = ? AND place < ? AND body IS NOT NULL AND revision =
         (SELECT max(revision) FROM ${table} WHERE story = t.story AND place = t.place AND revision <= ?)
       ORDER BY place DESC LIMIT ${NEWEST}`,
      story,
      places,
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
    if ('unnamed' in link) return inWords('source', id, link.unnamed.descriptor);
    if ('rumour' in link) return inWords('source', id, link.rumour.descriptor);
    if (!('document' in link)) return [];
    const { title, issuer } = link.document;
    const name = issuer !== null && !('party' in issuer) ? issuer.name : null;
    return [
      ...inWords('source', id, title),
      ...(name === null ? [] : [{ in: 'source', id, language: null, text: name } as const]),
    ];
  });
  return [...inWords('development', id, text), ...sources];
}

function ofClaim(body: string): readonly Piece[] {
  const { id, text } = JSON.parse(body) as ReturnType<typeof contentView>;
  return inWords('claim', id, text);
}
