/** The roles of a newsroom, and what each may do: one table. */
export { ROLES, ROLE_MEANING, type Role } from './role.js';
export { reachOf, rolesOf, VERBS, type Reach, type Verb } from './verbs.js';
