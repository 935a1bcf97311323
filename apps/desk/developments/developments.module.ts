import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { ReviewModule } from '../review/review.module.js';
import { DevelopmentController } from './development.controller.js';

/** Developments: recorded, corrected, retracted, released and withheld. */
@Module({ imports: [RecordingModule, ReviewModule], controllers: [DevelopmentController] })
export class DevelopmentsModule {}
