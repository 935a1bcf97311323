import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { Webhooks } from '#webhooks';
import { GrowingChanges } from './growing-changes.js';
import { ManualTime } from './manual-time.js';
import { CA, Receiver } from './receiver.js';

const root = join(import.meta.dirname, '..', '..');
const script = join(import.meta.dirname, 'send-on.mjs');
const CHANGES = 1_400;

describe('a process that sends', () => {
  let receiver: Receiver;
  let folder: string;
  let child: ChildProcess | null = null;

  beforeEach(async () => {
    receiver = await Receiver.start();
    folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a process with the built product, and collects its output. */
  function start({ env = {}, ca = CA } = {}): { child: ChildProcess; output: () => string } {
    if (!existsSync(join(root, 'dist', 'libs', 'webhooks', 'index.js')))
      throw new Error('Run npm run build first.');
    const file = join(folder, 'webhooks.sqlite');
    child = spawn(process.execPath, [script, file, receiver.url, ca, String(CHANGES)], {
      env: { ...process.env, ...env },
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text));
    return { child, output: () => output };
  }

  it('loses nothing, keeps the order, and repeats only messages in progress if it is killed at any moment', async () => {
    let kills = 0;
    receiver.answering = (_, response) => void setTimeout(() => response.writeHead(204).end(), 1);
    for (let output = ''; !output.includes('done');) {
      const before = receiver.received.length;
      const running = start();
      const ended = once(running.child, 'exit');
      // After some of the next few hundred messages.
      const until = before + 50 + Math.floor(Math.random() * 400);
      while (receiver.received.length < until && running.child.exitCode === null) await pause(1);
      if (running.child.exitCode === null) {
        running.child.kill('SIGKILL');
        kills += 1;
      }
      await ended;
      output = running.output();
    }
    expect(kills).toBeGreaterThan(1);
    for (let story = 0; story < 7; story += 1) {
      const received = receiver.of(`story-${story}`);
      expect(received).toEqual(received.toSorted((a, b) => a - b));
      expect([...new Set(received)]).toEqual(Array.from({ length: CHANGES / 7 }, (_, n) => n + 1));
    }
    // Each time at most as many as may be in progress for one endpoint.
    expect(receiver.received.length - CHANGES).toBeLessThanOrEqual(4 * kills);
    const ids = new Map(receiver.received.map(({ event, headers }) => [event.id, headers['webhook-id']]));
    expect(new Set(ids.values()).size).toBe(CHANGES);
    for (const { event, headers } of receiver.received) expect(headers['webhook-id']).toBe(ids.get(event.id));
  });

  it('checks certificates, even if the environment says not to', async () => {
    const { output } = start({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, ca: rootCertificates[0]! });
    while (!output().includes('failed')) await pause(5);
    expect(output()).toContain('failed tls');
    expect(receiver.received).toEqual([]);
  });

  it('uses no proxy of the environment', async () => {
    const proxy = 'http://127.0.0.1:9';
    const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY'];
    const env = Object.fromEntries(names.map((name) => [name, proxy]));
    const { output } = start({ env: { ...env, NODE_USE_ENV_PROXY: '1', NO_PROXY: '' } });
    while (receiver.received.length === 0 && !output().includes('failed')) await pause(5);
    expect(output()).not.toContain('failed');
    expect(receiver.received.length).toBeGreaterThan(0);
  });

  it('refuses a file that another process has open', async () => {
    receiver.answering = () => undefined;
    const { output } = start();
    while (output() === '') await pause(5);
    const time = new ManualTime(0);
    const open = () =>
      Webhooks.open({
        file: join(folder, 'webhooks.sqlite'),
        log: 'log',
        changes: new GrowingChanges(),
        clock: time,
        alarm: time.alarm,
      });
    expect(open).toThrow('is open in another process');
    child!.kill('SIGKILL');
    await once(child!, 'exit');
    await open().close();
  });
});
