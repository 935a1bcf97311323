import type { DevelopmentKind } from '#story';
import type { Cast } from './cast.js';
import type { LinkLine, UnnamedLine } from './line.js';
import { sentence } from './prose.js';
import type { Random } from './random.js';
import type { Language } from './vocabulary.js';

/** Makes up the attributions of one story: from its parties, and from unnamed sources. */
export class Sources {
  readonly #unnamed: { readonly ref: string; described: boolean }[];

  constructor(
    private readonly random: Random,
    private readonly language: Language,
    private readonly casting: Cast,
  ) {
    this.#unnamed = Array.from({ length: random.between(2, 8) }, (_, i) => ({
      ref: `source-${i + 1}`,
      described: false,
    }));
  }

  /** One to three chains of links, each from the outermost outlet to the origin. No two chains have the same origin. */
  chains(kind: DevelopmentKind): readonly (readonly LinkLine[])[] {
    const count = Number(this.random.weighted({ 1: 80, 2: 15, 3: 5 }));
    const chains = Array.from({ length: count }, () => this.#chain(kind));
    const origins = new Set<string>();
    return chains.filter((chain) => {
      const last = chain.at(-1)!;
      const name = 'party' in last ? last.party : last.unnamed.ref;
      if (origins.has(name)) return false;
      origins.add(name);
      return true;
    });
  }

  #chain(kind: DevelopmentKind): readonly LinkLine[] {
    const { random } = this;
    const relayed = ['report', 'figure', 'territorialGain'].includes(kind);
    const who = random.weighted({ party: 60, unnamed: 28, unknown: relayed ? 12 : 0 });
    const outlets = random
      .some(this.casting.outlets, random.weighted({ 1: 80, 2: 20 }) === '1' ? 1 : 2)
      .map(({ id }): LinkLine => ({ party: id }));
    switch (who) {
      case 'unknown':
        return outlets;
      case 'unnamed':
        return [...outlets, this.#source()];
      case 'party': {
        const { id, type } = random.often(this.casting.speakers);
        const principal = type !== 'group' && random.chance(0.5);
        const link: LinkLine = principal ? { party: id, standing: 'principal' } : { party: id };
        return kind === 'statement' && random.chance(0.4) ? [link] : [...outlets, link];
      }
    }
  }

  #source(): LinkLine {
    const { random, language } = this;
    const source = random.often(this.#unnamed);
    const { ref, described } = source;
    source.described = true;
    const unnamed: UnnamedLine = described
      ? { ref }
      : {
          ref,
          descriptor: { [language]: sentence(random, language, random.between(3, 5)) },
          count: random.between(1, 4),
          groundRules: random.weighted({ background: 85, onTheRecord: 10, deepBackground: 5 }),
          approvedBy: 'duty editor',
          ...(random.chance(0.6) ? { side: random.pick(this.casting.sides).id } : {}),
        };
    return random.chance(0.2) ? { unnamed, standing: 'principal' } : { unnamed };
  }
}
