import { Random } from '#generating';
import { timesAsMuch, type Bench, type Finding } from './bench.js';
import { requestOf } from './connection.js';
import { Editors } from './editors.js';
import { paced } from './load.js';
import { NewsroomProgram } from './program.js';
import { LOAD, pathOf } from './reads-over-http.js';
import { sizeOf } from './scratch.js';
import { measured, quantile } from './samples.js';

const EDITORS = 32;
const READS = 100;
const ROUNDS = 5;
const SECONDS = 10;

/** Target 7: how long readers wait while editors record, compared with an idle desk. */
export async function readsWhileRecording({ full, scratch }: Bench): Promise<Finding> {
  const room = await scratch.newsroom(full);
  const { data, stories } = room;
  const newsroom = await NewsroomProgram.start(data);
  const editors = await Editors.at(newsroom.desk, EDITORS);
  const random = new Random(5);
  const read = async (): Promise<number> => {
    const request = (): string => requestOf('GET', pathOf(random, stories));
    const { times } = await paced({
      port: newsroom.archive,
      connections: 16,
      perSecond: READS,
      seconds: SECONDS,
      request,
      expect: 200,
    });
    return quantile(times, 0.99);
  };
  const record = () =>
    paced({
      port: newsroom.desk,
      connections: EDITORS,
      perSecond: EDITORS,
      seconds: SECONDS,
      request: (editor) => editors.request(editor),
      expect: 201,
    });
  await Promise.all([read(), record()]);
  const p99s = { alone: [] as number[], recording: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    p99s.alone.push(await read());
    const [p99] = await Promise.all([read(), record()]);
    p99s.recording.push(p99);
  }
  await newsroom.stop();
  const [ours, theirs] = [measured(p99s.recording), measured(p99s.alone)];
  return {
    rows: [
      {
        what: `p99 of GET a story as of T while ${EDITORS} editors record one development per second each`,
        unit: 'ms',
        ours,
        against: 'without editors',
        theirs,
        ratio: timesAsMuch(ours, theirs),
        wanted: { target: 7, most: 2 },
      },
    ],
    settings: [
      `${READS} reads per second of random stories among ${sizeOf(room)}, evenly over 16 connections, timed from when each was due; ${ROUNDS} rounds of ${SECONDS} s without and with editors in turn, after one for warming up; the figure is the median of the rounds' p99`,
      LOAD,
    ],
  };
}
