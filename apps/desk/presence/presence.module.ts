import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { PresenceController } from './presence.controller.js';
import { Presence } from './presence.js';

/** Who is in which story now. */
@Module({ imports: [RecordingModule], controllers: [PresenceController], providers: [Presence] })
export class PresenceModule {}
