import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { ReviewController } from './review.controller.js';
import { ReviewRecorder } from './review-recorder.js';
import { SecondEyes } from './second-eyes.js';
import { SourceApprovals } from './source-approvals.js';

/** The review of developments by a second pair of eyes. */
@Module({
  imports: [RecordingModule],
  controllers: [ReviewController],
  providers: [ReviewRecorder, SecondEyes, SourceApprovals],
  exports: [ReviewRecorder, SecondEyes, SourceApprovals],
})
export class ReviewModule {}
