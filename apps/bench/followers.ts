import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { Connection } from './connection.js';
import { Editors } from './editors.js';
import { NewsroomProgram } from './program.js';
import { measured, quantile } from './samples.js';
import { sizeOf } from './scratch.js';

const FOLLOWERS = 2_000;
const AT_ONCE = 50;
const EVENTS = 20;
/** Limits, in megabytes and milliseconds. */
const MEMORY = 100;
const SOON = 1_000;
/** The time until a process is idle, in milliseconds. */
const REST = 20_000;

/** The memory of 2,000 idle followers of the stream, and the time until all of them have a new event. */
export async function followers({ scratch, say }: Bench): Promise<Finding> {
  const room = await scratch.newsroom(false);
  const newsroom = await NewsroomProgram.start(room.data);
  const editors = await Editors.at(newsroom.desk, 1);
  const desk = await Connection.open(newsroom.desk);
  await desk.ask(editors.request(0));
  await pause(REST);
  const before = await rested(newsroom);
  const following: Follower[] = [];
  while (following.length < FOLLOWERS)
    following.push(
      ...(await Promise.all(Array.from({ length: AT_ONCE }, () => Follower.at(newsroom.archive)))),
    );
  await pause(REST);
  const idle = await rested(newsroom);
  say(`${before.toFixed(0)} MB before, ${idle.toFixed(0)} MB with ${FOLLOWERS} followers`);
  const delays: number[] = [];
  for (let n = 1; n <= EVENTS; n += 1) {
    const received = Promise.all(following.map((one) => one.hears(n)));
    const answer = await desk.ask(editors.request(0));
    if (answer.status !== 201) throw new Error(answer.body);
    const begun = performance.now();
    await received;
    delays.push(performance.now() - begun);
    await pause(100);
  }
  const most = newsroom.memory().now;
  for (const one of following) one.close();
  desk.close();
  await newsroom.stop();
  const row = (what: string, unit: string, ours: readonly number[], against: string, limit: number): Row => ({
    what: `${FOLLOWERS.toLocaleString('en')} followers of the stream: ${what}`,
    unit,
    ours: measured(ours),
    against,
    theirs: measured([limit]),
    ratio: timesAsMuch(measured(ours), measured([limit])),
    wanted: { target: 11, most: 1 },
  });
  return {
    rows: [
      row('memory while they are idle', 'MB', [idle - before], `a limit of ${MEMORY} MB`, MEMORY),
      row(
        'from the answer of an append until the last follower has the event',
        'ms',
        delays,
        `a limit of ${SOON} ms`,
        SOON,
      ),
    ],
    settings: [
      `a newsroom of ${sizeOf(room)}, desk and archive in one process; resident memory of the process ${REST / 1_000} s after the last request, the lowest of ten readings in five seconds: ${before.toFixed(0)} MB before, ${idle.toFixed(0)} MB with ${FOLLOWERS} followers, ${most.toFixed(0)} MB after ${EVENTS} events`,
      `${EVENTS} events, one after the other: until all ${FOLLOWERS} followers have it, median ${quantile(delays, 0.5).toFixed(0)} ms, at most ${Math.max(...delays).toFixed(0)} ms; server and followers share the cores of this machine`,
    ],
  };
}

/** The lowest memory of a process in five seconds. */
async function rested(newsroom: NewsroomProgram): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < 10; n += 1) {
    least = Math.min(least, newsroom.memory().now);
    await pause(500);
  }
  return least;
}

/** A follower on a separate connection. It counts the events that it receives. */
class Follower {
  #heard = 0;
  #waiting: { readonly count: number; readonly done: () => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.#heard += text.split('\nid: ').length - 1;
      if (this.#waiting && this.#heard >= this.#waiting.count) this.#waiting.done();
    });
  }

  static async at(port: number): Promise<Follower> {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /v1/stream HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const follower = new Follower(socket);
    await new Promise((resolve, reject) => socket.once('data', resolve).once('error', reject));
    return follower;
  }

  hears(count: number): Promise<void> {
    return new Promise((done) => {
      this.#waiting = { count, done };
    });
  }

  close(): void {
    this.socket.destroy();
  }
}
