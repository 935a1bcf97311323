import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { RecordingModule } from '../recording/recording.module.js';
import { ReviewModule } from '../review/review.module.js';
import { ExportController } from './export.controller.js';
import { LogController } from './log.controller.js';
import { WordRemovalController } from './word-removal.controller.js';
import { WordRemover } from './word-remover.js';
import { ScheduleController } from './schedule.controller.js';
import { StoryController } from './story.controller.js';
import { TextRemovalController } from './text-removal.controller.js';
import { TranslationController } from './translation.controller.js';

/** Stories as a whole: their headings, schedule, translations, removals, log and export. */
@Module({
  imports: [RecordingModule, NotesModule, ReviewModule, DraftsModule],
  controllers: [
    StoryController,
    ScheduleController,
    TextRemovalController,
    TranslationController,
    WordRemovalController,
    ExportController,
    LogController,
  ],
  providers: [WordRemover],
})
export class StoriesModule {}
