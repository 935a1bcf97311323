import type { DevelopmentState, Story } from '#story';

/** The claims that a key development names, unless it is retracted or withheld. */
export class KeyClaims {
  /** How many key developments name each claim. */
  readonly #timesNamed = new Map<string, number>();

  resume(story: Story): void {
    for (const state of story.developments.values()) this.#count(state, 1);
  }

  /** Gives the claims that became key claims, or no longer are. */
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
    return this.#timesNamed.has(claim);
  }

  #count(state: DevelopmentState | undefined, by: 1 | -1): void {
    for (const claim of namedBy(state)) {
      const n = (this.#timesNamed.get(claim) ?? 0) + by;
      if (n > 0) this.#timesNamed.set(claim, n);
      else this.#timesNamed.delete(claim);
    }
  }
}

function namedBy(state: DevelopmentState | undefined): ReadonlySet<string> {
  if (state?.development.significance !== 'key' || state.retracted || state.withheld) return new Set();
  const { claims, assertions } = state.development;
  return new Set([...claims.map((c) => c.id), ...assertions.map((a) => a.claim)]);
}
