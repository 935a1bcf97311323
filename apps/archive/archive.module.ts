import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock, EventReader } from '#event-store';
import { HealthChecks, HealthController, type Health } from '#http';
import type { ReadModel } from '#projections';
import { Publication, ReadApiModule, type PublicationSettings } from '#read-api';
import { CrawlersModule } from './crawlers/crawlers.module.js';
import { PagesModule } from './pages/pages.module.js';

export interface ArchiveOptions {
  /** The public log, to read only. */
  readonly log: EventReader;
  /** The read model of the public log. */
  readonly model: ReadModel;
  readonly clock: Clock;
  /** IANA name of the time zone in which the newsroom's days end. */
  readonly zone: string;
  /** Milliseconds: a read model that has not caught up with the log for longer is not shown. */
  readonly maxStale: number;
  readonly publication: PublicationSettings;
}

/** The read side: every story as of any moment, for the world. */
@Module({})
export class ArchiveModule {
  static register({ log, model, clock, zone, maxStale, publication }: ArchiveOptions): DynamicModule {
    return {
      module: ArchiveModule,
      imports: [
        ReadApiModule.register({
          log,
          model,
          clock,
          path: 'v1',
          zone,
          readsOwnWrites: false,
          maxStale,
          publication: new Publication(publication),
        }),
        PagesModule,
        CrawlersModule,
        HealthModule.register([() => readiness(model, clock.now(), maxStale)]),
      ],
    };
  }
}

/** Imported last: OpenAPI lists the operations in the order of the modules. */
@Module({})
class HealthModule {
  static register(checks: HealthChecks['all']): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: HealthChecks, useValue: new HealthChecks(checks) }],
    };
  }
}

/** Milliseconds for which a ready archive may not have caught up with its log. */
const LAG = 30_000;

function readiness({ health }: ReadModel, now: number, maxStale: number): Health {
  const { ok, caughtUp, caughtUpAt, detail } = health;
  const age = caughtUpAt === null ? Infinity : now - caughtUpAt;
  const lags = age > Math.min(LAG, maxStale);
  const last = caughtUpAt === null ? 'never' : `${Math.max(0, Math.round(age / 1_000))} s ago`;
  return {
    name: 'stories',
    ok: ok && caughtUp && !lags,
    detail: lags ? `${detail}; last caught up with the log: ${last}` : detail,
  };
}
