import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandContext } from './command.js';
import { generateHistories } from './generate.js';
import { Output } from './output.js';

const PROGRAM = join(__dirname, '../../dist/apps/cli/main.js');

/** Runs the built program. */
function dateline(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'generate', ...args], {
    encoding: 'utf8',
  });
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

describe('dateline generate', () => {
  it('writes a line of JSON for each event, side and party', () => {
    const { status, lines } = dateline('--stories', '3', '--events', '40');
    const commands = lines.map((line) => (JSON.parse(line) as { command: string }).command);
    const shared = commands.filter((command) => command === 'side' || command === 'party');
    expect(status).toBe(0);
    expect(lines).toHaveLength(40 + shared.length);
    expect(commands.filter((command) => command === 'open')).toHaveLength(3);
  });

  it('makes other stories with another seed, and defaults to seed 1', () => {
    const [none, one, two] = [[], ['--seed', '1'], ['--seed', '2']].map(
      (seed) => dateline('--stories', '3', '--events', '40', ...seed).lines,
    );
    expect(one).toEqual(none);
    expect(two).not.toEqual(none);
  });

  it('waits for its reader, so that ten million events do not fill the memory', async () => {
    const out = new PassThrough();
    const stop = new AbortController();
    const context = new CommandContext(new Output(out, new PassThrough(), {}), stop.signal, {});
    const writing = generateHistories(context, { stories: 1_000, events: 10_000_000, seed: 1 });
    await pause(300);
    expect(out.readableLength + out.writableLength).toBeLessThan(500_000);
    stop.abort();
    out.resume();
    await expect(writing).rejects.toThrow('aborted');
  });

  it.each([
    [
      '5',
      '9',
      '5 stories need at least 10 events (two each: one opens the story, one records something), not 9.',
    ],
    ['0', '9', 'stories is 0: give a whole number from 1 to 10000000.'],
    ['5', '99999999', 'events is 99999999: give a whole number from 1 to 10000000.'],
    ['5', '1e3', "option '--events <count>' argument '1e3' is invalid. It must be a whole number: 1, 2, 3 …"],
    ['5', '-3', "option '--events <count>' argument '-3' is invalid. It must be a whole number: 1, 2, 3 …"],
  ])('says what is wrong with %s stories and %s events', (stories, events, why) =>
    expect(dateline('--stories', stories, '--events', events)).toEqual({
      status: 2,
      stderr: `dateline: ${why}\n`,
      lines: [''],
    }),
  );
});
