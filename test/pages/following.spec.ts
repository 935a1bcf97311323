import type { Browser } from 'playwright-core';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { introduce, openStory, record, report, settle } from '../http/stories.js';
import { openBrowser } from './browser.js';

let newsroom: RunningNewsroom;
let browser: Browser;
beforeAll(async () => {
  [newsroom, browser] = await Promise.all([RunningNewsroom.open({ DATELINE_MAX_AGE: '60s' }), openBrowser()]);
  await introduce(newsroom.desk);
});
afterAll(async () => {
  await browser?.close();
  await newsroom?.remove();
});

/** In the browser: what it reads of a story before a change and after it, without a position and with that of the change. */
const FOLLOW = `(slug) => new Promise((resolve, reject) => {
  const read = async (headers = {}) => (await (await fetch('/v1/stories/' + slug, { headers })).json()).revision;
  const told = new EventSource('/v1/stories/' + slug + '/stream');
  told.onerror = reject;
  told.onopen = async () => {
    const before = await read();
    told.onmessage = async ({ lastEventId }) => {
      told.close();
      resolve([before, await read(), await read({ 'dateline-position': lastEventId })]);
    };
    document.title = 'ready';
  };
})`;

it('a browser that sends the position of a change reads what is after it, and not what its cache has', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['first']));
  await settle(newsroom);
  const page = await (
    await browser.newContext({ baseURL: newsroom.archive.address, bypassCSP: true })
  ).newPage();
  await page.goto('/');
  const read = page.evaluate<readonly string[]>(`(${FOLLOW})(${JSON.stringify(slug)})`);
  await page.waitForFunction(`document.title === 'ready'`);
  await record(newsroom.desk, slug, report(['second']));
  expect(await read).toEqual(['1', '1', '2']);
});
