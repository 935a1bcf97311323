import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, linesOf, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, read, record, report } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const since = (position: string) => ({ 'dateline-position': position });
const archive = (path: string, headers = {}) => newsroom.archive.get(path, headers);
const slugs = (answer: Json): string[] => answer.body.items.map((s: Json) => s.slug);

describe('a client that records', () => {
  it('reads its own write: at the archive by public position, at the desk at once', async () => {
    for (let i = 0; i < 20; i++) {
      const slug = await openStory(newsroom.desk);
      const made = await record(newsroom.desk, slug, report(['talks']));
      const seen = await archive(read(slug), since(made.public.position));
      expect([seen.status, seen.body?.revision]).toEqual([200, made.public.revision]);
      expect(seen.body.position).toBe(made.public.position);
      expect((await newsroom.desk.get(at(slug))).body.position).toBe(made.position);
    }
  });

  it('gets a problem for a position of the other surface or another newsroom, or an invalid one', async () => {
    const slug = await openStory(newsroom.desk);
    const made = await record(newsroom.desk, slug, report());
    const codes = async (position: string) => {
      const answers = [
        await archive(read(slug), since(position)),
        await newsroom.desk.get(at(slug), since(position)),
      ];
      return answers.map(({ status, body }) => [status, body.code ?? 'found']);
    };
    const other = [409, 'position-of-another-log'];
    expect(await codes(made.position)).toEqual([other, [200, 'found']]);
    expect(await codes(made.public.position)).toEqual([[200, 'found'], other]);
    expect(await codes('999999999991')).toEqual([other, other]);
    expect(await codes('999999999992')).toEqual([other, other]);
    for (const none of ['', '-1', '1e9', '0', '13', 'x', '9'.repeat(40)])
      expect((await archive(read(slug), since(none))).status).toBe(400);
  });
});

describe('the front page', () => {
  it('is searched and filtered as of a moment, and explains an invalid query', async () => {
    const slug = await openStory(newsroom.desk, 'searched');
    const first = await record(
      newsroom.desk,
      slug,
      report(['accord'], { text: en('Un accord à Genève est SIGNÉ.') }),
    );
    const { updatedAt } = (await archive(read(slug), since(first.public.position))).body;
    await pause(5);
    const corrected = await newsroom.desk.post(
      at(slug, `/developments/${first.id}/corrections`),
      { class: 'correction', changes: { text: en('Un accord à Vienne est signé.') }, reason: 'the town' },
      { 'if-match': `"${first.revision}"` },
    );
    const now = since(corrected.body.public.position);
    const find = async (query: string) => slugs(await archive(`/v1/stories?${query}`, now));
    expect(await find('q=geneve')).toEqual([]);
    expect(await find(`q=geneve+signe&asOf=${updatedAt}`)).toEqual([slug]);
    expect(await find('q=VIENNE')).toEqual([slug]);
    expect(await find('q=vienne&party=moscow&claimStatus=claimed&status=open&language=en')).toEqual([slug]);
    // Their former names match until no text uses them any more.
    expect(await find('q=vienne&storyStatus=open&lang=en')).toEqual([slug]);
    expect(await find('q=vienne&storyStatus=closed')).toEqual([]);
    for (const twice of ['status=open&storyStatus=open', 'language=en&lang=en'])
      expectProblem(await newsroom.archive.get(`/v1/stories?${twice}`), 400, 'query-parameter');
    expect(await find('q=vienne&claimStatus=disputed')).toEqual([]);
    for (const [query, code] of [
      ['q=..', 'query-parameter'],
      [`q=${'abcdefghijklm'.split('').join('+')}`, 'query-parameter'],
      [`q=${'a'.repeat(10_000)}`, 'validation'],
      ['topic=20000076', 'validation'],
      ['party=No+Slug', 'validation'],
      ['claimStatus=maybe', 'validation'],
      ['limit=0', 'validation'],
      ['limit=1000000', 'validation'],
      ['cursor=nonsense', 'cursor'],
    ] as const) {
      const { status, body } = await archive(`/v1/stories?${query}`);
      expect([query.slice(0, 20), status < 500, status >= 400, body.code]).toEqual([
        query.slice(0, 20),
        true,
        true,
        expect.stringMatching(code === 'validation' ? /validation|query-parameter/ : code),
      ]);
    }
  });

  it('refuses a cursor of another query, and continues with its own', async () => {
    for (let i = 0; i < 3; i++) {
      const made = await record(
        newsroom.desk,
        await openStory(newsroom.desk),
        report([], { text: en('paged') }),
      );
      await archive('/v1/stories', since(made.public.position));
    }
    const first = (await archive('/v1/stories?q=paged&limit=2')).body;
    expect(first.items).toHaveLength(2);
    expect(slugs(await archive(first.next))).toHaveLength(1);
    const { searchParams } = new URL(first.next, 'http://x');
    const cursor = searchParams.get('cursor')!;
    for (const query of ['', 'q=other&', 'q=paged&party=moscow&', 'q=paged&asOf=2030-01-01&'])
      expect((await archive(`/v1/stories?${query}cursor=${cursor}`)).body.code).toBe('cursor');
  });
});

