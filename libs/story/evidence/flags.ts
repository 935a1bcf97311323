import { mayDecide } from '../facts/decider.js';
import { REMARKS, STANCE_FLAGS, STANCE_RULES } from '../facts/stance.js';
import type { ClaimEvidence } from './claim-evidence.js';
import { allied, somePair } from './independence.js';
import type { OriginStance } from './stance.js';

export const FLAGS = [
  'anonymous-only',
  'document-unverified',
  'document-disputed',
  'same-side',
  ...STANCE_FLAGS,
  'superseded',
  'restated',
  'annulled',
  'contradicted',
  'corrected',
] as const;
export type FlagName = (typeof FLAGS)[number];

/** A note beside the status, which it does not change. */
export interface Flag {
  readonly flag: FlagName;
  /** The parties that spoke, or the origin ids of other sources. */
  readonly who?: readonly string[];
  /** The claims by which an editor replaced this one. */
  readonly by?: readonly string[];
}

/** The flags of a claim, in the order of `FLAGS`; `supporting` are its supporters without mere relays. */
export function flagsOf(evidence: ClaimEvidence, supporting: readonly OriginStance[]): readonly Flag[] {
  const flags: Flag[] = [];
  const kinds = new Set(supporting.map((s) => s.origin.kind));
  if (kinds.has('unnamed') && !kinds.has('party') && !kinds.has('document'))
    flags.push({ flag: 'anonymous-only' });
  for (const authenticity of kinds.has('document') ? (['unverified', 'disputed'] as const) : []) {
    const documents = supporting.filter((s) => s.origin.document?.authenticity === authenticity);
    const who = documents.map((s) => s.origin.speaker).sort();
    if (who.length > 0) flags.push({ flag: `document-${authenticity}`, who });
  }
  if (isOfOneSide(evidence, supporting)) flags.push({ flag: 'same-side' });
  for (const stance of REMARKS) {
    const who = evidence.speakers[stance];
    if (who.length > 0) flags.push({ flag: STANCE_RULES[stance].flag, who });
  }
  for (const flag of ['superseded', 'restated', 'annulled', 'contradicted'] as const) {
    const { who, by } = evidence[flag];
    if (who.length > 0 || by.length > 0) flags.push({ flag, who, ...(by.length > 0 ? { by } : {}) });
  }
  if (evidence.corrected) flags.push({ flag: 'corrected' });
  return flags;
}

/** Whether several origins support a claim and all of them are allied. A decider needs no other side. */
function isOfOneSide({ deciders }: ClaimEvidence, supporting: readonly OriginStance[]): boolean {
  const identified = supporting.filter((s) => s.origin.kind !== 'unknown');
  if (deciders.length > 0 && identified.some((s) => mayDecide(deciders, s.origin))) return false;
  return identified.length > 1 && !somePair(identified, (a, b) => !allied(a.origin, b.origin));
}
