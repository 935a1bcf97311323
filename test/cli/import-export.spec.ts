import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION, demonstrated, Desk } from './program.js';

let desk: Desk;
let other: Desk;
beforeEach(() => {
  desk = new Desk();
  other = new Desk();
});
afterEach(async () => {
  await desk.remove();
  await other.remove();
});

/** Expects no process or file left of a newsroom that the command line started. */
const expectNoneLeft = ({ data }: Desk): void =>
  expect(readdirSync(data).filter((name) => name.endsWith('.json') && name !== 'publisher.json')).toEqual([]);

it('imports a story without a running newsroom, and adds nothing the second time', async () => {
  expect(await desk.out('import', DEMONSTRATION)).toBe(
    `${DEMONSTRATION}: 28 lines, 28 added, 0 skipped (already recorded); stories: aleppo-talks\n`,
  );
  const again = JSON.parse(await desk.out('import', DEMONSTRATION, '--json')) as object;
  expect(again).toMatchObject({ lines: 28, added: 0 });
  expectNoneLeft(desk);
  await desk.open();
  const log = (await desk.out('log', 'aleppo-talks')).trimEnd().split('\n');
  expect(log).toHaveLength(16);
  expect(log[6]).toMatch(
    /^ +6 {2}2016-12-01T13:30:00\.000Z {2}foreign desk +NoveltyDenialRecorded +Maria Zakharova/,
  );
  expect((await desk.out('log', 'aleppo-talks', '--from', '13')).split('\n')[0]).toMatch(
    /^ +13 .* ClaimsLinked +two-fifths-restated restates two-fifths-retaken$/,
  );
});

it('exports a story, which is the same after import elsewhere', async () => {
  await Promise.all([desk.open(), other.open()]);
  await desk.run(['import', '-', '-q'], readFileSync(DEMONSTRATION, 'utf8'));
  const file = join(desk.data, 'story.ndjson');
  await desk.out('export', 'aleppo-talks', '-o', file);
  await other.out('import', file, '-q');
  const both = (...args: readonly string[]) => Promise.all([desk.out(...args), other.out(...args)]);
  const [exported, again] = await both('export', 'aleppo-talks');
  expect(again).toBe(exported);
  expect(readFileSync(file, 'utf8')).toBe(exported);
  for (const moment of ['2016-12-01T10:30:00Z', '2016-12-06']) {
    const [here, there] = await both('as-of', 'aleppo-talks', moment);
    expect(there).toBe(here);
  }

  const refused = await desk.run(['export', 'aleppo-talks', '-o', file]);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--force') as string });
  writeFileSync(file, 'old');
  await desk.out('export', 'aleppo-talks', '-o', file, '--force');
  expect(readFileSync(file, 'utf8')).toBe(exported);
  expect(readdirSync(desk.data).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('exports nothing if there is no newsroom, and creates none', async () => {
  expect(await desk.run(['as-of', 'aleppo-talks'])).toMatchObject({
    code: 4,
    err: `dateline: There is no newsroom in ${desk.data}. Start one, import into it, or set DATELINE_DATA.\n`,
  });
  expect(readdirSync(desk.data)).toEqual([]);
});

it('lets concurrent commands wait for each other if no newsroom runs', async () => {
  await demonstrated(desk);
  const all = await Promise.all([1, 2, 3].map(() => desk.run(['log', 'aleppo-talks', '--from', '15'])));
  for (const { code, out, err } of all) {
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('dateline:') as string });
    expect(out).toContain('AssertionWithdrawn');
  }
  expectNoneLeft(desk);
});

describe('a file with faults', () => {
  const running = new Desk();
  beforeAll(() => running.open());
  afterAll(() => running.remove());

  it('names file, line and field of every fault, and writes nothing', async () => {
    const lines = readFileSync(DEMONSTRATION, 'utf8').trimEnd().split('\n');
    lines[5] = lines[5]!.replace('"outlet"', '"newspaper"');
    lines[14] = lines[14]!.replace('"claim": "us-excluded"', '"claim": "nobody-said-so"');
    lines[19] = '{"at": ';
    const file = join(running.data, 'faulty.ndjson');
    writeFileSync(file, lines.join('\n'));
    const { code, out, err } = await running.run(['import', file]);
    const said = err.trimEnd().split('\n');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said[0]).toContain(`${file}:6: /type: `);
    expect(said.some((line) => line.startsWith(`${file}:15: /assertions`))).toBe(true);
    expect(said.some((line) => line.startsWith(`${file}:20: `))).toBe(true);
    expect(said.at(-1)).toMatch(/^dateline: \d+ faults in .*\. Nothing was written\.$/);
    expect((await running.run(['as-of', 'aleppo-talks', '--desk'])).code).toBe(4);

    const piped = await running.run(['import', '-', '--json'], '{"at": "noon"}\n');
    expect(piped.code).toBe(1);
    expect(JSON.parse(piped.out)).toMatchObject({
      file: 'stdin',
      faults: [{ line: 1, pointer: '/command' }],
    });
  });

  it('reports at most a hundred faults', async () => {
    const { code, err } = await running.run(['import', '-'], '{"command": "side"}\n'.repeat(20_000));
    expect(code).toBe(1);
    expect(err.match(/^stdin:\d+: /gm)).toHaveLength(100);
    expect(err).toMatch(/There may be more/);
  });

  describe('terminal control characters', () => {
    const ESCAPE = '\u001b]0;owned\u0007\u001b[2J';
    const text = `Peace${ESCAPE} talks\u009b31m and \u202eright\u202c`;
    const arabic = 'قال مصدر إن المحادثات مستمرة';
    const story = 'escaping';
    const at = '2020-01-01T10:00:00.000Z';
    const lines = [
      { at, command: 'party', id: 'paper', name: 'The Paper\u009b', type: 'outlet' },
      { at, story, command: 'open', language: 'ar', headline: { en: text } },
      {
        ...{ at, story, command: 'record', ref: 'one', kind: 'report', text: { ar: arabic, en: text } },
        attribution: [[{ party: 'paper' }]],
        claims: [{ id: 'peace', kind: 'proposition', text: { ar: arabic } }],
        assertions: [{ claim: 'peace', stance: 'asserts' }],
        raises: [{ id: 'when', text: { en: `When?${ESCAPE}` } }],
      },
    ];
    const file = (some: readonly object[]): string =>
      some.map((line) => `${JSON.stringify(line)}\n`).join('');

    it('are refused by an import, with name and pointer, and nothing is written', async () => {
      const clean = { ...lines[0], name: 'The Paper' };
      const { err } = await running.run(['import', '-', '-q'], file([clean, ...lines.slice(1)]));
      expect(err).toContain('stdin:2: /headline/en: contains U+001B');
      expect(err).toContain('Nothing was written');
      expect(err).not.toContain('\u001b');
    });

    it('are also escaped in error messages', async () => {
      const faulty = await running.run(['import', '-'], file(lines));
      const wrong = await running.run(['as-of', `x${ESCAPE}`]);
      const option = await running.run([`--${ESCAPE}`]);
      for (const { err } of [faulty, wrong, option]) expect(actsOnTerminals(err)).toBe(false);
      expect([faulty.code, wrong.code, option.code]).toEqual([1, 2, 2]);
    });
  });
});

const actsOnTerminals = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(text);
