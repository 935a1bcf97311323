import type { ArchiveSchemas } from './archive-client.js';
import type { FollowedConnection } from './connection.js';
import { eventsOf } from './server-sent-event.js';

/** What followers are told. */
export type Followed =
  | { readonly kind: 'change'; readonly position: string; readonly event: ArchiveSchemas['CloudEvent'] }
  /** What you have may hold what was withdrawn since: read the states anew. The changes go on from `position`. */
  | { readonly kind: 'reset'; readonly position: string };

export interface Following extends FollowedConnection {
  /** A story, by its slug or id; everything without it. */
  readonly story?: string;
  /** The position of the last change that you have; what is to come without it. */
  readonly since?: string;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** The archive refuses the stream, and will again: the problem says why. */
export class FollowingRefused extends Error {
  override readonly name = 'FollowingRefused';

  constructor(readonly problem: ArchiveSchemas['Problem']) {
    super(problem.detail);
  }
}

const FIRST_PAUSE = 2_000;

/**
 * What changes, as it changes, in order and each once: a connection that is lost is taken up where it was. Ends when
 * `signal` says so, and where nothing is to come any more, as of a closed story.
 *
 * @throws FollowingRefused for a refusal that does not pass, such as a story that is not there
 */
export async function* followChanges(following: Following): AsyncGenerator<Followed> {
  const { baseUrl, story, signal } = following;
  const path = story === undefined ? '/v1/stream' : `/v1/stories/${encodeURIComponent(story)}/stream`;
  const address = new URL(path, baseUrl);
  const send = following.fetch ?? ((request) => fetch(request));
  let last = following.since ?? null;
  let wait = FIRST_PAUSE;
  const ended = (): boolean => signal?.aborted === true;
  while (!ended()) {
    try {
      const answer = await send(request(address, last, signal));
      if (answer.status === 204) return;
      if (answer.status >= 400 && answer.status < 500)
        throw new FollowingRefused((await answer.json()) as ArchiveSchemas['Problem']);
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (!Number.isNaN(seconds)) wait = seconds * 1_000;
      if (answer.status === 200 && answer.body !== null) {
        for await (const said of eventsOf(answer.body)) {
          if ('retry' in said) {
            wait = said.retry;
            continue;
          }
          const { name, data, id } = said;
          last = id ?? last;
          const position = last ?? '';
          if (following.seen) following.seen.position = last;
          yield name === 'reset'
            ? { kind: 'reset', position }
            : { kind: 'change', position, event: JSON.parse(data) as ArchiveSchemas['CloudEvent'] };
        }
      } else await answer.body?.cancel();
    } catch (error) {
      if (ended()) return;
      if (error instanceof FollowingRefused) throw error;
      // No answer, or half of one: what is missing comes with the next.
    }
    await pause(wait, signal);
  }
}

function request(address: URL, last: string | null, signal: AbortSignal | undefined): Request {
  const headers = { accept: 'text/event-stream', ...(last === null ? {} : { 'last-event-id': last }) };
  return new Request(address, { headers, ...(signal ? { signal } : {}) });
}

/** Until the time is over, or it is ended. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
  });
}
