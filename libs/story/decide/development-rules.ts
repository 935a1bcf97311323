import { checkClaim, sameClaim } from '../facts/claim.js';
import type { Assertion, AssertionInput, Development, DevelopmentKind } from '../facts/development.js';
import { STANCE_RULES, type Stance } from '../facts/stance.js';
import { nearClaims, nearQuestions, type Story } from '../state/story.js';
import { Refusal } from '../values/refusal.js';
import type { Uuid } from '../values/text.js';
import { isAmong } from '../values/wording.js';

/** Checks a development that is recorded, or corrected from what it was `before`. */
export function checkDevelopment(
  story: Story,
  development: Development,
  /** The inputs of its assertions, in the order of the request. */
  inputs: readonly AssertionInput[],
  before: Development | null = null,
): void {
  if (Object.values(development.text).every((t) => t.trim() === ''))
    throw new Refusal('text-missing', 'The text has no words: give it in at least one language.', '/text');
  development.claims.forEach((claim, i) => {
    checkClaim(claim, `/claims/${i}`);
    const existing = story.claims.get(claim.id);
    const twice = development.claims.findIndex((c) => c.id === claim.id) < i;
    const asBefore = before?.claims.some((c) => sameClaim(c, claim)) ?? false;
    if (twice)
      throw new Refusal('claim-exists', `Claim ${claim.id} is listed twice: give it once.`, `/claims/${i}`);
    if (existing && !asBefore && !sameClaim(existing.claim, claim))
      throw new Refusal(
        'claim-exists',
        `Claim ${claim.id} exists in the story with other content: leave it out under claims, or correct it.`,
        `/claims/${i}`,
      );
  });
  development.raises.forEach((question, i) => {
    const existing = story.questions.get(question.id);
    if (existing && existing.raisedBy !== development.id && !isAmong(question.text, existing.question.text))
      throw new Refusal(
        'question-exists',
        `Question ${question.id} was raised in other words: give the same words, or another id.`,
        `/raises/${i}`,
      );
  });
  development.answers.forEach((id, i) => {
    if (!story.questions.has(id))
      throw new Refusal(
        'question-unknown',
        `This story has no question ${id}.${nearQuestions(story, id)}`,
        `/answers/${i}`,
      );
  });
  checkPublishes(story, development.publishes);
  checkAssertions(story, development, inputs, before?.assertions ?? []);
  checkKind(story, development);
}

export function checkPublishes(story: Story, publishes: readonly string[]): void {
  publishes.forEach((id, i) => {
    if (!story.claims.has(id))
      throw new Refusal(
        'claim-unknown',
        `This story has no claim ${id}.${nearClaims(story, id)}`,
        `/publishes/${i}`,
      );
  });
}

function checkAssertions(
  story: Story,
  development: Development,
  inputs: readonly AssertionInput[],
  earlier: readonly Assertion[],
): void {
  const own = new Set(development.claims.map((c) => c.id));
  const said = new Map<string, Stance>();
  for (const { id, claim, stance, origin } of development.assertions) {
    const at = inputs.findIndex((input) => input.claim === claim && input.stance === stance);
    const identifiedBy = story.claims.get(claim)?.identifiedBy;
    if (!own.has(claim) && (identifiedBy === undefined || identifiedBy === development.id))
      throw new Refusal(
        'claim-unknown',
        `This story has no claim ${claim}: give it under claims.${nearClaims(story, claim)}`,
        `/assertions/${at}/claim`,
      );
    if (origin.kind === 'rumour' && stance !== 'asserts')
      throw new Refusal(
        'rumour-only-asserts',
        `A rumour can only assert: record what it says as a separate claim, or name the source with the stance ${stance}.`,
        `/assertions/${at}/stance`,
      );
    const isNew = !earlier.some((a) => a.id === id);
    const { weight } = STANCE_RULES[stance];
    if (weight === 'none' && isNew && !spokeBefore(story, development.id, claim, origin.id))
      throw new Refusal(
        'nothing-to-take-back',
        `Origin ${origin.id} has said nothing of claim ${claim} before: record first what it said, or end the chain with another origin.`,
        `/assertions/${at}`,
      );
    if (weight === 'unchanged') continue;
    const key = `${claim} ${origin.id}`;
    const before = said.get(key);
    if (before !== undefined && STANCE_RULES[before].weight !== weight)
      throw new Refusal(
        'stance-contradiction',
        `Origin ${origin.id} both ${before} and ${stance} claim ${claim} in one development: give one of the two.`,
        `/assertions/${at}`,
      );
    said.set(key, stance);
  }
}

/** Whether an origin made any assertion on a claim before a development, even one without effect now. */
function spokeBefore(story: Story, here: Uuid, claim: string, origin: string): boolean {
  const revision = story.developments.get(here)?.revision ?? Infinity;
  const first = story.claims.get(claim)?.byOrigin.get(origin)?.[0];
  return first !== undefined && first.revision < revision;
}

const STANCE_OF_KIND: Readonly<Partial<Record<DevelopmentKind, Stance>>> = {
  confirmation: 'confirms',
  denial: 'denies',
  noveltyDenial: 'deniesNovelty',
  noComment: 'declinesComment',
  noKnowledge: 'noKnowledge',
};

function checkKind(story: Story, development: Development): void {
  const { kind } = development;
  const stance = STANCE_OF_KIND[kind];
  if (stance && !development.assertions.some((a) => a.stance === stance))
    throw new Refusal(
      'kind-mismatch',
      `A development of kind ${kind} needs an assertion with the stance ${stance}.`,
      '/assertions',
    );
  const quantity = kind === 'territorialGain' ? 'territory' : kind === 'figure' ? 'figure' : null;
  if (quantity === null) return;
  const named = [
    ...development.claims,
    ...development.assertions.flatMap((a) => story.claims.get(a.claim)?.claim ?? []),
  ];
  if (!named.some((c) => c.kind === quantity))
    throw new Refusal(
      'kind-mismatch',
      `A development of kind ${kind} needs a claim of kind ${quantity}.`,
      '/claims',
    );
}
