import { blockOf, DEMONSTRATION, Desk, ELECTION, statusesOn } from './program.js';

const desk = new Desk();

beforeAll(async () => {
  await desk.open();
  await desk.out('import', DEMONSTRATION, '--quiet');
});
afterAll(() => desk.remove());

const asOf = (...args: readonly string[]): Promise<string> => desk.out('as-of', 'aleppo-talks', ...args);

describe('the page of the story', () => {
  it('after the first report has only one unnamed origin', async () => {
    const page = await asOf('2016-12-01T09:10:00Z');
    expect(statusesOn(page)).toEqual({
      talks: 'reported',
      'us-excluded': 'reported',
      'aim-ceasefire': 'reported',
    });
    expect(blockOf(page, 'talks')).toContain('only unnamed sources say so');
    expect(page).not.toContain('Not known');
  });

  it('after RIA Novosti has one side that confirms, and the question who negotiates', async () => {
    const page = await asOf('2016-12-01T10:30:00Z');
    expect(statusesOn(page)).toEqual({
      talks: 'party-confirmed',
      contacts: 'party-confirmed',
      'us-excluded': 'reported',
      'aim-ceasefire': 'reported',
      'little-progress': 'reported',
      unprecedented: 'reported',
    });
    expect(blockOf(page, 'talks')).toMatch(/all who say so are on one side/);
    expect(page).toContain('Not known\n  ? Who negotiates?\n');
  });

  it('after Zakharova lists first what both sides confirm, and her statement that the talks are nothing new', async () => {
    const page = await asOf('2016-12-01T14:00:00Z');
    expect(Object.entries(statusesOn(page)).slice(0, 2)).toEqual([
      ['contacts', 'confirmed'],
      ['talks', 'party-confirmed'],
    ]);
    expect(blockOf(page, 'talks')).toBe(
      "• Russia and Syrian rebel groups hold talks in Turkey Confirmed by one side's responsible party, a senior " +
        'opposition official, and said by 2 origins in all; no other side has confirmed it. ' +
        'says so: Financial Times ← four members of the Syrian opposition ' +
        'confirms: RIA Novosti ← a senior opposition official ' +
        'declines to comment: Financial Times ← Turkey says it is not new: Financial Times ← Maria Zakharova ' +
        'only unnamed sources say so; all who say so are on one side; not new, according to Maria Zakharova; ' +
        'no comment from Turkey',
    );
    expect(page).toContain('as of 2016-12-01 14:00 UTC · revision 6, recorded 2016-12-01\n13:30 UTC');
    expect(page).toContain('  ? Does Turkey do more than host the talks?\n');
    expect(page).toContain('Latest developments (5 of 6)\n  • 2016-12-01 13:30 UTC · denial of novelty\n');
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('after the surrender shows shares and figures with their comparison', async () => {
    const page = await asOf('2016-12-01T16:45:00Z');
    expect(statusesOn(page)).toMatchObject({
      'half-retaken': 'claimed',
      surrendered: 'reported',
      talks: 'party-confirmed',
    });
    expect(blockOf(page, 'half-retaken')).toMatch(
      /: 50% \(.*\), controlled by .*, taken from .* says so: Moscow$/,
    );
    expect(blockOf(page, 'surrendered')).toContain(
      'fighters who surrendered: more than 500, armed groups in east Aleppo',
    );
    expect(blockOf(page, 'surrendered')).toContain('says so: Our newsroom');
  });

  it('at the end counts relays as one origin, and shows withdrawals with their author', async () => {
    const page = await asOf();
    expect(blockOf(page, 'talks')).toContain(
      'confirms: RIA Novosti ← a senior opposition official; also Gazeta.ru ← RIA Novosti ← a senior opposition ' +
        'official; also Vestnik Kavkaza ← Gazeta.ru ← RIA Novosti ← a senior opposition official',
    );
    expect(statusesOn(page)).toMatchObject({ 'us-excluded': 'withdrawn' });
    expect(blockOf(page, 'us-excluded')).toContain('Withdrawn by the source');
    expect(page).toContain('aleppo-talks · now · revision 15');
  });

  it.each([
    ['2016-12-02', '2016-11-28', ['two-fifths-retaken']],
    ['2016-12-04', '2016-11-28', ['two-fifths-restated']],
    ['2016-12-04', '2016-12-01', ['half-retaken']],
  ])('as of %s, valid at %s, shows the valid claims: %j', async (asOfDay, validAt, expected) => {
    const page = await asOf(asOfDay, '--valid-at', validAt);
    const shares = Object.keys(statusesOn(page)).filter((id) => /retaken|restated/.test(id));
    expect(shares).toEqual(expected);
    expect(page.replaceAll('\n', ' ')).toContain(`what was true in the world at the end of ${validAt} UTC`);
  });

  it('is in French on request, and also from the desk log', async () => {
    const page = await asOf('2016-12-01T14:00:00Z', '--lang', 'fr', '--desk');
    expect(page).toContain('La Russie et des rebelles syriens négocieraient en secret en Turquie\n');
    expect(page).toContain('Ce qu’on ignore\n  ? Qui négocie ?\n');
    expect(page).toContain('confirme\u00a0: RIA Novosti ← un haut responsable de l’opposition');
    expect(page.replaceAll('\n', ' ')).toContain(
      'révision 6, consignée le 2016-12-01 13:30 UTC · le registre de la rédaction',
    );
  });

  it('as JSON is the answer of the newsroom', async () => {
    const state = JSON.parse(await asOf('2016-12-01T14:00:00Z', '--json')) as {
      revision: string;
      claims: { items: { id: string; status: string }[] };
    };
    expect(state.revision).toBe('6');
    expect(state.claims.items.find(({ id }) => id === 'contacts')?.status).toBe('confirmed');
  });
});

describe('the page of an election', () => {
  beforeAll(() => desk.out('import', ELECTION, '--quiet'));

  it('lists decisions as established, and says what superseded a former one', async () => {
    const page = await desk.out('as-of', 'norrholm-votes', '2026-03-18');
    expect(statusesOn(page)).toMatchObject({ certified: 'announced', annulment: 'announced' });
    expect(blockOf(page, 'certified')).toMatch(
      /It is no longer in force: annulled by Constitutional Court of Norrholm\. .* no longer in force: annulled by Constitutional Court of Norrholm \(annulment\) whose decision it is: Electoral Commission of Norrholm$/,
    );
    const french = await desk.out('as-of', 'norrholm-votes', '2026-03-18', '--lang', 'fr');
    expect(french).toContain('à la fin du 2026-03-18 UTC');
    expect(blockOf(french, 'certified')).toContain('n’est plus en vigueur\u00a0: annulé par');
    expect(french).toMatch(/^Annoncé – par ceux à qui revient la décision$/m);
  });
});

describe('an error is one line and an exit code', () => {
  it.each([
    [['as-of', 'nothing'], 4, 'There is no such public story. Use --desk to look in the desk’s record.'],
    [['as-of', 'nothing', '--desk'], 4, 'There is no such story, or no such revision of it.'],
    [['log', 'nothing'], 4, 'There is no such story.'],
    [['export', 'nothing'], 4, 'There is no such story.'],
    [
      ['as-of', 'aleppo-talks', '2015-01-01'],
      4,
      'The story begins at 2016-12-01T09:05:00.000Z: ask for that moment or a later one.',
    ],
    [
      ['as-of', 'aleppo-talks', 'noon'],
      2,
      'asOf is not a time. Give 2016-12-01T10:00Z, 2016-12-01T11:00:00.000+01:00, or a date alone, 2016-12-01.',
    ],
    [
      ['as-of', 'aleppo-talks', '--lang', 'de'],
      2,
      "option '--lang <language>' argument 'de' is invalid. Allowed choices are en, fr.",
    ],
    [
      ['log', 'aleppo-talks', '--from', 'x'],
      2,
      "option '--from <revision>' argument 'x' is invalid. It must be a revision: 0, 1, 2 …",
    ],
    [['publish'], 2, "unknown command 'publish'"],
    [['import', '/there/is/none'], 2, '/there/is/none: there is no such file or folder.'],
  ])('%j', async (args, code, said) => {
    expect(await desk.run(args)).toEqual({ code, out: '', err: `dateline: ${said}\n` });
  });
});

it('has a help text with examples and the exit codes', async () => {
  expect(await desk.out('--help')).toMatch(/Exit codes:\n {2}0 {2}done/);
  expect(await desk.out('as-of', '--help')).toContain(
    'dateline as-of aleppo-talks 2016-12-04 --valid-at 2016-11-28',
  );
  expect(await desk.out('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
});
