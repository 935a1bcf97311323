import { documentsOf, speakerOf, usualStanding, type Chain } from '../facts/attribution.js';
import { checkClaim, publicClaim, sameClaim, variableOf, type Claim } from '../facts/claim.js';
import type { Command, Context } from '../facts/command.js';
import { deciderOf } from '../facts/decider.js';
import {
  checkDevelopment,
  checkNotGone,
  checkPublic,
  developmentOf,
  inRequest,
  resolveAssertions,
  resolveClaims,
} from './development.js';
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

/** Any field may be corrected; what follows from one (the assertions from the chains) changes with it. */
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
  const reason = reasonOf(command.reason, 'A correction says why.');
  checkUnused(story, before, after);
  inChanges(command.changes, () => {
    const assertions = command.changes.assertions ?? before.assertions;
    checkDevelopment(story, after, assertions, before);
    if (state.releasedAt === null) return;
    checkPublic(story, after, null, inRequest(after, assertions));
    checkNotGone(story, after, inRequest(after, assertions), before.assertions);
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

/** What is to be known of the languages of a text changes with it. */
const CHANGED = [...CORRECTABLE, 'languages'] as const;

/** Where only what is known of the languages changes, the text is given beside it. */
const withText = <F extends string>(fields: readonly F[]): readonly (F | 'text')[] =>
  fields.includes('languages' as F) && !fields.includes('text' as F) ? ['text', ...fields] : fields;

/** What becomes of each of these fields. */
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

/** Words after a correction; where what they were is withheld, nothing of that is kept in other languages. */
function rewordedBy<T extends Wording>(before: T, change: TextChange, withhold: readonly string[]): T {
  const { languages: _, ...bare } = before;
  const was = withhold.includes('text') ? { text: {} } : before;
  return { ...(bare as T), ...reworded(was, change) };
}

/** A rule for developments points to a field of one; a correction has the fields that it changes under `changes`. */
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

/** Claims in the words in which the development has them, where it has them in these and more languages. */
const asBefore = (before: readonly Claim[], claims: readonly Claim[]): readonly Claim[] =>
  claims.map((claim) => before.find((one) => one.id === claim.id && sameClaim(one, claim)) ?? claim);

/** A question in the words given; languages that are not named keep theirs. */
function raisedAs(before: Development['raises'], question: Question): Question {
  const known = before.find(({ id }) => id === question.id);
  return known ? rewordedBy(known, question.text, []) : question;
}

/** Whose word a chain is in the end, if anybody's. */
const speakerIn = (chain: Chain): string | undefined => chain.slice(-1).map(speakerOf)[0]?.id;

/** An assertion as it was; on a document that is found authentic, or not, its standing goes with that. */
function restated(said: Assertion, before: readonly Chain[], after: readonly Chain[]): AssertionInput {
  const [was, is] = [before, after].map((chains) => chains[said.chains[0] ?? -1] ?? []);
  const isFound = same(documentsOf(was!), documentsOf(is!)) && speakerIn(was!) !== speakerIn(is!);
  return isFound && said.standing === usualStanding(was!) ? { ...said, standing: null } : said;
}

/** A claim or question that others name cannot be corrected out of the development that brought it. */
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
        `Claim ${id} is named elsewhere in the story: correct the claim itself.`,
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
        `Question ${id} is answered or raised elsewhere: leave it as it is.`,
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
  const reason = reasonOf(command.reason, 'A correction says why.');
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
  const kept = variableOf(before) ?? before.id;
  const claim = allegation === false ? publicClaim(before) : before;
  return {
    ...(text ? rewordedBy(claim, text, withhold) : claim),
    ...plain,
    ...(territory === undefined
      ? {}
      : { territory: territory && { ...territory, variable: territory.variable ?? kept } }),
    ...(figure === undefined ? {} : { figure: figure && { ...figure, variable: figure.variable ?? kept } }),
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
      'A field can be withheld only where the correction changes it.',
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
