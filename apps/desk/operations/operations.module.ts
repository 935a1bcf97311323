import { Module } from '@nestjs/common';
import { HealthChecks, HealthController } from '#http';
import { Publisher } from '#publishing';
import { Open } from '#staff';
import { DeskParts } from '../recording/desk-parts.js';
import { RecordingModule } from '../recording/recording.module.js';
import { ClockController } from './clock.controller.js';
import { healthChecksOf } from './health-checks.js';
import { ReadModelsController } from './read-models.controller.js';
import { WebhookWatch } from './webhook-watch.js';

Open()(HealthController);

/** For operators: the clock, the read models and health. */
@Module({
  imports: [RecordingModule],
  controllers: [ClockController, ReadModelsController, HealthController],
  providers: [
    WebhookWatch,
    { provide: HealthChecks, inject: [DeskParts, Publisher], useFactory: healthChecksOf },
  ],
})
export class OperationsModule {}
