import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { ReviewModule } from '../review/review.module.js';
import { CustodyController } from './custody.controller.js';
import { ProtectedSources } from './protected-sources.js';
import { SourceController } from './source.controller.js';
import { UnsealingController } from './unsealing.controller.js';
import { Unsealings } from './unsealings.js';

/** Unnamed sources: their approval, and the vault that has who they are. */
@Module({
  imports: [RecordingModule, ReviewModule],
  controllers: [SourceController, UnsealingController, CustodyController],
  providers: [ProtectedSources, Unsealings],
})
export class SourcesModule {}
