import type { Role } from './role.js';

/** `own`: only what the same person recorded. */
export type Reach = 'all' | 'own';

interface VerbRow {
  /** For documents: what the verb does. */
  readonly does: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const to = (...roles: readonly Role[]): Readonly<Partial<Record<Role, Reach>>> =>
  Object.fromEntries(roles.map((role) => [role, 'all']));

/**
 * Who may do what: the one table of rights. Each route of the desk names its verb, or it does not compile. The OpenAPI
 * document, docs/roles.md and the tests are made from this table.
 */
export const VERBS = {
  read: {
    does: 'Read stories, parties, sides and the schedule; say and see who is in a story',
    roles: to('reporter', 'editor', 'publisher', 'custodian', 'auditor'),
  },
  'read-log': { does: 'Read the events of a story', roles: to('editor', 'publisher', 'auditor') },
  export: { does: 'Export a story', roles: to('editor', 'publisher', 'auditor') },
  record: { does: 'Record a development', roles: to('reporter', 'editor') },
  draft: { does: 'Keep drafts, which nobody else sees', roles: to('reporter', 'editor') },
  correct: {
    does: 'Correct or retract a development, withdraw an assertion',
    roles: { reporter: 'own', editor: 'all' },
  },
  release: { does: 'Release a development, change the schedule', roles: to('editor') },
  'ask-review': {
    does: 'Ask for the review of a development',
    roles: { reporter: 'own', editor: 'all' },
  },
  review: {
    does: 'Approve a development of somebody else, return it, take it over',
    roles: to('editor'),
  },
  note: {
    does: 'Write notes for the newsroom, withdraw them',
    roles: { reporter: 'own', editor: 'all', publisher: 'own', custodian: 'own' },
  },
  'set-rules': { does: 'Set who may release without a second pair of eyes', roles: to('administrator') },
  'approve-source': {
    does: 'Approve the use of an unnamed source',
    roles: to('editor', 'custodian'),
  },
  'seal-source': {
    does: 'Seal a protected source; change or pass on one that is your own, or in your custody',
    roles: to('reporter', 'editor', 'custodian'),
  },
  'ask-unsealing': {
    does: 'Ask to see a sealed source',
    roles: { reporter: 'own', editor: 'all', custodian: 'all' },
  },
  'keep-sources': {
    does: 'Approve that somebody else sees a sealed source; list, hand over and erase sources; read alerts',
    roles: to('custodian'),
  },
  'run-story': {
    does: 'Open, close and reopen a story; headline, lede, summary and topics',
    roles: to('editor'),
  },
  'correct-story': {
    does: 'Correct claims and stories, link claims, say who is independent, translate',
    roles: to('editor'),
  },
  judge: { does: 'Judge a claim, revoke a judgement', roles: to('publisher') },
  kill: { does: 'Kill, take down and reinstate', roles: to('publisher') },
  'remove-words': { does: 'Remove words from all stories', roles: to('publisher') },
  'register-party': { does: 'Register a new party', roles: to('reporter', 'editor', 'publisher') },
  'describe-parties': { does: 'Change parties, declare sides', roles: to('publisher') },
  import: { does: 'Import stories', roles: to('publisher') },
  'read-clock': {
    does: 'Read whether the clock is trusted',
    roles: to('editor', 'publisher', 'auditor', 'administrator'),
  },
  'confirm-clock': { does: 'Confirm the clock', roles: to('editor', 'administrator') },
  'keep-read-models': { does: 'List and rebuild read models', roles: to('administrator') },
  'keep-webhooks': { does: 'Manage webhooks', roles: to('administrator') },
  'know-staff': {
    does: 'Read names and roles of the staff; keep own sessions and passkeys',
    roles: to('reporter', 'editor', 'publisher', 'custodian', 'auditor', 'administrator'),
  },
  'get-notices': {
    does: 'Read the own notices, as far as other rights allow',
    roles: to('reporter', 'editor', 'publisher', 'custodian', 'auditor', 'administrator'),
  },
  'manage-staff': { does: 'Invite, change, disable and reset staff', roles: to('administrator') },
  'manage-tokens': { does: 'Make and revoke tokens of services', roles: to('administrator') },
  audit: { does: 'Read the audit log', roles: to('auditor') },
} as const satisfies Readonly<Record<string, VerbRow>>;

export type Verb = keyof typeof VERBS;

/** How far these roles reach with a verb; null if they may not use it. */
export function reachOf(verb: Verb, roles: Iterable<Role>): Reach | null {
  const allowed: VerbRow['roles'] = VERBS[verb].roles;
  let reach: Reach | null = null;
  for (const role of roles) {
    if (allowed[role] === 'all') return 'all';
    reach = allowed[role] ?? reach;
  }
  return reach;
}

/** The roles that may use a verb, for documents: `editor`, or `reporter (own)`. */
export function rolesOf(verb: Verb): readonly string[] {
  return Object.entries(VERBS[verb].roles).map(([role, reach]) => (reach === 'own' ? `${role} (own)` : role));
}
