import axe from 'axe-core';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { openBrowser } from './browser.js';

const PASSWORD = 'four words about rivers';

let newsroom: RunningNewsroom;
let browser: Browser;
let setup = '';
beforeAll(async () => {
  [newsroom, browser] = await Promise.all([RunningNewsroom.open(), openBrowser()]);
  setup = await newsroom.setupLink();
});
afterAll(async () => {
  await browser?.close();
  await newsroom?.remove();
});

const contexts: BrowserContext[] = [];
/** Faults of scripts, and of the policy for them. That an answer is a refusal is no fault. */
const faults: string[] = [];
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  if (faults.length > 0) throw new Error(faults.splice(0).join('\n'));
});

interface Visitor {
  readonly page: Page;
  /** Whether the person touches the authenticator when it asks. */
  touches(touches: boolean): Promise<void>;
}

/**
 * A browser with an authenticator that has the person's PIN. The authenticator answers a request for the list of passkeys at
 * once, so most tests have a browser without this list.
 */
async function visitor(options: Parameters<Browser['newContext']>[0] = {}, lists = false): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: newsroom.desk.address, ...options });
  contexts.push(context);
  const page = await context.newPage();
  if (!lists)
    await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false');
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  const cdp = await context.newCDPSession(page);
  const authenticatorId = await authenticatorIn(cdp);
  const touches = async (enabled: boolean): Promise<void> =>
    void (await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }));
  await touches(false);
  return { page, touches };
}

async function authenticatorIn(cdp: CDPSession): Promise<string> {
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return authenticatorId;
}

const SHOWN = 'main > :not([hidden])';
const shows = async (page: Page, text: string): Promise<void> =>
  page.locator(SHOWN).getByText(text).first().waitFor();
const press = (page: Page, name: string): Promise<void> =>
  page.locator(SHOWN).getByRole('button', { name, exact: true }).click();

/** The sentence that says what went wrong. */
async function trouble(page: Page): Promise<string | null> {
  const alert = page.getByRole('alert');
  await alert.waitFor();
  return alert.textContent();
}

/** Counts the requests for a path. */
function countOf(page: Page, path: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === path && request.method() === 'POST') count++;
  });
  return () => count;
}

async function linkFor(username: string): Promise<string> {
  const { body } = await newsroom.desk.post('/desk/v1/staff', {
    username,
    name: 'R. Reporter',
    roles: ['reporter'],
  });
  return String(body.link);
}

/** A person who accepted an invitation and is at the offer of a passkey. */
async function invited(username: string, lists = false): Promise<Visitor> {
  const guest = await visitor({}, lists);
  await guest.page.goto(await linkFor(username));
  await guest.page.locator('#invitation input').fill(PASSWORD);
  await press(guest.page, 'Set the password, and sign in');
  await press(guest.page, 'I wrote it down');
  await shows(guest.page, 'Sign in without a password');
  return guest;
}

