import { Controller, Get, Logger, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { faultOf } from '../problem/fault.js';
import { Problem } from '../problem/problem.js';

/** One thing on which readiness depends. `detail` is for an operator and is public: no paths, no names of sources. */
export interface Health {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What is to be seen to, and does not keep the process from its work. */
export type Advice = Health & { readonly advisory: true };

export type HealthCheck = () => Health | Advice | Promise<Health | Advice>;

/**
 * A controller of `/health/live` (the process answers) and `/health/ready` (every check is ok but what is advice, else
 * 503 with the checks). A check that throws is not ok; why stands in the log.
 */
export function healthController(checks: readonly HealthCheck[]): Type {
  const logger = new Logger('Health');

  @ApiTags('health')
  @Controller('health')
  class HealthController {
    @Get('live')
    @ApiOkResponse({ description: 'The process answers.' })
    live(): { status: 'live' } {
      return { status: 'live' };
    }

    @Get('ready')
    @ApiOkResponse({ description: 'Every check on which its work depends is ok.' })
    @ApiServiceUnavailableResponse({ description: 'A check is not ok.' })
    async ready(): Promise<{ status: 'ready'; checks: readonly Health[] }> {
      const found = await Promise.all(checks.map((check, i) => outcome(check, i, logger)));
      const failing = found.filter((check) => !check.ok && !('advisory' in check));
      const results = found.map(({ name, ok, detail }) => ({ name, ok, detail }));
      if (failing.length === 0) return { status: 'ready', checks: results };
      throw new Problem('not-ready', `Not ready: ${failing.map(({ name }) => name).join(', ')}.`, {
        members: { checks: results },
        headers: { 'retry-after': '5' },
      });
    }
  }
  return HealthController;
}

async function outcome(check: HealthCheck, index: number, logger: Logger): Promise<Health | Advice> {
  try {
    return await check();
  } catch (error) {
    logger.error(`Health check ${index} threw.\n${faultOf(error)}`);
    return { name: `check-${index}`, ok: false, detail: 'The check itself failed; the log says why.' };
  }
}
