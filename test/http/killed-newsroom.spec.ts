import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { decode, EmbeddedEventStore, type StoredEvent } from '#event-store';
import { ModelFile, positionText, type Audience } from '#projections';
import { buildModel, ModelFolder } from '#projections/testing';
import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, introduce, openStory, report } from './stories.js';

// Many starts, while other suites run in parallel.
jest.setTimeout(600_000);

const EDITORS = 6;
const KILLS = 8;

interface Attempt {
  readonly slug: string;
  readonly key: string;
  answer: Json;
}

/** A newsroom that is killed while editors record: the requests, and the answers that they got. */
class Killed {
  readonly attempts: Attempt[] = [];
  private constructor(
    readonly newsroom: RunningNewsroom,
    private readonly slugs: readonly string[],
  ) {}

  static async open(fault: string | null = null): Promise<Killed> {
    const newsroom = await RunningNewsroom.open({}, fault);
    await introduce(newsroom.desk);
    const slugs = [];
    for (let i = 0; i < 3; i += 1) slugs.push(await openStory(newsroom.desk));
    return new Killed(newsroom, slugs);
  }

  /** Kills it after a number of acknowledged writes and a short pause, and starts it again. */
  async kill(acknowledged: number, moment: number): Promise<void> {
    const before = this.#acknowledged;
    const editors = Array.from({ length: EDITORS }, (_, n) => this.#edit(n));
    while (this.#acknowledged - before < acknowledged) await pause(1);
    await pause(moment);
    await this.newsroom.kill();
    await Promise.all(editors);
    await this.newsroom.start();
  }

  get #acknowledged(): number {
    return this.attempts.filter(({ answer }) => answer !== null).length;
  }

  /** Records without pause until the newsroom is killed. */
  async #edit(editor: number): Promise<void> {
    for (;;) {
      const key = `${editor}-${this.attempts.length}`;
      const attempt: Attempt = { slug: this.slugs[(editor + this.attempts.length) % 3]!, key, answer: null };
      this.attempts.push(attempt);
      const answer = await this.send(attempt).catch(() => null);
      if (answer === null) return;
      if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
      attempt.answer = answer.body;
    }
  }

  send({ slug, key }: Attempt) {
    const body = report([`claim-${key}`], { text: en(key) });
    return this.newsroom.desk.post(at(slug, '/developments'), body, { 'idempotency-key': key });
  }

