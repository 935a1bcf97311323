import { readFileSync } from 'node:fs';
import { ROLES, type Role } from '#roles';
import { isHttpUrl } from './http-url.js';

/** The identity provider with which staff sign in (OpenID Connect Core 1.0), and how the desk reads its answers. */
export interface OidcSettings {
  /** The issuer of ID tokens. Its discovery document is under it, at `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim of the ID token that has the groups or roles of a person. */
  readonly rolesClaim: string;
  /** The roles that each value of the claim gives. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  /** What the button for signing in calls the provider. */
  readonly name: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const REQUIRED = ['DESK_OIDC_ISSUER', 'DESK_OIDC_CLIENT_ID'] as const;
const SECRETS = ['DESK_OIDC_CLIENT_SECRET', 'DESK_OIDC_CLIENT_SECRET_FILE'] as const;
/** The variables of an identity provider. */
export const OIDC_VARIABLES: readonly string[] = [
  ...REQUIRED,
  ...SECRETS,
  'DESK_OIDC_ROLES_CLAIM',
  'DESK_OIDC_ROLES',
  'DESK_OIDC_NAME',
];

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** RFC 6749, appendix A.1 and A.2: the characters of client ids and secrets. */
const PRINTABLE = /^[\x20-\x7e]{1,1024}$/;
const LINE = /^[^\p{C}<>"]{1,100}$/u;

/**
 * Null without an identity provider. Faults are added to `wrong`, one line each, without values. An unknown `DESK_OIDC_…`
 * variable is a fault: a misspelt mapping would give other roles than intended.
 */
export function readOidc(env: Env, wrong: string[]): OidcSettings | null {
  const given = Object.keys(env).filter((name) => /^DESK_OIDC_/i.test(name) && env[name]);
  if (given.length === 0) return null;
  for (const name of given.filter((one) => !OIDC_VARIABLES.includes(one)))
    wrong.push(`${name} does not exist; the variables are ${OIDC_VARIABLES.join(', ')}`);
  for (const name of REQUIRED)
    if (!env[name])
      wrong.push(`${name} is missing: ${REQUIRED.join(', ')} and a client secret belong together`);
  const { DESK_OIDC_ISSUER: issuer = '', DESK_OIDC_CLIENT_ID: clientId = '' } = env;
  if (issuer && !isIssuer(issuer))
    wrong.push(
      'DESK_OIDC_ISSUER must be the https address of the identity provider, such as https://login.example.org, without query and fragment',
    );
  if (clientId && !PRINTABLE.test(clientId)) wrong.push('DESK_OIDC_CLIENT_ID must be printable ASCII');
  const rolesClaim = env['DESK_OIDC_ROLES_CLAIM'] || 'roles';
  if (!LINE.test(rolesClaim)) wrong.push('DESK_OIDC_ROLES_CLAIM must be the name of a claim, such as groups');
  const name = env['DESK_OIDC_NAME'] || (URL.parse(issuer)?.host ?? '');
  if (name && !LINE.test(name)) wrong.push('DESK_OIDC_NAME must be a name of 1 to 100 characters');
  return {
    issuer,
    clientId,
    clientSecret: readSecret(env, wrong),
    rolesClaim,
    roles: readRoles(env['DESK_OIDC_ROLES'] || '', wrong),
    name,
  };
}

/** http only on this machine, for tests: the client secret crosses the network. */
function isIssuer(value: string): boolean {
  if (!isHttpUrl(value) || /[?#]/.test(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || LOOPBACK.test(hostname);
}

function readSecret(env: Env, wrong: string[]): string {
  const [secret, file] = SECRETS.map((name) => env[name] || '') as [string, string];
  if ((secret === '') === (file === '')) {
    wrong.push(`${SECRETS[0]} or ${SECRETS[1]} is needed, and only one of them`);
    return '';
  }
  const found = secret || inFile(file);
  if (!PRINTABLE.test(found))
    wrong.push(
      file
        ? `${SECRETS[1]} must be a file that the desk can read, with one line of printable ASCII`
        : `${SECRETS[0]} must be printable ASCII`,
    );
  return found;
}

/** The line of a file; empty if it cannot be read. */
function inFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return '';
  }
}

/** Reads `newsroom-editors=editor,publisher;desk-admins=administrator`. Empty: each role is the value of the same name. */
function readRoles(text: string, wrong: string[]): ReadonlyMap<string, readonly Role[]> {
  if (text === '') return new Map(ROLES.map((role) => [role, [role]]));
  const roles = new Map<string, readonly Role[]>();
  // The last part may end with a semicolon too.
  for (const part of text.replace(/;\s*$/, '').split(';')) {
    // The value may have `=`, as names of LDAP groups do; roles have none.
    const [, value = '', list = ''] = /^(.*\S)\s*=([^=]*)$/.exec(part.trim()) ?? [];
    const named = list.split(',').map((one) => one.trim());
    const known = ROLES.filter((role) => named.includes(role));
    if (value === '' || roles.has(value) || known.length !== named.length) {
      wrong.push(
        `DESK_OIDC_ROLES must give each value of the claim once, with its roles, such as newsroom-editors=editor,publisher;desk-admins=administrator; the roles are ${ROLES.join(', ')}`,
      );
      return roles;
    }
    roles.set(value, known);
  }
  return roles;
}