describe('what was killed', () => {
  const files = (): string[] => {
    const folder = join(newsroom.data, 'read-models');
    return readdirSync(folder)
      .filter((name) => name.startsWith('public.'))
      .map((name) => join(folder, name));
  };
  const holding = (words: string): string[] => files().filter((file) => readFileSync(file).includes(words));

  it('leaves every file of the public read model while readers are served and readiness reports it pending', async () => {
    const slug = await openStory(newsroom.desk);
    const text = 'A sentence that nobody else will ever say: xylographicquartermaster.';
    const made = await record(newsroom.desk, slug, report(['only-there'], { text: en(text) }));
    await record(newsroom.desk, slug, report(['elsewhere']));
    await archive(read(slug), since(made.public.position));
    expect(holding('xylographicquartermaster')).not.toEqual([]);
    const killed = await newsroom.desk.post(at(slug, `/developments/${made.id}/kill`), {
      reason: 'wrong',
      notice: en('Withdrawn.'),
    });
    await archive(read(slug), since(killed.body.public.position));
    const said = async (): Promise<string> => {
      const { status, body } = await archive('/health/ready');
      expect(status).toBe(200);
      return body.checks[0].detail;
    };
    expect(await eventually(said, (detail) => !detail.includes('pending'))).toBe('up to date');
    expect(holding('xylographicquartermaster')).toEqual([]);
    expect(holding('nobody else will ever')).toEqual([]);
    const state = (await archive(read(slug))).text;
    expect(state).toContain('Withdrawn.');
    expect(state).not.toContain('xylographic');
    expect(slugs(await archive('/v1/stories?q=xylographicquartermaster'))).toEqual([]);
  });
});

describe('a read model', () => {
  it('is rebuilt while in use, compared with the old one, which is kept until it is deleted on request', async () => {
    const list = async () => (await newsroom.desk.get('/desk/v1/read-models')).body.items;
    expect((await list()).map((m: Json) => [m.name, m.ok, m.old.files])).toEqual([
      ['desk', true, 0],
      ['public', true, 0],
    ]);
    const readers = { ask: true };
    const failed: unknown[] = [];
    const reading = (async () => {
      while (readers.ask) {
        const [a, b] = [
          await archive('/v1/stories?limit=1'),
          await newsroom.desk.get('/desk/v1/stories?limit=1'),
        ];
        for (const { status, text } of [a, b]) if (status !== 200) failed.push(text);
      }
    })();
    for (const name of ['desk', 'public']) {
      const answer = await newsroom.desk.post(`/desk/v1/read-models/${name}/rebuild`, {});
      const last = linesOf(answer).at(-1);
      expect(last).toMatchObject({ done: true, different: 0 });
      expect(last.compared).toBeGreaterThan(5);
    }
    readers.ask = false;
    await reading;
    expect(failed).toEqual([]);
    expect((await list()).map((m: Json) => m.old.files)).toEqual([1, 1]);
    const dropped = await newsroom.desk.send({ method: 'DELETE', path: '/desk/v1/read-models/public/old' });
    expect(dropped.body).toEqual({ deleted: 1 });
    const made = await record(newsroom.desk, await openStory(newsroom.desk), report());
    expect((await archive('/v1/stories?limit=1', since(made.public.position))).body.items[0].newest.id).toBe(
      made.id,
    );
  });

  it('resumes its rebuild after the newsroom is killed and restarted', async () => {
    const slug = await openStory(newsroom.desk);
    const made = await record(newsroom.desk, slug, report(['talks']));
    await newsroom.kill();
    await newsroom.start();
    const seen = await archive(read(slug), since(made.public.position));
    expect([seen.status, seen.body.revision]).toEqual([200, made.public.revision]);
  });
});
