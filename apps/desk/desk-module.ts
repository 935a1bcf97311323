import { Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock, EventStore } from '#event-store';
import { healthController } from '#nest';
import { StoryReader, StoryShelf } from '#projections';
import { Publisher } from '#publishing';
import { readingController } from '#reading';
import { ClaimController } from './claim-controller.js';
import { DevelopmentController } from './development-controller.js';
import { DirectoryController } from './directory-controller.js';
import { DirectoryKeeper } from './directory-keeper.js';
import { ExportController } from './export-controller.js';
import { FilingDesk } from './filing-desk.js';
import { ImportController } from './import/import-controller.js';
import { Importer } from './import/importer.js';
import { LogController } from './log-controller.js';
import { Openings } from './openings.js';
import { PublicPlaces, Recorder } from './recorder.js';
import { releaseDue } from './release-due.js';
import { StoryController } from './story-controller.js';
import { Zone } from './zone.js';

export interface DeskParts {
  /** The desk's own log: everything. */
  readonly store: EventStore;
  /** The public log, to which the publisher writes. */
  readonly publicLog: EventStore;
  readonly clock: Clock;
  readonly zone: string;
  /** Path of the file in which the publisher remembers how far it is. */
  readonly publisherCheckpoint: string;
}

const STORIES = 'desk/v1/stories';

/** The write side: editors record developments, and the publisher carries out what the world may see. */
@Module({})
export class DeskModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly shelf: StoryShelf,
    private readonly publisher: Publisher,
  ) {}

  static register({
    store,
    publicLog,
    clock,
    zone,
    publisherCheckpoint: checkpoint,
  }: DeskParts): DynamicModule {
    const shelf = new StoryShelf(store, 'story-');
    let publisher: Publisher | null = null;
    const health = healthController([
      () => ({
        name: 'store',
        ok: store.health().state === 'ready',
        detail: store.health().reason ?? 'takes writes',
      }),
      () => ({
        name: 'stories',
        ok: shelf.health.ok && shelf.health.caughtUp,
        detail: shelf.health.reason ?? (shelf.health.caughtUp ? 'up to date' : 'catching up'),
      }),
      () => ({
        name: 'publisher',
        ok: publisher?.health.ok === true && publisher.health.caughtUp,
        detail: publisher?.health.reason ?? (publisher?.health.caughtUp ? 'up to date' : 'catching up'),
      }),
    ]);
    return {
      module: DeskModule,
      controllers: [
        StoryController,
        DevelopmentController,
        ClaimController,
        DirectoryController,
        ImportController,
        ExportController,
        LogController,
        readingController({ path: STORIES, audience: 'desk', zone, fresh: true }),
        health,
      ],
      providers: [
        { provide: EventStore, useValue: store },
        { provide: Clock, useValue: clock },
        { provide: Zone, useValue: new Zone(zone) },
        { provide: StoryShelf, useValue: shelf },
        { provide: StoryReader, useValue: new StoryReader(shelf, 'desk', `/${STORIES}`) },
        {
          provide: Publisher,
          inject: [Recorder],
          useFactory: (recorder: Recorder) =>
            (publisher = new Publisher({
              desk: store,
              public: publicLog,
              clock,
              checkpoint,
              release: releaseDue(recorder),
            })),
        },
        DirectoryKeeper,
        Openings,
        Recorder,
        PublicPlaces,
        FilingDesk,
        Importer,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    this.shelf.start();
    await this.publisher.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.publisher.stop();
    await this.shelf.stop();
  }
}
