import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock, EventReader } from '#event-store';
import { HealthChecks, HealthController, type Health } from '#http';
import type { ReadModel } from '#projections';
import {
  Followers,
  followingController,
  mementoController,
  newsroomController,
  Readable,
  readingController,
  syndicationController,
  type Publication,
} from '#read-api';
import { crawlersController } from './crawlers.controller.js';
import { PageSender } from './page-sender.js';
import { pagesController } from './pages.controller.js';
import { storyListsController } from './story-lists.controller.js';
import { storyPagesController } from './story-pages.controller.js';

export interface ArchiveParts {
  /** The public log, to read only, and what is made readable of it: all that the archive knows. */
  readonly log: EventReader;
  readonly model: ReadModel;
  readonly clock: Clock;
  readonly zone: string;
  /** Milliseconds after which what has not been level with the log is not shown any more. */
  readonly maxStale: number;
  readonly publication: Publication;
  /** How many may follow the streams at once. */
  readonly maxFollowers: number;
  /** Is told how to count those who follow. */
  readonly watchFollowers?: (count: () => number) => void;
}

/** The read side: the story as of a date, for the world. */
@Module({})
export class ArchiveModule {
  static register({
    log,
    model,
    clock,
    zone,
    maxStale,
    publication,
    maxFollowers,
    watchFollowers,
  }: ArchiveParts): DynamicModule {
    const readable = new Readable(model, log, {
      stories: 'v1/stories',
      parties: 'v1/parties',
      zone,
      fresh: false,
      clock,
      maxStale,
      publication,
    });
    const followers = new Followers(readable, maxFollowers);
    watchFollowers?.(() => followers.count);
    const pages = new PageSender(readable, publication);
    const health = new HealthChecks([() => readiness(model, clock.now(), maxStale)]);
    return {
      module: ArchiveModule,
      controllers: [
        crawlersController(pages),
        pagesController(pages),
        storyPagesController(pages),
        storyListsController(pages),
        newsroomController(readable),
        mementoController(readable, publication),
        followingController(readable, publication, followers),
        syndicationController(readable, publication),
        readingController(readable),
        HealthController,
      ],
      providers: [{ provide: HealthChecks, useValue: health }],
    };
  }
}

/** Milliseconds for which an archive that is ready may not have been level with its log. */
const LAG = 30_000;

function readiness({ health }: ReadModel, now: number, maxStale: number): Health {
  const { ok, caughtUp, caughtUpAt: levelAt, detail } = health;
  const age = levelAt === null ? Infinity : now - levelAt;
  const lags = age > Math.min(LAG, maxStale);
  const level = levelAt === null ? 'never' : `${Math.max(0, Math.round(age / 1_000))} s ago`;
  return {
    name: 'stories',
    ok: ok && caughtUp && !lags,
    detail: lags ? `${detail}; last level with the log: ${level}` : detail,
  };
}
