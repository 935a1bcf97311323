import { join } from 'node:path';
import { ROLE_MEANING, ROLES, VERBS, type Verb } from '#roles';
import { expectWritten } from './openapi/written.js';

const cell = (verb: Verb, role: string): string => {
  const reach = (VERBS[verb].roles as Readonly<Record<string, string>>)[role];
  return reach === 'own' ? 'own' : reach === 'all' ? '●' : '';
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const PAGE = `# Roles

The test of this page generates it from [libs/roles/verbs.ts](../libs/roles/verbs.ts). The desk, its OpenAPI document and its
pages follow the same table. A person or a service may have several roles.

${row(['role', 'what it is for'])}
${row(['---', '---'])}
${ROLES.map((role) => row([role, ROLE_MEANING[role]])).join('\n')}

## Verbs

\`own\`: only what the same person recorded. Others get 403, and so does who asks for something that does not exist.

${row(['verb', 'what it does', ...ROLES])}
${row(['---', '---', ...ROLES.map(() => ':---:')])}
${(Object.keys(VERBS) as Verb[]).map((verb) => row([`\`${verb}\``, VERBS[verb].does, ...ROLES.map((role) => cell(verb, role))])).join('\n')}

- The first account is editor, publisher, auditor and administrator.
- The command line on the machine of the desk has every role except custodian.
- Health and the OpenAPI documents need no role. Neither does the archive.
`;

it('is made from the table', () => {
  expectWritten(join(import.meta.dirname, '..', 'docs', 'roles.md'), PAGE);
});
