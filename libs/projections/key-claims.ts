import type { DevelopmentState, Story } from '#story';

/** Which claims a key development names that was neither retracted nor withheld. */
export class KeyClaims {
  /** By how many each is named. */
  readonly #named = new Map<string, number>();

  resume(story: Story): void {
    for (const state of story.developments.values()) this.#count(state, 1);
  }

  /** Answers with the claims of which that is another now. */
  advance(before: Story, after: Story, developments: readonly string[]): readonly string[] {
    const touched = new Map<string, boolean>();
    for (const id of developments) {
      const [was, is] = [before.developments.get(id), after.developments.get(id)];
      for (const claim of [...namedBy(was), ...namedBy(is)])
        if (!touched.has(claim)) touched.set(claim, this.has(claim));
      this.#count(was, -1);
      this.#count(is, 1);
    }
    return [...touched].flatMap(([claim, had]) => (had === this.has(claim) ? [] : [claim]));
  }

  has(claim: string): boolean {
    return this.#named.has(claim);
  }

  #count(state: DevelopmentState | undefined, by: 1 | -1): void {
    for (const claim of namedBy(state)) {
      const n = (this.#named.get(claim) ?? 0) + by;
      if (n > 0) this.#named.set(claim, n);
      else this.#named.delete(claim);
    }
  }
}

function namedBy(state: DevelopmentState | undefined): ReadonlySet<string> {
  if (state?.development.significance !== 'key' || state.retracted || state.withheld) return new Set();
  const { claims, assertions } = state.development;
  return new Set([...claims.map((c) => c.id), ...assertions.map((a) => a.claim)]);
}
