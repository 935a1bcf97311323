import { originOf, usualStanding, type Chain, type SourceStanding } from '../facts/attribution.js';
import { checkClaim, sameClaim, type Claim, type ClaimInput } from '../facts/claim.js';
import type { Command, Context } from '../facts/command.js';
import { claimFrom } from '../facts/filed-claim.js';
import type {
  Assertion,
  AssertionInput,
  Development,
  DevelopmentInput,
  DevelopmentKind,
  Release,
} from '../facts/development.js';
import { EVENT_OF_KIND, type StoryEvent, type Withheld } from '../facts/event.js';
import { onlyAnswers, STANCE_RULES, type Stance } from '../facts/stance.js';
import { forgets } from '../values/grounds.js';
import { Refusal } from '../values/refusal.js';
import { resolveChains } from './resolve-chains.js';
import { pointingAtFigures, withFigures } from './running-figure.js';
import { nearClaims, nearQuestions, type DevelopmentState, type Story } from '../state/story.js';
import type { Instant, Uuid } from '../values/text.js';
import { isAmong } from '../values/wording.js';

export function record(story: Story, filed: DevelopmentInput, context: Context): readonly StoryEvent[] {
  if (story.developments.has(context.id)) return [];
  if (story.status === 'closed')
    throw new Refusal('story-closed', 'The story is closed: reopen it to record more.');
  try {
    return recorded(story, withFigures(story, filed), context);
  } catch (error) {
    throw error instanceof Refusal ? pointingAtFigures(error, filed) : error;
  }
}

function recorded(story: Story, input: DevelopmentInput, context: Context): readonly StoryEvent[] {
  const attribution = resolveChains(story, input.attribution, context);
  const assertions = resolveAssertions(input.assertions, attribution, context.id, context);
  const claims = resolveClaims(story, input.claims, context);
  const development: Development = { ...input, id: context.id, attribution, claims, assertions };
  checkEmbargo(input.release, context);
  checkDevelopment(story, development, input.assertions);
  if (input.release !== 'held')
    checkPublic(
      story,
      development,
      { now: context.now, until: until(input.release, context.now) },
      inRequest(development, input.assertions),
    );
  if (input.release !== 'held') checkNotGone(story, development, inRequest(development, input.assertions));
  return [{ type: EVENT_OF_KIND[input.kind], development }];
}

const until = (release: Release, now: Instant): Instant =>
  typeof release === 'object' ? release.embargoedUntil : now;

export function checkEmbargo(release: Release, context: Context): Release {
  if (typeof release === 'object' && release.embargoedUntil <= context.now)
    throw new Refusal(
      'embargo-past',
      'The embargo ends in the past: give a later time, or release it now.',
      '/release',
    );
  return release;
}

export function release(story: Story, command: Extract<Command, { type: 'release' }>): readonly StoryEvent[] {
  const state = developmentOf(story, command.development);
  if (state.releasedAt !== null) return [];
  const { release: now } = state.development;
  if (command.until !== undefined && (typeof now !== 'object' || now.embargoedUntil !== command.until))
    return [];
  if (story.status === 'closed' && !(story.keepsSchedule && command.cause === 'embargo'))
    throw new Refusal('story-closed', 'The story is closed: reopen it to release more.');
  if (state.withheld)
    throw new Refusal(
      'development-withheld',
      'The development was killed or taken down: reinstate it first.',
    );
  if (state.retracted)
    throw new Refusal(
      'development-retracted',
      'The development was retracted before its release: revoke the retraction first.',
    );
  checkPublishes(story, command.publishes);
  const publishes = [...new Set([...state.development.publishes, ...command.publishes])];
  checkPublic(story, { ...state.development, publishes }, null, () => '/publishes');
  // At the end of an embargo nobody is there to decide: the words stay away.
  if (command.cause === 'editor')
    checkNotGone(story, { ...state.development, publishes }, () => '/publishes');
  const { development, cause } = command;
  return [{ type: 'DevelopmentReleased', development, cause, publishes: command.publishes }];
}

export function developmentOf(story: Story, id: Uuid): DevelopmentState {
  const state = story.developments.get(id);
  if (!state) throw new Refusal('development-unknown', `This story has no development ${id}.`);
  return state;
}

export const resolveClaims = (
  story: Story,
  claims: readonly ClaimInput[],
  context: Context,
): readonly Claim[] =>
  claims.map((claim, i) =>
    claimFrom(claim, story.claims.get(claim.id)?.claim, context.directory, `/claims/${i}`),
  );

