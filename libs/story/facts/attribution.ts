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
/** What the origin is to the matter: it took part or is responsible, is of one camp, saw it, or only passes it on. */
export type SourceStanding = (typeof SOURCE_STANDINGS)[number];

export const GROUND_RULES = ['onTheRecord', 'background', 'deepBackground', 'offTheRecord'] as const;
export type GroundRules = (typeof GROUND_RULES)[number];

/** A source that is not named. Who it is, is in no event. */
export interface Unnamed {
  readonly origin: Uuid;
  readonly descriptor: Text;
  /** How many people: several in one report are one origin. */
  readonly count: number;
  readonly side: SideThen | null;
  /** Null in the public log: what was agreed with a source is between it and the newsroom. */
  readonly groundRules: GroundRules | null;
  readonly approvedBy: string | null;
}

/** What circulates, of which nobody knows who began it. */
export interface Rumour {
  readonly origin: Uuid;
  readonly descriptor: Text;
}

/** The sources that are no parties, by kind. */
export interface Sources {
  readonly unnamed: Unnamed;
  readonly document: Document;
  readonly rumour: Rumour;
}

/** A source that is no party. A story knows it by its origin id. */
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

/** Without a descriptor it names an unnamed source of this story again, by its origin id. */
export interface UnnamedInput {
  readonly origin: Uuid | null;
  readonly descriptor: Text | null;
  readonly count: number;
  readonly side: string | null;
  readonly groundRules: GroundRules;
  readonly approvedBy: string | null;
}

/** Without a descriptor it names a rumour of this story again, by its origin id. */
export interface RumourInput {
  readonly origin: Uuid | null;
  readonly descriptor: Text | null;
}

/**
 * Who knows: a party (or the body it speaks for), an unnamed source, a document, what circulates, or somebody unknown
 * behind an outlet. `id` is the party's slug, the UUID of a source, or `unknown:<outlet>`.
 */
export interface Origin {
  readonly id: string;
  readonly kind: 'party' | 'unnamed' | 'document' | 'rumour' | 'unknown';
  /** The party that spoke (the spokeswoman, not her ministry); for another source its origin id. */
  readonly speaker: string;
  readonly name: Text;
  readonly side: SideThen | null;
  /** Of a document alone. `issuer` is the party (the body) that is said to have issued it. */
  readonly document?: {
    readonly medium: Medium;
    readonly authenticity: Authenticity;
    readonly issuer: string | null;
  };
}

/**
 * The origin of a chain: its last link. An outlet is one only for what it saw itself, or answers for itself. A document
 * that this newsroom has verified is the word of the party that issued it.
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
  if (party.type === 'outlet' && !answersItself(standing))
    return { id: `unknown:${party.id}`, kind: 'unknown', speaker: party.id, name, side: null };
  return { id: party.body?.id ?? party.id, kind: 'party', speaker: party.id, name, side: party.side };
}

function documentOrigin({ origin, title, medium, authenticity, issuer: by }: Document): Origin {
  const issuer = by !== null && 'party' in by ? (by.party.body?.id ?? by.party.id) : null;
  const document = { medium, authenticity, issuer };
  return { id: origin, kind: 'document', speaker: origin, name: title, side: null, document };
}

/** The party whose word a link is: itself, or who issued a document that this newsroom has verified. */
export function speakerOf(link: Link): Speaker | null {
  if ('party' in link) return link.party;
  return 'document' in link ? verifiedIssuer(link.document) : null;
}

/** The parties that a link names, who issued a document among them. */
export function partiesOf(link: Link): readonly Speaker[] {
  if ('party' in link) return [link.party];
  const issuer = 'document' in link ? link.document.issuer : null;
  return issuer !== null && 'party' in issuer ? [issuer.party] : [];
}

/** The standing of an origin of which nothing else is said: a party answers for what it issues. */
export function usualStanding(chain: Chain): SourceStanding {
  const last = chain.at(-1)!;
  if (last.standing !== null) return last.standing;
  if ('rumour' in last) return 'relayer';
  return 'document' in last && verifiedIssuer(last.document) ? 'principal' : 'affiliated';
}

/** Whether an outlet at the end of a chain is the origin: it was there, or the matter is its own. */
const answersItself = (standing: SourceStanding | null): boolean =>
  standing === 'witness' || standing === 'principal';

/** The outlets that a chain passes through, its last link included where that is an outlet. */
export function outletsOf(chain: Chain): readonly string[] {
  return chain.flatMap((link) => ('party' in link && link.party.type === 'outlet' ? [link.party.id] : []));
}

/** Whether the public chain ends before a link: at the outlet that has it from there. */
export const isHidden = (link: Link): boolean =>
  ('unnamed' in link && link.unnamed.groundRules === 'deepBackground') ||
  ('document' in link && link.document.public === false);

/** The documents that a chain rests on, by origin id. */
export function documentsOf(chain: Chain): readonly Uuid[] {
  return chain.flatMap((link) => ('document' in link ? [link.document.origin] : []));
}

/** The id of a source, which a chain or a story has once. */
export function sourceId(source: Source): Uuid {
  if ('unnamed' in source) return source.unnamed.origin;
  return 'document' in source ? source.document.origin : source.rumour.origin;
}

/** What a link names but a party. */
export function sourceOf(link: Link): Source | null {
  if ('unnamed' in link) return { unnamed: link.unnamed };
  if ('document' in link) return { document: link.document };
  return 'rumour' in link ? { rumour: link.rumour } : null;
}

/** Whether more than one person, who are not named, is its origin. */
export function isSeveral(chain: Chain): boolean {
  const last = chain.at(-1);
  return last !== undefined && 'unnamed' in last && last.unnamed.count > 1;
}
