import { Controller, Get, Logger } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { faultOf } from '../problem/fault.js';
import { Problem } from '../problem/problem.js';
import { HealthChecks, type AdvisoryHealth, type Health, type HealthCheck } from './health.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  readonly #logger = new Logger('Health');

  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  @ApiOkResponse({ description: 'The process answers.' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOkResponse({ description: 'Every check on which its work depends is ok.' })
  @ApiServiceUnavailableResponse({ description: 'A check is not ok.' })
  async ready(): Promise<{ status: 'ready'; checks: readonly Health[] }> {
    const found = await Promise.all(this.checks.all.map((check, i) => this.#outcome(check, i)));
    const failing = found.filter((check) => !check.ok && !('advisory' in check));
    const results = found.map(({ name, ok, detail }) => ({ name, ok, detail }));
    if (failing.length === 0) return { status: 'ready', checks: results };
    throw new Problem('not-ready', `Not ready: ${failing.map(({ name }) => name).join(', ')}.`, {
      members: { checks: results },
      headers: { 'retry-after': '5' },
    });
  }

  /** A check that throws is not ok. The log has the reason. */
  async #outcome(check: HealthCheck, index: number): Promise<Health | AdvisoryHealth> {
    try {
      return await check();
    } catch (error) {
      this.#logger.error(`Health check ${index} threw.\n${faultOf(error)}`);
      return { name: `check-${index}`, ok: false, detail: 'The check itself failed; the log says why.' };
    }
  }
}
