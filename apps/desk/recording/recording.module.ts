import { Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Publisher, RecordedHere } from '#publishing';
import { DeskParts } from './desk-parts.js';
import { FilingDesk } from './filing-desk.js';
import { Openings } from './openings.js';
import { PublicPositions } from './public-positions.js';
import { Recorder } from './recorder.js';
import { releaseDue } from './release-due.js';

/** The core of the desk: it decides commands, appends their events, and publishes them. */
@Module({
  providers: [
    Openings,
    RecordedHere,
    Recorder,
    { provide: Publisher, inject: [DeskParts, Recorder, RecordedHere], useFactory: publisherOf },
    PublicPositions,
    FilingDesk,
  ],
  exports: [Recorder, Publisher, PublicPositions, FilingDesk],
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
  recorder: Recorder,
  recordedHere: RecordedHere,
): Publisher {
  return new Publisher({
    desk: store,
    public: publicLog,
    clock: time,
    checkpoint: publisherCheckpoint,
    release: releaseDue(recorder),
    recordedHere: shared ? recordedHere : null,
  });
}
