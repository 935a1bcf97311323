import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { linesOf } from '../http/caller.js';
import { openBrowser } from './browser.js';
import { difficultStories } from './newsroom-stories.js';

const TALKS = '/stories/aleppo-talks';

let newsroom: RunningNewsroom;
let browser: Browser;
let base: string;

beforeAll(async () => {
  [newsroom, browser] = await Promise.all([RunningNewsroom.open({ DATELINE_DEMO: 'on' }), openBrowser()]);
  base = newsroom.archive.address;
  const results = linesOf(await newsroom.desk.import(difficultStories()));
  const wrong = results.find((line) => 'error' in line);
  if (wrong) throw new Error(JSON.stringify(wrong));
  for (let waited = 0; waited < 60_000; waited += 50) {
    const last = await newsroom.archive.get('/v1/stories/large');
    if (last.body?.revision >= 25 && (await newsroom.archive.get('/v1/stories/forbidden')).status === 451)
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The stories are not public.');
});

afterAll(async () => {
  await browser?.close();
  await newsroom?.remove();
});

const contexts: BrowserContext[] = [];
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A page of a separate reader, in English by default. */
async function reader(options: Options = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: base, ...options });
  contexts.push(context);
  return context.newPage();
}

/** Every kind of page, errors too, with its status. */
const PAGES: readonly (readonly [address: string, status: number])[] = [
  ['/', 200],
  ['/?asOf=2016-12-01T12:00:00Z&q=talks', 200],
  ['/?q=nothinglikeit', 200],
  ['/?party=moscow&status=open&claimStatus=claimed&language=en&asOf=2016-12-02', 200],
  [TALKS, 200],
  [`${TALKS}?asOf=2016-12-01T12:00:00Z`, 200],
  [`${TALKS}?asOf=2016-12-02&validAt=2016-11-28`, 200],
  [`${TALKS}/revisions/9`, 200],
  [`${TALKS}/timeline`, 200],
  ['/stories/corrected', 200],
  ['/stories/arabic', 200],
  ['/stories/markup', 200],
  ['/stories/large', 200],
  ['/stories/large/timeline', 200],
  ['/stories/large/claims?limit=10', 200],
  ['/parties/moscow', 200],
  ['/parties/zakharova?asOf=2016-12-04', 200],
  ['/corrections', 200],
  ['/corrections?asOf=2016-12-01', 200],
  ['/stories/all-wrong', 410],
  ['/stories/forbidden', 451],
  ['/stories/nowhere', 404],
  [`${TALKS}?asOf=2016-11-01`, 404],
  [`${TALKS}?asOf=yesterday`, 400],
  ['/?colour=red', 400],
  ['/parties/nobody', 404],
];

