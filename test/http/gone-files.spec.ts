import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, expectProblem, introduce, openStory, record, report } from './stories.js';

/** Replaces an open file with a different one. */
const replace = (file: string): void => {
  writeFileSync(`${file}.other`, 'something else');
  renameSync(`${file}.other`, file);
};

describe('a running newsroom whose file is deleted or replaced', () => {
  let newsroom: RunningNewsroom;
  let slug: string;
  beforeEach(async () => {
    newsroom = await RunningNewsroom.open();
    await introduce(newsroom.desk);
    slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report(['talks']));
    await eventually(ready, ({ status }) => status === 200);
  });
  afterEach(() => newsroom.remove());

  const ready = () => newsroom.desk.get('/health/ready');
  const failing = async (check: string): Promise<string> => {
    const { body } = await eventually(ready, ({ status }) => status === 503);
    return body.checks.find(({ name, ok }: Json) => name === check && !ok).detail;
  };

  it.each([
    ['desk.db', rmSync],
    ['desk.db-wal', replace],
  ])('%s: acknowledges no further write, and names the file', async (name, strike) => {
    strike(join(newsroom.data, name));
    const answer = await newsroom.desk.post(at(slug, '/developments'), report());
    expect(['outcome-unknown', 'store-unavailable']).toContain(answer.body.code);
    expect(await failing('store')).toContain(`${name} was deleted or replaced`);
    expectProblem(await newsroom.desk.get(at(slug, '/log')), 503, 'store-unavailable');
    await eventually(
      async () => newsroom.log,
      (log) => log.includes(`${name} was deleted or replaced`),
    );
  });

  it('public.db: does not report writes as public, and names the file', async () => {
    replace(join(newsroom.data, 'public.db'));
    const { body } = await newsroom.desk.post(at(slug, '/developments'), report());
    expect(body.public).toBeNull();
    expect(await failing('store')).toContain('public.db was deleted or replaced');
  });

  it('files that can be rebuilt: says so, and rebuilds them at the next start', async () => {
    for (const file of ['publisher.json', 'desk.db.checkpoint'].map((name) => join(newsroom.data, name))) {
      await eventually(async () => existsSync(file), Boolean);
      rmSync(file);
    }
    const folder = join(newsroom.data, 'read-models');
    rmSync(
      join(
        folder,
        readdirSync(folder).find((name) => /^public\..*\.db$/.test(name))!,
      ),
    );
    const archive = await eventually(
      () => newsroom.archive.get('/health/ready'),
      ({ status }) => status === 503,
    );
    expect(archive.body.checks[0].detail).toMatch(/^public\.\S+ of the read model was deleted or replaced/);
    replace(join(newsroom.data, 'webhooks.sqlite'));
    expect(await failing('webhooks')).toContain('webhooks.sqlite was deleted or replaced');
    await record(newsroom.desk, slug, report());
    expect(await newsroom.stop()).toBe(0);
    rmSync(join(newsroom.data, 'webhooks.sqlite'));
    await newsroom.start();
    const found = await eventually(
      () => newsroom.archive.get(`/v1/stories/${slug}`),
      ({ status, body }) => status === 200 && body.revision === '2',
    );
    expect(found.body.revision).toBe('2');
    expect((await record(newsroom.desk, slug, report())).revision).toBe('3');
  });
});
