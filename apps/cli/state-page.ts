import { partsIn, type PartView, type StateView } from '#projections';
import type { Figure, Place, Status, Territory } from '#story';
import { chainWords, namesIn } from './chain-words.js';
import { claimBlock } from './claim-block.js';
import { inLine } from './plain.js';
import { quantityWords } from './quantity.js';
import { Sheet, type SheetOptions } from './sheet.js';
import { utc, wholeDay } from './utc.js';
import { capital, fieldName, filled, STATUS_GROUPS, type Language, type StatusGroup } from '#wordings';
import { textIn, WORDS, type Words } from './words.js';

export interface Reader extends SheetOptions {
  readonly language: Language;
  readonly desk: boolean;
}

const TONE = { established: 'good', claimed: 'fair', contested: 'bad' } as const;
const toneOf = (status: Status, group: StatusGroup) =>
  status === 'withdrawn' || status === 'unsupported' ? 'gone' : TONE[group];

const LATEST = 5;

/** A story as of a moment as text: its claims by certainty, open questions, corrections and latest developments. */
export function statePage(state: StateView, reader: Reader): string {
  const words = WORDS[reader.language];
  const text = (by: Readonly<Record<string, string>> | null): string =>
    inLine(textIn(by, reader.language, state.language));
  const names = namesIn(state, { words, text });
  const sheet = new Sheet(reader);
  sheet.heading(text(state.headline) || state.slug, 'title');
  sheet.line(momentOf(state, words, reader.desk), { tone: 'quiet' });
  if (state.status !== 'open')
    sheet.line(
      [capital(words.storyStatus[state.status]), text(state.notice?.notice ?? null)]
        .filter(Boolean)
        .join(`${words.colon} `),
      { tone: 'bad' },
    );
  if (state.lede) sheet.gap().line(text(state.lede));
  summary(sheet, state, words, text);

  const claims = state.claims.items;
  if (claims.length === 0 && state.status !== 'killed' && state.status !== 'takenDown')
    sheet.gap().line(words.nothing);
  for (const [group, statuses] of Object.entries(STATUS_GROUPS) as [StatusGroup, readonly Status[]][])
    for (const status of statuses) {
      const those = claims.filter((claim) => claim.status === status);
      if (those.length === 0) continue;
      const { name, meaning } = words.status[status];
      sheet.gap().heading(capital(name), toneOf(status, group), ` – ${meaning}`);
      for (const claim of those) claimBlock(sheet, claim, { words, text, names, ...reader });
    }
  rest(sheet, state.claims, words);

  const open = state.questions.items.filter((question) => question.open);
  if (open.length > 0) {
    sheet.gap().heading(words.notKnown, 'fair');
    for (const question of open) sheet.line(text(question.text), { bullet: '?' });
  }
  rest(sheet, state.questions, words);
  corrections(sheet, state, words, text, reader.language);
  developments(sheet, state, words, text, names);
  return sheet.text;
}

const ENDED: ReadonlySet<string> = new Set(['superseded', 'restated', 'annulled']);

/** The pinned summary: each key point with the status of its claim. */
function summary(sheet: Sheet, { summary: pinned }: StateView, words: Words, text: Texts): void {
  if (pinned === null) return;
  sheet.gap().heading(capital(words.summary), 'fair', ` – ${words.pinned} ${utc(pinned.pinnedAt)}`);
  sheet.line(text(pinned.text));
  for (const { text: said, claim } of pinned.points) {
    const ended = claim?.flags.some(({ flag }) => ENDED.has(flag)) ? [words.decision.ended] : [];
    const status = claim ? [words.status[claim.status].name, ...ended] : [];
    sheet.line(text(said) + (claim ? ` (${status.join(', ')})` : ''), { bullet: '•' });
  }
}

function momentOf(state: StateView, words: Words, desk: boolean): string {
  const at = (iso: string, moment: string, endOfDay: string): string => {
    const day = wholeDay(iso);
    return day === null ? `${moment} ${utc(iso)}` : `${endOfDay} ${day} UTC`;
  };
  return [
    state.slug,
    state.asOf === null ? words.current : at(state.asOf, words.asOf, words.asOfEnd),
    ...(state.validAt === null ? [] : [at(state.validAt, words.validAt, words.validAtEnd)]),
    `${words.revision} ${state.revision}, ${words.recorded} ${utc(state.updatedAt)}`,
    ...(desk ? [words.desk] : []),
  ].join(' · ');
}

