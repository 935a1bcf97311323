import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { ClaimController } from './claim.controller.js';

/** What editors decide about claims: corrections, judgements, links, independence of origins. */
@Module({ imports: [RecordingModule], controllers: [ClaimController] })
export class ClaimsModule {}
