import { Module, type DynamicModule } from '@nestjs/common';
import { FOR_EDITORS, ReadApiModule } from '#read-api';
import { Needs } from '#staff';
import type { DeskParts } from './recording/desk-parts.js';
import type { DirectoryRecorder } from './recording/directory-recorder.js';

/** What editors read: the read API, over the desk log. */
@Module({})
export class ReadingModule {
  static register({ store, models, zone, clock }: DeskParts, directory: DirectoryRecorder): DynamicModule {
    // The archive has the same controllers and needs no rights.
    for (const controller of FOR_EDITORS) Needs('read')(controller);
    return {
      module: ReadingModule,
      imports: [
        ReadApiModule.register({
          log: store,
          model: models.desk,
          clock,
          path: 'desk/v1',
          zone,
          readsOwnWrites: true,
          // An editor's read waits until the read model has caught up, so its age does not matter.
          maxStale: Infinity,
          publication: null,
          registered: (party) => directory.registered(party),
        }),
      ],
    };
  }
}
