import {
  isHidden,
  outletsOf,
  sourceId,
  sourceOf,
  type Chain,
  type LinkInput,
  type Source,
} from '../facts/attribution.js';
import type { Context } from '../facts/command.js';
import { Refusal, refuseAt } from '../values/refusal.js';
import { resolveLink, type SourceLookup } from './resolve-link.js';
import type { Story } from '../state/story.js';
import { same, type Uuid } from '../values/text.js';

export function resolveChains(
  story: Story,
  chains: readonly (readonly LinkInput[])[],
  context: Context,
  redescribe = false,
): readonly Chain[] {
  if (chains.length === 0)
    throw new Refusal(
      'chain-empty',
      'A development needs an attribution: give at least one chain.',
      '/attribution',
    );
  const named = new Map<Uuid, Source>();
  const resolved = chains.map((chain, i) => {
    if (chain.length === 0)
      throw new Refusal('chain-empty', 'A chain needs at least one link.', `/attribution/${i}`);
    const links = chain.map((link, j) => {
      const sources = sourcesFor(story, named, () => context.derive(context.id, `origin/${i}/${j}`));
      const refuse = refuseAt(`/attribution/${i}/${j}`);
      const resolved = resolveLink(link, sources, context.directory, refuse, redescribe);
      const source = sourceOf(resolved);
      if (source) named.set(sourceId(source), source);
      return resolved;
    });
    checkEnd(links, `/attribution/${i}`);
    checkCircle(links, `/attribution/${i}`);
    return links;
  });
  return resolved.map((links, i) => {
    const described = links.map((link) => asOne(link, resolved));
    checkOutletBefore(described, `/attribution/${i}`);
    return described;
  });
}

/** Within one development a document has its last description. It is hidden if any chain hides it. */
function asOne(link: Chain[number], chains: readonly Chain[]): Chain[number] {
  if (!('document' in link)) return link;
  const all = chains
    .flat()
    .flatMap((other) =>
      'document' in other && other.document.origin === link.document.origin ? [other.document] : [],
    );
  const document = {
    ...all.at(-1)!,
    seenPublic: all.every((one) => one.seenPublic),
    public: all.every((one) => one.public),
  };
  return same(link.document, document) ? link : { ...link, document };
}

/** The sources that the request has named so far, and then those of the story. */
function sourcesFor(story: Story, named: ReadonlyMap<Uuid, Source>, newOrigin: () => Uuid): SourceLookup {
  const get = (origin: Uuid): Source | undefined => named.get(origin) ?? story.sources.get(origin);
  const has = (source: Source | undefined, sha256: string): boolean =>
    source !== undefined && 'document' in source && source.document.sha256 === sha256;
  const withHash = (sha256: string): Uuid | undefined => {
    const here = [...named.values()].find((source) => has(source, sha256));
    const origin = here ? sourceId(here) : story.documents.get(sha256);
    return origin !== undefined && has(get(origin), sha256) ? origin : undefined;
  };
  return { get, withHash, newOrigin };
}

/** A document or a rumour is always the origin, the last link of a chain. */
function checkEnd(links: Chain, pointer: string): void {
  const end = links.findIndex((link) => 'document' in link || 'rumour' in link);
  if (end < 0 || end === links.length - 1) return;
  throw new Refusal(
    'chain-ended',
    `A ${'document' in links[end]! ? 'document' : 'rumour'} ends a chain: give the next link a separate chain, or leave it out.`,
    `${pointer}/${end + 1}`,
  );
}

/** A chain in which an outlet cites itself, directly or through another outlet, has no origin. */
function checkCircle(links: Chain, pointer: string): void {
  const ids = links.map((link) => ('party' in link ? link.party.id : sourceId(link)));
  const again = ids.findIndex((id, j) => ids.indexOf(id) < j);
  if (again < 0) return;
  throw new Refusal(
    'chain-circular',
    `${'party' in links[again]! ? `Party ${ids[again]!}` : 'An unnamed source'} is twice in one chain, as if it cited itself: end the chain with the origin.`,
    `${pointer}/${again}`,
  );
}

/** The public chain ends at the outlet before a hidden link, so there must be such an outlet. */
function checkOutletBefore(links: Chain, pointer: string): void {
  const hidden = links.findIndex(isHidden);
  if (hidden < 0 || outletsOf(links.slice(0, hidden)).length > 0) return;
  throw new Refusal(
    'chain-empty',
    'unnamed' in links[hidden]!
      ? 'On deep background only the outlet is attributed: name the outlet before the source.'
      : 'For a document that is not public, only the outlet is attributed: name the outlet before the document.',
    pointer,
  );
}