  /** Lets it publish everything, stops it, and compares its files with each other and with the answers. */
  async wrong(): Promise<readonly string[]> {
    const { desk, archive } = this.newsroom;
    await eventually(
      () => desk.get('/health/ready'),
      ({ status }) => status === 200,
    );
    const log = await EmbeddedEventStore.read({ file: join(this.newsroom.data, 'public.db') });
    const end = positionText('public', (await log.head())!);
    await log.close();
    await eventually(
      () => archive.get('/v1/stories?limit=1'),
      ({ body }) => body.position === end,
    );
    await this.newsroom.stop();
    const wrong: string[] = [];
    const [filed, world] = await Promise.all([this.#streams('desk'), this.#streams('public')]);
    const byStory = new Map<string, Json[]>();
    for (const [stream, events] of filed) {
      const published = world.get(stream) ?? [];
      if (textsOf(published).join() !== textsOf(events).join())
        wrong.push(`${stream}: the logs do not agree: ${events.length} events, ${published.length} public`);
      const texts = textsOf(events);
      if (new Set(texts).size !== texts.length) wrong.push(`${stream}: something is there twice`);
      byStory.set(stream, events.map(slotOf));
    }
    for (const { key, answer } of this.attempts.filter((attempt) => attempt.answer !== null)) {
      const there = byStory.get(answer.story)?.filter((event) => event.text === key) ?? [];
      const { id, revision, position } = answer;
      const as = JSON.stringify({ text: key, id, revision, position });
      if (there.length !== 1 || JSON.stringify(there[0]) !== as) wrong.push(`${key} was acknowledged: ${as}`);
    }
    for (const audience of ['desk', 'public'] as const)
      if (!(await this.#isAsBuilt(audience)))
        wrong.push(`the ${audience} read model is not that of a clean build`);
    return wrong;
  }

  async #streams(log: 'desk' | 'public'): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const reader = await EmbeddedEventStore.read({ file: join(this.newsroom.data, `${log}.db`) });
    const streams = new Map<string, StoredEvent[]>();
    for await (const event of reader.readAll()) {
      const [, story] = /^(?:story|public)-(.*)$/.exec(event.stream) ?? [];
      if (story !== undefined) streams.set(story, [...(streams.get(story) ?? []), event]);
    }
    await reader.close();
    return streams;
  }

  async #isAsBuilt(audience: Audience): Promise<boolean> {
    const log = await EmbeddedEventStore.read({ file: join(this.newsroom.data, `${audience}.db`) });
    const [found] = new ModelFolder(join(this.newsroom.data, 'read-models'), audience).readable;
    const made = { log: log.identity, fold: 'test' };
    const clean = ModelFile.open(join(this.newsroom.data, `clean-${audience}.db`), made);
    const followed = ModelFile.open(found!.file, made);
    try {
      await buildModel(log, clean, audience, { progress: () => undefined, stopped: () => false });
      return JSON.stringify(followed.everything()) === JSON.stringify(clean.everything());
    } finally {
      followed.close();
      clean.close();
      await log.close();
      for (const ending of ['', '-wal', '-shm'])
        rmSync(join(this.newsroom.data, `clean-${audience}.db${ending}`), { force: true });
    }
  }
}

const contentOf = (event: StoredEvent): Json => decode(event.data);
const textsOf = (events: readonly StoredEvent[]): string[] =>
  events.flatMap((event) => contentOf(event).development?.text.en ?? []);
const slotOf = (event: StoredEvent): Json => {
  const development = contentOf(event).development;
  const slot = { revision: String(event.revision), position: positionText('desk', event.position) };
  return { text: development?.text.en, id: development?.id, ...slot };
};

describe(`a newsroom that is killed ${KILLS} times while editors record`, () => {
  let killed: Killed;
  beforeAll(async () => {
    killed = await Killed.open();
  });
  afterAll(() => killed.newsroom.remove());

  it('has every acknowledged write once and in order; the logs agree, and read models equal a clean build', async () => {
    // Each kill comes in another part of the 40 ms, so that few kills cover all of them.
    for (let kills = 0; kills < KILLS; kills += 1)
      await killed.kill(1 + Math.floor(Math.random() * 12), ((kills + Math.random()) * 40) / KILLS);
    expect(killed.attempts.filter(({ answer }) => answer === null).length).toBeGreaterThan(KILLS);
    expect(await killed.wrong()).toEqual([]);
    await killed.newsroom.start();
    const again = await Promise.all(killed.attempts.map((attempt) => killed.send(attempt)));
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 201));
    const changed = killed.attempts.filter(
      ({ answer }, i) => answer !== null && answer.position !== again[i]!.body.position,
    );
    expect(changed).toEqual([]);
    expect(await killed.wrong()).toEqual([]);
    expect(killed.newsroom.log).not.toMatch(/ERROR|failed/);
  });
});

it('would detect a publisher that skips unpublished events after a kill', async () => {
  const killed = await Killed.open('forgetful-publisher.mjs');
  try {
    // It skips only events that were unpublished at a kill, so several kills may be necessary.
    let found = '';
    for (let rounds = 0; rounds < 20 && found === ''; rounds += 1) {
      if (rounds > 0) await killed.newsroom.start();
      await killed.kill(3, 20);
      found = (await killed.wrong()).join('\n');
    }
    expect(found).toMatch('the logs do not agree');
  } finally {
    await killed.newsroom.remove();
  }
});
