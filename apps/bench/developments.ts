import { timesAsMuch, type Bench, type Finding } from './bench.js';
import { Editors } from './editors.js';
import { pressed, type Carried } from './load.js';
import { BareProgram, NewsroomProgram } from './program.js';
import { LOAD } from './reads-over-http.js';
import { sizeOf } from './scratch.js';
import { measured, quantile } from './samples.js';

const EDITORS = 32;
const ROUNDS = 5;
const SECONDS = 4;

/** Target 6: durable developments over HTTP, with publisher and projections, compared with a bare POST route. */
export async function developments({ full, scratch }: Bench): Promise<Finding> {
  const room = await scratch.newsroom(full);
  const newsroom = await NewsroomProgram.start(room.data);
  const editors = await Editors.at(newsroom.desk, EDITORS);
  const bare = await BareProgram.start(0);
  const press = (port: number, request: (editor: number) => string): Promise<Carried> =>
    pressed({ port, connections: EDITORS, seconds: SECONDS, request, expect: 201 });
  const ours = () => press(newsroom.desk, (editor) => editors.request(editor));
  const theirs = () => press(bare.recording, (editor) => editors.bareRequest(editor));
  await ours();
  await theirs();
  const carried: Carried[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) carried.push([await ours(), await theirs()]);
  await bare.stop();
  await newsroom.stop();
  const [a, b] = [0, 1].map((i) => measured(carried.map((pair) => pair[i]!.perSecond)));
  const p99 = [0, 1].map((i) =>
    quantile(
      carried.flatMap((pair) => pair[i]!.times),
      0.99,
    ).toFixed(1),
  );
  return {
    rows: [
      {
        what: `developments recorded over HTTP by ${EDITORS} editors`,
        unit: 'per second',
        ours: a!,
        against: 'a bare POST route with the same reading and validation',
        theirs: b!,
        ratio: timesAsMuch(a!, b!),
        wanted: { target: 6, least: 0.3 },
      },
    ],
    settings: [
      `a newsroom of ${sizeOf(room)}; ${EDITORS} connections, one per editor, each in a separate story, each development with an Idempotency-Key; the desk answers when a development is durable (WAL, synchronous=FULL) and published; ${ROUNDS} rounds of ${SECONDS} s, ours and bare in turn, after one of each for warming up; p99 ${p99[0]} ms and ${p99[1]} ms`,
      LOAD,
    ],
  };
}
