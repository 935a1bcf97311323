import type { Writable } from 'node:stream';
import { plain } from './plain.js';
import { cut } from './cells.js';
import { EXIT, Failure, ReaderGone, reasonOf } from './failure.js';

type Sink = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const CLEAR_LINE = '\r\u001b[K';
const IN_PIPES = 80;

/** stdout is for what was asked for; progress and errors go to stderr. */
export class Output {
  #updating = false;

  constructor(
    private readonly out: Sink,
    private readonly err: Sink,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {
    // Each write hears of its own error; without these Node would end with a stack.
    out.on('error', () => undefined);
    err.on('error', () => undefined);
  }

  /** Cells of a line. */
  get width(): number {
    return this.out.isTTY === true ? Math.max(20, this.out.columns ?? IN_PIPES) : IN_PIPES;
  }

  get terminal(): boolean {
    return this.out.isTTY === true;
  }

  get colours(): boolean {
    return this.terminal && !this.env['NO_COLOR'] && this.env['TERM'] !== 'dumb';
  }

  /** @throws ReaderGone where the other end of a pipe has closed; Failure where it cannot be written */
  write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.out.write(text, (error) => {
        if (!error) resolve();
        else if ((error as { code?: string }).code === 'EPIPE') reject(new ReaderGone());
        else reject(new Failure(EXIT.failed, `The output could not be written: ${reasonOf(error)}.`));
      });
    });
  }

  /** One line on stderr. */
  tell(line: string): void {
    this.endUpdate();
    this.err.write(`${plain(line)}\n`);
  }

  get updates(): boolean {
    return this.err.isTTY === true;
  }

  /** One line on a terminal, which the next replaces. */
  update(line: string): void {
    this.#updating = true;
    this.err.write(CLEAR_LINE + cut(plain(line), Math.max(20, this.err.columns ?? IN_PIPES) - 1));
  }

  endUpdate(): void {
    if (this.#updating) this.err.write(CLEAR_LINE);
    this.#updating = false;
  }
}
