import type { LinkInput } from '../facts/attribution.js';
import type { Relation } from '../facts/claim.js';
import type { Stance } from '../facts/stance.js';
import { by, day, decision, open, record, says } from './aleppo.js';
import { after as afterAll, idOf, type Step } from './newsroom.js';

/** The decider of the order. A spokeswoman, Zakharova, speaks for it. */
export const MINISTRY = 'russian-foreign-ministry';

/** An order, a ruling on it two days later, and an appeal against that. */
export const DECISIONS = {
  order: decision('order', [MINISTRY], day('2016-12-01')),
  ruling: decision('ruling', ['washington'], day('2016-12-03')),
  appeal: decision('appeal', ['turkey'], day('2016-12-05')),
} as const;
type Id = keyof typeof DECISIONS;

export const begun: readonly Step[] = [open, record('before', { claims: Object.values(DECISIONS) })];
export const after = (...steps: readonly Step[]): ReturnType<typeof afterAll> => afterAll(...begun, ...steps);

/** The last link of a chain takes a stance on a decision. */
export const on =
  (id: Id) =>
  (ref: string, stance: Stance, ...chain: readonly LinkInput[]): Step =>
    record(ref, { attribution: [chain], assertions: says(stance, [id]) });

export const announced = on('order')('a', 'asserts', by('financial-times'), by(MINISTRY));
export const ruled = on('ruling')('r', 'asserts', by('washington'));
export const appealed = on('appeal')('p', 'confirms', by('turkey'));

export const linked = (from: string, relation: Relation, to: string): Step => ({
  ref: `${from} ${relation} ${to}`,
  command: { type: 'link', claim: from, to, relation },
});
export const unlinked = (from: string, relation: Relation, to: string): Step => ({
  command: { type: 'revoke-link', link: idOf(`${from} ${relation} ${to}`), reason: null },
});
