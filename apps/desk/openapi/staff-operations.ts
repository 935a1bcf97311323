import {
  flag,
  list,
  nullable,
  object,
  oneOf,
  ref,
  text,
  type ApiDescription,
  type DescribedOperation,
  type Schemas,
} from '#http';
import { ROLES, VERBS } from '#roles';
import { AUDIT_TYPES } from '#staff';
import { passkeyOperations, passkeySchemas } from './passkey-operations.js';
import { json, withoutDryRun } from './write.js';

const AUDITED = ['store-unavailable', 'outcome-unknown'] as const;

const signsIn = (id: string, problems: DescribedOperation['problems'] = []): DescribedOperation => ({
  id,
  answers: { 200: { content: json('SignedIn'), headers: ['Set-Cookie'] } },
  problems: [...problems, 'too-many-requests', ...AUDITED],
});

const AS_PAGE =
  'If the request accepts `text/html`, a refusal is a redirect to the page for signing in, with the code after `#`.';

const done = (id: string): DescribedOperation => ({ id, answers: { 204: {} }, problems: AUDITED });

const changed = (id: string, of = 'Account'): DescribedOperation => ({
  id,
  answers: { 200: { content: json(of) } },
  problems: AUDITED,
});

/** Operations for sign-in, staff, tokens and the audit log. */
const operations: ApiDescription['operations'] = {
  'POST /desk/v1/sign-in/password': signsIn('signInByPassword', ['sign-in-failed']),
  'POST /desk/v1/sign-in/recovery': signsIn('signInByRecoveryCode', ['sign-in-failed']),
  'POST /desk/v1/sign-in/setup': signsIn('signInBySetupLink', ['link-used-up']),
  'POST /desk/v1/sign-in/invitation': signsIn('signInByInvitation', ['link-used-up']),
  'GET /desk/v1/sign-in/ways': {
    id: 'listSignInWays',
    answers: { 200: { content: json('SignInWays') } },
    problems: ['too-many-requests'],
  },
  'GET /desk/v1/sign-in/oidc': {
    id: 'beginSignInByProvider',
    description: `The authorization code flow of OpenID Connect, with PKCE. ${AS_PAGE}`,
    answers: { 303: { headers: ['Location', 'Set-Cookie'] } },
    problems: ['not-found', 'provider-unavailable', 'too-many-requests', ...AUDITED],
  },
  'GET /desk/v1/sign-in/oidc/callback': {
    id: 'finishSignInByProvider',
    description: `The provider adds \`code\`, \`state\` and more to this address. ${AS_PAGE}`,
    answers: { 303: { headers: ['Location', 'Set-Cookie'] } },
    problems: [
      'not-found',
      'sign-in-lapsed',
      'provider-denied',
      'identity-unproven',
      'role-missing',
      'account-disabled',
      'provider-unavailable',
      'too-many-requests',
      ...AUDITED,
    ],
  },
  'GET /desk/v1/session': { id: 'whoAmI', answers: { 200: { content: json('Principal') } } },
  'DELETE /desk/v1/session': {
    id: 'signOut',
    answers: { 204: { headers: ['Set-Cookie'] } },
    problems: AUDITED,
  },
  'GET /desk/v1/sessions': { id: 'listSessions', answers: { 200: { content: json('Sessions') } } },
  'DELETE /desk/v1/sessions': {
    id: 'endAllSessions',
    answers: { 204: { headers: ['Set-Cookie'] } },
    problems: AUDITED,
  },
  'DELETE /desk/v1/sessions/{id}': done('endSession'),
  'POST /desk/v1/session/password': signsIn('changePassword', [
    'sign-in-failed',
    'account-of-provider',
    'too-many-requests',
  ]),
  ...passkeyOperations,
  'GET /desk/v1/staff': { id: 'listStaff', answers: { 200: { content: json('Staff') } } },
  'POST /desk/v1/staff': {
    id: 'addStaff',
    answers: { 201: { content: json('Invitation'), headers: ['Location'] } },
    problems: ['account-exists', ...AUDITED],
  },
  'PUT /desk/v1/staff/{id}': {
    ...changed('changeStaff'),
    problems: ['last-administrator', 'account-of-provider', ...AUDITED],
  },
  'POST /desk/v1/staff/{id}/disabling': {
    ...changed('disableStaff'),
    problems: ['last-administrator', ...AUDITED],
  },
  'POST /desk/v1/staff/{id}/enabling': changed('enableStaff'),
  'POST /desk/v1/staff/{id}/reset': {
    ...changed('resetStaff', 'Invitation'),
    problems: ['account-of-provider', ...AUDITED],
  },
  'POST /desk/v1/staff/{id}/sign-out': done('signOutStaff'),
  'GET /desk/v1/tokens': { id: 'listTokens', answers: { 200: { content: json('Tokens') } } },
  'POST /desk/v1/tokens': {
    id: 'makeToken',
    answers: { 201: { content: json('NewToken'), headers: ['Location'] } },
    problems: AUDITED,
  },
  'DELETE /desk/v1/tokens/{id}': done('revokeToken'),
  'GET /desk/v1/audit': {
    id: 'readAudit',
    description:
      'A page looks at no more than 5,000 events: with a filter it may have fewer items than `limit`, and still a `next`.',
    answers: { 200: { content: json('AuditPage') } },
    problems: ['store-unavailable'],
  },
};

