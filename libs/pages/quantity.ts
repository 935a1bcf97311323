import type { Figure, Territory } from '#story';
import { html, inPhrase, joined, type Html } from './html.js';
import { name, number, type Reader } from './reader.js';

/** What a claim counts or measures: the amount, such as `more than 500`, and the subject. */
export interface Quantity {
  readonly amount: Html;
  readonly of: Html;
}

/** The figure or territory of a claim in words; null for other claims. */
export function quantityOf(
  { territory, figure }: { readonly territory: Territory | null; readonly figure: Figure | null },
  reader: Reader,
): Quantity | null {
  if (territory) return ofTerritory(territory, reader);
  return figure ? ofFigure(figure, reader) : null;
}

function ofTerritory(territory: Territory, reader: Reader): Quantity {
  const { share, km2, comparator, area, of, controller, from } = territory;
  const { words } = reader;
  const amounts = [
    ...(share === null ? [] : [number(share, reader, 'percent')]),
    ...(km2 === null ? [] : [`${number(km2, reader)}\u00a0km²`]),
  ];
  const compared = [words.comparator[comparator], amounts.join(', ')].filter((part) => part !== '');
  return {
    amount: amounts.length === 0 ? html`${words.quantity.controlled}` : html`${compared.join('\u00a0')}`,
    of: joined(
      [
        share === null || of === null ? name(area) : html`${name(area)} (${words.quantity.of(name(of))})`,
        inPhrase(words.territory.heldBy, name(controller)),
        ...(from === null ? [] : [inPhrase(words.territory.takenFrom, name(from))]),
      ],
      ', ',
    ),
  };
}

function ofFigure(figure: Figure, reader: Reader): Quantity {
  const { what, of, denominator, period, unit } = figure;
  const { quantity } = reader.words;
  return {
    amount: html`${amountOf(figure, reader)}${unit === null ? null : html` ${name(unit)}`}`,
    of: joined(
      [
        name(what),
        ...(of === null ? [] : [quantity.of(name(of))]),
        ...(denominator === null ? [] : [quantity.outOf(name(denominator))]),
        ...(period === null ? [] : [quantity.period(name(period))]),
      ],
      ', ',
    ),
  };
}

/** `more than 500`, `200–300`, `at least 200`, `about 250 (200–300)`. */
function amountOf({ count, low, high, comparator }: Figure, reader: Reader): string {
  const { words } = reader;
  const compared = (sign: Figure['comparator'], n: number): string =>
    [words.comparator[sign], number(n, reader)].filter((part) => part !== '').join('\u00a0');
  const range =
    low !== null && high !== null
      ? words.quantity.range(number(low, reader), number(high, reader))
      : low !== null
        ? compared('>=', low)
        : high !== null
          ? compared('<=', high)
          : null;
  if (count === null) return range ?? '';
  return range === null ? compared(comparator, count) : `${compared(comparator, count)} (${range})`;
}
