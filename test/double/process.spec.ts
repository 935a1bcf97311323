import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { outcome, reports, Scene, unary } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

it('runs as a process, from its sources', async () => {
  const root = join(import.meta.dirname, '..', '..');
  const args = ['--conditions=dateline', '--import', './tools/typescript.mjs', 'test/double/main.ts'];
  const child = spawn(process.execPath, [...args, '{"nodes":3}'], { cwd: root, stdio: 'pipe' });
  const exited = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<Record<string, unknown>> => {
    const { value } = await lines.next();
    if (value === undefined) throw new Error(`It said nothing more, but: ${errors}`);
    return JSON.parse(value) as Record<string, unknown>;
  };
  const ready = await line();
  expect(ready).toMatchObject({ ready: true, pid: child.pid });
  const there = scene.connect(String(ready['gossipUrl']));
  await there.appendToStream('story-1', reports(1), unary);
  child.stdin.write('{"fault": {"on": "append", "fault": "busy"}}\n');
  expect(await line()).toMatchObject({ done: true, calls: { append: 1 } });
  expect(await outcome(there.appendToStream('story-1', reports(1), unary))).toBe('unknown');
  child.stdin.write('{"explode": true}\n');
  expect(await line()).toMatchObject({ done: false });
  child.stdin.end();
  expect(await exited).toEqual([0, null]);
});
