import type { Cast } from './cast.js';
import { Coverage, CLAIMS_AT_ONCE } from './coverage.js';
import { DeskWork } from './desk-work.js';
import type { Act, StoryLine } from './line.js';
import type { Plot } from './plot.js';
import type { Random } from './random.js';

/** Makes up one story, line by line. The newsroom accepts every line, and every line changes something. */
export class Narrator {
  /** When the next line is recorded, in milliseconds since the epoch. */
  at: number;
  /** How many lines are left. */
  left: number;
  #progress = 0;
  readonly #coverage: Coverage;
  readonly #work: DeskWork;

  constructor(
    private readonly random: Random,
    cast: Cast,
    private readonly plot: Plot,
  ) {
    this.at = plot.from;
    this.left = plot.events;
    this.#coverage = new Coverage(random, cast, plot);
    this.#work = new DeskWork(random, this.#coverage);
  }

  next(): StoryLine {
    const { at } = this;
    this.left -= 1;
    const number = this.plot.events - this.left;
    this.#plan();
    const command = this.#choose(number);
    const ref = `${command}-${number}`;
    const act = this.#work.do(command, { ref, at, number, left: this.left, next: this.at });
    return { at: new Date(at).toISOString(), story: this.plot.slug, ref, ...act };
  }

  /** Draws the time of the next line, as the earliest of `left` random times. More lines are early than late. */
  #plan(): void {
    if (this.left === 0) return;
    const { from, until } = this.plot;
    this.#progress = 1 - (1 - this.#progress) * this.random.fraction() ** (1 / this.left);
    this.at = Math.max(this.at, Math.floor(from + (until - from) * this.#progress ** 1.6));
  }

  #choose(number: number): Act['command'] {
    const { random, plot, left } = this;
    const { claims, hidden } = this.#coverage;
    if (number === 1) return 'open';
    if (hidden) return 'release';
    if (number === 2 || plot.claims - claims.all.length > CLAIMS_AT_ONCE * left) return 'record';
    if (left === 0 && plot.ends && plot.events > 8 && random.chance(0.5)) return 'close';
    const command = random.weighted(ACTS);
    return this.#work.can(command) ? command : 'record';
  }
}

/** How many of a thousand lines have each command. */
const ACTS = {
  record: 864,
  headline: 25,
  correct: 30,
  'correct-claim': 12,
  'correct-story': 6,
  translate: 6,
  lede: 12,
  summary: 10,
  'unpin-summary': 2,
  withdraw: 12,
  link: 8,
  retract: 7,
  judge: 6,
  classify: 6,
};
