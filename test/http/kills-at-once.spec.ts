import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, introduce, openStory, read, record, report } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

/** The content of a file; empty if the file disappears meanwhile. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Waits until the condition is true: removed content leaves the files in the background. */
async function eventually<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 100_000; ; await pause(20)) {
    const answer = await ask();
    if (isSo(answer) || Date.now() > end) return answer;
  }
}

/** A story with some developments, and the killed ones: words that occur once. */
async function story(developments: number) {
  const slug = await openStory(newsroom.desk);
  const mark = `zq${randomUUID()}`;
  const { id } = await record(newsroom.desk, slug, report([], { text: en(`It is so, says ${mark}`) }));
  for (let n = 1; n < developments; n += 1)
    await record(newsroom.desk, slug, report([], { text: en(`And so on ${n}`) }));
  const kill = async (): Promise<void> => {
    const answer = await newsroom.desk.post(at(slug, `/developments/${id}/kill`), {
      reason: 'Wrong.',
      notice: en('Killed'),
    });
    expect(answer.status).toBe(201);
  };
  return { slug, mark, kill };
}

it('killed content is hidden from the answer on, even after a crash at any moment, and leaves the files', async () => {
  const stories = [await story(80)];
  for (let n = 0; n < 8; n += 1) stories.push(await story(2));
  for (const one of stories) {
    await eventually(
      () => newsroom.archive.get(read(one.slug)),
      (a) => a.status === 200,
    );
    await one.kill();
  }
  await newsroom.kill();
  await newsroom.start();
  for (const { slug, mark } of stories) {
    const answer = await newsroom.archive.get(read(slug));
    expect([200, 503]).toContain(answer.status);
    expect(answer.text).not.toContain(mark);
  }
  const ready = await eventually(
    () => newsroom.archive.get('/health/ready'),
    (a) => a.status === 200,
  );
  expect(ready.status).toBe(200);
  expect(await newsroom.stop()).toBe(0);
  await newsroom.start();
  for (const { slug, mark } of stories) {
    const answer = await eventually(
      () => newsroom.archive.get(read(slug)),
      (a) => a.status === 200,
    );
    expect([slug, answer.status]).toEqual([slug, 200]);
    expect(answer.text).not.toContain(mark);
  }
  const folder = join(newsroom.data, 'read-models');
  const left = (): readonly string[] => {
    const files = readdirSync(folder)
      .filter((name) => name.startsWith('public.') && name.includes('.db'))
      .map((name) => contentOf(join(folder, name)));
    return stories.map(({ mark }) => mark).filter((mark) => files.some((file) => file.includes(mark)));
  };
  const marks = await eventually(
    () => Promise.resolve(left()),
    ({ length }) => length === 0,
  );
  expect(marks).toEqual([]);
});