it('leads from the setup link to a passkey, a sign-in with it, and its removal', async () => {
  const { page, touches } = await visitor();
  await page.goto(setup);
  expect(page.url()).not.toContain('#');
  await page.getByLabel('Your name').fill('The First');
  await page.locator('#setup').getByLabel('User name').fill('first');
  await page.locator('#setup').getByLabel('Password').fill(PASSWORD);
  await press(page, 'Make the account');
  await shows(page, 'Your recovery code');
  expect(await page.locator('.code').textContent()).toMatch(/^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
  await press(page, 'I wrote it down');
  await shows(page, 'Sign in without a password');
  await page.locator('#offer').getByLabel('Name of the passkey').fill('My laptop');
  await touches(true);
  await press(page, 'Add a passkey');
  await page.waitForURL('**/desk');
  await shows(page, 'My laptop');
  await touches(false);
  await press(page, 'Sign out');
  await page.waitForURL('**/desk/sign-in');
  await touches(true);
  await page.locator('#sign-in').getByLabel('User name').press('Enter');
  await page.waitForURL('**/desk');
  await shows(page, 'last used');
  await press(page, 'Remove My laptop');
  await shows(page, 'My laptop is removed.');
  await shows(page, 'You have none.');
  await touches(false);
  await press(page, 'Sign out');
  await page.waitForURL('**/desk/sign-in');
  await touches(true);
  await press(page, 'Sign in with a passkey Enter');
  expect(await trouble(page)).toContain('This passkey does not sign you in.');
  expect(await page.locator('#sign-in details').getAttribute('open')).not.toBeNull();
});

it('says that a link was used, in a second tab', async () => {
  const link = await linkFor('two.tabs');
  const [one, two] = [await visitor(), await visitor()];
  for (const { page } of [one, two]) {
    await page.goto(link);
    await page.locator('#invitation input').fill(PASSWORD);
  }
  await press(one.page, 'Set the password, and sign in');
  await shows(one.page, 'Your recovery code');
  await press(two.page, 'Set the password, and sign in');
  expect(await trouble(two.page)).toContain('This link is unknown, was used, or is older than 24 hours.');
});

it('signs in with a password, and says when it is wrong', async () => {
  await invited('by.password');
  const { page } = await visitor();
  const sent = countOf(page, '/desk/v1/sign-in/password');
  await page.goto('/desk/sign-in');
  await page.getByText('With a password or a recovery code').click();
  await page.locator('#sign-in').getByLabel('User name').fill('by.password');
  const password = page.locator('#sign-in').getByLabel('Password');
  await password.fill('not the password');
  await password.press('Enter');
  expect(await trouble(page)).toBe('The name and the secret do not belong together. Try again.');
  await password.fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in with the password' }).dblclick();
  await page.waitForURL('**/desk');
  await shows(page, 'R. Reporter');
  expect(sent()).toBe(2);
});

it('signs in with a passkey from the list under the user name', async () => {
  const { page, touches } = await invited('from.list', true);
  await touches(true);
  await press(page, 'Add a passkey');
  await page.waitForURL('**/desk');
  await press(page, 'Sign out');
  // The authenticator answers at once, as if somebody chose the passkey in the list.
  await page.locator('[data-of="passkeys"]').getByText('last used').waitFor();
  expect(page.url()).toMatch(/\/desk$/);
});

it('adds one passkey for a double click, and no second one on the same device', async () => {
  const { page, touches } = await invited('double.click');
  const sent = countOf(page, '/desk/v1/session/passkeys');
  await touches(true);
  await page.locator('#offer').getByRole('button').dblclick();
  await page.waitForURL('**/desk');
  await shows(page, 'never used');
  expect(await page.locator('[data-of="passkeys"] li').count()).toBe(1);
  await press(page, 'Add a passkey');
  expect(await trouble(page)).toBe('This device has a passkey of your account already.');
  expect(sent()).toBe(1);
});

it('offers the password where the browser does not support passkeys', async () => {
  const { page } = await visitor({}, true);
  await page.addInitScript('delete globalThis.PublicKeyCredential');
  await page.goto('/desk/sign-in');
  await shows(page, 'This browser does not support passkeys.');
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  expect(await page.locator('#sign-in').getByLabel('Password').isVisible()).toBe(true);
});

it('says how to open the desk where passkeys cannot work', async () => {
  const { page } = await visitor({ baseURL: `http://127.0.0.1:${newsroom.desk.port}` });
  await page.goto('/desk/sign-in');
  await press(page, 'Sign in with a passkey Enter');
  expect(await trouble(page)).toContain(`Open the desk at http://localhost:${newsroom.desk.port}.`);
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
       violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  );
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.html} ${n.failureSummary}`).join('\n')}`,
  );
}

/** Where to put pictures of the pages, to look at them. */
const pictures = process.env['DATELINE_PICTURES'];

describe.each([
  ['light', 390],
  ['light', 1280],
  ['dark', 390],
  ['dark', 1280],
] as const)('in %s, %i px wide', (colorScheme, width) => {
  const size = { colorScheme, viewport: { width, height: 800 }, bypassCSP: true };

  it('every state of the pages is accessible, and nothing is wider than the page', async () => {
    let count = 0;
    const check = async (page: Page, state: string): Promise<void> => {
      expect([state, await violations(page)]).toEqual([state, []]);
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
      if (pictures !== undefined)
        await page.screenshot({
          path: `${pictures}/${colorScheme}-${width}-${++count}-${state}.png`,
          fullPage: true,
        });
    };
    const { page } = await visitor(size);
    await page.goto('/desk/sign-in');
    await shows(page, 'Sign in');
    await check(page, 'sign-in');
    await page.getByText('With a password or a recovery code').click();
    await page.locator('#sign-in').getByLabel('User name').fill('nobody');
    await page.locator('#sign-in').getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in with the password' }).click();
    await page.getByRole('alert').waitFor();
    await check(page, 'wrong-password');
    for (const state of ['setup', 'invitation', 'recovery']) {
      await page.goto(`/desk/${state}`);
      await page.locator(`#${state}`).waitFor();
      await check(page, state);
    }
    const guest = await visitor(size);
    await guest.page.goto(await linkFor(`${colorScheme}.${width}`));
    await guest.page.locator('#invitation input').fill(PASSWORD);
    await press(guest.page, 'Set the password, and sign in');
    await shows(guest.page, 'Your recovery code');
    await check(guest.page, 'recovery-code');
    await press(guest.page, 'I wrote it down');
    await shows(guest.page, 'Sign in without a password');
    await check(guest.page, 'offer');
    await guest.page.getByRole('link', { name: 'Not now' }).click();
    await shows(guest.page, 'You have none.');
    await check(guest.page, 'desk');
    await guest.touches(true);
    await guest.page.locator('#new-passkey input').fill(`A name without spaces: ${'x'.repeat(70)}`);
    await press(guest.page, 'Add a passkey');
    await shows(guest.page, 'The passkey is added.');
    await check(guest.page, 'desk-with-passkey');
  });
});
