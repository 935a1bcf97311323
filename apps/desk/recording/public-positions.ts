import { Injectable } from '@nestjs/common';
import { Publisher, type PublicPosition } from '#publishing';
import {
  removes,
  withholdsDevelopment,
  withholdsStory,
  type Recorded,
  type StoryEvent,
  type Uuid,
} from '#story';
import { storyStream } from '#story-log';
import { ReadModels } from './desk-parts.js';
import type { Filed } from './recorder.js';

/** Milliseconds that an answer waits for the publisher; longer where it says that something is gone. */
const PUBLISHED = 1_000;
const GONE = 60_000;

/** Says where a desk event stands in public, waiting a moment for the publisher. */
@Injectable()
export class PublicPositions {
  constructor(
    private readonly publisher: Publisher,
    private readonly models: ReadModels,
  ) {}

  /** When it answers of what removes, no archive of this process shows that any more. */
  async of(filed: Filed, story: Uuid): Promise<PublicPosition | null> {
    const removing = changesThePast(filed.event);
    if (!(await this.publisher.caughtUp(filed.position, removing ? GONE : PUBLISHED))) return null;
    const place = await this.publisher.positionOf(storyStream('desk', story), BigInt(filed.revision));
    if (removing && place) await this.models.public?.closedOff(place.position, GONE);
    return place;
  }

  /** What the world would be told by events that are not recorded. */
  async ofAttempt(story: Uuid, recorded: readonly Recorded[]): Promise<readonly StoryEvent[]> {
    return this.publisher.wouldPublish(storyStream('desk', story), recorded);
  }
}

const changesThePast = (event: StoryEvent): boolean =>
  withholdsStory(event.type) || withholdsDevelopment(event.type) || removes(event);
