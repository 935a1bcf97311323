import type { StateView } from '#projections';
import { chainWords } from './chain-words.js';
import { quantityWords } from './quantity.js';
import { inLine } from './plain.js';
import type { Sheet } from './sheet.js';
import { utc } from './utc.js';
import { filled, listed, type Language } from '#wordings';
import type { Words } from './words.js';

export type ClaimView = StateView['claims']['items'][number];

export interface TextContext {
  readonly words: Words;
  readonly language: Language;
  readonly text: (by: Readonly<Record<string, string>> | null) => string;
  readonly names: ReadonlyMap<string, string>;
}

/** One claim: its text and quantity, the reason for its status, its assertions with their chains, its flags and times. */
export function claimBlock(sheet: Sheet, claim: ClaimView, context: TextContext): void {
  const { words, language, text } = context;
  sheet.line(text(claim.text), { bullet: '•', strong: true });
  const quantity = quantityWords(claim, words, language);
  if (quantity !== null) sheet.line(quantity, { indent: 4 });
  sheet.line(text(claim.explanation), { indent: 4 });
  for (const said of sayings(claim, context)) sheet.line(said, { indent: 4, hang: 2 });
  const { total, items } = claim.assertions;
  if (total > items.length) sheet.line(words.more(total - items.length), { indent: 4, tone: 'quiet' });
  const flags = claim.flags.map((flag) => flagWords(flag, context, claim.kind));
  if (flags.length > 0) sheet.line(flags.join(`${words.semicolon} `), { indent: 4, tone: 'flag' });
  if (claim.decidedBy !== null) {
    const who = claim.decidedBy.map(({ name }) => inLine(name));
    sheet.line(filled(words.decision.by, listed(who, words.and)), { indent: 4 });
  }
  if (claim.allegation) sheet.line(words.allegation, { indent: 4, tone: 'flag' });
  const when = claim.occurred === null ? [] : [`${words.inTheWorld} ${worldTime(claim.occurred, words)}`];
  sheet.line([claim.id, `${words.since} ${utc(claim.since)}`, ...when].join(' · '), {
    indent: 4,
    tone: 'quiet',
  });
}

/** What each origin says, oldest first. Outlets that relay an origin share its line: they are no separate origin. */
function sayings({ assertions }: ClaimView, { words, text, names }: TextContext): readonly string[] {
  const byOrigin = new Map<string, string[]>();
  for (const { stance, origin, chain, also = [] } of [...assertions.items].reverse()) {
    const key = `${stance} ${origin}`;
    const chains = byOrigin.get(key) ?? [words.stance[stance]];
    for (const each of [chain, ...also]) {
      const chainText = chainWords(each, { words, text, names });
      if (chainText !== '' && !chains.includes(chainText, 1)) chains.push(chainText);
    }
    byOrigin.set(key, chains);
  }
  return [...byOrigin.values()].map(
    ([stance, ...chains]) => `${stance}${words.colon} ${chains.join(`${words.semicolon} ${words.also} `)}`,
  );
}

function flagWords(
  { flag, who = [], by = [] }: ClaimView['flags'][number],
  { words, names }: TextContext,
  kind: ClaimView['kind'],
): string {
  const overruled = kind === 'decision' && flag === 'superseded';
  const phrase = overruled ? words.decision.superseded : words.flag[flag];
  const people = who.map((id) => names.get(id) ?? inLine(id));
  const ended = kind === 'decision' && by.length > 0 ? `${words.decision.ended}${words.colon} ` : '';
  return `${ended}${filled(phrase, listed(people, words.and))}${by.length > 0 ? ` (${by.join(', ')})` : ''}`;
}

/** An EDTF date (ISO 8601-2) as given, with intervals in words. */
function worldTime(edtf: string, { from, to, until }: Words): string {
  const [start = '', end] = inLine(edtf).split('/');
  if (end === undefined) return start;
  if (start === '..' || start === '') return `${until} ${end}`;
  return end === '..' || end === '' ? `${from} ${start}` : `${start} ${to} ${end}`;
}
