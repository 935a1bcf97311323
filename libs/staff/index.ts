/** Who works in the newsroom, how they sign in, and the audit log of it. The rights are in `#roles`. */
export { AUDIT_TYPES, AuditLog, type AuditType } from './audit/audit-log.js';
export { authentication, senderOf } from './http/authentication.js';
export { openStaff } from './http/open-staff.js';
export { PresentNames } from './http/present-names.js';
export { identified, Who, type Principal } from './http/principal.js';
export { Delete, Get, Needs, Open, Post, Put, verbOf } from './http/routes.js';
export { StaffModule, type StaffParts } from './http/staff.module.js';
export { actsOnOwnOnly, forbidden } from './http/verb.guard.js';
