import type { Figure, Territory } from '#story';
import { inLine } from './plain.js';
import { filled, type Language, type Vocabulary } from '#wordings';

/** What a claim counts or measures, in words; null for other claims. */
export function quantityWords(
  { territory, figure }: { readonly territory: Territory | null; readonly figure: Figure | null },
  words: Vocabulary,
  language: Language,
): string | null {
  if (territory) return territoryWords(territory, words, language);
  return figure ? figureWords(figure, words, language) : null;
}

function territoryWords(territory: Territory, words: Vocabulary, language: Language): string {
  const { share, km2, comparator, area, of, controller, from } = territory;
  const compared = words.comparator[comparator];
  const amounts = [
    ...(share === null
      ? []
      : [`${number(share, language, 'percent')}${of === null ? '' : ` (${inLine(of)})`}`]),
    ...(km2 === null ? [] : [`${number(km2, language)} km²`]),
  ];
  const amount = amounts.length === 0 ? [] : [joined(compared, amounts.join(', '))];
  return [
    [inLine(area), ...amount].join(`${words.colon} `),
    filled(words.territory.heldBy, inLine(controller)),
    ...(from === null ? [] : [filled(words.territory.takenFrom, inLine(from))]),
  ].join(', ');
}

function figureWords(figure: Figure, words: Vocabulary, language: Language): string {
  const { count, low, high, comparator, unit, what, of, denominator, period } = figure;
  const said = (n: number): string => number(n, language);
  const range =
    low !== null && high !== null
      ? `${said(low)}–${said(high)}`
      : low !== null
        ? joined(words.comparator['>='], said(low))
        : high !== null
          ? joined(words.comparator['<='], said(high))
          : null;
  const counted = count === null ? null : joined(words.comparator[comparator], said(count));
  const amount = counted !== null && range !== null ? `${counted} (${range})` : (counted ?? range ?? '');
  const others = [of, denominator, period].flatMap((part) => (part === null ? [] : [inLine(part)]));
  return [
    `${inLine(what)}${words.colon} ${joined(amount, unit === null ? '' : inLine(unit))}`,
    ...others,
  ].join(', ');
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** A number in the format of the language, not rounded. */
function number(value: number, language: Language, style: 'decimal' | 'percent' = 'decimal'): string {
  return new Intl.NumberFormat(language, { style, maximumFractionDigits: 10 }).format(value);
}
