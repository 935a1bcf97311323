import { Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { EventReader } from '#event-store';
import { healthController } from '#nest';
import { StoryReader, StoryShelf } from '#projections';
import { readingController } from '#reading';
import { FrontDoorController } from './front-door-controller.js';

export interface ArchiveParts {
  /** The public log, to read only: all that the archive knows. */
  readonly log: EventReader;
  readonly zone: string;
}

const STORIES = 'v1/stories';

/** The read side: the story as of a date, for the world. */
@Module({})
export class ArchiveModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly shelf: StoryShelf) {}

  static register({ log, zone }: ArchiveParts): DynamicModule {
    const shelf = new StoryShelf(log, 'public-');
    const health = healthController([
      () => ({
        name: 'stories',
        ok: shelf.health.ok && shelf.health.caughtUp,
        detail: shelf.health.reason ?? 'up to date',
      }),
    ]);
    return {
      module: ArchiveModule,
      controllers: [
        FrontDoorController,
        readingController({ path: STORIES, audience: 'public', zone, fresh: false }),
        health,
      ],
      providers: [
        { provide: StoryShelf, useValue: shelf },
        { provide: StoryReader, useValue: new StoryReader(shelf, 'public', `/${STORIES}`) },
      ],
    };
  }

  onModuleInit(): void {
    this.shelf.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.shelf.stop();
  }
}
