import type { Answer, Json, Sent } from '../http/caller.js';

/** Answers requests: an archive, or one with a planted leak. */
export interface Answering {
  send(request: Sent): Promise<Answer>;
}

/** The first difference of two answers to the same request. */
export interface Difference {
  readonly request: string;
  readonly part: string;
  readonly a: string;
  readonly b: string;
}

/** The time of the answer, by a clock that no test controls. */
const UNCOMPARED = ['date'];
/** All are asked as the same host, and under the same name of the request, which a problem repeats. */
const ALIKE = { host: 'localhost', 'x-request-id': '00000000-0000-4000-8000-000000000000' };
const AT_ONCE = 16;
/** Enough differences to see what is wrong. */
const ENOUGH = 10;

/** Sends both the same requests, and all next pages; returns the first differences in bytes. */
export async function differences(
  a: Answering,
  b: Answering,
  requests: readonly Sent[],
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  const asked = new Set<string>();
  const waiting = [...requests];
  while (waiting.length > 0 && found.length < ENOUGH) {
    const batch = waiting.splice(0, AT_ONCE).filter((request) => isNew(asked, nameOf(request)));
    const answers = await Promise.all(
      batch.map((request) => Promise.all([a.send(request), b.send(request)])),
    );
    batch.forEach((request, i) => {
      const [ofA, ofB] = answers[i]!;
      // Two equal failures prove nothing.
      const failed = [ofA, ofB].find(({ status }) => status >= 500);
      if (failed) throw new Error(`${nameOf(request)}: ${failed.status} ${failed.text}`);
      found.push(...parted(ofA, ofB).map((parts) => ({ request: nameOf(request), ...parts })));
      waiting.push(...nextPages(ofA.body).map((path) => ({ ...request, path })));
    });
  }
  return found;
}

/** Sends each request once: an unchanged archive would answer the same again. */
export function remembering(archive: Answering): Answering {
  const answers = new Map<string, Promise<Answer>>();
  let dumped: Promise<unknown> = Promise.resolve();
  const ask = (request: Sent): Promise<Answer> => {
    const send = () => archive.send({ ...request, headers: { ...ALIKE, ...request.headers } });
    if (!request.path.startsWith('/v1/dump')) return send();
    // No more than two are written to one address.
    const answer = dumped.then(send);
    dumped = answer.catch(() => undefined);
    return answer;
  };
  return {
    send(request) {
      const name = nameOf(request);
      const answer = answers.get(name) ?? ask(request);
      answers.set(name, answer);
      return answer;
    },
  };
}

function parted(a: Answer, b: Answer): readonly Omit<Difference, 'request'>[] {
  const headers = new Set([...Object.keys(a.headers), ...Object.keys(b.headers)]);
  UNCOMPARED.forEach((name) => headers.delete(name));
  const parts: readonly (readonly [part: string, a: string, b: string])[] = [
    ['status', String(a.status), String(b.status)],
    ...[...headers].map((name) => [name, String(a.headers[name]), String(b.headers[name])] as const),
    ['body', a.text, b.text],
  ];
  return parts
    .filter(([, ofA, ofB]) => ofA !== ofB)
    .map(([part, ofA, ofB]) => ({ part, ...wherePart(ofA, ofB) }));
}

/** The text around the first difference, in readable form. */
function wherePart(a: string, b: string): { readonly a: string; readonly b: string } {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 60);
  return { a: a.slice(from, from + 160), b: b.slice(from, from + 160) };
}

/** All addresses of next pages in an answer. */
function nextPages(body: Json): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body as Record<string, Json>).flatMap(([key, value]) =>
    key === 'next' && typeof value === 'string' ? [value] : nextPages(value),
  );
}

const nameOf = ({ method, path, headers = {} }: Sent): string =>
  [method, path, ...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`)].join(' ');

const isNew = (seen: Set<string>, name: string): boolean => !seen.has(name) && seen.add(name).has(name);
