import { documentsOf, speakerOf, usualStanding, type Chain } from '../facts/attribution.js';
import { checkClaim, publicClaim, sameClaim, variableOf, type Claim } from '../facts/claim.js';
import type { Command, Context } from '../facts/command.js';
import { deciderOf } from '../facts/decider.js';
import { developmentOf, resolveAssertions, resolveClaims } from './development.js';
import { checkDevelopment } from './development-rules.js';
import { checkNotForgotten, checkPublic, pointerIn } from './publication-rules.js';
import {
  CORRECTABLE,
  type Assertion,
  type AssertionInput,
  type Development,
  type DevelopmentChanges,
  type FieldChange,
  type Question,
} from '../facts/development.js';
import type { StoryEvent } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { resolveChains } from './resolve-chains.js';
import { nearClaims, type Story } from '../state/story.js';
import { same } from '../values/text.js';
import { reworded, type TextChange, type Wording } from '../values/wording.js';

/** Corrects any fields of a development; derived fields (assertions from chains) change with them. */
export function correct(
  story: Story,
  command: Extract<Command, { type: 'correct' }>,
  context: Context,
): readonly StoryEvent[] {
  const state = developmentOf(story, command.development);
  if (state.withheld)
    throw new Refusal(
      'development-withheld',
      'The development was killed or taken down: reinstate it before you correct it.',
    );
  const before = state.development;
  const after = inChanges(command.changes, () => corrected(story, before, command, context));
  const fields = withText(CHANGED.filter((field) => !same(before[field], after[field])));
  checkWithheld(command.withhold, Object.keys(command.changes));
  if (fields.length === 0) return [];
  const reason = reasonOf(command.reason, 'A correction needs a reason.');
  checkUnused(story, before, after);
  inChanges(command.changes, () => {
    const assertions = command.changes.assertions ?? before.assertions;
    checkDevelopment(story, after, assertions, before);
    if (state.releasedAt === null) return;
    checkPublic(story, after, null, pointerIn(after, assertions));
    checkNotForgotten(story, after, pointerIn(after, assertions), before.assertions);
  });
  const withheld = new Set(
    command.withhold.includes('attribution') ? [...command.withhold, 'assertions'] : command.withhold,
  );
  const changes = fieldChanges(before, after, fields, (field) => withheld.has(field));
  const { development, class: kind, notice } = command;
  return [
    {
      type: 'DevelopmentCorrected',
      correction: context.id,
      development,
      class: kind,
      changes,
      reason,
      notice,
    },
  ];
}

/** The fields that a correction may change; the notes on languages change with the text. */
const CHANGED = [...CORRECTABLE, 'languages'] as const;

/** Adds the text if only the notes on its languages change. */
const withText = <F extends string>(fields: readonly F[]): readonly (F | 'text')[] =>
  fields.includes('languages' as F) && !fields.includes('text' as F) ? ['text', ...fields] : fields;

/** The old and new values of these fields. */
export const fieldChanges = <T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
  isWithheld: (field: string) => boolean = () => false,
): readonly FieldChange[] =>
  fields.map((field) => ({
    field,
    was: before[field] ?? null,
    is: after[field] ?? null,
    withheld: isWithheld(field),
  }));

/** Words after a correction. If the old words are withheld, no other language keeps them. */
function rewordedBy<T extends Wording>(before: T, change: TextChange, withhold: readonly string[]): T {
  const { languages: _, ...bare } = before;
  const was = withhold.includes('text') ? { text: {} } : before;
  return { ...(bare as T), ...reworded(was, change) };
}

/** Moves the pointer of a refusal from a field of the development to that field under `changes`. */
function inChanges<T>(changes: DevelopmentChanges, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Refusal) || error.pointer === null) throw error;
    const [, field = ''] = error.pointer.split('/');
    throw new Refusal(error.code, error.message, `/changes${field in changes ? error.pointer : ''}`);
  }
}

function corrected(
  story: Story,
  before: Development,
  { changes, withhold }: Pick<Extract<Command, { type: 'correct' }>, 'changes' | 'withhold'>,
  context: Context,
): Development {
  const { attribution: chains, assertions: stances, claims: filed, text, raises, ...plain } = changes;
  const attribution = chains ? resolveChains(story, chains, context, true) : before.attribution;
  const inputs = stances ?? before.assertions.map((a) => restated(a, before.attribution, attribution));
  const assertions =
    chains || stances ? resolveAssertions(inputs, attribution, before.id, context) : before.assertions;
  const claims = filed ? asBefore(before.claims, resolveClaims(story, filed, context)) : before.claims;
  return {
    ...(text ? rewordedBy(before, text, withhold) : before),
    ...plain,
    ...(raises ? { raises: raises.map((question) => raisedAs(before.raises, question)) } : {}),
    attribution,
    claims,
    assertions,
  };
}

/** The claims as the development has them, if it has the given words and maybe more languages. */
const asBefore = (before: readonly Claim[], claims: readonly Claim[]): readonly Claim[] =>
  claims.map((claim) => before.find((one) => one.id === claim.id && sameClaim(one, claim)) ?? claim);

