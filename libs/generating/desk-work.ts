import { PLACES, TOPICS } from './cast.js';
import type { Coverage, Turn } from './coverage.js';
import type { Act } from './line.js';
import { paragraph, sentence, text } from './prose.js';
import type { Random } from './random.js';

/** The commands that need a recent development. */
const OF_RECENT: ReadonlySet<Act['command']> = new Set([
  'correct',
  'correct-story',
  'retract',
  'translate',
  'withdraw',
]);

/** Makes up the work of editors on a story: they record, correct, judge, link and retitle. */
export class DeskWork {
  readonly #judged = new Set<string>();
  readonly #linked = new Set<string>();
  #pinned = false;

  constructor(
    private readonly random: Random,
    private readonly coverage: Coverage,
  ) {}

  /** Whether the story has something that the command can apply to. */
  can(command: Act['command']): boolean {
    const { claims, recent } = this.coverage;
    if (OF_RECENT.has(command)) return recent.length > 0;
    if (command === 'unpin-summary') return this.#pinned;
    if (command === 'judge') return this.#judged.size < claims.all.length;
    return command !== 'link' || claims.all.length > 1;
  }

  do(command: Act['command'], turn: Turn): Act {
    const { random, coverage } = this;
    const { language } = coverage.plot;
    switch (command) {
      case 'open': {
        const headline = this.#words(6, 10, true);
        return { command, language, headline, lede: this.#words(20, 30, true), ...this.#classification() };
      }
      case 'record':
        return { command, ...coverage.development(turn) };
      case 'correct': {
        const { ref: development } = random.pick(coverage.recent);
        const changes = { text: text(language, (l) => paragraph(random, l)) };
        const kind = random.weighted({ correction: 60, clarification: 30, refile: 10 });
        const notice = this.#words(8, 14);
        return { command, development, class: kind, changes, reason: this.#reason(), notice };
      }
      case 'correct-claim': {
        const { id: claim } = random.often(coverage.claims.all);
        return { command, claim, changes: { text: this.#words(7, 14) }, reason: this.#reason() };
      }
      case 'correct-story': {
        const { ref: development } = random.pick(coverage.recent);
        const { id: claim } = random.often(coverage.claims.all);
        return {
          command,
          class: 'correction',
          ...(random.chance(0.5) ? { headline: this.#words(6, 10) } : {}),
          claims: [{ claim, changes: { text: this.#words(7, 14) } }],
          developments: [{ development, changes: { text: text(language, (l) => paragraph(random, l)) } }],
          reason: this.#reason(),
          notice: this.#words(8, 14),
        };
      }
      case 'retract': {
        const { ref: development } = coverage.forget();
        return { command, development, by: random.pick(['us', 'outlet']), reason: this.#reason() };
      }
      case 'withdraw': {
        const { ref: development, origins, assertions } = coverage.forget();
        const [said] = assertions;
        // With several origins, a withdrawal would have to name one of them. Retract the development instead.
        if (origins !== 1 || !said)
          return { command: 'retract', development, by: 'us', reason: this.#reason() };
        const by = random.pick(['us', 'origin'] as const);
        return { command, development, ...said, by, reason: this.#reason() };
      }
      case 'release': {
        const { ref: development } = coverage.remember(coverage.hidden!);
        coverage.hidden = null;
        return { command, development };
      }
      case 'judge': {
        const { id: claim } = random.pick(coverage.claims.all.filter(({ id }) => !this.#judged.has(id)));
        this.#judged.add(claim);
        const verdict = random.weighted({ verified: 75, refuted: 25 });
        const method = this.#reason();
        return { command, claim, verdict, method, public: random.chance(0.5), reason: this.#reason() };
      }
      case 'link':
        return this.#link() ?? { command: 'headline', headline: this.#words(6, 10) };
      case 'headline':
        return { command, headline: this.#words(6, 10) };
      case 'lede':
        return { command, lede: this.#words(20, 30) };
      case 'translate': {
        // No story is recorded in Breton. A text cannot be translated into a language that it was recorded in.
        const words = (low: number, high: number): string =>
          sentence(random, 'fr', random.between(low, high));
        const { ref: development } = random.pick(coverage.recent);
        const { id: claim } = random.often(coverage.claims.all);
        return {
          command,
          language: 'br',
          headline: words(6, 10),
          developments: [{ development, text: words(20, 40) }],
          claims: [{ claim, text: words(7, 14) }],
        };
      }
      case 'summary': {
        this.#pinned = true;
        const named = random.some(
          coverage.claims.all,
          random.between(0, Math.min(4, coverage.claims.all.length)),
        );
        const points = [...named.map(({ id }) => id), null].map((claim) => ({
          text: this.#words(6, 12),
          claim,
        }));
        return { command, text: this.#words(20, 40), points };
      }
      case 'unpin-summary':
        this.#pinned = false;
        return { command };
      case 'classify': {
        // With a new place, the command always changes something.
        const place = { ...random.pick(PLACES), name: `Checkpoint ${turn.number}` };
        const { topics, places } = this.#classification();
        return { command, topics, places: [...places, place] };
      }
      case 'close':
        return { command, reason: this.#reason() };
    }
  }

  /** Null if the two claims already have this link. */
  #link(): Act | null {
    const { random, coverage } = this;
    const { all } = coverage.claims;
    const [a, b] = random.some([...all.keys()], 2) as [number, number];
    const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
    // Links must form no circle. Only neighbours of the same pair are linked as the same claim.
    const isPair = earlier % 2 === 0 && later === earlier + 1;
    const relation = isPair ? 'same' : random.pick(['narrows', 'broadens', 'contradicts'] as const);
    const [from, towards] = relation === 'broadens' ? [earlier, later] : [later, earlier];
    const [claim, to] = [all[from]!.id, all[towards]!.id];
    const name = `${claim} ${relation} ${to}`;
    if (this.#linked.has(name)) return null;
    this.#linked.add(name);
    return { command: 'link', claim, to, relation };
  }

  #words(low: number, high: number, also = false) {
    const { random } = this;
    const { language } = this.coverage.plot;
    return text(language, (l) => sentence(random, l, random.between(low, high)), also);
  }

  #reason(): string {
    return sentence(this.random, 'en', this.random.between(5, 10));
  }

  #classification() {
    const { random } = this;
    return {
      topics: random.some(TOPICS, random.between(1, 3)),
      places: random.some(PLACES, random.between(1, 2)),
    };
  }
}
