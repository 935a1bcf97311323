// The pages for signing in: /desk, /desk/sign-in, /desk/setup, /desk/invitation and /desk/recovery.
import { askForPasskey, listPasskeysUnder, makePasskey, supported } from './passkeys.js';

/** The secret of a one-time link. The address bar and the history lose it at once. */
const link = location.hash.slice(1);
if (link !== '') history.replaceState(null, '', location.pathname);

const part = (id) => document.getElementById(id);
const set = (name, text) => {
  for (const place of document.querySelectorAll(`[data-of="${name}"]`)) place.textContent = text;
};

function show(id) {
  for (const each of document.querySelectorAll('main > form, main > section')) each.hidden = each.id !== id;
  // On the desk, a second Enter must press nothing.
  if (id !== 'desk') part(id).querySelector('input, button')?.focus();
}

function report(problem) {
  const { detail = 'The desk does not answer. Try again.', errors = [] } = problem;
  const faults = errors.map((error) => error.detail).filter((fault) => fault !== detail);
  part('trouble').textContent = [detail.replace(/ See errors\.$/, ''), ...faults].join(' ');
  part('trouble').hidden = false;
}

/** @returns the body of the answer; null after a problem, which is shown */
async function ask(method, path, body, onProblem = report) {
  if (onProblem === report) part('trouble').hidden = true;
  try {
    const answer = await fetch(`/desk/v1/${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    if (answer.status === 204) return {};
    const found = await answer.json();
    if (answer.ok) return found;
    if (answer.status === 401 && !path.startsWith('sign-in/')) location.assign('/desk/sign-in');
    else onProblem(found);
  } catch {
    onProblem({});
  }
  return null;
}

/** Acts once: while a form is sent, a second click does nothing. */
async function once(form, act) {
  if (form.ariaBusy === 'true') return;
  const focused = document.activeElement;
  const buttons = [...form.querySelectorAll('button')];
  form.ariaBusy = 'true';
  for (const button of buttons) button.disabled = true;
  try {
    await act();
  } finally {
    form.ariaBusy = 'false';
    for (const button of buttons) button.disabled = false;
    if (!form.hidden) focused?.focus();
  }
}

/** Sends the fields of a form. */
function onSubmit(id, path, more = {}) {
  part(id).addEventListener('submit', (event) => {
    event.preventDefault();
    void once(event.target, () => send(event.target, path, more));
  });
}

async function send(form, path, more) {
  const found = await ask('POST', path, { ...Object.fromEntries(new FormData(form)), ...more });
  if (found === null) return;
  form.reset();
  if (found.recoveryCode === null) location.assign('/desk');
  else {
    set('code', found.recoveryCode);
    show('code');
  }
}

/** Ends the list of passkeys under the user name: a browser has one request at a time. */
let endList = async () => {};

function signInPage() {
  const form = part('sign-in');
  const [details, withPassword] = ['details', '[data-do="password"]'].map((of) => form.querySelector(of));
  const finish = async (answer) => {
    if (answer && (await ask('POST', 'sign-in/passkey', answer)) !== null) location.assign('/desk');
    else details.open = true;
  };
  const listPasskeys = () => {
    endList = listPasskeysUnder(
      () => ask('POST', 'sign-in/passkey/options', undefined, () => {}),
      (answer) => once(form, () => finish(answer)),
    );
  };
  const byPasskey = async () => {
    await endList();
    const options = await ask('POST', 'sign-in/passkey/options');
    const answer = options && (await askForPasskey(options).catch(report));
    await finish(answer);
    listPasskeys();
  };
  // Enter in a form presses its first button, which is for passkeys.
  form.elements.password.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    form.requestSubmit(withPassword);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isPassword = event.submitter === withPassword;
    void once(form, () => (isPassword ? send(form, 'sign-in/password', {}) : byPasskey()));
  });
  if (supported) listPasskeys();
  else details.open = true;
}

/** A form with the name of a new passkey. */
function onAdd(id, then) {
  const form = part(id);
  const { name } = form.elements;
  name.defaultValue = navigator.userAgentData?.platform || 'My device';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void once(form, async () => {
      const options = await ask('POST', 'session/passkeys/options');
      const answer = options && (await makePasskey(options).catch(report));
      if (!answer) return;
      if ((await ask('POST', 'session/passkeys', { ...answer, name: name.value })) === null) return;
      form.reset();
      await then();
    });
  });
}

const momentOf = (time) => new Date(time).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

async function passkeys(done = '') {
  const found = await ask('GET', 'session/passkeys');
  if (found === null) return;
  document.querySelector('[data-of="no-passkeys"]').hidden = found.items.length > 0;
  document.querySelector('[data-of="passkeys"]').replaceChildren(
    ...found.items.map(({ id, name, createdAt, usedAt }) => {
      const [item, text, title, times, button] = ['li', 'p', 'b', 'span', 'button'].map((tag) =>
        document.createElement(tag),
      );
      item.className = 'row';
      title.textContent = name;
      times.className = 'quiet';
      const use = usedAt === null ? 'never used' : `last used ${momentOf(usedAt)}`;
      times.textContent = ` added ${momentOf(createdAt)}, ${use}`;
      text.append(title, times);
      button.type = 'button';
      button.textContent = 'Remove';
      button.ariaLabel = `Remove ${name}`;
      button.addEventListener('click', () => void once(item, () => remove(id, name)));
      item.append(text, button);
      return item;
    }),
  );
  part('done').textContent = done;
}

async function remove(id, name) {
  if ((await ask('DELETE', `session/passkeys/${id}`)) === null) return;
  await passkeys(`${name} is removed. It does not sign you in any more.`);
  part('new-passkey').elements.name.focus();
}

async function desk() {
  const [you, found] = await Promise.all([ask('GET', 'session'), ask('GET', 'sessions')]);
  if (you === null || found === null) return;
  set('name', you.name);
  set('roles', `Your roles: ${you.roles.join(', ')}.`);
  const list = document.querySelector('[data-of="sessions"]');
  list.replaceChildren(
    ...found.items.map(({ agent, usedAt, current }) => {
      const item = document.createElement('li');
      item.textContent = `${current ? 'This browser' : agent || 'A browser'}, last used ${new Date(usedAt).toLocaleString()}`;
      return item;
    }),
  );
  await passkeys();
  show('desk');
}

async function signOut(path) {
  if ((await ask('DELETE', path)) !== null) location.assign('/desk/sign-in');
}

document.querySelector('[data-do="sign-out"]').addEventListener('click', () => void signOut('session'));
document
  .querySelector('[data-do="sign-out-everywhere"]')
  .addEventListener('click', () => void signOut('sessions'));
document.querySelector('[data-do="written"]').addEventListener('click', () => {
  if (supported && page !== 'recovery') show('offer');
  else location.assign('/desk');
});
onSubmit('recovery', 'sign-in/recovery');
onSubmit('setup', 'sign-in/setup', { link });
onSubmit('invitation', 'sign-in/invitation', { link });

/** Why a sign-in at the identity provider failed, by the code after #. Nothing else from the address is shown. */
const FAILED = new Map([
  [
    'sign-in-lapsed',
    'This sign-in was used, is older than ten minutes, or began in another browser. Begin again.',
  ],
  ['provider-denied', 'The identity provider did not let you in. Begin again, or ask those who run it.'],
  ['identity-unproven', 'The answer of the identity provider does not prove who you are. Begin again.'],
  ['provider-unavailable', 'The identity provider does not answer. Try again, or sign in with a password.'],
  ['role-missing', 'The identity provider gives you no role in the newsroom. Ask those who run it for one.'],
  ['account-disabled', 'Your account is disabled. An administrator of the newsroom can enable it.'],
  ['too-many-requests', 'Too many attempts. Wait a minute, then try again.'],
]);

/** Shows the button for the identity provider, if there is one. */
async function offerProvider() {
  const found = await ask('GET', 'sign-in/ways');
  if (found?.provider) {
    const button = part('provider').querySelector('a');
    button.textContent = `Sign in with ${found.provider.name}`;
    button.href = found.provider.address;
    part('provider').hidden = false;
  }
  if (FAILED.has(link)) report({ detail: FAILED.get(link) });
}

onAdd('offer', () => location.assign('/desk'));
onAdd('new-passkey', () => passkeys('The passkey is added. Use it the next time.'));
for (const each of document.querySelectorAll('[data-needs="passkeys"]')) each.hidden = !supported;
for (const each of document.querySelectorAll('[data-without="passkeys"]')) each.hidden = supported;

const page = location.pathname.slice('/desk/'.length);
if (page === 'sign-in') signInPage();
if (['sign-in', 'setup', 'invitation', 'recovery'].includes(page)) show(page);
if (page === 'sign-in') await offerProvider();
else if (page === '') await desk();
