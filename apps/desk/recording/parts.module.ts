import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, EventStore } from '#event-store';
import { TrustedClock } from '#publishing';
import { Webhooks } from '#webhooks';
import { DeskParts, ReadModels } from './desk-parts.js';
import { DirectoryKeeper } from './directory-keeper.js';
import { Zone } from './newsroom-zone.js';

/** Makes the parts that are open already injectable everywhere at the desk. */
@Global()
@Module({})
export class PartsModule {
  static register(parts: DeskParts, directory: DirectoryKeeper): DynamicModule {
    return {
      module: PartsModule,
      providers: [
        { provide: DeskParts, useValue: parts },
        { provide: EventStore, useValue: parts.store },
        { provide: ReadModels, useValue: parts.models },
        { provide: TrustedClock, useValue: parts.time },
        { provide: Clock, useExisting: TrustedClock },
        { provide: Zone, useValue: new Zone(parts.zone) },
        { provide: Webhooks, useValue: parts.webhooks },
        { provide: DirectoryKeeper, useValue: directory },
      ],
      exports: [DeskParts, EventStore, ReadModels, TrustedClock, Clock, Zone, Webhooks, DirectoryKeeper],
    };
  }
}