/** One assertion for each origin of the chains it rests on. */
export function resolveAssertions(
  inputs: readonly AssertionInput[],
  attribution: readonly Chain[],
  development: Uuid,
  context: Context,
): readonly Assertion[] {
  const assertions = new Map<Uuid, Assertion>();
  inputs.forEach((input, i) => {
    const chains = input.chains ?? [...attribution.keys()];
    if (chains.length === 0)
      throw new Refusal(
        'chain-unknown',
        'The assertion rests on no chain: name one, or leave chains out for all.',
        `/assertions/${i}/chains`,
      );
    for (const [k, c] of chains.entries()) {
      const chain = attribution[c];
      if (!chain)
        throw new Refusal(
          'chain-unknown',
          `There is no chain ${c}: chains count from 0.`,
          `/assertions/${i}/chains/${k}`,
        );
      const origin = originOf(chain);
      const id = context.derive(development, `${input.claim}/${input.stance}/${origin.id}`);
      const standing: SourceStanding = input.standing ?? usualStanding(chain);
      const before = assertions.get(id);
      const on = before ? [...new Set([...before.chains, c])] : [c];
      assertions.set(id, { id, claim: input.claim, stance: input.stance, chains: on, origin, standing });
    }
  });
  return [...assertions.values()];
}

/** The rules that hold for a development whenever it is recorded, or corrected from what it was `before`. */
export function checkDevelopment(
  story: Story,
  development: Development,
  /** From which its assertions were made, in the order in which the request gives them. */
  inputs: readonly AssertionInput[],
  before: Development | null = null,
): void {
  if (Object.values(development.text).every((t) => t.trim() === ''))
    throw new Refusal('text-missing', 'There are no words: give the text in at least one language.', '/text');
  development.claims.forEach((claim, i) => {
    checkClaim(claim, `/claims/${i}`);
    const known = story.claims.get(claim.id);
    const twice = development.claims.findIndex((c) => c.id === claim.id) < i;
    const asBefore = before?.claims.some((c) => sameClaim(c, claim)) ?? false;
    if (twice)
      throw new Refusal(
        'claim-exists',
        `Claim ${claim.id} stands twice under claims: give it once.`,
        `/claims/${i}`,
      );
    if (known && !asBefore && !sameClaim(known.claim, claim))
      throw new Refusal(
        'claim-exists',
        `Claim ${claim.id} is in the story with other content: name it, or correct it.`,
        `/claims/${i}`,
      );
  });
  development.raises.forEach((question, i) => {
    const known = story.questions.get(question.id);
    if (known && known.raisedBy !== development.id && !isAmong(question.text, known.question.text))
      throw new Refusal(
        'question-exists',
        `Question ${question.id} was raised in other words.`,
        `/raises/${i}`,
      );
  });
  development.answers.forEach((id, i) => {
    if (!story.questions.has(id))
      throw new Refusal(
        'question-unknown',
        `No question ${id} was raised.${nearQuestions(story, id)}`,
        `/answers/${i}`,
      );
  });
  checkPublishes(story, development.publishes);
  checkAssertions(story, development, inputs, before?.assertions ?? []);
  checkKind(story, development);
}

function checkPublishes(story: Story, publishes: readonly string[]): void {
  publishes.forEach((id, i) => {
    if (!story.claims.has(id))
      throw new Refusal(
        'claim-unknown',
        `No claim ${id} was identified.${nearClaims(story, id)}`,
        `/publishes/${i}`,
      );
  });
}

function checkAssertions(
  story: Story,
  development: Development,
  inputs: readonly AssertionInput[],
  known: readonly Assertion[],
): void {
  const own = new Set(development.claims.map((c) => c.id));
  const said = new Map<string, Stance>();
  for (const { id, claim, stance, origin } of development.assertions) {
    const at = inputs.findIndex((input) => input.claim === claim && input.stance === stance);
    const identifiedBy = story.claims.get(claim)?.identifiedBy;
    if (!own.has(claim) && (identifiedBy === undefined || identifiedBy === development.id))
      throw new Refusal(
        'claim-unknown',
        `No claim ${claim} was identified: give it under claims.${nearClaims(story, claim)}`,
        `/assertions/${at}/claim`,
      );
    if (origin.kind === 'rumour' && stance !== 'asserts')
      throw new Refusal(
        'rumour-only-asserts',
        `What circulates asserts and does nothing else: give a claim of its own for what it says, or name who ${stance} claim ${claim}.`,
        `/assertions/${at}/stance`,
      );
    const isNew = !known.some((a) => a.id === id);
    const { weight } = STANCE_RULES[stance];
    if (weight === 'none' && isNew && !spokeBefore(story, development.id, claim, origin.id))
      throw new Refusal(
        'nothing-to-take-back',
        `Origin ${origin.id} has said nothing of claim ${claim} before: record first what it said, or end the chain with who said it.`,
        `/assertions/${at}`,
      );
    if (weight === 'unchanged') continue;
    const key = `${claim} ${origin.id}`;
    const before = said.get(key);
    if (before !== undefined && STANCE_RULES[before].weight !== weight)
      throw new Refusal(
        'stance-contradiction',
        `One origin both ${before} and ${stance} claim ${claim} here.`,
        `/assertions/${at}`,
      );
    said.set(key, stance);
  }
}

