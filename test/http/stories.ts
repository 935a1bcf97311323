import { type Answer, type Caller, eventually, type Json } from './caller.js';
import type { RunningNewsroom } from './running-newsroom.js';

/** A slug that no other test of a shared newsroom uses. */
let count = 0;
export const freshSlug = (name = 'story'): string => `${name}-${(count += 1)}`;

export const en = (text: string): { readonly en: string } => ({ en: text });

/** The sides and parties of the tests, those of the worked story. */
export async function introduce(desk: Caller): Promise<void> {
  for (const [id, name] of [
    ['opposition', 'Syrian opposition'],
    ['russia', 'Russia'],
    ['turkey', 'Turkey'],
  ])
    await desk.put(`/desk/v1/sides/${id}`, { name });
  for (const party of [
    { id: 'financial-times', name: 'Financial Times', type: 'outlet' },
    { id: 'ria-novosti', name: 'RIA Novosti', type: 'outlet' },
    { id: 'moscow', name: 'Moscow', type: 'state', side: 'russia' },
    { id: 'turkey', name: 'Turkey', type: 'state', side: 'turkey' },
  ])
    await desk.post('/desk/v1/parties', party);
}

/** Opens a story; returns its slug. */
export async function openStory(desk: Caller, slug = freshSlug()): Promise<string> {
  const answer = await desk.post('/desk/v1/stories', { slug, headline: en('A headline'), language: 'en' });
  if (answer.status !== 201) throw new Error(answer.text);
  return slug;
}

export const proposition = (id: string, text = `It is so: ${id}`): Json => ({
  id,
  kind: 'proposition',
  text: en(text),
});

/** A body in which Moscow asserts new claims. */
export const report = (claims: readonly string[] = [], more: object = {}): Json => ({
  kind: 'report',
  text: en('Moscow says so.'),
  attribution: [[{ party: 'moscow', standing: 'principal' }]],
  claims: claims.map((id) => proposition(id)),
  assertions: claims.map((claim) => ({ claim, stance: 'asserts' })),
  ...more,
});

/** A body in which an unnamed source speaks through an outlet. */
export const whisper = (claims: readonly string[] = [], unnamed: object = {}, more: object = {}): Json => ({
  ...report(claims),
  text: en('An official says so.'),
  attribution: [
    [
      { party: 'financial-times' },
      {
        unnamed: {
          descriptor: en('a senior official'),
          side: 'opposition',
          approvedBy: 'command-line',
          ...unnamed,
        },
      },
    ],
  ],
  ...more,
});

/** Records a development, which must succeed; returns the answer's body. */
export async function record(desk: Caller, slug: string, body: object, headers = {}): Promise<Json> {
  const answer = await desk.post(`/desk/v1/stories/${slug}/developments`, body, headers);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

/** An address under a story at the desk. */
export const at = (slug: string, rest = ''): string => `/desk/v1/stories/${slug}${rest}`;
/** An address under a story at the archive. */
export const read = (slug: string, rest = ''): string => `/v1/stories/${slug}${rest}`;

/** The public state of a story, at least at the revision that the desk's answer names. */
export async function stateAt(archive: Caller, slug: string, revision: string): Promise<Json> {
  const ask = (): Promise<Answer> => archive.get(read(slug, `/revisions/${revision}`));
  return (await eventually(ask, (answer) => answer.status === 200)).body;
}

/** Waits until the archive has folded everything that is public at the call. */
export async function settle({ desk, archive }: RunningNewsroom): Promise<void> {
  const slug = await openStory(desk, freshSlug('settle'));
  const somebody = { unnamed: { descriptor: en('somebody'), approvedBy: 'command-line' } };
  await record(desk, slug, { kind: 'report', text: en('Settled.'), attribution: [[somebody]] });
  // The story is public with this development.
  await stateAt(archive, slug, '1');
}

/** Every page of a list, starting at an address. */
export async function everyPage(caller: Caller, address: string): Promise<Json[]> {
  const pages: Json[] = [];
  for (let next: string | null = address; next !== null;) {
    const answer: Answer = await caller.get(next);
    if (answer.status !== 200) throw new Error(answer.text);
    pages.push(answer.body);
    next = answer.body.next;
  }
  return pages;
}

/** Expects a problem document with a status and code. */
export function expectProblem(answer: Answer, status: number, code: string, pointer?: string): void {
  expect([answer.status, answer.body?.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, instance: expect.any(String) });
  for (const header of ['etag', 'memento-datetime', 'content-location'])
    expect(answer.headers[header]).toBeUndefined();
  if (pointer !== undefined)
    expect((answer.body.errors ?? []).map((e: Json) => e.pointer ?? e.parameter)).toContain(pointer);
}

/** A body with unnamed sources that the sender approves: the command line of this machine. */
export const approvedBySender = (body: Json): Json =>
  JSON.parse(JSON.stringify(body), (name, value) => (name === 'approvedBy' ? 'command-line' : value));
