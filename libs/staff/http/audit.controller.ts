import { Controller, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problem } from '#http';
import { AuditLog } from '../audit/audit-log.js';
import { Get } from './routes.js';
import { AuditQuery } from './staff.dto.js';

const PAGE = 50;

/** For auditors: who signed in, who was refused, and who changed rights. */
@ApiTags('audit')
@Controller('desk/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditLog) {}

  @Get('audit')
  @ApiOperation({ summary: 'Lists audit events, newest first' })
  @ApiOkResponse({ description: 'A page of audit events' })
  async list(@Query() { limit = PAGE, cursor, who, about, type }: AuditQuery) {
    const filter = { ...(who && { who }), ...(about && { about }), ...(type && { type }) };
    const { items, next } = await this.audit.page(
      filter,
      cursor === undefined ? null : revisionIn(cursor),
      limit,
    );
    const query = new URLSearchParams({ ...filter, limit: String(limit) });
    return { items, next: next === null ? null : `/desk/v1/audit?${query.toString()}&cursor=${next}` };
  }
}

function revisionIn(cursor: string): bigint {
  if (!/^\d{1,18}$/.test(cursor)) throw new Problem('cursor', 'Invalid cursor for this list or query.');
  return BigInt(cursor);
}
