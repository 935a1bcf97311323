import { Module, type DynamicModule } from '@nestjs/common';
import { StaffModule } from '#staff';
import { WebhooksModule } from '#webhooks';
import { ClaimsModule } from './claims/claims.module.js';
import { DevelopmentsModule } from './developments/developments.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { DeskPagesModule } from './pages/pages.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { ReadingModule } from './reading.module.js';
import type { DeskParts } from './recording/desk-parts.js';
import { DirectoryRecorder } from './recording/directory-recorder.js';
import { storyIdOf } from './recording/editor-commands.js';
import { PartsModule } from './recording/parts.module.js';
import { NotesModule } from './notes/notes.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { ReviewModule } from './review/review.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { StoriesModule } from './stories/stories.module.js';
import { SourceVault } from './vault/source-vault.js';

/** The write side: editors record developments, and the publisher makes public what readers may see. */
@Module({})
export class DeskModule {
  static register(parts: DeskParts): DynamicModule {
    const { store, time, webhooks } = parts;
    const vault = new SourceVault(parts.vault);
    const directory = new DirectoryRecorder(store, time, vault);
    return {
      module: DeskModule,
      imports: [
        PartsModule.register(parts, directory, vault),
        StaffModule.register(parts.staff),
        StoriesModule,
        DevelopmentsModule,
        NotesModule,
        ReviewModule,
        SourcesModule,
        DraftsModule,
        PresenceModule,
        ClaimsModule,
        DirectoryModule,
        ImportsModule,
        OperationsModule,
        NoticesModule,
        DeskPagesModule,
        ReadingModule.register(parts, directory),
        ...(webhooks ? [WebhooksModule.register(webhooks, { idOf: storyIdOf })] : []),
      ],
    };
  }
}
