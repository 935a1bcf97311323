import { timesAsMuch, type Bench, type Finding } from './bench.js';
import { Cluster, DOUBLE } from './cluster.js';
import { Connection } from './connection.js';
import { Editors } from './editors.js';
import { DeskProgram } from './program.js';
import { measured, type Measured } from './samples.js';

/** So few that two desks and the double do not compete for the cores. */
const EDITORS = 2;
const ROUNDS = 5;
const SECONDS = 6;
/** In milliseconds. A development needs two commits, one after the other. */
const COMMIT = 60;

/** Developments recorded at two desks of one cluster, compared with the same editors at one desk. */
export async function twoDesks({ scratch }: Bench): Promise<Finding> {
  const rates: { one: number[]; two: number[] } = { one: [], two: [] };
  let [answers, unpublished] = [0, 0];
  const cluster = await Cluster.start(scratch.folder(), { commitTakes: COMMIT });
  const first = await DeskProgram.start(scratch.folder(), cluster.url);
  await Editors.introduce(first.port);
  const alone = await Editors.at(first.port, EDITORS);
  await recorded(alone, first.port, EDITORS, SECONDS);
  for (let round = 0; round < ROUNDS; round += 1)
    rates.one.push((await recorded(alone, first.port, EDITORS, SECONDS)).perSecond);
  const second = await DeskProgram.start(scratch.folder(), cluster.url);
  const desks = [first, second];
  const halves = await Promise.all(desks.map(({ port }) => Editors.at(port, EDITORS / 2)));
  const together = () =>
    Promise.all(desks.map(({ port }, i) => recorded(halves[i]!, port, EDITORS / 2, SECONDS)));
  await together();
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = await together();
    rates.two.push(both.reduce((sum, { perSecond }) => sum + perSecond, 0));
    answers += both.reduce((sum, { count }) => sum + count, 0);
    unpublished += both.reduce((sum, each) => sum + each.unpublished, 0);
  }
  for (const desk of desks) await desk.stop();
  await cluster.stop();
  const [ours, theirs] = [measured(rates.two), measured(rates.one)];
  return {
    rows: [
      {
        what: `developments recorded over HTTP by ${EDITORS} editors at two desks of one cluster`,
        unit: 'per second',
        ours,
        against: 'the same editors at one desk',
        theirs,
        ratio: timesAsMuch(ours, theirs),
        wanted: { target: 11, least: 0.9 },
      },
      {
        what: 'answers of two desks without the public position of the development',
        unit: 'in all',
        ours: only(unpublished),
        against: 'all their answers',
        theirs: only(answers),
        ratio: unpublished / answers,
        wanted: { target: 11, most: 0 },
      },
    ],
    settings: [
      `${EDITORS} editors, each in a separate story, half of them at each desk; a commit takes ${COMMIT} ms longer than the disk; a duplicate of an append that is being committed is dropped and answered after 2.5 s; ${ROUNDS} rounds of ${SECONDS} s, first one desk and then two, after one of each for warming up`,
      DOUBLE,
    ],
  };
}

const only = (count: number): Measured => ({ median: count, low: count, high: count, count: 1 });

/** The developments that editors record in a period. Each editor waits for an answer before the next request. */
async function recorded(
  editors: Editors,
  port: number,
  count: number,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly count: number; readonly unpublished: number }> {
  const end = performance.now() + seconds * 1_000;
  const begun = performance.now();
  let [done, unpublished] = [0, 0];
  await Promise.all(
    Array.from({ length: count }, async (_, editor) => {
      const connection = await Connection.open(port);
      while (performance.now() < end) {
        const { status, body } = await connection.ask(editors.request(editor));
        if (status !== 201) throw new Error(`The desk answered ${status}: ${body}`);
        if ((JSON.parse(body) as { readonly public: unknown }).public === null) unpublished += 1;
        done += 1;
      }
      connection.close();
    }),
  );
  return { perSecond: (done * 1_000) / (performance.now() - begun), count: done, unpublished };
}
