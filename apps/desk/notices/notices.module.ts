import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { NotesModule } from '../notes/notes.module.js';
import { DeskParts } from '../recording/desk-parts.js';
import { RecordingModule } from '../recording/recording.module.js';
import { MyNotices } from './my-notices.js';
import { NoticeFile } from './notice-file.js';
import { NoticeFollower } from './notice-follower.js';
import { NoticeStreams } from './notice-streams.js';
import { NoticeViews } from './notice-view.js';
import { NoticesController } from './notices.controller.js';

/** Notices to the staff about what concerns them. */
@Module({
  imports: [RecordingModule, NotesModule],
  controllers: [NoticesController],
  providers: [
    {
      provide: NoticeFile,
      inject: [DeskParts],
      useFactory: ({ noticesFile }: DeskParts) => NoticeFile.open(noticesFile),
    },
    NoticeFollower,
    MyNotices,
    NoticeViews,
    NoticeStreams,
  ],
  exports: [NoticeFile],
})
export class NoticesModule implements OnApplicationShutdown {
  constructor(private readonly file: NoticeFile) {}

  onApplicationShutdown(): void {
    this.file.close();
  }
}
