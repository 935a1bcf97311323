import { decide, emptyDirectory, evolve } from '#story';
import { at, described } from '#story/testing';
import { foldDeskStory, type DeskStory } from '../recording/desk-log.js';
import { derive, storyId } from '../recording/ids.js';
import { planImport, type ImportPlan, type PlanInput, type Step } from './import-plan.js';

type Line = Readonly<Record<string, unknown>>;
const nothing = foldDeskStory.initial;
const [directory, now] = [described('moscow', {}), at('2016-12-02T00:00')];

/** The plan of a file. By default nothing was recorded before. */
function plan(lines: readonly (Line | string)[], more: Partial<PlanInput> = {}): Promise<ImportPlan> {
  const file = (async function* () {
    for (const line of lines) yield typeof line === 'string' ? line : JSON.stringify(line);
  })();
  const story = async () => nothing;
  return planImport(file, { zone: 'UTC', now, directory, described: new Set(), story, ...more });
}
/** Line, command and time of each step, such as `2 record 09:00`. Line 0 is the end of the file. */
const outline = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) => {
    if (!('filing' in step)) return `${step.line} ${step.directory.type}`;
    const { command, imported } = step.filing;
    return `${step.line} ${command.type} ${new Date(imported!.at).toISOString().slice(11, 16)}`;
  });

const line = (time: string, command: string, more: Line = {}): Line =>
  Object.assign({ at: `2016-12-01T${time}Z`, story: 'talks', command }, more);
const opening = line('08:00', 'open', { headline: { en: 'Talks' }, language: 'en' });
const attribution = [[{ party: 'moscow' }]];
const report = (time: string, ref: string, more: Line = {}): Line =>
  line(time, 'record', { ref, kind: 'report', text: { en: ref }, attribution, ...more });
const party = (time: string, name: string): Line =>
  line(time, 'party', { story: undefined, id: 'ankara', name, type: 'state' });
const first = report('09:00', 'first');
const release = { embargoedUntil: '2016-12-01T12:00Z' };
const late = report('09:00', 'late', { release });

/** The story after some steps were recorded. */
const recorded = (steps: readonly Step[]): DeskStory =>
  steps.reduce<DeskStory>((before, step) => {
    if (!('filing' in step)) return before;
    const { id = '', command, key } = step.filing;
    const { at: recordedAt, importedAt } = step.filing.imported!;
    const [event] = decide(before.story, command, { directory, now: recordedAt, id, derive });
    const made = { id, revision: before.story.revision + 1 };
    const entry = { ...made, recordedAt, recordedBy: step.by, importedAt, event: event! };
    const receipts = before.receipts.set(key!.name, { ...made, hash: key!.hash });
    return { story: evolve(before.story, entry), receipts, lastImported: importedAt };
  }, nothing);

describe('the plan of an import', () => {
  it('has a step for each line, with number, recorder and time', async () => {
    const found = await plan([party('07:00', 'Ankara'), opening, ' ', { ...first, recordedBy: 'ana' }]);
    expect(found).toMatchObject({ faults: [], lines: 4, skipped: 0, stories: ['talks'] });
    expect(outline(found.steps)).toEqual(['1 party', '2 open 08:00', '4 record 09:00']);
    expect(found.steps.map(({ by }) => by)).toEqual(['import', 'import', 'ana']);
  });

  it('keeps stories apart: a ref names another development in each', async () => {
    const quake = { story: 'quake' };
    const talks = [opening, first];
    const { steps, stories, faults } = await plan([...talks, ...talks.map((one) => ({ ...one, ...quake }))]);
    const ids = steps.map((step) => 'filing' in step && step.filing.id);
    expect([stories, faults, new Set(ids).size]).toEqual([['talks', 'quake'], [], 4]);
    expect([ids[0], ids[2]]).toEqual([storyId('talks'), storyId('quake')]);
  });

  it('knows the parties of earlier lines, not those of later lines', async () => {
    const lines = [opening, report('09:00', 'a', { attribution: [[{ party: 'ankara' }]] })];
    const none = { directory: emptyDirectory };
    expect(await plan([party('07:00', 'Ankara'), ...lines], none)).toMatchObject({ faults: [] });
    const faults = [{ line: 2, pointer: '/attribution/0/0/party' }];
    expect(await plan([...lines, party('10:00', 'Ankara')], none)).toMatchObject({ faults });
  });
});

