import { Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Publisher, RecordedHere } from '#publishing';
import { DeskParts } from './desk-parts.js';
import { EditorCommands } from './editor-commands.js';
import { OpenedStories } from './opened-stories.js';
import { PublicPositions } from './public-positions.js';
import { StoryRecorder } from './story-recorder.js';
import { endEmbargoes } from './end-embargoes.js';

/** The core of the desk: it decides commands, appends their events, and publishes them. */
@Module({
  providers: [
    OpenedStories,
    RecordedHere,
    StoryRecorder,
    { provide: Publisher, inject: [DeskParts, StoryRecorder, RecordedHere], useFactory: publisherOf },
    PublicPositions,
    EditorCommands,
  ],
  exports: [StoryRecorder, Publisher, PublicPositions, EditorCommands],
})
export class RecordingModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly publisher: Publisher) {}

  async onModuleInit(): Promise<void> {
    await this.publisher.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.publisher.stop();
  }
}

function publisherOf(
  { store, publicLog, time, publisherCheckpoint, shared }: DeskParts,
  recorder: StoryRecorder,
  recordedHere: RecordedHere,
): Publisher {
  return new Publisher({
    desk: store,
    public: publicLog,
    clock: time,
    checkpoint: publisherCheckpoint,
    release: endEmbargoes(recorder),
    recordedHere: shared ? recordedHere : null,
  });
}
