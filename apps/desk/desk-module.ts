import { Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock, EventStore } from '#event-store';
import { healthController } from '#nest';
import { Publisher, RecordedHere } from '#publishing';
import { newsroomController, Readable, readingController } from '#reading';
import { webhooksController, type Webhooks } from '#webhooks';
import { ClaimController } from './claim-controller.js';
import { DevelopmentController } from './development-controller.js';
import { DirectoryController } from './directory-controller.js';
import { DirectoryKeeper } from './directory-keeper.js';
import { ExportController } from './export-controller.js';
import { FilingDesk, storyIdOf } from './filing-desk.js';
import { ImportController } from './import/import-controller.js';
import { Importer } from './import/importer.js';
import { LogController } from './log-controller.js';
import { Openings } from './openings.js';
import { readModelsController, type ReadModels } from './read-models-controller.js';
import { PublicPlaces, Recorder } from './recorder.js';
import { releaseDue } from './release-due.js';
import { StoryController } from './story-controller.js';
import { Zone } from './zone.js';

export interface DeskParts {
  /** The desk's own log: everything. */
  readonly store: EventStore;
  /** What is made readable of it, and of the public log. */
  readonly models: ReadModels;
  /** The public log, to which the publisher writes. */
  readonly publicLog: EventStore;
  /** Whether other desks may write the same logs. */
  readonly shared: boolean;
  readonly clock: Clock;
  readonly zone: string;
  /** Null where partners are not told from here. */
  readonly webhooks: Webhooks | null;
  /** Path of the file in which the publisher remembers how far it is. */
  readonly publisherCheckpoint: string;
}

const STORIES = 'desk/v1/stories';

/** The write side: editors record developments, and the publisher carries out what the world may see. */
@Module({})
export class DeskModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly publisher: Publisher) {}

  static register({
    store,
    models,
    publicLog,
    shared,
    clock,
    zone,
    webhooks,
    publisherCheckpoint: checkpoint,
  }: DeskParts): DynamicModule {
    const readable = new Readable(models.desk, store, {
      stories: STORIES,
      parties: 'desk/v1/parties',
      zone,
      fresh: true,
      clock,
      // It reads what it waits for.
      maxStale: Infinity,
      publication: null,
    });
    const recordedHere = new RecordedHere();
    let publisher: Publisher | null = null;
    const health = healthController([
      () => ({
        name: 'store',
        ok: store.health().state === 'ready',
        detail: store.health().reason ?? 'takes writes',
      }),
      () => ({
        name: 'stories',
        ok: models.desk.health.ok && models.desk.health.caughtUp,
        detail: models.desk.health.detail,
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
        newsroomController(readable),
        readingController(readable),
        readModelsController(models),
        ...(webhooks ? [webhooksController(webhooks, storyIdOf)] : []),
        health,
      ],
      providers: [
        { provide: EventStore, useValue: store },
        { provide: Clock, useValue: clock },
        { provide: Zone, useValue: new Zone(zone) },
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
              recordedHere: shared ? recordedHere : null,
            })),
        },
        { provide: RecordedHere, useValue: recordedHere },
        DirectoryKeeper,
        { provide: Openings, useValue: new Openings(store, models.desk) },
        Recorder,
        PublicPlaces,
        FilingDesk,
        Importer,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.publisher.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.publisher.stop();
  }
}
