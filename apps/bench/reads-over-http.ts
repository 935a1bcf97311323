import { Random } from '#generating';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { requestOf } from './connection.js';
import { pressed, type Carried } from './load.js';
import type { WrittenStory } from './log-of.js';
import { BareProgram, NewsroomProgram } from './program.js';
import { sizeOf } from './scratch.js';
import { measured } from './samples.js';

const CONNECTIONS = 16;
const ROUNDS = 5;
const SECONDS = 4;
const HOT = 16;

/** Target 4: `GET` of a story as of a random moment, compared with a bare route with a body of the same size. */
export async function readsOverHttp({ full, scratch, say }: Bench): Promise<Finding> {
  const room = await scratch.newsroom(full);
  const { data, stories } = room;
  const newsroom = await NewsroomProgram.start(data);
  say(`the newsroom started in ${Math.round(newsroom.startedIn)} ms`);
  // A few busy stories. Each has a state of about 25 kB.
  const hot = stories.filter(({ events }) => events >= 15 && events <= 40).slice(0, HOT);
  const rows: Row[] = [];
  for (const [name, of, least] of [
    ['one of 16 stories', hot, 0.7],
    ['one of 20,000 stories', stories, 0.4],
  ] as const) {
    const random = new Random(4);
    const ours = () => press(newsroom.archive, () => requestOf('GET', pathOf(random, of)));
    const { bytes } = await ours();
    const bare = await BareProgram.start(bytes);
    const theirs = () => press(bare.reading, () => requestOf('GET', '/bare'));
    await theirs();
    const carried: Carried[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) carried.push([await ours(), await theirs()]);
    await bare.stop();
    const [a, b] = [0, 1].map((i) => measured(carried.map((pair) => pair[i]!.perSecond)));
    rows.push({
      what: `GET ${name} as of T, answers of ${(bytes / 1_000).toFixed(1)} kB on average`,
      unit: 'per second',
      ours: a!,
      against: 'a bare Nest and Fastify route with a body of that size',
      theirs: b!,
      ratio: timesAsMuch(a!, b!),
      wanted: { target: 4, least },
    });
  }
  await newsroom.stop();
  return {
    rows,
    settings: [
      `${sizeOf(room)}; T uniform between a story's first and last public event; ${CONNECTIONS} connections, each sends its next request after an answer; ${ROUNDS} rounds of ${SECONDS} s, ours and bare in turn, after one of each for warming up`,
      LOAD,
    ],
  };
}

export const LOAD =
  'load: persistent connections of the bench (connection.ts), without pipelining, in a separate process; server and load share the cores of this machine, so a rate is that of both together';

const press = (port: number, request: () => string): Promise<Carried> =>
  pressed({ port, connections: CONNECTIONS, seconds: SECONDS, request, expect: 200 });

/** A request for a story as of one of its moments. */
export function pathOf(random: Random, stories: readonly WrittenStory[]): string {
  const { slug, from, until } = random.pick(stories);
  return `/v1/stories/${slug}?asOf=${new Date(random.between(from, until)).toISOString()}`;
}
