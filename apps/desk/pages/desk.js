// The pages for signing in: /desk, /desk/sign-in, /desk/setup, /desk/invitation and /desk/recovery.

/** The secret of a one-time link. The address bar and the history lose it at once. */
const link = location.hash.slice(1);
if (link !== '') history.replaceState(null, '', location.pathname);

const part = (id) => document.getElementById(id);
const set = (name, text) => {
  for (const place of document.querySelectorAll(`[data-of="${name}"]`)) place.textContent = text;
};

function show(id) {
  for (const each of document.querySelectorAll('main > form, main > section')) each.hidden = each.id !== id;
  part(id).querySelector('input, button, a')?.focus();
}

function report(problem) {
  const { detail = 'The desk does not answer. Try again.', errors = [] } = problem;
  const faults = errors.map((error) => error.detail).filter((fault) => fault !== detail);
  part('trouble').textContent = [detail.replace(/ See errors\.$/, ''), ...faults].join(' ');
  part('trouble').hidden = false;
}

/** @returns the body of the answer; null after a problem, which is shown */
async function ask(method, path, body) {
  part('trouble').hidden = true;
  try {
    const answer = await fetch(`/desk/v1/${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    if (answer.status === 204) return {};
    const found = await answer.json();
    if (answer.ok) return found;
    if (answer.status === 401 && !path.startsWith('sign-in/')) location.assign('/desk/sign-in');
    else report(found);
  } catch {
    report({});
  }
  return null;
}

/** Sends the fields of a form once: a second click does nothing. */
function onSubmit(id, path, more = {}) {
  part(id).addEventListener('submit', (event) => {
    event.preventDefault();
    void send(event.target, path, more);
  });
}

async function send(form, path, more) {
  const button = form.querySelector('button');
  if (button.disabled) return;
  button.disabled = true;
  const found = await ask('POST', path, { ...Object.fromEntries(new FormData(form)), ...more });
  button.disabled = false;
  if (found === null) return;
  form.reset();
  if (found.recoveryCode === null) location.assign('/desk');
  else {
    set('code', found.recoveryCode);
    show('code');
  }
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
  show('desk');
}

async function signOut(path) {
  if ((await ask('DELETE', path)) !== null) location.assign('/desk/sign-in');
}

document.querySelector('[data-do="sign-out"]').addEventListener('click', () => void signOut('session'));
document
  .querySelector('[data-do="sign-out-everywhere"]')
  .addEventListener('click', () => void signOut('sessions'));
onSubmit('sign-in', 'sign-in/password');
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

const page = location.pathname.slice('/desk/'.length);
if (['sign-in', 'setup', 'invitation', 'recovery'].includes(page)) show(page);
if (page === 'sign-in') await offerProvider();
else if (page === '') await desk();