/** Says how many items of a list are not shown. */
function rest(
  sheet: Sheet,
  { total, items }: { total: number; items: readonly unknown[] },
  words: Words,
): void {
  if (total > items.length) sheet.line(words.more(total - items.length), { tone: 'quiet' });
}

type Texts = (by: Readonly<Record<string, string>> | null) => string;

function corrections(
  sheet: Sheet,
  { corrections: list, developments: { items: known } }: StateView,
  words: Words,
  text: Texts,
  language: Language,
): void {
  if (list.items.length === 0) return;
  sheet.gap().heading(words.corrections, 'fair');
  /** The subject of a part; null for a headline or lede, because the name of the field says it. */
  const named = (part: PartView): string | null => {
    if ('heading' in part) return null;
    if ('claim' in part) return part.claim;
    const corrected = known.find(({ id }) => id === part.development);
    return corrected ? `${words.kind[corrected.kind]} (${utc(corrected.recordedAt)})` : words.development;
  };
  for (const correction of list.items) {
    const head = `${utc(correction.at)} · ${words.correction[correction.class]}`;
    const parts = partsIn(correction);
    const together = 'parts' in correction;
    const of = together ? null : named(parts[0]!);
    const what =
      'grounds' in correction ? ` ${words.grounds[correction.grounds]}` : of && `${words.colon} ${of}`;
    sheet.line(head + (what ?? ''), { bullet: '•' });
    for (const part of parts) {
      const name = together ? named(part) : null;
      if (name !== null) sheet.line(name + words.colon, { indent: 4 });
      for (const change of part.changes) {
        const field = capital(fieldName(change.field, words));
        const shown = (value: unknown): string => valueIn(change.field, value, words, text, language);
        sheet.line(
          'withheld' in change || Array.isArray(change.is)
            ? `${field} ${words.changed}`
            : `${field} ${words.was(shown(change.was), shown(change.is))}`,
          { indent: name === null ? 4 : 6 },
        );
      }
    }
    if (correction.notice) sheet.line(text(correction.notice), { indent: 4 });
  }
  rest(sheet, list, words);
}

/** The value of a field in words. */
function valueIn(field: string, value: unknown, words: Words, text: Texts, language: Language): string {
  if (value === null || value === undefined) return '—';
  if (field === 'verdict') return words.status[value as Status].name;
  if (typeof value === 'string') return filled(words.quoted, inLine(value));
  if (field === 'figure')
    return quantityWords({ figure: value as Figure, territory: null }, words, language) ?? '—';
  if (field === 'territory')
    return quantityWords({ figure: null, territory: value as Territory }, words, language) ?? '—';
  if (field === 'place') return filled(words.quoted, inLine((value as Place).name));
  return filled(words.quoted, text(value as Record<string, string>));
}

function developments(
  sheet: Sheet,
  { developments: list }: StateView,
  words: Words,
  text: Texts,
  names: ReadonlyMap<string, string>,
): void {
  const shown = list.items.slice(0, LATEST);
  if (shown.length === 0) return;
  const count = list.total > shown.length ? ` (${words.of(shown.length, list.total)})` : '';
  sheet.gap().heading(words.latest, 'fair', count);
  for (const development of shown) {
    const gone = development.withheld
      ? [words.withheld[development.withheld.how], text(development.withheld.notice)]
      : development.retracted
        ? [words.retractedBy[development.retracted.by]]
        : [];
    const kind = words.kind[development.kind];
    sheet.line(`${utc(development.recordedAt)} · ${[kind, ...gone].join(' · ')}`, { bullet: '•' });
    const body = text(development.text);
    if (body) sheet.line(body, { indent: 4 });
    for (const chain of development.attribution)
      sheet.line(chainWords(chain, { words, text, names }), { indent: 4, tone: 'quiet' });
  }
}
