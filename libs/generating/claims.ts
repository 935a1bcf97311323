import type { ClaimKind } from '#story';
import type { ClaimLine } from './line.js';
import { sentence } from './prose.js';
import type { Random } from './random.js';
import { vocabulary, type Language } from './vocabulary.js';

const DAY = 86_400_000;

/**
 * A valid time in EDTF (ISO 8601-2), some days before `at` (milliseconds since the epoch). Mostly it is a day,
 * sometimes an approximate day, an interval, or an interval with an open end.
 */
export function worldTime(random: Random, at: number): string {
  const day = (daysAgo: number): string => new Date(at - daysAgo * DAY).toISOString().slice(0, 10);
  const ago = random.between(0, 6);
  switch (random.weighted({ day: 78, days: 15, about: 2, since: 5 })) {
    case 'day':
      return day(ago);
    case 'days':
      return `${day(ago + random.between(1, 5))}/${day(ago)}`;
    case 'about':
      return `${day(ago)}~`;
    case 'since':
      return `${day(ago)}/..`;
  }
}

/** Makes up the claims of a story. Several figures or shares of a story measure the same variable. */
export class Claims {
  readonly all: { readonly id: string; readonly kind: ClaimKind }[] = [];

  constructor(
    private readonly random: Random,
    private readonly language: Language,
    /** The ids of the parties that may decide something. */
    private readonly deciders: readonly string[],
  ) {}

  /** Makes up a new claim of the story. */
  create(at: number): ClaimLine {
    const { random, language } = this;
    const kind = random.weighted({ proposition: 70, figure: 14, territory: 12, decision: 4 });
    const word = random.pick(vocabulary('en')).slice(0, 20);
    const id = `${word}-${this.all.length + 1}`;
    this.all.push({ id, kind });
    const common = {
      id,
      kind,
      text: { [language]: sentence(random, language, random.between(7, 14)) },
      occurred: worldTime(random, at),
    };
    switch (kind) {
      case 'proposition':
        return common;
      case 'figure':
        return { ...common, figure: this.#figure() };
      case 'territory':
        return { ...common, territory: this.#territory() };
      case 'decision':
        return { ...common, decidedBy: [random.pick(this.deciders)] };
    }
  }

  #figure(): NonNullable<ClaimLine['figure']> {
    const { random, language } = this;
    const count = random.between(2, 2_000);
    const estimate = random.chance(0.3) ? { low: Math.floor(count * 0.8), high: Math.ceil(count * 1.2) } : {};
    return {
      variable: `count-${random.between(1, 2)}`,
      what: sentence(random, language, 2),
      count,
      comparator: random.pick(['=', '~', '>', '>=', '<']),
      ...estimate,
    };
  }

  #territory(): NonNullable<ClaimLine['territory']> {
    const { random, language } = this;
    return {
      variable: `share-${random.between(1, 2)}`,
      area: sentence(random, language, 2),
      of: sentence(random, language, 2),
      share: random.between(1, 100) / 100,
      comparator: random.pick(['=', '~', '>=']),
      controller: sentence(random, language, 2),
    };
  }
}
