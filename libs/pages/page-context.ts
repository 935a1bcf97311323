import type { StateView } from '#projections';
import type { Text } from '#story';
import { html, inPhrase, type Html } from './html.js';
import { addressOf, name, phrase, type Reader } from './reader.js';
import { worldTime } from './when.js';

export type DevelopmentView = StateView['developments']['items'][number];
export type ClaimView = StateView['claims']['items'][number];
export type ChainView = DevelopmentView['attribution'][number];

/** The names of parties with a record page, by id: `partyNames` of #projections for the ids of `partiesIn`. */
export type Parties = ReadonlyMap<string, string>;

/** What the parts of a story page share. */
export interface PageContext {
  readonly reader: Reader;
  /** The language of the story. */
  readonly story: string;
  /** Names of parties and unnamed sources. The id is the one in flags: of the party, or the origin id of the source. */
  readonly names: ReadonlyMap<string, Html>;
  /** The claims on the page, to which it can link. */
  readonly claims: ReadonlySet<string>;
}

interface Spoken {
  readonly language: string;
  readonly claims?: { readonly items: readonly ClaimView[] };
  readonly developments: { readonly items: readonly DevelopmentView[] };
}

const linksIn = ({ claims, developments }: Spoken): readonly ChainView[number][] =>
  [
    ...developments.items.flatMap(({ attribution }) => attribution),
    ...(claims?.items ?? []).flatMap(({ assertions }) =>
      assertions.items.flatMap(({ chain, also = [] }) => [chain, ...also]),
    ),
  ].flat();

/** The parties that a state names, those for which they speak, and the deciders of claims. */
export function partiesIn(state: Spoken): ReadonlySet<string> {
  const named = linksIn(state).flatMap((link) => {
    if ('party' in link) return [link.party, link.speaksFor];
    return 'document' in link ? [issuerOf(link.document)] : [];
  });
  const deciders = (state.claims?.items ?? []).flatMap(({ decidedBy }) =>
    (decidedBy ?? []).map(({ id }) => id),
  );
  return new Set([...named.filter((id) => id !== null), ...deciders]);
}

type DocumentView = Extract<ChainView[number], { document: unknown }>['document'];

/** The party that issued a document; null if no known party did. */
const issuerOf = ({ issuer }: DocumentView): string | null =>
  issuer !== null && 'party' in issuer ? issuer.party : null;

const titleWords = (title: Text, reader: Reader, story: string): Html =>
  inPhrase(reader.words.quoted, phrase(title, reader, story));

/** Collects the names and claims of a state. */
export function pageContextOf(state: Spoken, parties: Parties, reader: Reader): PageContext {
  const names = new Map<string, Html>();
  for (const [id, called] of parties) names.set(id, recordLink(id, called, reader));
  for (const link of linksIn(state)) {
    if ('unnamed' in link)
      names.set(link.unnamed.origin, phrase(link.unnamed.descriptor, reader, state.language));
    else if ('rumour' in link)
      names.set(link.rumour.origin, phrase(link.rumour.descriptor, reader, state.language));
    else if ('document' in link)
      names.set(link.document.origin, titleWords(link.document.title, reader, state.language));
    else
      names.set(
        link.party,
        parties.has(link.party) ? recordLink(link.party, link.name, reader) : name(link.name),
      );
  }
  const claims = new Set(state.claims?.items.map(({ id }) => id));
  return { reader, story: state.language, names, claims };
}

const recordLink = (id: string, called: string, reader: Reader): Html =>
  html`<a href="${addressOf(`/parties/${id}`, reader, { asOf: reader.asOf })}">${name(called)}</a>`;

/** The name for an id; without one on the page, the id in words. */
export const whoIs = (id: string, { names }: Pick<PageContext, 'names'>): Html =>
  names.get(id) ?? name(id.replaceAll('-', ' '));

/**
 * A chain of attribution as part of a sentence, the outermost outlet first: `Gazeta.ru, citing RIA Novosti, which cites a
 * senior official (not named)`.
 */
export function chainWords(chain: ChainView, context: PageContext): Html {
  const { words } = context.reader;
  const links = linksOf(chain, context);
  const [first, second, ...rest] = links;
  if (!first) return html``;
  return html`${first}${second ? inPhrase(words.citing, second) : null}${rest.map((link) => words.chain.whichCites(link))}`;
}

/** The chain of a source that did not comment: `Turkey, asked by the Financial Times`. */
export function askedWords(chain: ChainView, context: PageContext): Html {
  const [outlet, asked, ...rest] = linksOf(chain, context);
  if (!outlet || !asked || rest.length > 0) return chainWords(chain, context);
  return context.reader.words.chain.askedBy(asked, outlet);
}

const linksOf = (chain: ChainView, context: PageContext): readonly Html[] =>
  chain.map((link, i) => linkWords(link, i === chain.length - 1, context));

function linkWords(link: ChainView[number], last: boolean, context: PageContext): Html {
  const { reader, story, names } = context;
  const { chain } = reader.words;
  if ('unnamed' in link) {
    const { descriptor, count } = link.unnamed;
    const described = Object.values(descriptor).some((text) => text.trim() !== '');
    const who = described ? phrase(descriptor, reader, story) : name(chain.undescribed(count));
    return chain.unnamed(who, count);
  }
  if ('rumour' in link)
    return html`${phrase(link.rumour.descriptor, reader, story)} (${reader.words.circulating})`;
  if ('document' in link) return documentWords(link.document, context);
  const who = names.get(link.party) ?? name(link.name);
  const speaks = link.speaksFor === null ? who : chain.for(who, whoIs(link.speaksFor, context));
  if (!last || link.type !== 'outlet') return speaks;
  if (link.standing === 'witness') return chain.eyes(speaks);
  return link.standing === 'principal' ? speaks : chain.noSource(speaks);
}

/** The title of a document links to the web address at which it was seen. */
function documentWords(document: DocumentView, context: PageContext): Html {
  const { reader, story, names } = context;
  const { medium, issuer, date, seen, authenticity } = document;
  const title = titleWords(document.title, reader, story);
  const address = seen !== null && /^https?:\/\//i.test(seen) ? seen : null;
  return reader.words.chain.document({
    medium,
    title:
      address === null
        ? title
        : html`<a class="outside" href="${address}" rel="nofollow noreferrer">${title}</a>`,
    issuer:
      issuer && ('party' in issuer ? (names.get(issuer.party) ?? name(issuer.name)) : name(issuer.name)),
    date: date === null ? null : worldTime(date, reader),
    seen: seen === null || address !== null ? null : name(seen),
    authenticity,
  });
}
