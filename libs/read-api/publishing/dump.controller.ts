import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openRaw } from '#http';
import { encodingFor } from '../answers/compression.js';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { SinceQuery } from '../queries/publishing.dto.js';
import { Dumps } from './dumps.js';
import { positionSince } from './since.js';

const NDJSON = 'application/x-ndjson';

/** The public log in one file. */
@ApiTags('changes')
@Controller('dump')
export class DumpController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
    private readonly dumps: Dumps,
  ) {}

  @Get()
  @Header('content-type', NDJSON)
  @ApiOperation({ summary: 'The public log, whole or after a position: one CloudEvent on each line' })
  @ApiOkResponse({ description: 'Every change up to now', content: { [NDJSON]: {} } })
  async dump(
    @Query() { since }: SinceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.readable.ready(request, reply);
    const from = await positionSince(this.readable, since);
    const gzip = encodingFor(request.headers['accept-encoding'], ['gzip']) !== null;
    const head = {
      'content-type': NDJSON,
      'cache-control': 'no-store',
      vary: 'Accept-Encoding',
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    };
    if (request.method === 'HEAD') {
      openRaw(reply, head);
      reply.raw.end();
      return;
    }
    const end = this.dumps.admit(request.ip);
    openRaw(reply, head);
    const site = this.publication.siteOf(request);
    await this.dumps.write(reply.raw, { from, site, gzip }).finally(end);
  }
}
