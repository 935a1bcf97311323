import type { Json } from '../http/caller.js';
import { SoftwareAuthenticator } from '../http/software-authenticator.js';
import type { Answered, Exchange } from './exchange.js';

const PASSWORD = 'four words about rivers';
const AS_BROWSER = { accept: 'text/html' };
const AGENT = { 'user-agent': 'Example/1.0' };

/** A request with the cookie of the last sign-in, as from a page of the desk. */
const signedIn = (answered: Answered): Readonly<Record<string, string>> => ({
  ...AGENT,
  authorization: '',
  cookie: String(answered['cookie']),
  'sec-fetch-site': 'same-origin',
});

const asPerson = (operation: string, status: number, body?: Json): Exchange => ({
  operation,
  request: (answered) => ({ headers: signedIn(answered), ...(body === undefined ? {} : { body }) }),
  status,
});

const signIn = (password: string, as = 'signInByPassword'): Exchange => ({
  operation: 'signInByPassword',
  as,
  request: { headers: AGENT, body: { username: 'm.editor', password } },
  status: 200,
});

const onStaff = (operation: string, status: number, body?: Json): Exchange => ({
  operation,
  request: (answered) => ({
    path: { id: String(answered['addStaff'].staff.id) },
    ...(body === undefined ? {} : { body }),
  }),
  status,
});

const secretOf = (link: string): string => new URL(link).hash.slice(1);

/** A person adds a passkey, signs in with it, and removes it. */
function passkeyExchanges(origin: string): readonly Exchange[] {
  const authenticator = new SoftwareAuthenticator(origin, Buffer.from('the passkey of M. Editor'));
  return [
    signIn(PASSWORD, 'signedInForPasskey'),
    asPerson('startPasskey', 200),
    {
      operation: 'addPasskey',
      request: (answered) => ({
        headers: signedIn(answered),
        body: { name: 'My phone', ...authenticator.make(answered['startPasskey']) },
      }),
      status: 201,
    },
    { operation: 'startPasskeySignIn', request: { headers: AGENT }, status: 200 },
    {
      operation: 'signInByPasskey',
      request: (answered) => ({
        headers: AGENT,
        body: authenticator.use(answered['startPasskeySignIn']),
      }),
      status: 200,
    },
    asPerson('listPasskeys', 200),
    {
      operation: 'removePasskey',
      request: (answered) => ({
        path: { id: String(answered['addPasskey'].id) },
        headers: signedIn(answered),
      }),
      status: 204,
    },
  ];
}

/** The requests for sign-in, staff and tokens. `setup` is the link that the newsroom printed. */
export const staffExchanges = (setup: string): readonly Exchange[] => [
  {
    operation: 'signInBySetupLink',
    request: {
      headers: AGENT,
      body: { link: secretOf(setup), username: 'm.editor', name: 'M. Editor', password: PASSWORD },
    },
    status: 200,
  },
  asPerson('whoAmI', 200),
  asPerson('listSessions', 200),
  asPerson('changePassword', 200, { current: PASSWORD, password: `${PASSWORD} again` }),
  asPerson('signOut', 204),
  signIn(`${PASSWORD} again`),
  {
    operation: 'endSession',
    request: (answered) => ({
      path: { id: String(answered['signInByPassword'].session.id) },
      headers: signedIn(answered),
    }),
    status: 204,
  },
  signIn(`${PASSWORD} again`, 'signedInAgain'),
  asPerson('endAllSessions', 204),
  {
    operation: 'signInByRecoveryCode',
    request: (answered) => ({
      headers: AGENT,
      body: {
        username: 'm.editor',
        recoveryCode: String(answered['signInBySetupLink'].recoveryCode),
        password: PASSWORD,
      },
    }),
    status: 200,
  },
  {
    operation: 'addStaff',
    request: { body: { username: 'r.reporter', name: 'R. Reporter', roles: ['reporter'] } },
    status: 201,
  },
  {
    operation: 'signInByInvitation',
    request: (answered) => ({
      headers: AGENT,
      body: { link: secretOf(answered['addStaff'].link), password: `${PASSWORD} too` },
    }),
    status: 200,
  },
  onStaff('changeStaff', 200, { name: 'R. Reporter', roles: ['reporter', 'editor'] }),
  onStaff('signOutStaff', 204),
  onStaff('disableStaff', 200),
  onStaff('enableStaff', 200),
  onStaff('resetStaff', 200),
  { operation: 'listStaff', request: {}, status: 200 },
  {
    operation: 'makeToken',
    request: { body: { name: 'The wire', roles: ['reporter'], days: 30 } },
    status: 201,
  },
  { operation: 'listTokens', request: {}, status: 200 },
  {
    operation: 'revokeToken',
    request: (answered) => ({ path: { id: String(answered['makeToken'].id) } }),
    status: 204,
  },
  { operation: 'listSignInWays', request: {}, status: 200 },
  // As a browser: a refusal is a redirect, too.
  { operation: 'beginSignInByProvider', request: { headers: AS_BROWSER }, status: 303 },
  { operation: 'finishSignInByProvider', request: { headers: AS_BROWSER }, status: 303 },
  ...passkeyExchanges(new URL(setup).origin),
  { operation: 'readAudit', request: { query: 'type=TokenMade&limit=5' }, status: 200 },
];
