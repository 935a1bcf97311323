import type { DevelopmentKind, Stance } from '#story';
import { castingOf, PLACES, type Cast } from './cast.js';
import { Claims, worldTime } from './claims.js';
import type { DevelopmentLine } from './line.js';
import type { Plot } from './plot.js';
import { paragraph, sentence, text } from './prose.js';
import type { Random } from './random.js';
import { Sources } from './sources.js';

/** What later lines need to know of a recorded development. */
export interface RecordedDevelopment {
  readonly ref: string;
  readonly assertions: DevelopmentLine['assertions'];
  readonly origins: number;
}

/** When a line is recorded, and where it is in its story. Times are in milliseconds since the epoch. */
export interface Turn {
  readonly ref: string;
  readonly at: number;
  /** The ordinal of the line in its story, from 1. */
  readonly number: number;
  /** How many lines follow. */
  readonly left: number;
  /** When the next line is recorded. */
  readonly next: number;
}

/** The most new claims of one development. */
export const CLAIMS_AT_ONCE = 4;
const REMEMBERED = 12;
const MINUTE = 60_000;

/** The state of one story, as far as its next lines need it. */
export class Coverage {
  readonly claims: Claims;
  /** The latest developments that are public and were not retracted. */
  readonly recent: RecordedDevelopment[] = [];
  /** A development that is not public yet. The next line releases it. */
  hidden: RecordedDevelopment | null = null;
  readonly #sources: Sources;
  readonly #questions: string[] = [];

  constructor(
    private readonly random: Random,
    cast: Cast,
    readonly plot: Plot,
  ) {
    const size = Math.min(30, 10 + Math.floor(plot.events / 10));
    const casting = castingOf(random, cast, size);
    const deciders = casting.speakers.map(({ id }) => id);
    this.claims = new Claims(random, plot.language, deciders);
    this.#sources = new Sources(random, plot.language, casting);
  }

  development(turn: Turn): DevelopmentLine {
    const { random } = this;
    const { language, slug } = this.plot;
    const { ref, at, next } = turn;
    const claims = Array.from({ length: this.#newClaims(turn) }, () => this.claims.create(at));
    const about = claims.length > 0 ? claims : this.#someClaims();
    const kind = this.#kind(about[0]!.kind, claims.length > 0);
    const stance = STANCES[kind] ?? (random.chance(0.1) ? 'qualifies' : 'asserts');
    const assertions = about.map(({ id }) => ({ claim: id, stance }));
    const attribution = this.#sources.chains(kind);
    // A development with new claims is public, because later public lines refer to these claims.
    const hides = claims.length === 0 && turn.left > 0 && next > at + MINUTE && random.chance(0.01);
    const recorded: RecordedDevelopment = { ref, assertions, origins: attribution.length };
    if (hides) this.hidden = recorded;
    else this.remember(recorded);
    const answers = !hides && this.#questions.length > 0 && random.chance(0.1) ? this.#answer() : [];
    const raises = !hides && random.chance(0.05) ? [this.#question(turn)] : [];
    return {
      kind,
      text: text(language, (l) => paragraph(random, l), random.chance(0.2)),
      attribution,
      claims,
      assertions,
      raises,
      answers,
      ...(random.chance(0.6) ? { occurred: worldTime(random, at) } : {}),
      ...(random.chance(0.4) ? { reportedAt: new Date(at).toISOString().slice(0, 10) } : {}),
      ...(random.chance(0.4) ? { place: random.often(PLACES) } : {}),
      significance: random.weighted({ substantive: 75, minor: 20, cosmetic: 5 }),
      ...(hides ? { release: this.#release(next) } : {}),
      evidence: random.chance(0.1)
        ? [{ url: `https://example.org/${slug}/${ref}`, public: random.chance(0.7) }]
        : [],
    };
  }

  remember(development: RecordedDevelopment): RecordedDevelopment {
    this.recent.push(development);
    if (this.recent.length > REMEMBERED) this.recent.shift();
    return development;
  }

  /** Removes a recent development, so that no later line refers to it, and returns it. */
  forget(): RecordedDevelopment {
    const [forgotten] = this.recent.splice(this.random.between(0, this.recent.length - 1), 1);
    return forgotten!;
  }

  /** A story gets its claims in its first part, and all of them before its end. */
  #newClaims({ number }: Turn): number {
    const { events, claims } = this.plot;
    const had = this.claims.all.length;
    const wanted = Math.ceil(claims * Math.min(1, number / (events * 0.4))) - had;
    return Math.min(CLAIMS_AT_ONCE, Math.max(wanted, had === 0 ? 1 : 0));
  }

  #kind(about: string, first: boolean): DevelopmentKind {
    const { random } = this;
    if (about === 'figure' && random.chance(0.6)) return 'figure';
    if (about === 'territory' && random.chance(0.6)) return 'territorialGain';
    return first ? random.weighted(FIRST_KINDS) : random.weighted(KINDS);
  }

  #someClaims() {
    const some = Array.from({ length: this.random.between(1, 3) }, () => this.random.often(this.claims.all));
    return [...new Set(some)];
  }

  #release(next: number): DevelopmentLine['release'] & {} {
    return this.random.chance(0.5) ? 'held' : { embargoedUntil: new Date(next).toISOString() };
  }

  #question({ number }: Turn): DevelopmentLine['raises'][number] {
    const { random } = this;
    const id = `question-${number}`;
    this.#questions.push(id);
    return { id, text: text(this.plot.language, (l) => `${sentence(random, l, random.between(4, 8))}?`) };
  }

  #answer(): readonly string[] {
    return this.#questions.splice(this.random.between(0, this.#questions.length - 1), 1);
  }
}

const STANCES: Readonly<Partial<Record<DevelopmentKind, Stance>>> = {
  confirmation: 'confirms',
  denial: 'denies',
  noveltyDenial: 'deniesNovelty',
  noComment: 'declinesComment',
  noKnowledge: 'noKnowledge',
};
const FIRST_KINDS = { report: 70, statement: 30 };
const KINDS = {
  report: 50,
  statement: 18,
  confirmation: 14,
  denial: 10,
  noveltyDenial: 2,
  noComment: 4,
  noKnowledge: 2,
};
