import type { Development } from '../facts/development.js';
import { folded } from '../values/folding.js';
import type { DevelopmentState, Story } from '../state/story.js';
import type { Text } from '../values/text.js';
import type { Warning } from './warning-form.js';

/** Within this time, in milliseconds, a repetition is probably a double entry. */
const WITHIN = 10 * 60_000;
/** The maximum number of developments to compare: the newest. */
const MOST = 20;

/** Warns about a development that repeats one from minutes before: the same text, or a claim from the same origin. */
export function doubleEntry(story: Story, development: Development): readonly Warning[] {
  const own = story.developments.get(development.id);
  if (!own) return [];
  const text = withSameText(story, own);
  const repeated = withSameAssertion(story, own);
  return [
    ...(text ? [warning(own, text, 'has the same text', '/text')] : []),
    ...(repeated && repeated.one !== text
      ? [warning(own, repeated.one, `has claim ${repeated.claim} from the same origin`, '/assertions')]
      : []),
  ];
}

/** Whether a development was recorded shortly before another, and is neither withheld nor retracted. */
const isDouble = (own: DevelopmentState, one: DevelopmentState): boolean =>
  one.revision < own.revision &&
  own.recordedAt - one.recordedAt <= WITHIN &&
  one.withheld === null &&
  one.retracted === null;

function withSameText(story: Story, own: DevelopmentState): DevelopmentState | undefined {
  const words = Object.entries(normalizedText(own.development.text)).filter(([, text]) => text !== '');
  let compared = 0;
  for (const id of story.timeline.newestFirst()) {
    const one = story.developments.get(id);
    if (!one || one.revision >= own.revision) continue;
    if (own.recordedAt - one.recordedAt > WITHIN || compared >= MOST) return undefined;
    compared += 1;
    if (isDouble(own, one) && hasWords(one.development, words)) return one;
  }
  return undefined;
}

/** The newest development with the same stance of the same origin on a claim. */
function withSameAssertion(
  story: Story,
  own: DevelopmentState,
): { readonly one: DevelopmentState; readonly claim: string } | undefined {
  const found = own.development.assertions.flatMap(({ claim, stance, origin }) => {
    const said = story.claims.get(claim)?.byOrigin.get(origin.id) ?? [];
    const one = said
      .slice(-MOST)
      .filter((a) => a.stance === stance && a.withdrawn === null)
      .map((a) => story.developments.get(a.development))
      .findLast((other) => other !== undefined && isDouble(own, other));
    return one ? [{ one, claim }] : [];
  });
  return found.toSorted((a, b) => b.one.revision - a.one.revision)[0];
}

/** Whether a development has these words in one of the languages. */
function hasWords({ text }: Development, words: readonly (readonly [string, string])[]): boolean {
  const has = normalizedText(text);
  return words.some(([language, said]) => has[language] === said);
}

/** Texts in their compared form. Each is compared with many others, and folding is expensive. */
const normalized = new WeakMap<Text, Text>();

function normalizedText(text: Text): Text {
  const found = normalized.get(text);
  if (found) return found;
  const made = Object.fromEntries(
    Object.entries(text).map(([language, words]) => [
      language,
      folded(words)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ]),
  );
  normalized.set(text, made);
  return made;
}

function warning(own: DevelopmentState, other: DevelopmentState, what: string, pointer: string): Warning {
  const minutes = Math.round((own.recordedAt - other.recordedAt) / 60_000);
  const when = minutes === 0 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const message = `Development ${other.development.id}, recorded ${when} before, ${what}: kill one of them if this is a double entry. Keep both if the source repeats itself.`;
  return { rule: 'double-entry', source: 'Dateline', pointer, message };
}
