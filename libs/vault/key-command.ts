import { spawn } from 'node:child_process';
import { MasterKeyUnusable } from './failure.js';
import { Key } from './key.js';
import type { KeyRecord, MasterKeySource } from './master-key.js';

/** In milliseconds. */
const TIMEOUT = 30_000;
/** More output than this is no key, in bytes. */
const MOST_OUTPUT = 1024;
const HEX = /^[0-9a-f]{64}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * A master key that a command prints on its standard output: 32 bytes as base64 or hex, such as from a secret manager. It
 * runs without a shell. Its standard error is discarded, because it might repeat the key. `timeout` is in milliseconds.
 */
export const keyCommand = (
  command: string,
  parameters: readonly string[] = [],
  { timeout = TIMEOUT }: { readonly timeout?: number } = {},
): MasterKeySource => new KeyCommand(command, parameters, timeout);

class KeyCommand implements MasterKeySource {
  readonly kind = 'command';
  readonly #command: string;
  /** They may have a token in them. */
  readonly #parameters: readonly string[];
  readonly #timeout: number;

  constructor(command: string, parameters: readonly string[], timeout: number) {
    this.#command = command;
    this.#parameters = parameters;
    this.#timeout = timeout;
  }

  async create(): Promise<{ key: Key; record: KeyRecord }> {
    return { key: await this.open(), record: { kind: 'command' } };
  }

  async open(): Promise<Key> {
    const output = await this.#run();
    const text = output.toString('latin1').trim();
    output.fill(0);
    const key = HEX.test(text)
      ? Key.of(Buffer.from(text, 'hex'))
      : BASE64.test(text)
        ? Key.of(Buffer.from(text, 'base64'))
        : null;
    return key ?? this.#refuse('did not print 32 bytes as base64 or hex, and nothing else');
  }

  async #run(): Promise<Buffer> {
    const child = spawn(this.#command, this.#parameters, {
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: false,
      windowsHide: true,
    });
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_OUTPUT) resolve('printed too much');
    });
    child.on('error', (error: Error & { code?: string }) =>
      resolve(`could not be started (${error.code ?? 'unknown reason'})`),
    );
    child.on('close', (code, signal) =>
      resolve(code === 0 ? null : `ended with ${signal ?? `status ${code}`}`),
    );
    const timer = setTimeout(() => resolve(`took longer than ${this.#timeout} ms`), this.#timeout);
    const fault = await promise;
    clearTimeout(timer);
    // Its children may keep the pipe open, so it is not enough to end the command.
    child.kill('SIGKILL');
    child.stdout.destroy();
    const output = Buffer.concat(chunks);
    for (const chunk of chunks) chunk.fill(0);
    if (fault === null) return output;
    output.fill(0);
    return this.#refuse(fault);
  }

  #refuse(what: string): never {
    throw new MasterKeyUnusable(
      `The command for the master key, ${this.#command}, ${what}. Run it by hand to see why.`,
    );
  }
}
