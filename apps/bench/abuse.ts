import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '#generating';
import { abuseReport, missedLimits, type AbuseFigures } from './abuse-figures.js';
import { requestOf } from './connection.js';
import { Editors } from './editors.js';
import { paced } from './load.js';
import { ROOT } from './peers.js';
import { NewsroomProgram } from './program.js';
import { pathOf } from './reads-over-http.js';
import { quantile } from './samples.js';
import { Scratch, type Room } from './scratch.js';

const HELP = `Usage: npm run abuse -- [--seconds N]

Starts a newsroom and measures a good client. 500 slow sockets and 200 bad requests per second attack the newsroom for N
seconds (60). Calm is measured before and after. Fails if the p99 of the good client is over 3 times the calm one, if the memory of the newsroom grows by
over 100 MB, or if any answer is 500.
`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Milliseconds of each request. */
interface Times {
  /** Seconds of processor time of the newsroom, per second. */
  readonly cores: number;
  readonly reads: readonly number[];
  readonly records: readonly number[];
}

/** A good client: 50 reads and 20 records per second. */
function goodClient(newsroom: NewsroomProgram, { stories }: Room, editors: Editors) {
  const random = new Random(5);
  return async (seconds: number): Promise<Times> => {
    const cpu = newsroom.cpu();
    const [reads, records] = await Promise.all([
      paced({
        port: newsroom.archive,
        connections: 8,
        perSecond: 50,
        seconds,
        request: () => requestOf('GET', pathOf(random, stories)),
        expect: 200,
      }),
      paced({
        port: newsroom.desk,
        connections: editors.slugs.length,
        perSecond: 20,
        seconds,
        request: (editor) => editors.request(editor),
        expect: 201,
      }),
    ]);
    return { cores: (newsroom.cpu() - cpu) / seconds, reads: reads.times, records: records.times };
  };
}

async function attack<T>(
  newsroom: NewsroomProgram,
  meanwhile: () => Promise<T>,
): Promise<{ readonly found: T; readonly most: number; readonly statuses: AbuseFigures['statuses'] }> {
  const attacker = fork(join(import.meta.dirname, 'attack.js'), [
    String(newsroom.desk),
    String(newsroom.archive),
  ]);
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, newsroom.memory().now)), 500);
  try {
    const found = await meanwhile();
    const told = once(attacker, 'message');
    attacker.send('end');
    const [statuses] = (await told) as [AbuseFigures['statuses']];
    return { found, most, statuses };
  } finally {
    clearInterval(watch);
    attacker.kill();
  }
}

async function main(seconds: number): Promise<number> {
  const under = join(ROOT, '.cache/bench');
  mkdirSync(under, { recursive: true });
  const folder = mkdtempSync(join(under, 'abuse-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const room = await new Scratch(folder, say).logs({ stories: 500, events: 5_000, seed: 1 });
  const newsroom = await NewsroomProgram.start(room.data);
  const measure = goodClient(newsroom, room, await Editors.at(newsroom.desk, 10));
  say('warming up …');
  await measure(Math.max(10, seconds / 3));
  // Before and after: on a machine that does other work, calm changes too.
  const calmFor = Math.max(5, seconds / 2);
  say('calm …');
  const before = await measure(calmFor);
  const memory = newsroom.memory().now;
  say(`under attack for ${seconds} s …`);
  const { found: attacked, most, statuses } = await attack(newsroom, () => measure(seconds));
  say('calm …');
  const after = await measure(calmFor);
  await newsroom.stop();
  const p99s = (of: 'reads' | 'records'): AbuseFigures['reads'] => ({
    calm: quantile([...before[of], ...after[of]], 0.99),
    attacked: quantile(attacked[of], 0.99),
  });
  const figures: AbuseFigures = {
    reads: p99s('reads'),
    records: p99s('records'),
    memory: { calm: memory, most },
    cores: { calm: (before.cores + after.cores) / 2, attacked: attacked.cores },
    statuses,
  };
  process.stdout.write(abuseReport(figures));
  const missed = missedLimits(figures);
  for (const one of missed) say(one);
  return missed.length === 0 ? 0 : 1;
}

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, help: { type: 'boolean', short: 'h' } },
});
const seconds = Number(values.seconds);
if (values.help) process.stdout.write(HELP);
else if (!(seconds >= 1)) {
  say('--seconds takes a number of seconds from 1.');
  process.exitCode = 2;
} else process.exitCode = await main(seconds);