/** Whether an origin said anything of a claim before a development, however that ended. */
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
      `A development of kind ${kind} has an assertion that ${stance}.`,
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
      `A development of kind ${kind} names a claim of kind ${quantity}.`,
      '/claims',
    );
}

/** When a development is to be public, and what time it is. */
export interface Due {
  readonly until: Instant;
  readonly now: Instant;
}

/** What a public development names must be public by then, or be published by it. */
export function checkPublic(
  story: Story,
  development: Development,
  by: Due | null,
  /** Where the request names a claim, or says which are to be public. */
  where: (claim: string) => string,
): void {
  const links = development.attribution.flat();
  if (links.some((l) => 'unnamed' in l && l.unnamed.groundRules === 'offTheRecord'))
    throw new Refusal(
      'off-the-record',
      'What was said off the record cannot be released: hold it, or correct its ground rules.',
      '/release',
    );
  const mine = new Set([
    ...development.publishes,
    ...development.claims.map((c) => c.id).filter((id) => !story.claims.has(id)),
  ]);
  for (const { claim } of development.assertions)
    if (!mine.has(claim)) checkClaimPublic(story, claim, development, by, where);
  for (const { id } of development.claims)
    if (!mine.has(id)) checkClaimPublic(story, id, development, by, where);
}

/** What was removed for safety, by law or for privacy does not come back because somebody says it again. */
export function checkNotGone(
  story: Story,
  { id: here, publishes, assertions }: Development,
  where: (claim: string) => string,
  before: readonly Assertion[] = [],
): void {
  const why = (development: string): Withheld | null => story.developments.get(development)?.withheld ?? null;
  for (const { claim, stance } of assertions) {
    const state = story.claims.get(claim);
    const by = state && why(state.identifiedBy);
    if (!state || !by || !forgets(by.grounds) || publishes.includes(claim) || onlyAnswers(stance)) continue;
    if (before.some((a) => a.claim === claim && !onlyAnswers(a.stance))) continue;
    const said = [...state.byOrigin.values()].flat();
    if (said.some((a) => a.development !== here && !onlyAnswers(a.stance) && isShown(story, a.development)))
      continue;
    throw new Refusal(
      'claim-not-public',
      `The words of claim ${claim} were removed, on grounds of ${by.grounds}, with the development that brought them: list it under publishes to show them again.`,
      where(claim),
    );
  }
}

const isShown = (story: Story, development: string): boolean => {
  const state = story.developments.get(development);
  return state !== undefined && state.releasedAt !== null && state.withheld === null;
};

/** Where a development, as it is recorded or corrected, names a claim. */
export const inRequest =
  (development: Development, assertions: readonly AssertionInput[]) =>
  (id: string): string => {
    const said = assertions.findIndex(({ claim }) => claim === id);
    if (said >= 0) return `/assertions/${said}/claim`;
    return `/claims/${development.claims.findIndex((claim) => claim.id === id)}`;
  };

function checkClaimPublic(
  story: Story,
  id: string,
  development: Development,
  by: Due | null,
  where: (claim: string) => string,
): void {
  const claim = story.claims.get(id);
  if (!claim || claim.public || claim.identifiedBy === development.id) return;
  if (by !== null && releasedBy(story.developments.get(claim.identifiedBy), by)) return;
  throw new Refusal(
    'claim-not-public',
    `Claim ${id} was identified only in a development that is not public: list it under publishes to make its words public.`,
    where(id),
  );
}

/** Whether a development waits for an embargo that ends in time. */
function releasedBy(identifying: DevelopmentState | undefined, { until: by, now }: Due): boolean {
  if (!identifying || identifying.withheld || identifying.retracted) return false;
  const { release: waits } = identifying.development;
  return typeof waits === 'object' && waits.embargoedUntil > now && waits.embargoedUntil <= by;
}
