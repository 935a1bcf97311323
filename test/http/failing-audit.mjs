// Loaded into a newsroom with --import: its audit log refuses events while the file AUDIT_FAULT exists.
import { existsSync } from 'node:fs';
import { AuditLog } from '../../dist/libs/staff/audit/audit-log.js';

const { record } = AuditLog.prototype;
AuditLog.prototype.record = function (event) {
  if (!existsSync(process.env.AUDIT_FAULT)) return record.call(this, event);
  // After the append: whether the entry is durable is not known.
  return record.call(this, event).then(() => Promise.reject(new Error('The outcome is unknown.')));
};
