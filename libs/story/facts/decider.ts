import type { Origin } from './attribution.js';
import type { Directory } from './party.js';
import { refuseAt } from '../values/refusal.js';
import { speakerNow, type Speaker } from './speaker.js';

/** A party that may decide, as it was described when a claim named it. */
export type Decider = Pick<Speaker, 'id' | 'name' | 'type' | 'body'>;

/** @throws Refusal `party-unknown` */
export function deciderOf(party: string, directory: Directory, pointer: string): Decider {
  const { id, name, type, body } = speakerNow(party, directory, refuseAt(pointer));
  return { id, name, type, body };
}

/** Whether an origin is one of those who may decide: the party itself, or the body for which it speaks. */
export const mayDecide = (deciders: readonly Decider[], origin: Origin): boolean =>
  origin.kind === 'party' && deciders.some(({ id, body }) => (body?.id ?? id) === origin.id);
