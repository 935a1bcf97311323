import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { ClaimController } from './claim.controller.js';

/** Claims: their corrections, judgements and links, and the independence of origins. */
@Module({ imports: [RecordingModule], controllers: [ClaimController] })
export class ClaimsModule {}
