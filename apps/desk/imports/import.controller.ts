import { Controller, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { DryRun, Problem } from '#http';
import { boundedLines } from './bounded-lines.js';
import { Importer, type ImportProgress } from './importer.js';

export const IMPORTS = '/desk/v1/imports';
const NDJSON = 'application/x-ndjson';

@ApiTags('imports')
@Controller(IMPORTS.slice(1))
export class ImportController {
  constructor(private readonly importer: Importer) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  @ApiConsumes(NDJSON)
  @ApiOperation({
    summary: 'Takes over stories that ran elsewhere, with their times: NDJSON, one command a line',
  })
  @ApiOkResponse({ description: 'Progress, as NDJSON; the last line has done or error' })
  async import(
    @DryRun() dryRun: boolean,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(request.body instanceof Readable))
      throw new Problem('unsupported-media-type', `Send the file as ${NDJSON}, one command a line.`);
    const progress = await this.#start(request.body, request.id, dryRun);
    await reply.type(NDJSON).send(Readable.from(lines(progress)));
  }

  /**
   * What is left of a file that is refused is read and dropped before the answer: a client that is still sending may
   * not see an answer that comes earlier, and another request may follow on the connection.
   */
  async #start(
    file: Readable,
    correlationId: string,
    dryRun: boolean,
  ): Promise<AsyncIterable<ImportProgress>> {
    try {
      const commands = boundedLines(file.iterator({ destroyOnReturn: false }));
      return dryRun
        ? Readable.from([await this.importer.attempt(commands)])
        : await this.importer.start(commands, correlationId);
    } catch (error) {
      await drained(file);
      throw error;
    }
  }
}

const DRAIN_AT_MOST = 30_000;

async function drained(file: Readable): Promise<void> {
  file.resume();
  // A client that went away, or is too slow, is not waited for.
  await finished(file, { writable: false, signal: AbortSignal.timeout(DRAIN_AT_MOST) }).catch(() => {});
}

async function* lines(progress: AsyncIterable<ImportProgress>): AsyncGenerator<string> {
  for await (const one of progress) yield `${JSON.stringify(one)}\n`;
}
