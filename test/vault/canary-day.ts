import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Person } from '../http/people.js';
import type { RunningNewsroom } from '../http/running-newsroom.js';
import { at, en, introduce, openStory, read, report, whisper } from '../http/stories.js';

/** Who the source is, how to reach it, and what the reporter noted. */
export interface Identity {
  readonly name: string;
  readonly otherName: string;
  readonly contact: string;
  readonly notes: string;
}

export interface Staff {
  readonly reporter: Person;
  readonly editor: Person;
  readonly custodian: Person;
  readonly second: Person;
}

/** What an answer says, with its headers; `where` is the kind of place. */
export type Witness = (where: string, bytes: Buffer) => void;

type Sent = { readonly as?: Person; readonly headers?: Record<string, string>; readonly body?: unknown };

/**
 * A day with one unnamed source. If `seals`, the vault gets its identity. Otherwise the desk gets it in the open:
 * in a draft, in the description of the source, and in a note of a review.
 */
export class CanaryDay {
  constructor(
    private readonly newsroom: RunningNewsroom,
    private readonly staff: Staff,
    private readonly identity: Identity,
    private readonly seals: boolean,
    private readonly witness: Witness,
  ) {}

  /** Lives the day; returns the slug of the story. */
  async live(): Promise<string> {
    const { desk } = this.newsroom;
    const { reporter, editor, custodian, second } = this.staff;
    const { name, otherName, contact, notes } = this.identity;
    await introduce(desk);
    const slug = await openStory(desk, 'canary-story');
    const other = await openStory(desk, 'other-story');
    const source = randomUUID();
    const sealed = { name, otherNames: [otherName], contact, notes, custodian: custodian.id };
    const ofSource = at(slug, `/sources/${source}`);
    if (this.seals) {
      await this.#refused(ofSource, sealed);
      await this.#must('PUT', ofSource, { as: reporter, body: sealed }, 201);
      await this.#must('PUT', ofSource, { as: custodian, body: sealed }, 200);
    }
    const description = this.seals ? 'a senior official' : `${name}, ${otherName}, ${contact}`;
    const body = whisper([], { origin: source, descriptor: en(description), approvedBy: null });
    const draft = `/desk/v1/drafts/${randomUUID()}`;
    await this.#must(
      'PUT',
      draft,
      { as: reporter, body: { content: this.seals ? body : { ...body, notes } } },
      201,
    );
    await this.#must('POST', at(slug, '/developments?dryRun=true'), { as: reporter, body }, 200);
    const key = { 'idempotency-key': 'canary' };
    const made = await this.#must(
      'POST',
      at(slug, '/developments'),
      { as: reporter, body, headers: key },
      201,
    );
    await this.#must('POST', at(slug, '/developments'), { as: reporter, body, headers: key }, 201);
    await this.#must('POST', `${ofSource}/approval`, { as: editor }, 200);
    const development = at(slug, `/developments/${String(made['id'])}`);
    const note = { note: this.seals ? 'Who counted them?' : `Is it ${name}? ${notes}` };
    await this.#must('POST', `${development}/review/return`, { as: editor, body: note }, 200);
    await this.#must('POST', `${development}/review`, { as: reporter, body: {} }, 200);
    const seen = { 'if-match': '*' };
    await this.#must('POST', `${development}/review/approval`, { as: editor, body: {}, headers: seen }, 201);
    if (this.seals) {
      await this.#must('POST', `${ofSource}/passing-on`, { as: reporter, body: { story: other } }, 200);
      await this.#unsealed(ofSource);
      for (const path of ['/desk/v1/sources?list=all', '/desk/v1/source-alerts', '/desk/v1/unsealings'])
        for (const as of [custodian, second, reporter]) await this.#ask('GET', path, { as });
    }
    await this.#ask('POST', at(slug, '/developments'), {
      body: report([], { text: en('The talks went on.') }),
    });
    await this.#read(slug, made);
    if (this.seals) {
      const handed = { custodian: second.id, reporter: reporter.id };
      await this.#must('PUT', `${ofSource}/keepers`, { as: custodian, body: handed }, 200);
    }
    return slug;
  }

  /** Refusals whose requests have the identity. */
  async #refused(path: string, sealed: Record<string, unknown>): Promise<void> {
    const { reporter, editor } = this.staff;
    const { name, notes } = this.identity;
    for (const body of [
      { ...sealed, [name]: notes },
      { ...sealed, name: `${name}\n${notes}` },
      { ...sealed, name: name.repeat(50) },
      { ...sealed, otherNames: name },
      { ...sealed, custodian: name },
      [name, notes],
      name,
    ])
      await this.#ask('PUT', path, { as: reporter, body });
    for (const text of [`{"name": "${name}"`, `{"name": "${name}", "name": "${notes}"}`, `${name} ${notes}`])
      await this.#send('desk', 'PUT', path, { as: reporter }, text);
    await this.#ask('PUT', path, { body: sealed });
    await this.#ask('PUT', `${path}?dryRun=true`, { as: reporter, body: sealed });
    await this.#ask('PUT', path.replace('canary-story', 'no-story'), { as: editor, body: sealed });
    await this.#ask('POST', path, { as: reporter, body: sealed });
    await this.#ask('POST', at('canary-story', '/developments'), { as: reporter, body: sealed });
  }

  async #unsealed(ofSource: string): Promise<void> {
    const { reporter, custodian, second } = this.staff;
    const purpose = { purpose: 'A court asks whether the source exists.' };
    const { id } = await this.#must('POST', `${ofSource}/unsealing`, { as: reporter, body: purpose }, 201);
    await this.#ask('POST', `/desk/v1/unsealings/${String(id)}/source`, { as: reporter });
    await this.#must('POST', `/desk/v1/unsealings/${String(id)}/approval`, { as: second }, 200);
    // The one answer that has the identity: it is not searched.
    const path = `/desk/v1/unsealings/${String(id)}/source`;
    const shown = await this.#exchange('desk', 'POST', path, { as: reporter });
    if (!shown.bytes.includes(this.identity.name)) throw new Error('The source was not shown.');
    await this.#ask('POST', path, { as: reporter });
    await this.#ask('POST', `${ofSource}/unsealing`, { as: custodian, body: purpose });
  }

  /** Reads everything about the story, at the desk and at the archive, also as a page, as gzip and in each feed. */
  async #read(slug: string, made: Record<string, unknown>): Promise<void> {
    const packed = { 'accept-encoding': 'gzip' };
    for (const rest of [
      '',
      '/developments?limit=100',
      '/log?limit=500',
      '/sources',
      '/export',
      '/changes',
      '/claims',
    ])
      await this.#ask('GET', at(slug, rest), { headers: packed });
    for (const path of [
      '/desk/v1/audit?limit=100',
      '/desk/v1/reviews',
      '/desk/v1/scheduled',
      '/openapi.json',
      '/desk',
    ])
      await this.#ask('GET', path, { headers: packed });
    for (let tries = 0; tries < 500; tries += 1) {
      const { bytes } = await this.#exchange('archive', 'GET', read(slug, '/developments?limit=100'), {});
      if (bytes.includes(String(made['id']))) break;
      await new Promise((soon) => setTimeout(soon, 20));
    }
    for (const rest of ['', '/developments?limit=100', '/claims', '/changes', '/corrections', '/provenance'])
      for (const headers of [packed, {}]) await this.#send('archive', 'GET', read(slug, rest), { headers });
    for (const path of [
      '/v1/stories',
      '/v1/stories?q=canary',
      '/v1/changes?limit=100',
      '/v1/changes.ndjson',
      '/v1/dump',
    ])
      await this.#send('archive', 'GET', path, { headers: packed });
    for (const path of [
      '/',
      `/stories/${slug}`,
      `/stories/${slug}?lang=fr`,
      '/feed.atom',
      '/feed.json',
      '/sitemap.xml',
    ])
      await this.#send('archive', 'GET', path, { headers: { accept: 'text/html,*/*' } });
  }

  async #must(method: string, path: string, sent: Sent, status: number): Promise<Record<string, unknown>> {
    const answer = await this.#ask(method, path, sent);
    if (answer.status !== status)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.bytes.toString()}`);
    return JSON.parse(answer.bytes.toString() || '{}') as Record<string, unknown>;
  }

  #ask(method: string, path: string, sent: Sent) {
    return this.#send('desk', method, path, sent);
  }

  async #send(of: 'desk' | 'archive', method: string, path: string, sent: Sent, text?: string) {
    const answer = await this.#exchange(of, method, path, sent, text);
    const isPage = answer.head.includes('text/html');
    const where = isPage ? 'page' : answer.status >= 400 ? 'problem' : `answer of the ${of}`;
    this.witness(where, Buffer.concat([Buffer.from(answer.head), answer.bytes]));
    return answer;
  }

  async #exchange(
    of: 'desk' | 'archive',
    method: string,
    path: string,
    { as, headers = {}, body }: Sent,
    text = body === undefined ? undefined : JSON.stringify(body),
  ): Promise<{ readonly status: number; readonly head: string; readonly bytes: Buffer }> {
    const caller = this.newsroom[of];
    const cookie = as && [...as.page.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const identity: Record<string, string> = cookie
      ? { cookie, 'sec-fetch-site': 'same-origin' }
      : of === 'desk'
        ? { authorization: `Bearer ${caller.token ?? ''}` }
        : {};
    const { promise, resolve, reject } = Promise.withResolvers<{
      status: number;
      head: string;
      bytes: Buffer;
    }>();
    const asked = request(
      {
        host: '127.0.0.1',
        port: caller.port,
        method,
        path,
        headers: {
          host: `localhost:${caller.port}`,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
          ...identity,
          ...headers,
        },
      },
      (answer) => {
        buffer(answer).then(
          (bytes) =>
            resolve({ status: answer.statusCode ?? 0, head: `${answer.rawHeaders.join('\n')}\n`, bytes }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    asked.end(text);
    return promise;
  }
}
