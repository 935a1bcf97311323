import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { NotesController } from './notes.controller.js';
import { NotesRecorder } from './notes-recorder.js';

/** Notes of the staff on stories and developments. */
@Module({
  imports: [RecordingModule],
  controllers: [NotesController],
  providers: [NotesRecorder],
  exports: [NotesRecorder],
})
export class NotesModule {}
