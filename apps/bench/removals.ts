import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SystemClock } from '#event-store';
import type { Bench, Finding, Row } from './bench.js';
import { Connection, requestOf, type Answer } from './connection.js';
import { NewsroomProgram } from './program.js';
import { LOAD } from './reads-over-http.js';
import { measured, quantile } from './samples.js';
import type { Room } from './scratch.js';

/** A story with about 20,000 developments. */
const LONG = { events: 22_500, claims: 400, seed: 3 };
const STORIES = 100;
const EACH = 4;
const EVERY = 60;
const PENDING = 1_000;
/** Seconds until a program that should end is killed. */
const PATIENCE = 240;
/** Milliseconds. */
const LIMIT = 50;
const ENDS_IN = 5;

/** The results of one build. */
interface Measures {
  /** Milliseconds from the answer of each kill until the archive no longer showed the killed content. */
  readonly shown: readonly number[];
  /** For how many kills the first response after the kill still showed the content. */
  readonly late: number;
  /** Seconds from SIGTERM until the program had ended. */
  readonly ended: number;
  /** How much of the killed content the program showed after its next start. */
  readonly lost: number;
  /** Seconds from that start until it was ready. */
  readonly ready: number;
}

/**
 * How long a kill takes to have effect while a long story is rewritten. And how long the program takes to end during
 * many removals. `BENCH_FORMER` is a checkout of another commit with its `dist`: it is measured in the same run.
 */
export async function removals({ scratch, say }: Bench): Promise<Finding> {
  const former = process.env['BENCH_FORMER'];
  const measure = ({ data, stories }: Room, apps?: string): Promise<Measures> =>
    new Removals(stories[0]!.slug, data, apps, say).measure();
  const ours = await measure(await scratch.story(LONG));
  const theirs =
    former === undefined
      ? null
      : await measure(await roomOf(former, scratch.folder()), join(former, 'dist', 'apps'));
  const beside = theirs === null ? 'the limit' : 'the former build';
  const row = (what: string, unit: string, value: number, other: number | undefined, most: number): Row => ({
    what,
    unit,
    ours: measured([value]),
    against: beside,
    theirs: measured([other ?? most]),
    ratio: value / (other ?? most),
    wanted: null,
  });
  const p = (q: number, what: string): Row => {
    const other = theirs ? quantile(theirs.shown, q) : undefined;
    return row(
      `${what} from the answer of a kill until no reader sees the content`,
      'ms',
      quantile(ours.shown, q),
      other,
      LIMIT,
    );
  };
  return {
    rows: [
      p(0.5, 'median'),
      { ...p(0.99, 'p99'), wanted: { target: 11, most: theirs ? LIMIT / quantile(theirs.shown, 0.99) : 1 } },
      p(1, 'most'),
      row(
        `SIGTERM with ${PENDING} removals pending, until it ended`,
        's',
        ours.ended,
        theirs?.ended,
        ENDS_IN,
      ),
      row('the next start, until it was ready', 's', ours.ready, theirs?.ready, ENDS_IN),
    ],
    settings: [
      `a story of ${LONG.events} events is rewritten; every ${EVERY} ms something is killed in another one, and the bench reads the archive without a pause until it no longer shows that; ${ours.shown.length} kills, where the first response after the answer of the desk still showed the content: ${ours.late}${theirs ? `; of the former build ${theirs.shown.length}, and ${theirs.late}` : ''}`,
      `then ${PENDING} developments are killed in ${STORIES} stories, SIGTERM at once after the last answer, SIGKILL after ${PATIENCE} s; after the next start ${ours.lost} of them were shown${theirs ? `, ${theirs.lost} by the former build` : ''}`,
      LOAD,
    ],
  };
}

/** The same story in logs of another build, which may not be able to read ours. */
async function roomOf(build: string, data: string): Promise<Room> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(build, 'dist', file)).href);
  const { generateStory } = (await load('libs/generating/index.js')) as typeof import('#generating');
  const { logOf } = (await load('apps/bench/log-of.js')) as typeof import('./log-of.js');
  return { ...(await logOf(generateStory(LONG), data, new SystemClock().now())), data };
}

interface Target {
  readonly slug: string;
  readonly id: string;
  readonly mark: string;
}

class Removals {
  #newsroom!: NewsroomProgram;

  constructor(
    private readonly long: string,
    private readonly data: string,
    private readonly apps: string | undefined,
    private readonly say: (line: string) => void,
  ) {}

