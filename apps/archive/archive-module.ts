import { Module, type DynamicModule } from '@nestjs/common';
import type { EventReader } from '#event-store';
import { healthController } from '#nest';
import type { ReadModel } from '#projections';
import { newsroomController, Readable, readingController } from '#reading';
import { FrontDoorController } from './front-door-controller.js';

export interface ArchiveParts {
  /** The public log, to read only, and what is made readable of it: all that the archive knows. */
  readonly log: EventReader;
  readonly model: ReadModel;
  readonly zone: string;
}

/** The read side: the story as of a date, for the world. */
@Module({})
export class ArchiveModule {
  static register({ log, model, zone }: ArchiveParts): DynamicModule {
    const readable = new Readable(model, log, {
      stories: 'v1/stories',
      parties: 'v1/parties',
      zone,
      fresh: false,
    });
    const health = healthController([
      () => ({ name: 'stories', ok: model.health.ok && model.health.caughtUp, detail: model.health.detail }),
    ]);
    return {
      module: ArchiveModule,
      controllers: [FrontDoorController, newsroomController(readable), readingController(readable), health],
    };
  }
}
