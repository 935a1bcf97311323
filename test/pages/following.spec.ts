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

/** Runs in the browser: reads a story before and after a change, without a position and with that of the change. */
const FOLLOW = `(slug) => new Promise((resolve, reject) => {
  const read = async (headers = {}) => (await (await fetch('/v1/stories/' + slug, { headers })).json()).revision;
  const source = new EventSource('/v1/stories/' + slug + '/stream');
  source.onerror = reject;
  source.onopen = async () => {
    const before = await read();
    source.onmessage = async ({ lastEventId }) => {
      source.close();
      resolve([before, await read(), await read({ 'dateline-position': lastEventId })]);
    };
    document.title = 'ready';
  };
})`;

it('a browser that sends the position of a change reads the new state, not its cache', async () => {
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
