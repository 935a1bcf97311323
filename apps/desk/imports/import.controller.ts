import { Controller, HttpCode, HttpStatus, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { DryRun, Problem } from '#http';
import { AuditLog, Post, Who, type Principal } from '#staff';
import { boundedLines } from './bounded-lines.js';
import { Importer, type ImportProgress } from './importer.js';

export const IMPORTS = '/desk/v1/imports';
const NDJSON = 'application/x-ndjson';

@ApiTags('imports')
@Controller(IMPORTS.slice(1))
export class ImportController {
  constructor(
    private readonly importer: Importer,
    private readonly audit: AuditLog,
  ) {}

  @Post('import')
  @HttpCode(HttpStatus.OK)
  @ApiConsumes(NDJSON)
  @ApiOperation({
    summary: 'Imports stories that ran elsewhere, with their times: NDJSON, one command on each line',
  })
  @ApiOkResponse({ description: 'Progress, as NDJSON; the last line has done or error' })
  async import(
    @DryRun() dryRun: boolean,
    @Who() { id: who }: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(request.body instanceof Readable))
      throw new Problem('unsupported-media-type', `Send the file as ${NDJSON}, one command a line.`);
    if (!dryRun) await this.audit.record({ type: 'StoriesImported', who, address: request.ip });
    const progress = await this.#start(request.body, request.id, dryRun);
    await reply.type(NDJSON).send(Readable.from(lines(progress)));
  }

  /**
   * The rest of a refused file is read and dropped before the answer. A client that still sends may not see an earlier
   * answer, and the connection may carry another request.
   */
  async #start(
    file: Readable,
    correlationId: string,
    dryRun: boolean,
  ): Promise<AsyncIterable<ImportProgress>> {
    try {
      const commands = boundedLines(file.iterator({ destroyOnReturn: false }));
      return dryRun
        ? Readable.from([await this.importer.dryRun(commands)])
        : await this.importer.start(commands, correlationId);
    } catch (error) {
      await drained(file);
      throw error;
    }
  }
}

const LONGEST_DRAIN = 30_000;

async function drained(file: Readable): Promise<void> {
  file.resume();
  // The client may be gone, or too slow.
  await finished(file, { writable: false, signal: AbortSignal.timeout(LONGEST_DRAIN) }).catch(() => {});
}

async function* lines(progress: AsyncIterable<ImportProgress>): AsyncGenerator<string> {
  for await (const one of progress) yield `${JSON.stringify(one)}\n`;
}
