import { nearest } from '../values/nearest.js';
import { Refusal, refuseAt, type Refuse } from '../values/refusal.js';
import { same } from '../values/text.js';

export type PartyType = 'person' | 'outlet' | 'organization' | 'state' | 'group';

/** A declared camp of the story's world, which may be allied with others. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly allies: readonly string[];
}

/** A person, institution, outlet, state or group that speaks or acts. A person may speak for an organization. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  readonly side: string | null;
  readonly speaksFor: string | null;
  /** Other names that texts use for it. Only the desk sees them. */
  readonly aliases?: readonly string[];
}

export type DirectoryEvent =
  | { readonly type: 'SideDeclared'; readonly side: Side }
  | { readonly type: 'PartyRegistered'; readonly party: Party }
  | { readonly type: 'PartyDescribed'; readonly party: Party };

export type DirectoryCommand =
  | { readonly type: 'side'; readonly side: Side }
  | { readonly type: 'party'; readonly party: Party; readonly describe: boolean };

/** All sides and parties, shared by all stories. */
export interface Directory {
  readonly sides: ReadonlyMap<string, Side>;
  readonly parties: ReadonlyMap<string, Party>;
}

export const emptyDirectory: Directory = { sides: new Map(), parties: new Map() };

export function evolveDirectory(directory: Directory, event: DirectoryEvent): Directory {
  switch (event.type) {
    case 'SideDeclared':
      return { ...directory, sides: new Map(directory.sides).set(event.side.id, event.side) };
    case 'PartyRegistered':
    case 'PartyDescribed':
      return { ...directory, parties: new Map(directory.parties).set(event.party.id, event.party) };
  }
}

/** @throws Refusal `side-unknown`, `party-unknown`, `party-exists`, `speaks-for-itself` */
export function decideDirectory(directory: Directory, command: DirectoryCommand): readonly DirectoryEvent[] {
  switch (command.type) {
    case 'side': {
      for (const [i, ally] of command.side.allies.entries())
        if (ally !== command.side.id) sideOf(directory, ally, refuseAt(`/allies/${i}`));
      if (same(directory.sides.get(command.side.id), command.side)) return [];
      return [{ type: 'SideDeclared', side: command.side }];
    }
    case 'party': {
      const existing = directory.parties.get(command.party.id);
      // A command without aliases, such as the import of an export, keeps them.
      const { aliases = existing?.aliases ?? [], ...described } = command.party;
      const party: Party = aliases.length > 0 ? { ...described, aliases } : described;
      if (same(existing, party)) return [];
      if (party.side !== null) sideOf(directory, party.side, refuseAt('/side'));
      if (party.speaksFor !== null) partyOf(directory, party.speaksFor, refuseAt('/speaksFor'));
      if (bodyOf({ ...directory, parties: new Map(directory.parties).set(party.id, party) }, party) === null)
        throw new Refusal(
          'speaks-for-itself',
          `Party ${party.id} cannot speak for itself, directly or through others.`,
          '/speaksFor',
        );
      if (existing && !command.describe)
        throw new Refusal(
          'party-exists',
          `Party ${party.id} exists with other content: change its description with PUT.`,
        );
      return [{ type: existing ? 'PartyDescribed' : 'PartyRegistered', party }];
    }
  }
}

export function partyOf(directory: Directory, id: string, refuse: Refuse): Party {
  return (
    directory.parties.get(id) ??
    refuse(
      'party-unknown',
      `No party ${id} is registered: register it first.${nearest(id, directory.parties.keys())}`,
    )
  );
}

export function sideOf(directory: Directory, id: string, refuse: Refuse): Side {
  return (
    directory.sides.get(id) ??
    refuse(
      'side-unknown',
      `No side ${id} is declared: declare it first.${nearest(id, directory.sides.keys())}`,
    )
  );
}

/** The body at the end of the chain of `speaksFor`; the party itself if it speaks for nobody; null for a circle. */
export function bodyOf(directory: Directory, party: Party): Party | null {
  const seen = new Set<string>();
  let body = party;
  while (body.speaksFor !== null) {
    if (seen.has(body.id)) return null;
    seen.add(body.id);
    const next = directory.parties.get(body.speaksFor);
    if (!next) return body;
    body = next;
  }
  return body;
}
