import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PassThrough, type Readable } from 'node:stream';
import { concat } from 'rxjs';
import { NoDryRun, Problem } from '#http';
import { positionText, type Audience, type ReadModel, type Rebuild } from '#projections';
import { ReadModels } from '../recording/desk-parts.js';
import { ReadModelPath } from '../recording/path.dto.js';

/** For operators: a read model is derived from its log, and can be built from it again. */
@ApiTags('read models')
@Controller('desk/v1/read-models')
export class ReadModelsController {
  constructor(private readonly models: ReadModels) {}

  @Get()
  @ApiOperation({ summary: 'The read models: how far each is, how big, and what older files are kept' })
  @ApiOkResponse({ description: 'The read models' })
  list() {
    const { desk, public: ofArchive } = this.models;
    return { items: [desk, ofArchive].flatMap((model) => (model ? [stateOf(model)] : [])) };
  }

  @Post(':model/rebuild')
  @NoDryRun(
    'There is no dry run of this: a rebuild records nothing, and the older file is kept beside the new one. Ask without dryRun.',
  )
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Builds a read model anew from its log, beside the one that is read, and goes over to it',
  })
  @ApiOkResponse({
    description: 'Progress as NDJSON; the last line has done or error. The older file is kept.',
  })
  async rebuild(@Param() { model }: ReadModelPath, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/x-ndjson').send(linesOf(this.#find(model).rebuild()));
  }

  @Delete(':model/old')
  @NoDryRun(
    'There is no dry run of this: GET /desk/v1/read-models says which older files there are. Ask without dryRun.',
  )
  @ApiOperation({ summary: 'Deletes the older files of a read model' })
  @ApiOkResponse({ description: 'How many were deleted' })
  drop(@Param() { model }: ReadModelPath) {
    return { deleted: this.#find(model).dropOld() };
  }

  #find(name: Audience): ReadModel {
    const model = this.models[name];
    if (model) return model;
    throw new Problem('not-found', 'The public read model is not this desk’s: each archive has its own.');
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
