import { same, type Instant } from '#story';
import type { contentView, statusView } from './claim-view.js';
import { iso } from './development-view.js';
import type { questionView } from './entry-views.js';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';
import { servedStatus } from './served-status.js';

const MOST = 100;

type Content = ReturnType<typeof contentView>;
type Status = ReturnType<typeof statusView>;

interface Header {
  readonly headline: unknown;
  readonly lede: unknown;
  readonly summary: unknown;
  readonly status: unknown;
}

/** What changed in a story between two of its states, as JSON. Each list has its total and its newest hundred items. */
export function changesText(
  model: ModelReader,
  from: FoundStory | undefined,
  to: FoundStory,
  moments: { readonly from: Instant; readonly to: Instant },
): string {
  const { story, revision } = to;
  const before = from?.revision ?? -1;
  const was = headerAt(model, story, before);
  const is = headerAt(model, story, revision)!;
  const claims = changedClaims(model, story, before, revision);
  const figures = claims
    .filter((c) => c.kind !== 'proposition')
    .map(({ id, territory, figure, is: { status, flags } }) => ({ id, territory, figure, status, flags }));
  const range = { story, before, revision };
  const text = JSON.stringify({
    id: to.id,
    slug: to.slug,
    from: { moment: iso(moments.from), revision: from ? String(before) : null },
    to: { moment: iso(moments.to), revision: String(revision) },
    headline: changed(was?.headline ?? null, is.headline),
    lede: changed(was?.lede ?? null, is.lede),
    summary: changed(was?.summary ?? null, is.summary),
    status: changed(was?.status ?? null, is.status),
    claims: newestOf(claims),
    figures: newestOf(figures),
    questions: newestOf(changedQuestions(model, story, before, revision)),
  });
  const entries = [
    `"developments":${newestText(model, 'developments', NEW, range)}`,
    `"revised":${newestText(model, 'developments', REVISED, range)}`,
    `"corrections":${newestText(model, 'corrections', CORRECTED, range)}`,
  ];
  return `${text.slice(0, -1)},${entries.join(',')}}`;
}

function headerAt(model: ModelReader, story: number, revision: number): Header | null {
  const row = model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    revision,
  );
  return row ? (JSON.parse(`{${row.body}}`) as Header) : null;
}

const bodyAt = (moment: 'before' | 'revision'): string => `(SELECT body FROM developments n
  WHERE n.story = :story AND n.ordinal = t.ordinal AND n.revision <= :${moment} ORDER BY n.revision DESC LIMIT 1)`;

const NEW =
  'SELECT DISTINCT ordinal FROM developments WHERE story = :story AND ordinal > :before AND ordinal <= :revision';
/** Developments with a row between the two revisions whose body differs at the end. */
const REVISED = `SELECT ordinal FROM (
    SELECT DISTINCT ordinal FROM developments WHERE story = :story AND revision > ordinal
      AND revision > :before AND revision <= :revision AND ordinal <= :before
  ) t WHERE ${bodyAt('before')} IS NOT ${bodyAt('revision')}`;
const CORRECTED =
  'SELECT DISTINCT ordinal FROM corrections WHERE story = :story AND made > :before AND made <= :revision';

const entryAt = (table: string): string => `JOIN ${table} e ON e.id = (SELECT id FROM ${table} n
  WHERE n.story = :story AND n.ordinal = p.ordinal AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1)
  WHERE e.body IS NOT NULL`;

/** The newest entries with these ordinals, oldest first, as of the later revision. */
function newestText(model: ModelReader, table: string, ordinals: string, range: RevisionRange): string {
  const corrected = table === 'corrections' ? 'AND e.made > :before' : '';
  const found = `FROM (${ordinals}) p ${entryAt(table)} ${corrected}`;
  const { total } = model.one<{ total: number }>(`SELECT count(*) AS total ${found}`, range)!;
  const bodies = model.texts(`SELECT e.body ${found} ORDER BY p.ordinal DESC LIMIT ${MOST}`, range);
  return `{"total":${total},"items":[${[...bodies].reverse().join(',')}]}`;
}

interface RevisionRange {
  readonly story: number;
  readonly before: number;
  readonly revision: number;
}

function changedClaims(model: ModelReader, story: number, before: number, revision: number) {
  const then = new Map(claimsAt(model, story, before).map((row) => [row.slug, row]));
  return claimsAt(model, story, revision).flatMap((row) => {
    const was = then.get(row.slug);
    if (was && was.body === row.body && was.status === row.status) return [];
    const [content, earlier] = [JSON.parse(row.body) as Content, was && (JSON.parse(was.body) as Content)];
    return [
      {
        ...content,
        was: was ? (JSON.parse(servedStatus(was.status)) as Status) : null,
        is: JSON.parse(servedStatus(row.status)) as Status,
        content: earlier && !same(earlier, content) ? { was: earlier } : null,
      },
    ];
  });
}

function claimsAt(model: ModelReader, story: number, revision: number) {
  const at = (
    table: string,
  ): string => `(SELECT id FROM ${table} n WHERE n.story = :story AND n.ordinal = p.ordinal
    AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1)`;
  return model.all<{ slug: string; body: string; status: string }>(
    `SELECT c.slug, c.body, s.body AS status FROM (SELECT DISTINCT ordinal FROM claims WHERE story = :story) p
     JOIN claims c ON c.id = ${at('claims')} AND c.body IS NOT NULL JOIN statuses s ON s.id = ${at('statuses')}
     ORDER BY p.ordinal`,
    { story, revision },
  );
}

/** Questions that are new, were opened again, or were closed. */
function changedQuestions(model: ModelReader, story: number, before: number, revision: number) {
  type Question = ReturnType<typeof questionView>;
  const at = (moment: number): readonly Question[] =>
    model
      .texts(
        `SELECT e.body FROM (SELECT DISTINCT ordinal FROM questions WHERE story = :story) p ${entryAt('questions')} ORDER BY p.ordinal`,
        { story, revision: moment },
      )
      .map((body) => JSON.parse(body) as Question);
  const then = new Map(at(before).map((q) => [q.id, q]));
  return at(revision).filter((q) => then.get(q.id)?.open !== q.open);
}

const changed = <T>(was: T, is: T): { readonly was: T; readonly is: T } | null =>
  same(was, is) ? null : { was, is };

const newestOf = <T>(items: readonly T[]): { readonly total: number; readonly items: readonly T[] } => ({
  total: items.length,
  items: items.slice(-MOST),
});
