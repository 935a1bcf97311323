import { bodyOf, partyOf, sideOf, type Directory, type PartyType } from './party.js';
import type { Refuse } from './refusal.js';
import { same, type Text, type Uuid } from './text.js';

export const STANDINGS = ['principal', 'affiliated', 'witness', 'relayer'] as const;
/** What the origin is to the matter: it took part or is responsible, is of one camp, saw it, or only passes it on. */
export type Standing = (typeof STANDINGS)[number];

export const GROUND_RULES = ['onTheRecord', 'background', 'deepBackground', 'offTheRecord'] as const;
export type GroundRules = (typeof GROUND_RULES)[number];

/** A side as it was declared when the source spoke. */
export interface SideThen {
  readonly id: string;
  readonly name: string;
  readonly allies: readonly string[];
}

/** A party as it was described when it spoke, so that describing it anew does not change the past. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  readonly side: SideThen | null;
  /** The party it speaks for directly, and the body that is behind it in the end. */
  readonly speaksFor: string | null;
  readonly body: { readonly id: string; readonly name: string } | null;
}

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

export type Link =
  | { readonly party: Speaker; readonly standing: Standing | null }
  | { readonly unnamed: Unnamed; readonly standing: Standing | null };

/** Outermost outlet first, origin last. */
export type Chain = readonly Link[];

export type LinkInput =
  | { readonly party: string; readonly standing: Standing | null }
  | { readonly unnamed: UnnamedInput; readonly standing: Standing | null };

/** Without a descriptor it names an unnamed source of this story again, by its origin id. */
export interface UnnamedInput {
  readonly origin: Uuid | null;
  readonly descriptor: Text | null;
  readonly count: number;
  readonly side: string | null;
  readonly groundRules: GroundRules;
  readonly approvedBy: string | null;
}

/**
 * Who knows: a party (or the body it speaks for), an unnamed source, or somebody unknown behind an outlet.
 * `id` is the party's slug, the unnamed source's UUID, or `unknown:<outlet>`.
 */
export interface Origin {
  readonly id: string;
  readonly kind: 'party' | 'unnamed' | 'unknown';
  /** The party that spoke (the spokeswoman, not her ministry); for an unnamed source its origin id. */
  readonly speaker: string;
  readonly name: Text;
  readonly side: SideThen | null;
}

/** The origin of a chain: its last link. An outlet is one only for what it saw itself, or answers for itself. */
export function originOf(chain: Chain): Origin {
  const last = chain[chain.length - 1]!;
  if ('unnamed' in last) {
    const { origin, descriptor, side } = last.unnamed;
    return { id: origin, kind: 'unnamed', speaker: origin, name: descriptor, side };
  }
  const { party } = last;
  const name = { und: party.name };
  if (party.type === 'outlet' && !answersItself(last.standing))
    return { id: `unknown:${party.id}`, kind: 'unknown', speaker: party.id, name, side: null };
  return { id: party.body?.id ?? party.id, kind: 'party', speaker: party.id, name, side: party.side };
}

/** Whether an outlet at the end of a chain is the origin: it was there, or the matter is its own. */
const answersItself = (standing: Standing | null): boolean =>
  standing === 'witness' || standing === 'principal';

/** The outlets that a chain passes through, its last link included where that is an outlet. */
export function outletsOf(chain: Chain): readonly string[] {
  return chain.flatMap((link) => ('party' in link && link.party.type === 'outlet' ? [link.party.id] : []));
}

/** Whether more than one person, who are not named, is its origin. */
export function isSeveral(chain: Chain): boolean {
  const last = chain.at(-1);
  return last !== undefined && 'unnamed' in last && last.unnamed.count > 1;
}

/** Fills a chain with what is known now of its parties, and gives new unnamed sources their origin ids. */
export function resolveLink(
  link: LinkInput,
  known: (origin: Uuid) => Unnamed | undefined,
  newOrigin: () => Uuid,
  directory: Directory,
  refuse: Refuse,
  /** A correction may describe a source of the story anew. */
  redescribe = false,
): Link {
  if ('party' in link)
    return { party: speakerOf(link.party, directory, within(refuse, '/party')), standing: link.standing };
  const { origin, descriptor } = link.unnamed;
  const before = origin === null ? undefined : known(origin);
  if (descriptor === null) {
    if (before) return { unnamed: before, standing: link.standing };
    if (origin === null)
      return refuse('descriptor-missing', 'An unnamed source needs a descriptor.', '/unnamed');
    return refuse(
      'origin-unknown',
      `This story has no unnamed source with the origin ${origin}.`,
      '/unnamed',
    );
  }
  if (Object.values(descriptor).every((t) => t.trim() === ''))
    return refuse('descriptor-missing', 'An unnamed source needs a descriptor.', '/unnamed/descriptor');
  const side =
    link.unnamed.side === null ? null : sideOf(directory, link.unnamed.side, within(refuse, '/unnamed/side'));
  const { count, groundRules, approvedBy } = link.unnamed;
  const unnamed = { origin: origin ?? newOrigin(), descriptor, count, side, groundRules, approvedBy };
  if (before && !redescribe && !same({ ...before, side: before.side?.id }, { ...unnamed, side: side?.id }))
    return refuse(
      'origin-exists',
      `The unnamed source ${unnamed.origin} was described otherwise: name it by its origin alone.`,
      '/unnamed',
    );
  return { unnamed: redescribe ? unnamed : (before ?? unnamed), standing: link.standing };
}

const within =
  (refuse: Refuse, member: string): Refuse =>
  (code, message) =>
    refuse(code, message, member);

/** A party as it is described now. */
export function speakerOf(id: string, directory: Directory, refuse: Refuse): Speaker {
  const party = partyOf(directory, id, refuse);
  const body = bodyOf(directory, party) ?? party;
  const side = party.side ?? body.side;
  return {
    id,
    name: party.name,
    type: party.type,
    side: side === null ? null : sideOf(directory, side, refuse),
    speaksFor: party.speaksFor,
    body: body.id === id ? null : { id: body.id, name: body.name },
  };
}
