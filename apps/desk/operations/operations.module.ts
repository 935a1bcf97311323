import { Module } from '@nestjs/common';
import { HealthChecks, HealthController } from '#http';
import { Publisher } from '#publishing';
import { Open } from '#staff';
import { NoticeFile } from '../notices/notice-file.js';
import { NoticesModule } from '../notices/notices.module.js';
import { DeskParts } from '../recording/desk-parts.js';
import { RecordingModule } from '../recording/recording.module.js';
import { ClockController } from './clock.controller.js';
import { healthChecksOf } from './health-checks.js';
import { ReadModelsController } from './read-models.controller.js';
import { WebhookWatch } from './webhook-watch.js';

Open()(HealthController);

/** For operators: the clock, the read models and health. */
@Module({
  imports: [RecordingModule, NoticesModule],
  controllers: [ClockController, ReadModelsController, HealthController],
  providers: [
    WebhookWatch,
    { provide: HealthChecks, inject: [DeskParts, Publisher, NoticeFile], useFactory: healthChecksOf },
  ],
})
export class OperationsModule {}
