import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { RecordingModule } from '../recording/recording.module.js';
import { ReviewModule } from '../review/review.module.js';
import { DevelopmentController } from './development.controller.js';

/** Developments: recorded, corrected, retracted, released and withheld. */
@Module({ imports: [RecordingModule, ReviewModule, DraftsModule], controllers: [DevelopmentController] })
export class DevelopmentsModule {}
