import { variableOf, type Figure } from '../facts/claim.js';
import type { Development } from '../facts/development.js';
import { figureText, numbersIn, saysFigure } from '../facts/numbers-in-text.js';
import { speaksOf } from '../values/names-in-text.js';
import type { ClaimState, Heading, Story } from '../state/story.js';
import { pointsShown } from '../state/points-shown.js';
import type { Text } from '../values/text.js';
import type { Warning } from './warning-form.js';
import { wordsIn } from '../values/words.js';

/** Warns about a number in the text that differs from a figure of the development. */
export function numberDiffers(story: Story, { text, claims, assertions }: Development): readonly Warning[] {
  const figures = claims.flatMap(({ id, figure }) => (figure ? [{ id, figure }] : []));
  if (figures.length === 0) return [];
  const figuresNamed = [
    ...figures.map((f) => f.figure),
    ...assertions.flatMap(({ claim }) => story.claims.get(claim)?.claim.figure ?? []),
  ];
  return Object.entries(text).flatMap(([language, words]) => {
    const numbers = numbersIn(words);
    const others = numbers.filter((n) => !figuresNamed.some((figure) => saysFigure(n, figure)));
    const [other] = others;
    const missing = figures.find(({ figure }) => !numbers.some((n) => saysFigure(n, figure)));
    if (!other || !missing) return [];
    const message = `The text says ${other.text}, and the figure of claim ${missing.id} is ${figureText(missing.figure)}: correct the wrong one.`;
    return [{ rule: 'number-differs', source: 'Dateline', pointer: `/text/${language}`, message }];
  });
}

/** Warns about an outdated text of the pinned summary, or a point whose claim is out of date. */
export function warningsOfSummary(story: Story): readonly Warning[] {
  if (story.summary === null) return [];
  const points = pointsShown(story).flatMap(({ text, claim }, i) => {
    const said = warningsOfHeading(story, 'summary', text, `/points/${i}/text`);
    const attributed = Object.values(text).every((words) => claim !== null && isAttributed(claim, words));
    if (said.length > 0 || claim === null || !isGone(claim) || attributed) return said;
    const message = `The point names claim ${claim.claim.id}, which ${whyGone(story, claim)}: change its words, or leave the point out.`;
    return [{ rule: 'heading-out-of-date', source: 'Dateline', pointer: `/points/${i}`, message }];
  });
  return [...warningsOfHeading(story, 'summary', story.summary.text, '/text'), ...points];
}

/** The maximum number of claims to check for a heading: the newest. */
const LOOKED_AT = 1_000;

/**
 * Warns about a heading, or a text of the summary, that is out of date. Its figure was replaced, or its claim is
 * refuted or withdrawn. `at` is the pointer to the text in the request.
 */
export function warningsOfHeading(
  story: Story,
  what: Heading['what'],
  text: Text,
  at: string | null = `/${what}`,
  claims = newestClaims(story),
): readonly Warning[] {
  const counts = claims.flatMap((state) => (isGone(state) ? [] : (state.claim.figure ?? [])));
  return Object.entries(text).flatMap(([language, words]) => {
    const stated = numbersIn(words);
    const numbers = stated.filter((n) => !counts.some((figure) => saysFigure(n, figure)));
    // Beside the present figure, an older number measures something else, or is attributed.
    const hasPresentFigure = ({ claim }: ClaimState): boolean =>
      counts.some(
        (figure) => figure.variable === variableOf(claim) && stated.some((n) => saysFigure(n, figure)),
      );
    const found = claims.find(
      (state) =>
        isGone(state) &&
        !(state.claim.figure
          ? isSaidBy(state, words) || hasPresentFigure(state)
          : isAttributed(state, words)) &&
        repeats(state, language, words, numbers),
    );
    if (!found) return [];
    const pointer = at === null ? {} : { pointer: `${at}/${language}` };
    const message = `The ${what} repeats claim ${found.claim.id}, which ${whyGone(story, found)}: change the words, or attribute them.`;
    return [{ rule: 'heading-out-of-date', source: 'Dateline', ...pointer, message }];
  });
}

