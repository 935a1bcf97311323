import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Drafts } from '#drafts';
import { Clock, EventStore } from '#event-store';
import { TrustedClock } from '#publishing';
import { Webhooks } from '#webhooks';
import { SourceVault } from '../vault/source-vault.js';
import { DeskParts, ReadModels } from './desk-parts.js';
import { DirectoryRecorder } from './directory-recorder.js';
import { NewsroomZone } from './newsroom-zone.js';
import { People } from './people.js';

/** Makes the parts that are open already injectable everywhere at the desk. */
@Global()
@Module({})
export class PartsModule {
  static register(parts: DeskParts, directory: DirectoryRecorder, vault: SourceVault): DynamicModule {
    return {
      module: PartsModule,
      providers: [
        { provide: DeskParts, useValue: parts },
        { provide: EventStore, useValue: parts.store },
        { provide: ReadModels, useValue: parts.models },
        { provide: TrustedClock, useValue: parts.time },
        { provide: Clock, useExisting: TrustedClock },
        { provide: NewsroomZone, useValue: new NewsroomZone(parts.zone) },
        { provide: Webhooks, useValue: parts.webhooks },
        { provide: Drafts, useValue: parts.drafts },
        { provide: DirectoryRecorder, useValue: directory },
        { provide: SourceVault, useValue: vault },
        People,
      ],
      exports: [
        DeskParts,
        EventStore,
        ReadModels,
        TrustedClock,
        Clock,
        NewsroomZone,
        Webhooks,
        Drafts,
        DirectoryRecorder,
        SourceVault,
        People,
      ],
    };
  }
}
