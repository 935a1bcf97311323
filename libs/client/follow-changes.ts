import type { ArchiveSchemas } from './archive-client.js';
import type { FollowedConnection } from './connection.js';
import { eventsOf } from './server-sent-event.js';

/** One item of {@link followChanges}. `position` is a position in the public log: store it, and resume with `since`. */
export type ArchiveUpdate =
  | { readonly kind: 'change'; readonly position: string; readonly event: ArchiveSchemas['CloudEvent'] }
  /**
   * Your data may contain texts that were withdrawn since: read the states again. Changes continue after `position`.
   */
  | { readonly kind: 'reset'; readonly position: string };

export interface FollowOptions extends FollowedConnection {
  /** Follows one story, by its slug or id; without it, all stories. */
  readonly story?: string;
  /** The position of the last change that you have. Without it only new changes come. */
  readonly since?: string;
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
}

/** The archive refused the stream, and a retry would not help. The problem says why. */
export class StreamRefused extends Error {
  override readonly name = 'StreamRefused';

  constructor(readonly problem: ArchiveSchemas['Problem']) {
    super(problem.detail);
  }
}

const FIRST_PAUSE = 2_000;

/**
 * Follows the changes of an archive as they happen, in order and each once. After a lost connection it reconnects and
 * resumes after the last change. It reads server-sent events (WHATWG HTML, section 9.2). The iteration ends when
 * `signal` aborts, or when nothing more can come: a closed story has no further changes.
 *
 * @throws StreamRefused after a 4xx response, such as for an unknown story
 */
export async function* followChanges(options: FollowOptions): AsyncGenerator<ArchiveUpdate> {
  const { baseUrl, story, signal } = options;
  const path = story === undefined ? '/v1/stream' : `/v1/stories/${encodeURIComponent(story)}/stream`;
  const address = new URL(path, baseUrl);
  const send = options.fetch ?? ((request) => fetch(request));
  let lastId = options.since ?? null;
  let wait = FIRST_PAUSE;
  const aborted = (): boolean => signal?.aborted === true;
  while (!aborted()) {
    try {
      const response = await send(request(address, lastId, signal));
      if (response.status === 204) return;
      if (response.status >= 400 && response.status < 500)
        throw new StreamRefused((await response.json()) as ArchiveSchemas['Problem']);
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      if (!Number.isNaN(seconds)) wait = seconds * 1_000;
      if (response.status === 200 && response.body !== null) {
        for await (const item of eventsOf(response.body)) {
          if ('retry' in item) {
            wait = item.retry;
            continue;
          }
          const { name, data, id } = item;
          lastId = id ?? lastId;
          const position = lastId ?? '';
          if (options.seen) options.seen.position = lastId;
          yield name === 'reset'
            ? { kind: 'reset', position }
            : { kind: 'change', position, event: JSON.parse(data) as ArchiveSchemas['CloudEvent'] };
        }
      } else await response.body?.cancel();
    } catch (error) {
      if (aborted()) return;
      if (error instanceof StreamRefused) throw error;
      // No response, or an incomplete one: the next one has what is missing.
    }
    await pause(wait, signal);
  }
}

function request(address: URL, lastId: string | null, signal: AbortSignal | undefined): Request {
  const headers = { accept: 'text/event-stream', ...(lastId === null ? {} : { 'last-event-id': lastId }) };
  return new Request(address, { headers, ...(signal ? { signal } : {}) });
}

/** Resolves after the time, or as soon as `signal` aborts. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
    if (signal?.aborted === true) done();
  });
}
