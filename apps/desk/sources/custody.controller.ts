import { Controller, HttpCode, HttpStatus, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoDryRun, Problem } from '#http';
import { Delete, Get, Who, type Principal } from '#staff';
import type { Alert, ListedSource, SourceReference } from '#vault';
import { SourceVault } from '../vault/source-vault.js';
import { AlertPath, SourcesQuery } from './source.dto.js';

const PAGE = 50;

/** For custodians: the sealed sources, and texts that name them. */
@ApiTags('sources')
@NoDryRun('This has no dry run: it changes no story. Send the request without dryRun.')
@Controller('desk/v1')
export class CustodyController {
  constructor(private readonly vault: SourceVault) {}

  @Get('keep-sources', 'sources')
  @ApiOperation({ summary: 'Lists sealed sources, without who they are' })
  @ApiOkResponse({ description: 'A page of sealed sources' })
  list(@Query() { list = 'mine', limit = PAGE, cursor = '' }: SourcesQuery, @Who() { id: me }: Principal) {
    if (cursor !== '' && !/^[0-9a-f-]{36}$/.test(cursor))
      throw new Problem('cursor', 'Invalid cursor for this list or query.');
    const all = this.vault.opened.list(list === 'mine' ? me : null);
    const sorted = all
      .filter((source) => keyOf(source) > cursor)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const page = sorted.slice(0, limit);
    const next =
      sorted.length > limit
        ? `/desk/v1/sources?list=${list}&limit=${limit}&cursor=${keyOf(page.at(-1)!)}`
        : null;
    return { total: all.length, items: page.map(viewOf), next };
  }

  @Get('keep-sources', 'source-alerts')
  @ApiOperation({
    summary: 'Lists texts that name a source in your custody, or say that it declined to comment',
  })
  @ApiOkResponse({ description: 'The alerts, the oldest first' })
  alerts(@Who() { id: me }: Principal) {
    return { items: this.vault.opened.alerts(me).map(alertView) };
  }

  @Delete('keep-sources', 'source-alerts/:alert')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'The alerts have ended' })
  @ApiOperation({ summary: 'Ends your alerts of one text' })
  dismiss(@Param() { alert }: AlertPath, @Who() { id: me }: Principal): void {
    this.vault.opened.dismiss(alert, me);
  }
}

const keyOf = ({ references }: ListedSource): string => references[0]?.reference ?? '';

const viewOf = ({ references, ...source }: ListedSource) => ({
  ...source,
  stories: references.map(referenceView),
});

const alertView = ({ id, at, kind, story, by, source }: Alert) => ({
  id,
  at,
  kind,
  story,
  writtenBy: by,
  stories: source.map(referenceView),
});

const referenceView = ({ story, reference }: SourceReference) => ({ story, source: reference });
