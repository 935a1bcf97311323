import type { Writable } from 'node:stream';
import { plain } from './plain.js';
import { cut } from './cells.js';
import { EXIT, Failure, ReaderGone, reasonOf } from './failure.js';

type Sink = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const CLEAR_LINE = '\r\u001b[K';
const IN_PIPES = 80;

/** stdout gets the result of the command, stderr its progress and errors. */
export class Output {
  #updating = false;

  constructor(
    private readonly out: Sink,
    private readonly err: Sink,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {
    // Each write handles its own error. Without these listeners Node would end with a stack.
    out.on('error', () => undefined);
    err.on('error', () => undefined);
  }

  /** Width of a line in cells. */
  get width(): number {
    return this.out.isTTY === true ? Math.max(20, this.out.columns ?? IN_PIPES) : IN_PIPES;
  }

  get terminal(): boolean {
    return this.out.isTTY === true;
  }

  get colours(): boolean {
    return this.terminal && !this.env['NO_COLOR'] && this.env['TERM'] !== 'dumb';
  }

  /** @throws ReaderGone if the reader has closed the pipe; Failure if writing fails */
  write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.out.write(text, (error) => {
        if (!error) resolve();
        else if ((error as { code?: string }).code === 'EPIPE') reject(new ReaderGone());
        else reject(new Failure(EXIT.failed, `The output could not be written: ${reasonOf(error)}.`));
      });
    });
  }

  /** Writes a line to stderr. */
  note(line: string): void {
    this.endUpdate();
    this.err.write(`${plain(line)}\n`);
  }

  get updates(): boolean {
    return this.err.isTTY === true;
  }

  /** Writes a line to the terminal that the next one replaces. */
  update(line: string): void {
    this.#updating = true;
    this.err.write(CLEAR_LINE + cut(plain(line), Math.max(20, this.err.columns ?? IN_PIPES) - 1));
  }

  endUpdate(): void {
    if (this.#updating) this.err.write(CLEAR_LINE);
    this.#updating = false;
  }
}