  async measure(): Promise<Measures> {
    this.#newsroom = await NewsroomProgram.start(this.data, this.apps);
    const targets = await this.#record();
    const [first, rest] = [targets.slice(0, targets.length - PENDING), targets.slice(-PENDING)];
    const { shown, late } = await this.#killWhileRewriting(first);
    this.say(`killed ${shown.length}, p99 ${quantile(shown, 0.99).toFixed(1)} ms`);
    await this.#each(rest, (target, desk) => this.#kill(desk, target));
    const began = performance.now();
    const patience = setTimeout(() => this.#newsroom.kill(), PATIENCE * 1_000);
    await this.#newsroom.stop();
    clearTimeout(patience);
    const ended = (performance.now() - began) / 1_000;
    this.say(`ended in ${ended.toFixed(1)} s`);
    this.#newsroom = await NewsroomProgram.start(this.data, this.apps);
    const ready = this.#newsroom.startedIn / 1_000;
    let lost = 0;
    await this.#each(rest, async ({ slug, mark }, _, archive) => {
      if ((await archive.ask(requestOf('GET', `/v1/stories/${slug}`))).body.includes(mark)) lost += 1;
    });
    const again = setTimeout(() => this.#newsroom.kill(), PATIENCE * 1_000);
    await this.#newsroom.stop();
    clearTimeout(again);
    return { shown, late, ended, lost, ready };
  }

  /** Stories with a few developments each, all with different words. */
  async #record(): Promise<readonly Target[]> {
    const targets: Target[] = [];
    const slugs = Array.from({ length: STORIES }, (_, i) => `bench-${i}`);
    const each = Math.ceil((STORIES * EACH + PENDING) / STORIES);
    await this.#each(slugs, async (slug, desk) => {
      const story = { slug, language: 'en', headline: { en: `Story ${slug}` } };
      made(await desk.ask(requestOf('POST', '/desk/v1/stories', JSON.stringify(story))));
      for (let n = 0; n < each; n += 1) {
        const mark = randomUUID();
        const development = {
          kind: 'report',
          text: { en: `It is so, says ${mark}` },
          attribution: [[{ unnamed: { descriptor: { en: 'an aide' } } }]],
        };
        const path = `/desk/v1/stories/${slug}/developments`;
        const { body } = made(await desk.ask(requestOf('POST', path, JSON.stringify(development))));
        targets.push({ slug, mark, id: (JSON.parse(body) as { id: string }).id });
      }
    });
    return targets;
  }

  async #killWhileRewriting(targets: readonly Target[]): Promise<Pick<Measures, 'shown' | 'late'>> {
    const archive = await Connection.open(this.#newsroom.archive);
    const { body } = await archive.ask(requestOf('GET', `/v1/stories/${this.long}/developments?limit=100`));
    const own = (JSON.parse(body) as { items: { id: string }[] }).items.map(({ id }) => ({
      slug: this.long,
      id,
      mark: '',
    }));
    const shown: number[] = [];
    const waiting: Promise<boolean>[] = [];
    const desk = await Connection.open(this.#newsroom.desk);
    let next = 0;
    // The desk and its publisher fold a long story once, before its first kill. The bench does not measure that.
    await this.#kill(desk, own[next++]!);
    while ((await archive.ask(requestOf('GET', `/v1/stories/${this.long}`))).status === 200) await pause(10);
    for (const target of targets) {
      const { status } = await archive.ask(requestOf('GET', `/v1/stories/${this.long}`));
      // The long story is being rewritten all this time.
      if (status === 200 && next < own.length) await this.#kill(desk, own[next++]!);
      waiting.push(this.#killAndLook(target, shown));
      await pause(EVERY);
    }
    const late = (await Promise.all(waiting)).filter((isLate) => isLate).length;
    desk.close();
    archive.close();
    return { shown, late };
  }

  async #killAndLook(target: Target, shown: number[]): Promise<boolean> {
    const desk = await Connection.open(this.#newsroom.desk);
    const archive = await Connection.open(this.#newsroom.archive);
    await this.#kill(desk, target);
    const answered = performance.now();
    const look = requestOf('GET', `/v1/stories/${target.slug}`);
    let isLate = false;
    while ((await archive.ask(look)).body.includes(target.mark)) {
      isLate = true;
      await pause(1);
    }
    shown.push(performance.now() - answered);
    desk.close();
    archive.close();
    return isLate;
  }

  async #kill(desk: Connection, { slug, id }: Target): Promise<void> {
    const path = `/desk/v1/stories/${slug}/developments/${id}/kill`;
    made(
      await desk.ask(
        requestOf('POST', path, JSON.stringify({ reason: 'It was wrong.', notice: { en: 'It was wrong.' } })),
      ),
    );
  }

  /** Does `work` with each item, sixteen at once. */
  async #each<T>(
    all: readonly T[],
    work: (one: T, desk: Connection, archive: Connection) => Promise<void>,
  ): Promise<void> {
    let next = 0;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        const desk = await Connection.open(this.#newsroom.desk);
        const archive = await Connection.open(this.#newsroom.archive);
        while (next < all.length) await work(all[next++]!, desk, archive);
        desk.close();
        archive.close();
      }),
    );
  }
}

function made(answer: Answer): Answer {
  if (answer.status !== 201) throw new Error(`The desk answered ${answer.status}: ${answer.body}`);
  return answer;
}