const each = PAGES.map(([address]) => address);
const inFrench = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}lang=fr`;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Findings of axe-core, by all its rules or some. The page loads without its own policy, which would block axe-core. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
       violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  );
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.html} ${n.failureSummary}`).join('\n')}`,
  );
}

const widthOf = (page: Page): Promise<number> => page.evaluate('document.scrollingElement.scrollWidth');

describe('every page', () => {
  it('has no axe-core findings in English', async () => {
    const page = await reader({ bypassCSP: true });
    for (const [address, status] of PAGES) {
      expect([address, (await page.goto(address))?.status()]).toEqual([address, status]);
      expect([address, await violations(page)]).toEqual([address, []]);
    }
  });

  it('has no axe-core findings in French', async () => {
    const page = await reader({ bypassCSP: true });
    for (const address of each.filter((address) => !address.includes('large'))) {
      await page.goto(inFrench(address));
      expect(await page.getAttribute('html', 'lang')).toBe('fr');
      expect([address, await violations(page)]).toEqual([address, []]);
    }
  });

  it('has enough contrast in dark mode and in print', async () => {
    const page = await reader({ bypassCSP: true, colorScheme: 'dark' });
    for (const address of each.filter((address) => !address.includes('large'))) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(address);
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media });
        expect([address, media, await violations(page, ['color-contrast'])]).toEqual([address, media, []]);
      }
    }
  });

  it('fits narrow and wide screens', async () => {
    const page = await reader();
    for (const address of [...each, ...['/parties/moscow', TALKS, '/'].map(inFrench)]) {
      await page.goto(address);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect([address, await widthOf(page)]).toEqual([address, width]);
      }
    }
  });

  it('loads nothing from other hosts, runs no script, and keeps to its own policy', async () => {
    const page = await reader();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource: the server responded with a status of 4'))
        said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    for (const address of each) {
      await page.goto(address);
      expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
      expect(await page.locator('[onerror], [onload], [onclick], [style], style, iframe, img').count()).toBe(
        0,
      );
      expect(await page.title()).not.toBe('owned');
    }
    expect(asked.filter((url) => new URL(url).origin !== base)).toEqual([]);
    expect(asked.some((url) => /\/style\.[0-9a-f]{12}\.css$/.test(url))).toBe(true);
    expect(said).toEqual([]);
  });

  it('has a favicon', async () => {
    const page = await reader();
    await page.goto('/favicon.ico');
    expect(await page.evaluate('document.images[0].naturalWidth')).toBe(16);
  });

  it('has one first-level heading, no skipped level, landmarks and a skip link', async () => {
    const page = await reader();
    for (const address of each) {
      await page.goto(address);
      const ranks = await page
        .locator('h1,h2,h3,h4')
        .evaluateAll((all) => all.map((h) => Number((h as unknown as { tagName: string }).tagName[1])));
      expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
      expect([address, ranks.filter((rank, i) => rank > (ranks[i - 1] ?? 0) + 1)]).toEqual([address, []]);
      for (const landmark of ['header.masthead', 'main', 'footer', 'nav'])
        expect(await page.locator(landmark).count()).toBeGreaterThan(0);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
  });
});

describe('a story, without a script', () => {
  const plain: Options = { javaScriptEnabled: false };
  const section = (page: Page, id: string): Promise<string> => page.locator(`#${id}`).innerText();

  it('shows what is established, what is claimed and by whom, withdrawals and open questions', async () => {
    const page = await reader(plain);
    await page.goto(TALKS);
    expect(await page.locator('h1').innerText()).toBe(
      'Russia and Syrian rebels are said to hold secret talks in Turkey',
    );
    expect(await section(page, 'established')).toContain(
      'Russia has dealt with Syrian opposition groups before',
    );
    const claimed = await section(page, 'claimed');
    expect(claimed).toContain('Russia and Syrian rebel groups hold talks in Turkey');
    expect(claimed).toContain(
      'Vestnik Kavkaza, citing Gazeta.ru, which cites RIA Novosti, which cites a senior opposition official (not named)',
    );
    expect(claimed).toContain('Financial Times, citing Maria Zakharova (for Russian foreign ministry)');
    expect(await section(page, 'contested')).toContain('The United States takes no part in the talks');
    const unknown = await section(page, 'unknown');
    expect(unknown).toContain('Who negotiates?');
    expect(unknown).toContain(
      'Turkey declined to comment on “Russia and Syrian rebel groups hold talks in Turkey”.',
    );
    const figures = await section(page, 'figures');
    expect(figures).toMatch(/35%[^]*more than\s500/);
  });

  it('can be followed from change to change, and back to now', async () => {
    const page = await reader(plain);
    await page.goto(`${TALKS}?asOf=2016-12-01T10:00:00Z`);
    expect(await page.locator('.moment-shown').innerText()).toContain(
      'This is the story as of 1 December 2016, 10:00 UTC.',
    );
    expect(await page.locator('#established').innerText()).toContain('Nothing, at this moment.');
    await page.getByRole('link', { name: 'Next change' }).click();
    expect(page.url()).toMatch(/\/stories\/aleppo-talks\/revisions\/\d+$/);
    expect(await page.locator('#moment').innerText()).toContain('1 December 2016, 10:30 UTC');
    expect(await page.locator('#claim-talks .status').innerText()).toContain('Party-confirmed');
    await page.getByRole('link', { name: 'Previous change' }).click();
    expect(await page.locator('#claim-talks .status').innerText()).toContain('Reported');
    await page.getByRole('link', { name: 'First' }).click();
    expect(await page.getByRole('link', { name: 'Previous change' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Latest' }).click();
    expect(await page.getByRole('link', { name: 'Next change' }).count()).toBe(0);
    expect(await page.locator('#moment').innerText()).toContain('It has not changed since.');
    await page.getByRole('link', { name: 'See the story now' }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(TALKS);
    expect(await page.locator('#moment').innerText()).toContain('This is the story now');
  });

  it('can be requested as of a day and time by a form', async () => {
    const page = await reader(plain);
    await page.goto(`${TALKS}?lang=fr`);
    await page.getByLabel('Date').fill('2016-12-01');
    await page.getByLabel('Heure (UTC)').fill('12:00');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(page.url()).toBe(`${base}${TALKS}?asOf=2016-12-01T12%3A00%3A00.000Z&lang=fr`);
    expect(await page.locator('#moment').innerText()).toContain(
      'tel qu’il était le 1er décembre 2016 à 12\u00a0h\u00a000 UTC',
    );
    expect(await page.locator('#claim-contacts .status').innerText()).toContain('Confirmé par un camp');
    await page.getByLabel('Heure (UTC)').fill('');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(page.url()).toBe(`${base}${TALKS}?asOf=2016-12-01&lang=fr`);
    expect(await page.locator('#claim-contacts .status').innerText()).toContain('Confirmé');
  });

  it('has a form that works with the keyboard', async () => {
    const page = await reader();
    await page.goto(TALKS);
    const reached: string[] = [];
    for (let i = 0; i < 40 && !reached.includes('BUTTON'); i++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.id || document.activeElement.tagName'));
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    }
    expect(reached).toEqual(expect.arrayContaining(['date', 'time', 'BUTTON']));
  });

  it('shows the status of each claim over time as lanes, with the same in words', async () => {
    const page = await reader(plain);
    await page.goto(TALKS);
    const lane = page.getByRole('img', {
      name: 'Status over time: Russia has dealt with Syrian opposition groups before',
    });
    expect(await lane.locator('desc').textContent()).toBe(
      'Reported from 1 December 2016, 09:40 UTC; Party-confirmed from 1 December 2016, 10:30 UTC; Confirmed from 1 December 2016, 13:30 UTC',
    );
    const words = await page
      .locator('.lane')
      .filter({ hasText: 'Russia has dealt' })
      .locator('.moves > li')
      .allInnerTexts();
    expect(words.map((text) => text.trim())).toEqual([
      'Reported 1 December 2016, 09:40 UTC',
      'Party-confirmed 1 December 2016, 10:30 UTC',
      'Confirmed 1 December 2016, 13:30 UTC',
    ]);
    expect(
      await page.locator('.lane svg.band > svg').first().locator('rect.edge').getAttribute('fill'),
    ).toMatch(/^url\(#pattern-/);
  });

  it('shows the newest development first, with its source and changes', async () => {
    const page = await reader(plain);
    await page.goto(TALKS);
    const entries = await page.locator('.timeline > .entry').allInnerTexts();
    expect(entries[0]).toMatch(/5 December 2016, 11:01 UTC Change of status[^]*withdrawn \(was reported\)/);
    expect(entries.find((text) => text.includes('RIA Novosti, citing a senior'))).toMatch(
      /Confirmation[^]*Source: RIA Novosti, citing a senior opposition official \(not named\)[^]*talks in Turkey: party-confirmed \(was reported\)/,
    );
    expect(entries.find((text) => text.includes('declines to comment'))).toContain(
      'Source: Turkey, asked by Financial Times',
    );
    expect(entries).toHaveLength(13);
  });

  it('shows its corrections openly, and marks retracted and killed developments', async () => {
    const page = await reader(plain);
    await page.goto('/stories/corrected');
    await page.getByRole('link', { name: '2 corrections to this story' }).click();
    const corrections = await section(page, 'corrections');
    expect(corrections).toContain('The number of lorries was wrong in an earlier version.');
    expect(corrections).toContain('Forty lorries crossed.');
    expect(corrections).toContain('Some 250 lorries crossed.');
    expect(corrections).toContain('The earlier version is withheld.');
    expect(corrections).toMatch(/about\s250 \(200–300\)[^]*about\s240 \(220–260\)/);
    expect(
      await page.locator('.correction', { hasText: 'earlier version' }).locator('del').first().innerText(),
    ).toBe('Forty lorries crossed.');
    const history = await section(page, 'history');
    expect(history).toContain('Retracted by its outlet on');
    expect(history).toContain('This development was killed on');
    expect(history).toContain('This was never so.');
    expect(await page.content()).not.toContain('What was never so.');
    expect(await section(page, 'contested')).toMatch(/Disputed[^]*Refuted/);
    expect(await section(page, 'established')).toContain(
      'Checked by this newsroom itself and found to be so: we drove along it.',
    );
    expect(await section(page, 'unknown')).toMatch(
      /Turkey professed no knowledge[^]*Answered since they were asked[^]*Whose lorries/,
    );
    expect(await page.getByText('This story is closed').count()).toBe(1);
  });

  it('links to the next page if there are too many developments for one', async () => {
    const page = await reader(plain);
    await page.goto('/stories/large');
    expect(await page.locator('.claim').count()).toBe(100);
    await page.getByRole('link', { name: 'Older developments' }).click();
    await page.getByRole('link', { name: 'Older developments' }).click();
    expect(await page.locator('.entry').count()).toBe(5);
    expect(await page.locator('.entry').last().innerText()).toContain('Report 0.');
    await page.getByRole('link', { name: 'Newest developments' }).click();
    expect(await page.locator('.entry').first().innerText()).toContain('Report 24.');
  });
});

describe('a page’s language', () => {
  it('is the requested one, else the browser’s, else the story’s, and is in Vary', async () => {
    const lang = async (path: string, headers = {}): Promise<string> =>
      /<html lang="(\w+)"/.exec((await newsroom.archive.get(path, headers)).text)![1]!;
    expect(await lang(TALKS)).toBe('en');
    expect(await lang(TALKS, { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' })).toBe('fr');
    expect(await lang(`${TALKS}?lang=en`, { 'accept-language': 'fr' })).toBe('en');
    expect(await lang(TALKS, { 'accept-language': 'de' })).toBe('en');
    expect((await newsroom.archive.get(TALKS)).headers.vary).toContain('Accept-Language');
  });

  it('keeps a story’s own texts in their language and direction', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto('/stories/arabic');
    const headline = page.locator('h1');
    expect([await headline.getAttribute('lang'), await headline.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(await page.getAttribute('html', 'dir')).toBe('ltr');
    const source = page.locator('.source bdi[lang=ar]').first();
    expect(await source.getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.source').first().innerText()).toMatch(
      /^Source: Financial Times, citing .* \(not named\)$/,
    );
    expect(await page.locator('.entry').innerText()).toContain('in the world: about December 2016');
  });

  it('uses the French texts of a story if it has them', async () => {
    const page = await reader({ locale: 'fr-FR' });
    await page.goto(TALKS);
    expect(await page.locator('h1').innerText()).toBe(
      'La Russie et des rebelles syriens négocieraient en secret en Turquie',
    );
    expect(await page.locator('#claimed').innerText()).toContain(
      'citant un haut responsable de l’opposition (source non nommée)',
    );
    expect(await page.locator('#unknown').innerText()).toContain('Qui négocie ?');
  });
});

describe('the front page', () => {
  it('lists and links the stories, has a search, and supports other moments', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto('/');
    expect(await page.locator('.story-item').count()).toBeGreaterThanOrEqual(5);
    await page.getByLabel('Search the stories').fill('talks aleppo');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.story-item').count()).toBe(1);
    expect(await page.locator('.story-item').innerText()).toMatch(
      /Latest: territorial gain, 3 December 2016, 10:00 UTC · 10 claims · 12 developments/,
    );
    await page.getByLabel('Date').fill('2016-12-01');
    await page.getByLabel('Time (UTC)').fill('09:10');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('.story-item').innerText()).toContain('3 claims · 1 development');
    await page.locator('.story-item h2 a').click();
    expect(await page.locator('#moment').innerText()).toContain('as of 1 December 2016, 09:10 UTC');
    await page.getByRole('link', { name: 'Ankara' }).click();
    expect(await page.locator('.headline .notice').innerText()).toContain('Stories with Ankara');
    expect(await page.getByRole('link', { name: 'For machines' }).getAttribute('href')).toBe('/docs');
  });

  it('is read on by pages, in the same language', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto('/?lang=fr&limit=2');
    const first = await page.locator('.story-item h2').allInnerTexts();
    await page.getByRole('link', { name: 'Plus de sujets' }).click();
    const second = await page.locator('.story-item h2').allInnerTexts();
    expect(second).toHaveLength(2);
    expect(second).not.toEqual(expect.arrayContaining(first));
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
  });

  it('sends programs to the data', async () => {
    const answer = await newsroom.archive.get('/', { accept: 'application/json' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/v1/stories']);
    expect((await newsroom.archive.get('/', { accept: '*/*' })).status).toBe(200);
  });
});

describe('a party’s page', () => {
  it('shows its assertions and their outcome, now and as of a moment', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto(TALKS);
    await page.locator('#claimed').getByRole('link', { name: 'Moscow' }).first().click();
    expect(await page.locator('h1').innerText()).toBe('Moscow');
    expect(await page.getByRole('row', { name: /^Asserted/ }).innerText()).toMatch(/Asserted/);
    await page.goto('/parties/moscow?asOf=2016-12-02');
    expect(await page.getByRole('row', { name: /^Asserted/ }).innerText()).toMatch(
      /Asserted\s+2\s+0\s+Claimed 2/,
    );
    await page.getByRole('link', { name: 'Half of jihadist-held east Aleppo has been retaken' }).click();
    expect(page.url()).toBe(`${base}${TALKS}?asOf=2016-12-02T23:59:59.999Z#claim-half-retaken`);
  });
});

describe('the record of corrections', () => {
  it('has the corrections, retractions and kills of all stories, newest first, with links', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto('/');
    await page.getByRole('link', { name: 'Corrections' }).click();
    const entries = await page.locator('.change').allInnerTexts();
    expect(entries.map((text) => text.split('\n')[0])).toEqual(
      expect.arrayContaining([
        'Story taken down',
        'Story killed',
        'Development killed',
        'Development retracted',
        'Correction',
        'Assertion withdrawn',
      ]),
    );
    expect(entries.find((text) => text.startsWith('Story killed'))).toContain('The whole story was wrong.');
    expect(entries.find((text) => text.startsWith('Development killed'))).toContain('This was never so.');
    expect(entries.find((text) => text.includes('The number of lorries was wrong'))).toMatch(
      /It said: Forty lorries crossed\.\s+It says now: Some 250 lorries crossed\./,
    );
    expect(entries.at(-1)).toContain('in the story Russia and Syrian rebels are said to hold secret talks');
    expect(await page.content()).not.toMatch(/What was never so|wrong report|forbidden report/);
    expect(await page.getByRole('link', { name: 'Feed of corrections' }).getAttribute('href')).toBe(
      '/v1/corrections.atom',
    );
    await page.locator('.change').last().getByRole('link', { name: 'Russia and Syrian rebels' }).click();
    expect(await page.locator('#claim-us-excluded .status').innerText()).toContain('Reported');
  });

  it('is read on by pages, in the same language', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto('/corrections?lang=fr&limit=2');
    expect(await page.locator('.change').count()).toBe(2);
    const first = await page.locator('.change').first().innerText();
    await page.getByRole('link', { name: 'Rectifications plus anciennes' }).click();
    expect(await page.locator('.change').first().innerText()).not.toBe(first);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
  });
});

describe('a missing resource', () => {
  const html = { accept: 'text/html' };

  it('is a page for a browser, and a problem document for a program', async () => {
    for (const [address, status] of PAGES.filter(([, status]) => status >= 400)) {
      const [page, problem] = [
        await newsroom.archive.get(address, html),
        await newsroom.archive.get(address),
      ];
      expect([page.status, problem.status]).toEqual([status, status]);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(problem.headers['content-type']).toBe('application/problem+json');
      expect(page.headers.vary).toBe('Accept, Accept-Language');
    }
  });

  it('shows the notice for killed or taken-down content, and nothing else of it', async () => {
    const killed = (await newsroom.archive.get('/stories/all-wrong?lang=fr', html)).text;
    expect(killed).toContain('Tout était faux.');
    expect(killed).not.toMatch(/wrong report|It was all/);
    const down = (await newsroom.archive.get('/stories/forbidden', html)).text;
    expect(down).toContain('A court has forbidden it.');
    expect(down).toContain('By order of <bdi>A court</bdi>');
    expect(down).not.toMatch(/forbidden report|may not be told/);
  });

  it('links to the first moment if there is something later', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto(`${TALKS}?asOf=2016-11-01`);
    await page
      .getByRole('link', { name: 'See the story as it began, on 1 December 2016, 09:05 UTC' })
      .click();
    expect(await page.locator('.timeline > .entry').count()).toBe(1);
  });

  it('lists the accepted forms of a moment, and has the form to choose one', async () => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto(`${TALKS}?asOf=1.12.2016`);
    expect(await page.locator('.forms').innerText()).toContain('asOf=2016-12-01');
    await page.getByLabel('Date').fill('2016-12-02');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(page.url()).toBe(`${base}${TALKS}?asOf=2016-12-02`);
    for (const query of ['date=1.12.2016', 'time=12:00', 'date=2016-12-01&time=noon', 'date=2016-02-30'])
      expect((await newsroom.archive.get(`${TALKS}?${query}`, html)).status).toBe(400);
    const now = await newsroom.archive.get(`${TALKS}?date=&time=`, html);
    expect([now.status, now.headers.location]).toEqual([303, TALKS]);
  });
});

describe('the headers and metadata of a page', () => {
  it('include an ETag of its state and language, and answer 304 to a browser that has it', async () => {
    const tagOf = async (headers: Record<string, string>): Promise<string> =>
      (await newsroom.archive.get(TALKS, headers)).headers.etag!;
    const english = await tagOf({ 'accept-language': 'en' });
    expect(english).toMatch(/^"\d+\./);
    expect(await tagOf({ 'accept-language': 'fr' })).not.toBe(english);
    const again = await newsroom.archive.get(TALKS, { 'accept-language': 'en', 'if-none-match': english });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('include its public time and its permanent address, as of a moment', async () => {
    const { headers } = await newsroom.archive.get(`${TALKS}?asOf=2016-12-01T10:00:00Z`);
    expect(headers['memento-datetime']).toBe('Thu, 01 Dec 2016 09:40:00 GMT');
    expect(headers['content-location']).toMatch(/^\/stories\/aleppo-talks\/revisions\/\d+$/);
    expect(headers.link).toContain(`<${base.replace('127.0.0.1', 'localhost')}${TALKS}>; rel="original"`);
  });

  it('include the story as data, in the page’s language', async () => {
    const { text } = await newsroom.archive.get(`${TALKS}?lang=fr`);
    const block = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text)![1]!;
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'LiveBlogPosting',
      headline: 'La Russie et des rebelles syriens négocieraient en secret en Turquie',
    });
    const hostile = (await newsroom.archive.get('/stories/markup')).text;
    expect(hostile.match(/<script/g)).toHaveLength(1);
  });

  it('forbid scripts, and requests to other servers', async () => {
    const { headers } = await newsroom.archive.get(TALKS);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    );
    expect((await newsroom.archive.get('/v1/stories')).headers['content-security-policy']).toContain(
      "form-action 'none'",
    );
  });

  it('make the stylesheet immutable, with a name that changes with its content', async () => {
    const path = /href="(\/style\.[0-9a-f]+\.css)"/.exec((await newsroom.archive.get('/')).text)![1]!;
    const style = await newsroom.archive.get(path);
    expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(style.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await newsroom.archive.get('/style.000000000000.css')).status).toBe(404);
  });

  it('include links to the page itself, its feed and its data', async () => {
    const { text } = await newsroom.archive.get(`${TALKS}?asOf=2016-12-01T10:00:00Z`);
    expect(text).toMatch(
      /<link rel="canonical" href="http:\/\/localhost:\d+\/stories\/aleppo-talks\/revisions\/\d+"/,
    );
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /<link rel="alternate" type="application\/atom\+xml" href="\/v1\/stories\/aleppo-talks\.atom"/,
    );
  });
});
