import { Module, type DynamicModule } from '@nestjs/common';
import { newsroomController, Readable, readingController } from '#read-api';
import type { DeskParts } from './recording/desk-parts.js';
import type { DirectoryKeeper } from './recording/directory-keeper.js';

/** What editors read: the read API, over the desk log. */
@Module({})
export class ReadingModule {
  static register({ store, models, zone, clock }: DeskParts, directory: DirectoryKeeper): DynamicModule {
    const readable = new Readable(models.desk, store, {
      stories: 'desk/v1/stories',
      parties: 'desk/v1/parties',
      zone,
      fresh: true,
      clock,
      // An editor's read waits until the read model has caught up, so its age does not matter.
      maxStale: Infinity,
      publication: null,
      registered: (party) => directory.registered(party),
    });
    return {
      module: ReadingModule,
      controllers: [newsroomController(readable), readingController(readable)],
    };
  }
}
