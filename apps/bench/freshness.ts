import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Finding } from './bench.js';
import { Connection, requestOf } from './connection.js';
import { Editors } from './editors.js';
import { NewsroomProgram } from './program.js';
import { LOAD } from './reads-over-http.js';
import { sizeOf } from './scratch.js';
import { measured, quantile } from './samples.js';

const EDITORS = 32;
const SECONDS = 30;
const AGAIN_AFTER = 1;
const LIMIT = 50;

/** Target 10: the time from the answer of an append until the archive shows it. */
export async function freshness({ full, scratch }: Bench): Promise<Finding> {
  const room = await scratch.newsroom(full);
  const newsroom = await NewsroomProgram.start(room.data);
  const editors = await Editors.at(newsroom.desk, EDITORS);
  const delays: number[] = [];
  const begun = performance.now();
  const edit = async (_: unknown, editor: number): Promise<void> => {
    const desk = await Connection.open(newsroom.desk);
    const archive = await Connection.open(newsroom.archive);
    for (let due = begun + (editor * 1_000) / EDITORS; due < begun + SECONDS * 1_000; due += 1_000) {
      await pause(Math.max(0, due - performance.now()));
      const { body } = await desk.ask(editors.request(editor));
      const answered = performance.now();
      const { public: shown } = JSON.parse(body) as { public: { revision: string } | null };
      if (!shown) throw new Error(`Not public within a second: ${body}`);
      const look = requestOf('GET', `/v1/stories/${editors.slugs[editor]}/revisions/${shown.revision}`);
      while ((await archive.ask(look)).status !== 200) await pause(AGAIN_AFTER);
      delays.push(performance.now() - answered);
    }
    desk.close();
    archive.close();
  };
  await Promise.all(Array.from({ length: EDITORS }, edit));
  await newsroom.stop();
  const p99 = quantile(delays, 0.99);
  return {
    rows: [
      {
        what: 'p99 from the answer of an append until the archive shows it',
        unit: 'ms',
        ours: { ...measured(delays), median: p99 },
        against: `a limit of ${LIMIT} ms`,
        theirs: measured([LIMIT]),
        ratio: p99 / LIMIT,
        wanted: { target: 10, most: 1 },
      },
    ],
    settings: [
      `a newsroom of ${sizeOf(room)}; ${EDITORS} editors record one development per second each for ${SECONDS} s, evenly; each then requests the revision in the answer from the archive, again ${AGAIN_AFTER} ms after a 404, so the figure includes one response of the archive; median ${quantile(delays, 0.5).toFixed(1)} ms, at most ${Math.max(...delays).toFixed(1)} ms, of ${delays.length}`,
      LOAD,
    ],
  };
}
