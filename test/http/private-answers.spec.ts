import type { Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, introduce, openStory, record, report } from './stories.js';

let newsroom: RunningNewsroom;
const values: Record<string, string> = { model: 'desk', position: '1', revision: '0', claim: 'talks' };
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  values['story'] = await openStory(newsroom.desk);
  values['development'] = (await record(newsroom.desk, values['story'], report(['talks']))).id;
});
afterAll(() => newsroom.remove());

it('no answer of the desk may be stored, neither of a read nor of a write nor of a refusal', async () => {
  const { desk } = newsroom;
  const { paths } = (await desk.get('/openapi.json')).body;
  const isStream = ({ get }: Json): boolean =>
    get.responses[200]?.content?.['text/event-stream'] !== undefined;
  const [streams, reads] = [true, false].map((wanted) =>
    Object.entries<Json>(paths).filter(([, methods]) => methods.get && isStream(methods) === wanted),
  ) as [[string, Json][], [string, Json][]];
  expect(reads.length).toBeGreaterThan(30);
  const stored: string[] = [];
  const found = new Set<string>();
  for (const [path] of reads) {
    const asked = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x');
    const answer = await desk.get(asked);
    if (answer.status === 200) found.add(path);
    if (answer.headers['cache-control'] !== 'no-store') stored.push(`${path} ${answer.status}`);
  }
  for (const [path] of streams) {
    // It never ends, so only its headers are read.
    const headers = { authorization: `Bearer ${desk.token}` };
    const { status, headers: got, body } = await fetch(desk.address + path, { headers });
    if (got.get('cache-control') !== 'no-store') stored.push(`${path} ${status}`);
    await body?.cancel();
  }
  expect(streams).not.toEqual([]);
  expect(stored).toEqual([]);
  expect(found.size).toBeGreaterThan(20);
  const written = await desk.post(at(values['story']!, '/developments'), report(['more']));
  expect([written.status, written.headers['cache-control']]).toEqual([201, 'no-store']);
  const etag = (await desk.get(at(values['story']!))).headers.etag!;
  const unchanged = await desk.get(at(values['story']!), { 'if-none-match': etag });
  expect([unchanged.status, unchanged.headers['cache-control']]).toEqual([304, 'no-store']);
});

it('the pages of the desk run scripts of this server only, and have none inline', async () => {
  for (const path of ['/desk', '/desk/sign-in', '/desk/setup', '/desk/invitation', '/desk/recovery']) {
    const { headers, text } = await newsroom.desk.get(path, { authorization: '' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\s(?:style|on\w+)=/i);
    expect(headers['cache-control']).toBe('no-store');
  }
});