export const staffOperations: ApiDescription['operations'] = withoutDryRun(
  'it concerns no story.',
  operations,
);

const id = text('A stable id.', { format: 'uuid' });
const time = (description: string) => text(description, { format: 'date-time' });
const roles = list(oneOf(ROLES), 'The roles.');
const account = {
  id,
  username: text('What the person types to sign in.'),
  name: text('The name that others see.'),
  roles,
  disabled: flag('Whether the account is disabled.'),
};
const session = {
  id,
  createdAt: time('When the person signed in.'),
  usedAt: time('The last use, to the minute.'),
  endsAt: time('When it ends in any case.'),
  agent: text('The browser, as it describes itself.'),
  current: flag('Whether it is the session of this request.'),
};
const token = {
  id,
  name: text('The name of the service.'),
  roles,
  madeBy: text('The id of who made it.'),
  createdAt: time('When it was made.'),
  endsAt: time('When it ends.'),
  usedAt: nullable({ type: 'string', format: 'date-time' }, 'The last use, to the minute.'),
  revokedAt: nullable({ type: 'string', format: 'date-time' }, 'When it was revoked.'),
};

export const staffSchemas: Schemas = {
  ...passkeySchemas,
  Account: object(account, { description: 'A person of the newsroom.' }),
  Session: object(session, { description: 'A session of a browser.' }),
  Principal: object(
    {
      id: text('A stable id: events name it in `recordedBy`.'),
      kind: oneOf(['person', 'service', 'command-line']),
      name: text('The name that others see.'),
      roles,
      verbs: list(ref('AllowedVerb'), 'What these roles allow.'),
    },
    { description: 'Who sends a request.' },
  ),
  AllowedVerb: object(
    {
      verb: oneOf(Object.keys(VERBS)),
      reach: oneOf(['all', 'own'], 'Everything, or only what the same person recorded.'),
    },
    { description: 'A verb that somebody may use.' },
  ),
  SignedIn: object(
    {
      staff: ref('Account'),
      session: ref('Session'),
      recoveryCode: nullable(
        { type: 'string' },
        'A new recovery code, to write down: it is never shown again. Null if the old one stays.',
      ),
    },
    { description: 'Who is signed in.' },
  ),
  SignInWays: object(
    {
      provider: nullable(ref('SignInProvider'), 'The identity provider; null for none.'),
    },
    { description: 'The ways to sign in besides passwords.' },
  ),
  SignInProvider: object(
    {
      name: text('What the button for signing in calls it.'),
      address: text('Where a browser begins to sign in.', { format: 'uri' }),
    },
    { description: 'An identity provider (OpenID Connect).' },
  ),
  Sessions: object({ items: list(ref('Session'), 'The sessions, the last used first.') }),
  Staff: object({ items: list(ref('Account'), 'The staff, by name.') }),
  Invitation: object(
    {
      staff: ref('Account'),
      link: text('The one-time link, for the person alone: only this answer has it.', { format: 'uri' }),
      endsAt: time('When the link ends.'),
    },
    { description: 'An account, and the link with which the person sets a password.' },
  ),
  Token: object(token, { description: 'A token of a service, without its secret.' }),
  NewToken: object(
    { ...token, token: text('What the service sends as `Bearer`: only this answer has it.') },
    { description: 'A new token, with its secret.' },
  ),
  Tokens: object({ items: list(ref('Token'), 'The tokens, the newest first.') }),
  AuditEvent: object(
    {
      revision: ref('Revision'),
      type: oneOf(AUDIT_TYPES),
      at: time('When it happened.'),
      who: nullable({ type: 'string' }, 'The id of who acted; null for somebody unknown.'),
      about: text('The account, token, story or route that it concerns.'),
      address: text('The network address of the request.'),
      askedBy: text('Of an unsealing: the id of who asked for it; `who` approved it.'),
      purpose: text('Of an unsealing: why.'),
      detail: text('More, in words.'),
    },
    {
      optional: ['about', 'address', 'askedBy', 'purpose', 'detail'],
      description: 'An event of the audit log.',
    },
  ),
  AuditPage: object(
    {
      items: list(ref('AuditEvent'), 'The events, newest first.'),
      next: nullable({ type: 'string', format: 'uri-reference' }, 'The next page; null for the last.'),
    },
    { description: 'A page of the audit log.' },
  ),
};
