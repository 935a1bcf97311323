import { Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { BackupSchedule } from '#backup';
import { Clock, EventStore, FileGone } from '#event-store';
import { healthController, type Health } from '#http';
import { Publisher, RecordedHere, TrustedClock } from '#publishing';
import { newsroomController, Readable, readingController } from '#read-api';
import { webhooksController, type Webhooks } from '#webhooks';
import { ClaimController } from './claims/claim.controller.js';
import { ClockController } from './operations/clock.controller.js';
import { DevelopmentController } from './developments/development.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DirectoryKeeper } from './recording/directory-keeper.js';
import { ExportController } from './stories/export.controller.js';
import { FilingDesk, storyIdOf } from './recording/filing-desk.js';
import { ImportController } from './imports/import.controller.js';
import { Importer } from './imports/importer.js';
import { LogController } from './stories/log.controller.js';
import { Openings } from './recording/openings.js';
import { readModelsController, type ReadModels } from './operations/read-models.controller.js';
import { PublicPositions } from './recording/public-positions.js';
import { Recorder } from './recording/recorder.js';
import { ScheduleController } from './stories/schedule.controller.js';
import { releaseDue } from './recording/release-due.js';
import { RemovalsController } from './stories/removals.controller.js';
import { Removals } from './stories/removals.js';
import { StoryController } from './stories/story.controller.js';
import { TextRemovalController } from './stories/text-removal.controller.js';
import { TranslationController } from './stories/translation.controller.js';
import { Zone } from './recording/newsroom-zone.js';

export interface DeskParts {
  /** The desk's own log: everything. */
  readonly store: EventStore;
  /** What is made readable of it, and of the public log. */
  readonly models: ReadModels;
  /** The public log, to which the publisher writes. */
  readonly publicLog: EventStore;
  /** Whether other desks may write the same logs. */
  readonly shared: boolean;
  /** By which durations are measured. */
  readonly clock: Clock;
  /** By which things are recorded and released. */
  readonly time: TrustedClock;
  readonly zone: string;
  /** Null where partners are not told from here. */
  readonly webhooks: Webhooks | null;
  /** Null where none are taken from here. */
  readonly backups: BackupSchedule | null;
  /** Path of the file in which the publisher remembers how far it is. */
  readonly publisherCheckpoint: string;
}

const STORIES = 'desk/v1/stories';

/** What is recorded at the desk is to become public as well. */
function storesHealth(stores: readonly EventStore[]): Health {
  const all = stores.map((store) => store.health());
  const { state, reason } = all.find((health) => health.state !== 'ready') ?? all[0]!;
  // Where, dateline verify says.
  const damages = all.reduce((n, health) => n + health.damages.length, 0);
  const writes =
    damages === 0 ? 'takes writes' : `takes writes; damaged in ${damages} place(s): run dateline verify`;
  return { name: 'store', ok: state === 'ready', detail: reason ?? (state === 'ready' ? writes : state) };
}

/** That partners do not hear is no reason to record nothing; that what is noted of them is lost is one to look. */
function webhooksHealth({ health: { gone, fault } }: Webhooks): Health {
  const detail = gone === null ? (fault ?? 'sends') : new FileGone(gone).message;
  return { name: 'webhooks', ok: gone === null, detail };
}

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
    time,
    zone,
    webhooks,
    backups,
    publisherCheckpoint: checkpoint,
  }: DeskParts): DynamicModule {
    const directory = new DirectoryKeeper(store, time);
    const readable = new Readable(models.desk, store, {
      stories: STORIES,
      parties: 'desk/v1/parties',
      zone,
      fresh: true,
      clock,
      // It reads what it waits for.
      maxStale: Infinity,
      publication: null,
      registered: (party) => directory.registered(party),
    });
    const recordedHere = new RecordedHere();
    let publisher: Publisher | null = null;
    const health = healthController([
      () => storesHealth([store, publicLog]),
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
      ...(webhooks ? [() => webhooksHealth(webhooks)] : []),
      ...(backups
        ? [
            () => {
              const { ok, detail } = backups.health;
              return { name: 'backup', ok, detail, advisory: true as const };
            },
          ]
        : []),
    ]);
    return {
      module: DeskModule,
      controllers: [
        StoryController,
        ScheduleController,
        DevelopmentController,
        ClaimController,
        TextRemovalController,
        TranslationController,
        RemovalsController,
        DirectoryController,
        ImportController,
        ExportController,
        LogController,
        ClockController,
        newsroomController(readable),
        readingController(readable),
        readModelsController(models),
        ...(webhooks ? [webhooksController(webhooks, storyIdOf)] : []),
        health,
      ],
      providers: [
        { provide: EventStore, useValue: store },
        { provide: Clock, useValue: time },
        { provide: TrustedClock, useValue: time },
        { provide: Zone, useValue: new Zone(zone) },
        {
          provide: Publisher,
          inject: [Recorder],
          useFactory: (recorder: Recorder) =>
            (publisher = new Publisher({
              desk: store,
              public: publicLog,
              clock: time,
              checkpoint,
              release: releaseDue(recorder),
              recordedHere: shared ? recordedHere : null,
            })),
        },
        { provide: RecordedHere, useValue: recordedHere },
        { provide: DirectoryKeeper, useValue: directory },
        { provide: Openings, useValue: new Openings(store, models.desk) },
        Recorder,
        {
          provide: PublicPositions,
          inject: [Publisher],
          useFactory: (of: Publisher) => new PublicPositions(of, models.public ?? null),
        },
        FilingDesk,
        {
          provide: Removals,
          inject: [Recorder, PublicPositions, DirectoryKeeper],
          useFactory: (recorder: Recorder, places: PublicPositions, directory: DirectoryKeeper) =>
            new Removals(store, recorder, places, directory, webhooks ?? null),
        },
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
