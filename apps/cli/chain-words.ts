import type { StateView } from '#projections';
import { inLine } from './plain.js';
import { filled, type Vocabulary } from '#wordings';

export type ChainView = StateView['developments']['items'][number]['attribution'][number];
type Texts = (by: Readonly<Record<string, string>> | null) => string;

interface TextContext {
  readonly words: Vocabulary;
  readonly text: Texts;
  readonly names: ReadonlyMap<string, string>;
}

/** A chain of attribution in words, outermost outlet first: `Gazeta.ru ← RIA Novosti ← a senior official`. */
export const chainWords = (chain: ChainView, context: TextContext): string =>
  chain.map((link) => linkWords(link, context)).join(' ← ');

function linkWords(link: ChainView[number], { words, text, names }: TextContext): string {
  if ('unnamed' in link) return text(link.unnamed.descriptor);
  if ('rumour' in link) return `${text(link.rumour.descriptor)} (${words.circulating})`;
  if ('document' in link) {
    const { medium, title, issuer, date, authenticity } = link.document;
    const notes = [
      ...(issuer ? [inLine(issuer.name)] : []),
      ...(date === null ? [] : [inLine(date)]),
      words.authenticity[authenticity],
    ];
    return `${words.medium[medium]} ${filled(words.quoted, text(title))} (${notes.join(', ')})`;
  }
  const body = link.speaksFor === null ? undefined : names.get(link.speaksFor);
  return inLine(link.name) + (body === undefined ? '' : ` (${body})`);
}

/** The names of parties and documents in a state, by the ids that flags use. */
export function namesIn(
  state: StateView,
  { words, text }: Omit<TextContext, 'names'>,
): ReadonlyMap<string, string> {
  const said = state.claims.items.flatMap((claim) => claim.assertions.items);
  const chains = [
    ...state.developments.items.flatMap((development) => development.attribution),
    ...said.flatMap((assertion) => [assertion.chain, ...(assertion.also ?? [])]),
  ];
  return new Map(
    chains.flat().flatMap((link) => {
      if ('party' in link) return [[link.party, inLine(link.name)] as const];
      return 'document' in link
        ? [[link.document.origin, filled(words.quoted, text(link.document.title))] as const]
        : [];
    }),
  );
}
