import { Controller, HttpCode, HttpStatus, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PassThrough, type Readable } from 'node:stream';
import { concat } from 'rxjs';
import { NoDryRun, Problem } from '#http';
import { positionText, type Audience, type ReadModel, type Rebuild } from '#projections';
import { Delete, Get, Post } from '#staff';
import { ReadModels } from '../recording/desk-parts.js';
import { ReadModelPath } from '../recording/path.dto.js';

/** For operators: a read model is derived from its log, and can be built from it again. */
@ApiTags('read models')
@Controller('desk/v1/read-models')
export class ReadModelsController {
  constructor(private readonly models: ReadModels) {}

  @Get('keep-read-models')
  @ApiOperation({ summary: 'Lists the read models, with position, size and older files' })
  @ApiOkResponse({ description: 'The read models' })
  list() {
    const { desk, public: ofArchive } = this.models;
    return { items: [desk, ofArchive].flatMap((model) => (model ? [stateOf(model)] : [])) };
  }

  @Post('keep-read-models', ':model/rebuild')
  @NoDryRun(
    'A rebuild has no dry run: it records nothing and keeps the older file. Send the request without dryRun.',
  )
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Rebuilds a read model from its log and switches to it; the old one is read until then',
  })
  @ApiOkResponse({
    description: 'Progress as NDJSON; the last line has done or error. The older file is kept.',
  })
  async rebuild(@Param() { model }: ReadModelPath, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/x-ndjson').send(linesOf(this.#find(model).rebuild()));
  }

  @Delete('keep-read-models', ':model/old')
  @NoDryRun(
    'This has no dry run: GET /desk/v1/read-models lists the older files. Send the request without dryRun.',
  )
  @ApiOperation({ summary: 'Deletes the older files of a read model' })
  @ApiOkResponse({ description: 'The number of deleted items' })
  drop(@Param() { model }: ReadModelPath) {
    return { deleted: this.#find(model).dropOld() };
  }

  #find(name: Audience): ReadModel {
    const model = this.models[name];
    if (model) return model;
    throw new Problem(
      'not-found',
      'This desk does not have the public read model: each archive has its own.',
    );
  }
}

function stateOf(model: ReadModel) {
  const { position, ok, detail } = model.health;
  return {
    name: model.audience,
    ok,
    detail,
    position: position === null ? null : positionText(model.audience, position),
    bytes: model.bytes,
    old: model.old,
  };
}

/** Progress, then how the rebuild ended, as NDJSON. A client that hangs up does not stop the rebuild. */
function linesOf({ progress, ended }: Rebuild): Readable {
  const end = ended.then(
    (comparison) => ({ done: true, ...comparison }),
    (error: unknown) => ({
      error: { code: 'not-ready', detail: error instanceof Error ? error.message : String(error) },
    }),
  );
  const lines = new PassThrough();
  const subscription = concat(progress, end).subscribe({
    next: (line) => lines.write(`${JSON.stringify(line)}\n`),
    complete: () => lines.end(),
  });
  return lines.once('close', () => subscription.unsubscribe());
}
