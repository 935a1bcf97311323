import type { StateView } from '#projections';
import { html, type Html } from './html.js';
import { addressOf, name, phrase, type Reader } from './reader.js';

export type DevelopmentView = StateView['developments']['items'][number];
export type ClaimView = StateView['claims']['items'][number];
export type ChainView = DevelopmentView['attribution'][number];

/** What the parts of a story's page share: who reads, the story's own language, and how those who speak in it are called. */
export interface Telling {
  readonly reader: Reader;
  readonly story: string;
  /** By the id under which a flag tells of them: a party's, or an unnamed source's origin id. */
  readonly names: ReadonlyMap<string, Html>;
  /** The parties of which there is a record to link to: those that asserted, confirmed or denied something. */
  readonly heard: ReadonlySet<string>;
}

const WEIGHTY: ReadonlySet<string> = new Set(['asserts', 'confirms', 'denies']);

/** Whom a state names, of its claims and its timeline. */
export function tellingOf(
  state: Pick<StateView, 'language'> & {
    readonly claims?: StateView['claims'];
    readonly developments: { readonly items: readonly DevelopmentView[] };
  },
  reader: Reader,
): Telling {
  const heard = new Set<string>();
  const names = new Map<string, Html>();
  const note = (chain: ChainView | undefined, stance: string): void => {
    const last = chain?.at(-1);
    if (!last || !('party' in last) || last.type === 'outlet' || !WEIGHTY.has(stance)) return;
    heard.add(last.party);
  };
  const said = (state.claims?.items ?? []).flatMap(({ assertions }) => assertions.items);
  for (const { chain, stance } of said) note(chain, stance);
  for (const { attribution, assertions } of state.developments.items)
    for (const { chains, stance } of assertions) for (const i of chains) note(attribution[i], stance);
  const chains = [
    ...state.developments.items.flatMap(({ attribution }) => attribution),
    ...said.flatMap(({ chain, also = [] }) => [chain, ...also]),
  ];
  for (const link of chains.flat()) {
    if ('unnamed' in link)
      names.set(link.unnamed.origin, phrase(link.unnamed.descriptor, reader, state.language));
    else names.set(link.party, partyName(link.party, link.name, { reader, heard }));
  }
  return { reader, story: state.language, names, heard };
}

/** A party by its name, with the way to its record where there is one. */
function partyName(id: string, called: string, { reader, heard }: Pick<Telling, 'reader' | 'heard'>): Html {
  if (!heard.has(id)) return name(called);
  return html`<a href="${addressOf(`/parties/${id}`, reader, { asOf: reader.asOf })}">${name(called)}</a>`;
}

/** Who is meant by an id; the id itself, as words, where nobody of that name is on the page. */
export const whoIs = (id: string, { names }: Pick<Telling, 'names'>): Html =>
  names.get(id) ?? name(id.replaceAll('-', ' '));

/** A chain of attribution as a sentence has it, the outermost outlet first: `Gazeta.ru, citing RIA Novosti, which cites a senior official (not named)`. */
export function chainWords(chain: ChainView, telling: Telling): Html {
  const { words } = telling.reader;
  const links = chain.map((link, i) => linkWords(link, i === chain.length - 1, telling));
  const [first, second, ...rest] = links;
  if (!first) return html``;
  return html`${first}${second ? words.chain.citing(second) : null}${rest.map((link) => words.chain.whichCites(link))}`;
}

function linkWords(link: ChainView[number], last: boolean, telling: Telling): Html {
  const { reader, story, names } = telling;
  const { chain } = reader.words;
  if ('unnamed' in link) {
    const { descriptor, count } = link.unnamed;
    const described = Object.values(descriptor).some((text) => text.trim() !== '');
    const who = described ? phrase(descriptor, reader, story) : name(chain.undescribed(count));
    return chain.unnamed(who, count);
  }
  const who = names.get(link.party) ?? partyName(link.party, link.name, telling);
  const speaks = link.speaksFor === null ? who : chain.for(who, whoIs(link.speaksFor, telling));
  return last && link.type === 'outlet' ? chain.noSource(speaks) : speaks;
}
