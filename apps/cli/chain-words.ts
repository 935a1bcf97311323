import type { StateView } from '#projections';
import { inLine } from './plain.js';

export type ChainView = StateView['developments']['items'][number]['attribution'][number];
type Texts = (by: Readonly<Record<string, string>> | null) => string;

/** A chain of attribution in words, outermost outlet first: `Gazeta.ru ← RIA Novosti ← a senior official`. */
export function chainWords(chain: ChainView, text: Texts, names: ReadonlyMap<string, string>): string {
  return chain
    .map((link) => {
      if ('unnamed' in link) return text(link.unnamed.descriptor);
      const body = link.speaksFor === null ? undefined : names.get(link.speaksFor);
      return inLine(link.name) + (body === undefined ? '' : ` (${body})`);
    })
    .join(' ← ');
}

/** The name of everybody who is named in a state, by the id under which a flag tells of them. */
export function namesIn(state: StateView): ReadonlyMap<string, string> {
  const said = state.claims.items.flatMap((claim) => claim.assertions.items);
  const chains = [
    ...state.developments.items.flatMap((development) => development.attribution),
    ...said.flatMap((assertion) => [assertion.chain, ...(assertion.also ?? [])]),
  ];
  const links = chains.flat().flatMap((link) => ('party' in link ? [link] : []));
  return new Map(links.map(({ party, name }) => [party, inLine(name)]));
}
