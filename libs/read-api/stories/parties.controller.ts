import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseMoment } from '#http';
import { partyPage } from '#projections';
import { cursorOf, partyNotHeard } from '../answers/found-or-problem.js';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { JSON_UTF8 } from '../formats/requested-format.js';
import { PartyPath } from '../queries/path.dto.js';
import { AsOfPageQuery } from '../queries/query.dto.js';

const PAGE = 20;

/** What parties said in all stories, and the status of these claims. */
@ApiTags('stories')
@Controller('parties')
export class PartiesController {
  constructor(private readonly readable: ReadableModel) {}

  @Get(':party')
  @ApiOperation({
    summary: 'What a party asserted, confirmed and denied as of a moment, and the status of these claims',
  })
  @ApiOkResponse({ description: 'The record of the party, and a page of claims, latest stance first' })
  async party(
    @Param() { party }: PartyPath,
    @Query() query: AsOfPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable } = this;
    const asOf = query.asOf === undefined ? null : parseMoment(query.asOf, readable.zone);
    const list = `party ${party}`;
    const cursor = cursorOf(query.cursor, { list, story: null, asOf });
    await readable.ready(request, reply);
    // The registry has the present description only.
    const registered = asOf === null ? ((await readable.options.registered?.(party)) ?? null) : null;
    const model = readable.reader;
    const cut = {
      asOf,
      registeredAs: registered?.name ?? null,
      at: cursor?.at ?? null,
      from: cursor?.from ?? [],
      limit: query.limit ?? PAGE,
      address: readable.addressOf('parties'),
      stories: readable.addressOf('stories'),
    };
    await model.together(() =>
      send(request, reply, {
        type: JSON_UTF8,
        paged: true,
        // A change of the party takes it as If-Match.
        revision: registered === null ? 'list' : String(registered.revision),
        modelState: model.listVersion,
        dependsOn: [asOf, list, cut.limit, cut.at, ...cut.from],
        body: () => partyPage(model, party, cut) ?? partyNotHeard(),
        maxAge: readable.maxAgeOf(asOf),
      }),
    );
  }
}
