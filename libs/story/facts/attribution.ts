import {
  verifiedIssuer,
  type Authenticity,
  type Document,
  type DocumentInput,
  type Medium,
} from './document.js';
import type { SideThen, Speaker } from './speaker.js';
import type { Text, Uuid } from '../values/text.js';

export const SOURCE_STANDINGS = ['principal', 'affiliated', 'witness', 'relayer'] as const;
/** The relation of an origin to the matter: responsible for it, of one side, a witness, or only a relayer. */
export type SourceStanding = (typeof SOURCE_STANDINGS)[number];

export const GROUND_RULES = ['onTheRecord', 'background', 'deepBackground', 'offTheRecord'] as const;
export type GroundRules = (typeof GROUND_RULES)[number];

/** An unnamed source. No event contains its identity. */
export interface Unnamed {
  readonly origin: Uuid;
  readonly descriptor: Text;
  /** The number of people. Several people in one report are one origin. */
  readonly count: number;
  readonly side: SideThen | null;
  /** Null in the public log: the agreement is between the source and the newsroom. */
  readonly groundRules: GroundRules | null;
  readonly approvedBy: string | null;
}

/** A rumour: it circulates, and nobody knows its origin. */
export interface Rumour {
  readonly origin: Uuid;
  readonly descriptor: Text;
}

/** The sources that are not parties, by kind. */
export interface Sources {
  readonly unnamed: Unnamed;
  readonly document: Document;
  readonly rumour: Rumour;
}

/** A source that is not a party. A story identifies it by its origin id. */
export type Source = { [K in keyof Sources]: { readonly [_ in K]: Sources[K] } }[keyof Sources];

export type Link = ({ readonly party: Speaker } | Source) & { readonly standing: SourceStanding | null };

/** Outermost outlet first, origin last. */
export type Chain = readonly Link[];

export type LinkInput = (
  | { readonly party: string }
  | { readonly unnamed: UnnamedInput }
  | { readonly document: DocumentInput }
  | { readonly rumour: RumourInput }
) & { readonly standing: SourceStanding | null };

/** Without a descriptor it refers to an unnamed source of this story, by its origin id. */
export interface UnnamedInput {
  readonly origin: Uuid | null;
  readonly descriptor: Text | null;
  readonly count: number;
  readonly side: string | null;
  readonly groundRules: GroundRules;
  readonly approvedBy: string | null;
}

/** Without a descriptor it refers to a rumour of this story, by its origin id. */
export interface RumourInput {
  readonly origin: Uuid | null;
  readonly descriptor: Text | null;
}

/**
 * Where information comes from: a party (or the body it speaks for), an unnamed source, a document, a rumour, or
 * somebody unknown behind an outlet. `id` is the slug of the party, the UUID of the source, or `unknown:<outlet>`.
 */
export interface Origin {
  readonly id: string;
  readonly kind: 'party' | 'unnamed' | 'document' | 'rumour' | 'unknown';
  /** The party that spoke (the spokeswoman, not her ministry); for another source its origin id. */
  readonly speaker: string;
  readonly name: Text;
  readonly side: SideThen | null;
  /** Only for a document. `issuer` is the party (the body) that issued it, as far as is known. */
  readonly document?: {
    readonly medium: Medium;
    readonly authenticity: Authenticity;
    readonly issuer: string | null;
  };
}

/**
 * The origin of a chain: its last link. An outlet is an origin only as a witness, or if it is responsible for the
 * matter. A document that this newsroom has verified is the word of its issuer.
 */
export function originOf(chain: Chain): Origin {
  const last = chain[chain.length - 1]!;
  if ('unnamed' in last) {
    const { origin, descriptor, side } = last.unnamed;
    return { id: origin, kind: 'unnamed', speaker: origin, name: descriptor, side };
  }
  if ('rumour' in last) {
    const { origin, descriptor } = last.rumour;
    return { id: origin, kind: 'rumour', speaker: origin, name: descriptor, side: null };
  }
  const speaker = speakerOf(last);
  if (speaker) return partyOrigin(speaker, last.standing);
  return documentOrigin((last as Extract<Link, { document: unknown }>).document);
}

function partyOrigin(party: Speaker, standing: SourceStanding | null): Origin {
  const name = { und: party.name };
  if (party.type === 'outlet' && !isOriginItself(standing))
    return { id: `unknown:${party.id}`, kind: 'unknown', speaker: party.id, name, side: null };
  return { id: party.body?.id ?? party.id, kind: 'party', speaker: party.id, name, side: party.side };
}

function documentOrigin({ origin, title, medium, authenticity, issuer: by }: Document): Origin {
  const issuer = by !== null && 'party' in by ? (by.party.body?.id ?? by.party.id) : null;
  const document = { medium, authenticity, issuer };
  return { id: origin, kind: 'document', speaker: origin, name: title, side: null, document };
}

/** The party that speaks in a link: the party itself, or the issuer of a verified document. */
export function speakerOf(link: Link): Speaker | null {
  if ('party' in link) return link.party;
  return 'document' in link ? verifiedIssuer(link.document) : null;
}

/** The parties that a link names, including the issuer of a document. */
export function partiesOf(link: Link): readonly Speaker[] {
  if ('party' in link) return [link.party];
  const issuer = 'document' in link ? link.document.issuer : null;
  return issuer !== null && 'party' in issuer ? [issuer.party] : [];
}

/** The default `standing` of an origin. The issuer of a verified document is a principal. */
export function usualStanding(chain: Chain): SourceStanding {
  const last = chain.at(-1)!;
  if (last.standing !== null) return last.standing;
  if ('rumour' in last) return 'relayer';
  return 'document' in last && verifiedIssuer(last.document) ? 'principal' : 'affiliated';
}

/** Whether an outlet at the end of a chain is the origin: as a witness, or as responsible for the matter. */
const isOriginItself = (standing: SourceStanding | null): boolean =>
  standing === 'witness' || standing === 'principal';

/** The outlets in a chain, including its last link if that is an outlet. */
export function outletsOf(chain: Chain): readonly string[] {
  return chain.flatMap((link) => ('party' in link && link.party.type === 'outlet' ? [link.party.id] : []));
}

/** Whether the public does not see a link: the public chain ends at the outlet before it. */
export const isHidden = (link: Link): boolean =>
  ('unnamed' in link && link.unnamed.groundRules === 'deepBackground') ||
  ('document' in link && link.document.public === false);

/** The origin ids of the documents in a chain. */
export function documentsOf(chain: Chain): readonly Uuid[] {
  return chain.flatMap((link) => ('document' in link ? [link.document.origin] : []));
}

/** The origin id of a source, unique in a story. */
export function sourceId(source: Source): Uuid {
  if ('unnamed' in source) return source.unnamed.origin;
  return 'document' in source ? source.document.origin : source.rumour.origin;
}

/** The source of a link, if that is not a party. */
export function sourceOf(link: Link): Source | null {
  if ('unnamed' in link) return { unnamed: link.unnamed };
  if ('document' in link) return { document: link.document };
  return 'rumour' in link ? { rumour: link.rumour } : null;
}

/** Whether the origin is more than one unnamed person. */
export function isSeveral(chain: Chain): boolean {
  const last = chain.at(-1);
  return last !== undefined && 'unnamed' in last && last.unnamed.count > 1;
}
