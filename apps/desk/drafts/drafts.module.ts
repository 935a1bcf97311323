import { Module } from '@nestjs/common';
import { DraftController } from './draft.controller.js';
import { RecordedDrafts } from './recorded-draft.js';

/** Drafts of those who record: saved as they type, and deleted once recorded. */
@Module({ controllers: [DraftController], providers: [RecordedDrafts], exports: [RecordedDrafts] })
export class DraftsModule {}
