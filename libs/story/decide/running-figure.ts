import { checkClaim, type Claim, type ClaimInput, type Figure } from '../facts/claim.js';
import type { AssertionInput, DevelopmentInput, FigureInput } from '../facts/development.js';
import { figureWords } from '../facts/figure-words.js';
import { nearest } from '../values/nearest.js';
import { Refusal } from '../values/refusal.js';
import type { ClaimState, Story } from '../state/story.js';
import { same } from '../values/text.js';
import { recordedAfter, flaggedReplacements, valuesOf } from '../state/variable.js';
import { isAmong } from '../values/wording.js';

/** The maximum length of a claim id. */
const LONGEST = 80;

/**
 * Turns the running figures of a development into claims and assertions. Each value becomes the existing claim with
 * that value, else a new claim with a generated id and generated words.
 */
export function withFigures(story: Story, { figures = [], ...input }: DevelopmentInput): DevelopmentInput {
  const claims: ClaimInput[] = [...input.claims];
  const assertions: AssertionInput[] = [...input.assertions];
  for (const [i, given] of figures.entries()) {
    const pointer = `/figures/${i}`;
    const values = valuesFor(story, given, input.release === 'held', pointer);
    const claim = claimOf(story, given, values, claims, pointer);
    if (!story.claims.has(claim.id) && !claims.includes(claim)) claims.push(claim);
    assertions.push({ claim: claim.id, stance: given.stance, chains: given.chains, standing: null });
  }
  return { ...input, claims, assertions };
}

/** Points a refusal of a generated assertion at the figure in the request. */
export function pointingAtFigures(refusal: Refusal, { assertions, figures = [] }: DevelopmentInput): Refusal {
  const [, index, rest = ''] = /^\/assertions\/(\d+)(\/chains.*)?/.exec(refusal.pointer ?? '') ?? [];
  const figure = Number(index) - assertions.length;
  if (!(figure >= 0 && figure < figures.length)) return refusal;
  return new Refusal(refusal.code, refusal.message, `/figures/${figure}${rest}`);
}

/** The values of the variable with words that the development may use, newest first. */
function valuesFor(
  story: Story,
  { variable }: FigureInput,
  isHeld: boolean,
  pointer: string,
): readonly [ClaimState, ...ClaimState[]] {
  const figures = valuesOf(story, variable).filter(({ claim }) => claim.figure !== null);
  if (figures.length === 0)
    throw new Refusal(
      'variable-without-value',
      `The story has no figure for the variable ${variable}: give the first value as a claim of kind figure with this variable.${nearest(variable, variablesIn(story))}`,
      `${pointer}/variable`,
    );
  const [newest, ...others] = figures
    .filter(
      ({ identifiedBy, public: isPublic }) =>
        (isHeld || isPublic) && !story.developments.get(identifiedBy)?.withheld,
    )
    .sort((a, b) => (recordedAfter(a, b) ? -1 : 1));
  if (!newest)
    throw new Refusal(
      'claim-not-public',
      `No value of ${variable} is public, so there are no public words for it: give this value as a claim of kind figure.`,
      `${pointer}/variable`,
    );
  return [newest, ...others];
}

const variablesIn = (story: Story): readonly string[] =>
  [...story.claims.values()].flatMap(({ claim }) => claim.figure?.variable ?? []);

/** The existing claim with the same value if no later one replaced it, else a new claim. */
function claimOf(
  story: Story,
  given: FigureInput,
  values: readonly [ClaimState, ...ClaimState[]],
  besides: readonly ClaimInput[],
  pointer: string,
): ClaimInput {
  const model = values[0].claim as Claim & { readonly figure: Figure };
  const { variable, count, low, high, comparator, unit, asOfWorld: occurred, text } = given;
  if (unit !== null && unit !== model.figure.unit)
    throw new Refusal(
      'unit-mismatch',
      `The values of ${variable} have ${model.figure.unit === null ? 'no unit' : `the unit ${model.figure.unit}`}: leave it out, or give a claim with another variable.`,
      `${pointer}/unit`,
    );
  const figure: Figure = { ...model.figure, count, low, high, comparator };
  const inOthers = story.names.find(({ name }) => name === figure.what)?.text;
  const isIt = (claim: ClaimInput): boolean =>
    same(claim.figure, figure) && (text === null || isAmong(text, claim.text));
  const inRequest = besides.find((claim) => isIt(claim) && same(claim.occurred, occurred));
  if (inRequest) return inRequest;
  const there = values.find(
    (value) =>
      isIt(value.claim) && (occurred === null ? isCurrent(value) : same(value.claim.occurred, occurred)),
  );
  if (there) return there.claim;
  const claim: Claim = {
    id: freeId(story, figure, besides),
    kind: 'figure',
    text: { ...figureWords(figure, model, inOthers), ...text },
    occurred,
    place: model.place,
    territory: null,
    figure,
  };
  checkClaim(claim, pointer);
  return claim;
}

function isCurrent(value: ClaimState): boolean {
  const { superseded, restated } = flaggedReplacements(value);
  return superseded.who.length + superseded.by.length + restated.who.length + restated.by.length === 0;
}

/** The variable and the value, with a number if that id is taken: `dead-57`, `dead-57-2`. */
function freeId(
  story: Story,
  { variable, count, low, high }: Figure,
  besides: readonly ClaimInput[],
): string {
  const value = count ?? [low ?? 'up-to', high ?? 'or-more'].join('-');
  const end = String(value)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, 'minus-');
  const taken = (id: string): boolean => story.claims.has(id) || besides.some((claim) => claim.id === id);
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? `-${end}` : `-${end}-${n}`;
    const id = `${variable.slice(0, LONGEST - suffix.length).replace(/-$/, '')}${suffix}`;
    if (!taken(id)) return id;
  }
}