describe('a fault', () => {
  it.each<[string, string, Line | string]>([
    ['a line that is not JSON', '', '{'],
    ['a time after the import', '/at', { ...late, at: '2016-12-02T00:00:01Z' }],
    ['a time before the last event', '/at', report('07:59', 'a')],
    ['the ref of an earlier line', '/ref', report('09:00', 'opening')],
    ['a story that no line opens', '/story', { ...late, story: 'quake' }],
    ['a field of a command without fields', '/extra', line('09:00', 'unpin-summary', { extra: 1 })],
  ])('is %s', async (_, pointer, second) => {
    const { faults } = await plan([{ ...opening, ref: 'opening' }, second, report('10:00', 'b')]);
    expect(faults).toEqual([{ line: 2, pointer, detail: expect.stringMatching(/\w/) }]);
  });

  it('does not hide later ones; after a hundred the check stops', async () => {
    const { faults, lines } = await plan([opening, '{}', late, '{}']);
    expect([faults.map((fault) => fault.line), lines]).toEqual([[2, 4], 4]);
    const many = Array.from({ length: 200 }, () => '{}');
    expect(await plan(many)).toMatchObject({ faults: { length: 100 }, lines: 100 });
  });

  it('is an empty file', async () => expect((await plan([])).faults).toMatchObject([{ line: 1 }]));

  it('is not a failure of the store: that ends the check', () =>
    expect(plan([opening], { story: () => Promise.reject(new Error('Disk')) })).rejects.toThrow('Disk'));
});

describe('an import that is sent again', () => {
  const [closes, reopens] = [line('10:00', 'close', { scheduled: 'comes' }), line('10:00', 'reopen')];
  const file = [opening, late, closes, reopens, closes, reopens, report('13:00', 'last')];

  it('continues after the recorded steps, wherever it was interrupted', async () => {
    const { steps } = await plan(file);
    expect(steps).toHaveLength(file.length + 1);
    for (const done of steps.keys()) {
      const left = await plan(file, { story: async () => recorded(steps.slice(0, done)) });
      expect([left.faults, outline(left.steps)]).toEqual([[], outline(steps.slice(done))]);
    }
  });

  it('is refused if a recorded line has other content', async () => {
    const story = recorded((await plan(file)).steps);
    const { faults } = await plan([opening, report('09:00', 'late')], { story: async () => story });
    expect(faults).toMatchObject([{ line: 2, pointer: '/ref' }]);
  });

  it('skips the descriptions of a party up to the last that was recorded', async () => {
    const lines = [party('07:00', 'Ankara'), party('08:00', 'Turkey'), party('09:00', 'Türkiye')];
    const keys = (await plan(lines)).steps.map((step) => ('directory' in step ? step.key.name : ''));
    const again = await plan(lines, { described: new Set([keys[1]!]) });
    expect([outline(again.steps), again.skipped]).toEqual([['3 party'], 2]);
  });
});

describe('an embargo in an import', () => {
  const begin = ['1 open 08:00', '2 record 09:00'];
  const headline = line('09:00', 'headline', { headline: { en: 'It is over' }, release });
  const closes = (scheduled: string): Line => line('10:00', 'close', { scheduled });
  const releases = line('12:00', 'release', { development: 'late' });
  it.each<[string, readonly Line[], ...string[]]>([
    ['before the next line', [late, report('13:00', 'a')], ...begin, '3 release 12:00', '3 record 13:00'],
    ['after an earlier line', [late, report('11:00', 'a')], ...begin, '3 record 11:00', '0 release 12:00'],
    ['also for a headline', [headline], '1 open 08:00', '2 headline 09:00', '0 reschedule 12:00'],
    ['once if a line ends it', [late, releases], ...begin, '3 release 12:00'],
    ['in a closed story that says so', [late, closes('comes')], ...begin, '3 close 10:00', '0 release 12:00'],
    ['not in another closed story', [late, closes('waits')], ...begin, '3 close 10:00'],
  ])('ends at its time, %s', async (_, lines, ...steps) =>
    expect(outline((await plan([opening, ...lines])).steps)).toEqual(steps),
  );

  it('does not end if it ends after the import', async () =>
    expect(outline((await plan([opening, late], { now: at('2016-12-01T11:59') })).steps)).toEqual(begin));
});
