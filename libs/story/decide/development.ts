import { originOf, usualStanding, type Chain, type SourceStanding } from '../facts/attribution.js';
import type { Claim, ClaimInput } from '../facts/claim.js';
import type { Command, Context } from '../facts/command.js';
import { claimFrom } from '../facts/filed-claim.js';
import type {
  Assertion,
  AssertionInput,
  Development,
  DevelopmentInput,
  Release,
} from '../facts/development.js';
import { EVENT_OF_KIND, type StoryEvent } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { checkDevelopment, checkPublishes } from './development-rules.js';
import { checkNotForgotten, checkPublic, pointerIn } from './publication-rules.js';
import { resolveChains } from './resolve-chains.js';
import { pointingAtFigures, withFigures } from './running-figure.js';
import type { DevelopmentState, Story } from '../state/story.js';
import type { Instant, Uuid } from '../values/text.js';

export function record(story: Story, filed: DevelopmentInput, context: Context): readonly StoryEvent[] {
  if (story.developments.has(context.id)) return [];
  if (story.status === 'closed')
    throw new Refusal('story-closed', 'The story is closed: reopen it to record more.');
  try {
    return recordResolved(story, withFigures(story, filed), context);
  } catch (error) {
    throw error instanceof Refusal ? pointingAtFigures(error, filed) : error;
  }
}

function recordResolved(story: Story, input: DevelopmentInput, context: Context): readonly StoryEvent[] {
  const attribution = resolveChains(story, input.attribution, context);
  const assertions = resolveAssertions(input.assertions, attribution, context.id, context);
  const claims = resolveClaims(story, input.claims, context);
  const development: Development = { ...input, id: context.id, attribution, claims, assertions };
  checkEmbargo(input.release, context);
  checkDevelopment(story, development, input.assertions);
  if (input.release !== 'held') {
    const pointerTo = pointerIn(development, input.assertions);
    const due = { now: context.now, publicFrom: publicFrom(input.release, context.now) };
    checkPublic(story, development, due, pointerTo);
    checkNotForgotten(story, development, pointerTo);
  }
  return [{ type: EVENT_OF_KIND[input.kind], development }];
}

const publicFrom = (release: Release, now: Instant): Instant =>
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
  // At the end of an embargo no editor can decide: the words stay hidden.
  if (command.cause === 'editor')
    checkNotForgotten(story, { ...state.development, publishes }, () => '/publishes');
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

/** Makes one assertion for each origin of the chains on which an input rests. */
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
        'The assertion rests on no chain: name one, or leave chains out for all of them.',
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
