import type { Output } from './output.js';

/** How a long work goes on: one line that changes on a terminal, in pipes a line at most each second. */
export class Progress {
  #told: number | null = null;

  constructor(
    private readonly output: Output,
    private readonly quiet: boolean,
  ) {}

  /** The first is told once a pause has passed: what is quick is done without a word. */
  show(line: () => string): void {
    const { updates } = this.output;
    const now = performance.now();
    this.#told ??= now;
    if (this.quiet || now - this.#told < (updates ? 100 : 1_000)) return;
    this.#told = now;
    if (updates) this.output.update(line());
    else this.output.tell(line());
  }

  end(): void {
    this.output.endUpdate();
  }
}