/** The maximum number of other values of a variable to check: the newest. */
const VALUES = 20;

/**
 * Warns about the headline, lede and summary if an event at this revision made them out of date. It checks the claims
 * that the event touched, and other values of their variables.
 */
export function warningsOfHeadingsNow(
  story: Story,
  touched: readonly string[],
  revision: number,
): readonly Warning[] {
  const beside = touched.flatMap((id) => {
    const state = story.claims.get(id);
    const variable = state && variableOf(state.claim);
    return variable ? (story.variables.get(variable) ?? []).slice(-VALUES) : [];
  });
  const claims = [...new Set([...touched, ...beside])].flatMap((id) => story.claims.get(id) ?? []);
  const gone = claims.filter((state) => isGone(state) && state.current.revision === revision);
  if (gone.length === 0) return [];
  const among = [...gone, ...claims.filter((state) => !isGone(state))];
  const summary = story.summary ? [story.summary.text, ...pointsShown(story).map(({ text }) => text)] : [];
  const found = [
    ...warningsOfHeading(story, 'headline', story.headline.text, null, among),
    ...(story.lede ? warningsOfHeading(story, 'lede', story.lede.text, null, among) : []),
    ...summary.flatMap((text) => warningsOfHeading(story, 'summary', text, null, among)),
  ];
  return found.filter(({ message }, i) => found.findIndex((other) => other.message === message) === i);
}

function newestClaims(story: Story): readonly ClaimState[] {
  const ids = new Set<string>();
  for (const id of story.claimOrder.newestFirst()) {
    if (ids.size >= LOOKED_AT) break;
    ids.add(id);
  }
  return [...ids].flatMap((id) => story.claims.get(id) ?? []);
}

const isReplaced = ({ current }: ClaimState): boolean =>
  current.flags.some(({ flag }) => flag === 'superseded' || flag === 'restated');

const isGone = (state: ClaimState): boolean =>
  isReplaced(state) || state.current.status === 'refuted' || state.current.status === 'withdrawn';

function whyGone(story: Story, state: ClaimState): string {
  if (!isReplaced(state)) return `is ${state.current.status}`;
  const variable = variableOf(state.claim);
  const values = variable === null ? [] : (story.variables.get(variable) ?? []);
  const now = values.findLast((id) => {
    const other = story.claims.get(id);
    return other !== undefined && !isGone(other) && other.claim.figure !== null;
  });
  const figure: Figure | null = now === undefined ? null : story.claims.get(now)!.claim.figure;
  return figure === null
    ? 'was replaced by another claim'
    : `was replaced by claim ${now} with ${figureText(figure)}`;
}

/** Whether a text repeats a claim: the number of its figure, or most of its significant words. */
function repeats(
  { claim }: ClaimState,
  language: string,
  words: string,
  numbers: ReturnType<typeof numbersIn>,
): boolean {
  const { figure } = claim;
  if (figure) return numbers.some((n) => saysFigure(n, figure));
  const said = [...new Set(wordsIn(claim.text[language] ?? ''))];
  const there = wordsIn(words);
  const shared = said.filter((word) =>
    there.some((w) => w.startsWith(word.slice(0, Math.max(4, word.length - 2)))),
  );
  return said.length >= 3 && shared.length * 5 >= said.length * 4;
}

/** Words that deny something. */
const DENIES =
  /\b(?:not?|never|false|wrong|denie[ds]|deny|denial|refuted?|retract\w*|withdr[ae]w\w*|pas|faux|fausse|dement\w*|démen\w*|retir\w*)\b/iu;

const isAttributed = (state: ClaimState, words: string): boolean =>
  DENIES.test(words) || isSaidBy(state, words);

const isSaidBy = ({ stances }: ClaimState, words: string): boolean =>
  stances.some(({ origin }) => Object.values(origin.name).some((name) => speaksOf(words, name)));
