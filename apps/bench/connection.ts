import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly body: string;
}

/** The tokens of the desks that run, by port. */
export const tokens = new Map<number, string>();

/** The headers with which `fetch` sends the token of a desk. */
export const tokenOf = (port: number): Record<string, string> => {
  const token = tokens.get(port);
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
};

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * A persistent HTTP/1.1 connection for one request at a time. It does so little that a bench compares the servers, not
 * the client. Responses must have a content-length.
 */
export class Connection {
  /** What each request sends besides: the host, and the token of a desk. */
  readonly #head: string;
  #chunks: Buffer[] = [];
  #received = 0;
  #status = 0;
  /** The offset of the body, and the length of head and body together; 0 until the head has arrived. */
  #start = 0;
  #length = 0;
  #done: ((answer: Answer) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;

  private constructor(
    private readonly socket: Socket,
    host: string,
    token: string | undefined,
  ) {
    this.#head = `\r\nhost: ${host}\r\n${token === undefined ? '' : `authorization: Bearer ${token}\r\n`}`;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error('The server closed the connection.')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket, `127.0.0.1:${port}`, tokens.get(port)));
      });
    });
  }

  /** Sends a request from {@link requestOf}. */
  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
      this.socket.write(request.replace('\r\n', this.#head));
    });
  }

  close(): void {
    this.#failed = null;
    this.socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    if (this.#length === 0 && !this.#readHead()) return;
    if (this.#received < this.#length) return;
    const done = this.#done!;
    const bytes = this.#length - this.#start;
    const body = Buffer.concat(this.#chunks).toString('utf8', this.#start, this.#length);
    const answer = { status: this.#status, bytes, body };
    this.#chunks = [];
    this.#received = this.#length = 0;
    this.#done = this.#failed = null;
    done(answer);
  }

  #readHead(): boolean {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    const end = all.indexOf(END_OF_HEAD);
    if (end < 0) return false;
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#failed?.(new Error(`An answer without content-length: ${head}`));
      return false;
    }
    this.#status = Number(head.slice(9, 12));
    this.#start = end + END_OF_HEAD.length;
    this.#length = this.#start + Number(length);
    return true;
  }
}

/** The bytes of a request, without its host. */
export function requestOf(
  method: 'GET' | 'POST',
  path: string,
  body = '',
  headers: readonly string[] = [],
): string {
  const more = headers.map((header) => `${header}\r\n`).join('');
  const content =
    body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\n${more}${content}\r\n${body}`;
}
