import { bodyOf, partyOf, sideOf, type Directory, type PartyType } from './party.js';
import type { Refuse } from '../values/refusal.js';

/** A side as the directory declared it when the source spoke. */
export interface SideThen {
  readonly id: string;
  readonly name: string;
  readonly allies: readonly string[];
}

/** A party as the directory described it when it spoke: a later description does not change the past. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  readonly side: SideThen | null;
  /** The party that it speaks for directly, and the body at the end of that chain. */
  readonly speaksFor: string | null;
  readonly body: { readonly id: string; readonly name: string } | null;
}

/** A party as the directory describes it now. */
export function speakerNow(id: string, directory: Directory, refuse: Refuse): Speaker {
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
