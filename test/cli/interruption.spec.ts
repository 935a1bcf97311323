import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMONSTRATION, Desk, isGone } from './program.js';

const LINES = 600;
let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

/** A story with a number of reports, one minute apart. */
function longStory(reports: number): string {
  const at = (minute: number): string => new Date(Date.UTC(2020, 0, 1) + minute * 60_000).toISOString();
  const story = 'long-story';
  const open = { at: at(0), story, command: 'open', language: 'en', headline: { en: 'A long story' } };
  const party = { at: at(0), command: 'party', id: 'wire', name: 'The Wire', type: 'outlet' };
  const report = (i: number): object => ({
    ...{
      at: at(i),
      story,
      command: 'record',
      ref: `report-${i}`,
      kind: 'report',
      text: { en: `Report ${i}` },
    },
    attribution: [[{ party: 'wire' }]],
    ...(i % 100 === 1
      ? { claims: [{ id: `claim-${i}`, kind: 'proposition', text: { en: `Claim ${i}` } }] }
      : {}),
    ...(i % 100 === 1 ? { assertions: [{ claim: `claim-${i}`, stance: 'asserts' }] } : {}),
  });
  const all = [party, open, ...Array.from({ length: reports }, (_, i) => report(i + 1))];
  return all.map((line) => `${JSON.stringify(line)}\n`).join('');
}

it('resumes with the same command after a kill in the middle of an import: every line once', async () => {
  const file = join(desk.data, 'long.ndjson');
  writeFileSync(file, longStory(LINES));
  const { child, desk: address, token } = await desk.open();
  const headers = { authorization: `Bearer ${token}` };
  const importing = desk.run(['import', file]);
  const log = `${address}/desk/v1/stories/long-story/log?from=100&limit=1`;
  while (
    (await fetch(log, { headers }).then((r) => r.json() as Promise<{ items?: unknown[] }>)).items?.length !==
    1
  )
    await pause(5);
  child.kill('SIGKILL');
  const cut = await importing;
  expect(cut).toMatchObject({ code: 3, out: '' });
  expect(cut.err).toMatch(/dateline: .* Run the same command again: it continues where it stopped\.\n$/);

  const again = JSON.parse(await desk.run(['import', file, '--json']).then(({ out }) => out)) as {
    lines: number;
    added: number;
  };
  expect(again.lines).toBe(LINES + 2);
  expect(again.added).toBeGreaterThan(0);
  expect(again.added).toBeLessThan(LINES - 90);

  const reader = desk.start(['log', 'long-story', '--json']);
  const said = text(reader.stderr!);
  await once(reader.stdout!, 'data');
  reader.stdout!.destroy();
  await once(reader, 'exit');
  expect({ code: reader.exitCode, err: await said }).toEqual({ code: 0, err: '' });
  expect(readdirSync(desk.data).filter((name) => name.startsWith('command-line'))).toEqual([]);

  await desk.open();
  const events = (await desk.out('log', 'long-story', '--json')).trimEnd().split('\n');
  const texts = events.map(
    (e) => (JSON.parse(e) as { data: { development?: { text: { en: string } } } }).data,
  );
  expect(texts.slice(1).map((data) => data.development?.text.en)).toEqual(
    Array.from({ length: LINES }, (_, i) => `Report ${i + 1}`),
  );
  expect(await desk.out('as-of', 'long-story')).toContain(`(5 of ${LINES})`);
});

/** More than a pipe takes before the other side reads. */
const MUCH = '{"at":"2020-01-01T00:00:00.000Z","command":"side","id":"north","name":"North"}\n'.repeat(5_000);

/** An import through its own newsroom; it has begun, and waits for the rest of its file. */
async function waiting() {
  const command = desk.start(['import', '-']);
  const said = text(command.stderr!);
  const { pid } = await desk.until('running.json', ({ pid }) => pid !== undefined);
  await new Promise((read) => command.stdin!.on('error', () => undefined).write(`${MUCH}{"at": `, read));
  return { command, said, newsroom: pid as number };
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('stops its newsroom at %s, and says how the import goes on', async (signal, code) => {
  const { command, said, newsroom } = await waiting();
  command.kill(signal);
  await once(command, 'exit');
  expect({ code: command.exitCode, said: await said }).toEqual({
    code,
    said: 'The import of stdin was interrupted. Run the same command again: it continues where it stopped.\n',
  });
  expect(await isGone(newsroom)).toBe(true);
  expect(readdirSync(desk.data).filter((name) => /running|command-line/.test(name))).toEqual([]);
});

it('leaves no newsroom behind when it is killed', async () => {
  const { command, newsroom } = await waiting();
  command.kill('SIGKILL');
  await once(command, 'exit');
  expect(await isGone(newsroom)).toBe(true);
});

it('names the process that locks the data, and does not mistake a killed newsroom for a running one', async () => {
  const { child } = await desk.open();
  const running = join(desk.data, 'running.json');
  const addresses = readFileSync(running);
  // No newsroom answers.
  writeFileSync(running, '{}');
  const { code, err } = await desk.run(['as-of', 'aleppo-talks', '--desk']);
  expect(code).toBe(3);
  expect(err).toMatch(`is open for writing in process ${child.pid}.`);

  writeFileSync(running, addresses);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readdirSync(desk.data)).toContain('running.json');
  expect(await desk.out('import', DEMONSTRATION)).toContain('28 added');
});