/** A question with new words; languages that are not named keep theirs. */
function raisedAs(before: Development['raises'], question: Question): Question {
  const raised = before.find(({ id }) => id === question.id);
  return raised ? rewordedBy(raised, question.text, []) : question;
}

/** The party whose word a chain is, if any. */
const speakerIn = (chain: Chain): string | undefined => chain.slice(-1).map(speakerOf)[0]?.id;

/** The input of an assertion. If a document becomes authentic, or not, the default `standing` follows. */
function restated(said: Assertion, before: readonly Chain[], after: readonly Chain[]): AssertionInput {
  const [was, is] = [before, after].map((chains) => chains[said.chains[0] ?? -1] ?? []);
  const isFound = same(documentsOf(was!), documentsOf(is!)) && speakerIn(was!) !== speakerIn(is!);
  return isFound && said.standing === usualStanding(was!) ? { ...said, standing: null } : said;
}

/** Checks that a correction does not remove a claim or question that something else uses. */
function checkUnused(story: Story, before: Development, after: Development): void {
  for (const { id } of before.claims) {
    if (after.claims.some((c) => c.id === id)) continue;
    const claim = story.claims.get(id);
    if (!claim || claim.identifiedBy !== before.id) continue;
    const others =
      [...claim.byOrigin.values()].flat().some((a) => a.development !== before.id) ||
      elsewhere(story, before, (d) => d.claims.some((c) => c.id === id) || d.publishes.includes(id));
    const linked = [...story.links.values()].some((l) => !l.revoked && (l.from === id || l.to === id));
    if (others || linked || claim.judgements.length > 0)
      throw new Refusal(
        'claim-in-use',
        `Claim ${id} is used elsewhere in the story: correct the claim itself.`,
        '/changes/claims',
      );
  }
  for (const { id } of before.raises) {
    if (after.raises.some((q) => q.id === id)) continue;
    const question = story.questions.get(id);
    if (question?.raisedBy !== before.id) continue;
    if (question.answeredBy.length > 0 || elsewhere(story, before, (d) => d.raises.some((q) => q.id === id)))
      throw new Refusal(
        'claim-in-use',
        `Question ${id} is answered or raised elsewhere: it cannot be removed.`,
        '/changes/raises',
      );
  }
}

const elsewhere = (story: Story, here: Development, names: (d: Development) => boolean): boolean =>
  [...story.developments.values()].some(
    ({ development }) => development.id !== here.id && names(development),
  );

export function correctClaim(
  story: Story,
  command: Extract<Command, { type: 'correct-claim' }>,
  context: Context,
): readonly StoryEvent[] {
  const before = claimOf(story, command.claim);
  const after = claimAfter(before, command, context);
  const fields = Object.keys(command.changes) as (keyof Claim)[];
  const changed = withText(
    [...fields, 'languages' as const].filter((field) => !same(before[field], after[field])),
  );
  checkWithheld(command.withhold, fields);
  if (changed.length === 0) return [];
  const reason = reasonOf(command.reason, 'A correction needs a reason.');
  checkClaim(after, '/changes');
  const changes = fieldChanges(before, after, changed, (field) => command.withhold.includes(field));
  return [{ type: 'ClaimCorrected', correction: context.id, claim: command.claim, changes, reason }];
}

function claimAfter(
  before: Claim,
  { changes, withhold }: Extract<Command, { type: 'correct-claim' }>,
  { directory }: Context,
): Claim {
  const { territory, figure, decidedBy, allegation, text, ...plain } = changes;
  const variable = variableOf(before) ?? before.id;
  const claim = allegation === false ? publicClaim(before) : before;
  return {
    ...(text ? rewordedBy(claim, text, withhold) : claim),
    ...plain,
    ...(territory === undefined
      ? {}
      : { territory: territory && { ...territory, variable: territory.variable ?? variable } }),
    ...(figure === undefined
      ? {}
      : { figure: figure && { ...figure, variable: figure.variable ?? variable } }),
    ...(decidedBy === undefined
      ? {}
      : {
          decidedBy: decidedBy.map((party, i) => deciderOf(party, directory, `/changes/decidedBy/${i}`)),
        }),
    ...(allegation ? { allegation } : {}),
  };
}

function checkWithheld(withhold: readonly string[], fields: readonly string[]): void {
  const unknown = withhold.findIndex((field) => !fields.includes(field));
  if (unknown >= 0)
    throw new Refusal(
      'field-unknown',
      'A correction can withhold only fields that it changes.',
      `/withhold/${unknown}`,
    );
}

export function claimOf(story: Story, id: string, pointer: string | null = null): Claim {
  const state = story.claims.get(id);
  if (!state)
    throw new Refusal('claim-unknown', `This story has no claim ${id}.${nearClaims(story, id)}`, pointer);
  return state.claim;
}

export function reasonOf(reason: string, rule: string): string {
  if (reason.trim() === '') throw new Refusal('reason-missing', rule, '/reason');
  return reason;
}
