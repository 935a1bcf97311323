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
import type { RecordResult } from './story-recorder.js';

/** Milliseconds that an answer waits for the publisher. */
const PATIENCE = 1_000;
/** Longer after a removal: the answer promises that the words are gone. */
const PATIENCE_AFTER_REMOVAL = 60_000;

/** Finds the position of a desk event in the public log. It waits a moment for the publisher. */
@Injectable()
export class PublicPositions {
  constructor(
    private readonly publisher: Publisher,
    private readonly models: ReadModels,
  ) {}

  /** Null if readers do not see the event, or not in time. After a removal, the archive of this process no longer shows it. */
  async positionOf(result: RecordResult, story: Uuid): Promise<PublicPosition | null> {
    const removing = changesThePast(result.event);
    if (!(await this.publisher.caughtUp(result.position, removing ? PATIENCE_AFTER_REMOVAL : PATIENCE)))
      return null;
    const found = await this.publisher.positionOf(storyStream('desk', story), BigInt(result.revision));
    if (removing && found) await this.models.public?.closedOff(found.position, PATIENCE_AFTER_REMOVAL);
    return found;
  }

  /** The public events that would follow from events of a dry run. */
  async wouldPublish(story: Uuid, recorded: readonly Recorded[]): Promise<readonly StoryEvent[]> {
    return this.publisher.wouldPublish(storyStream('desk', story), recorded);
  }
}

const changesThePast = (event: StoryEvent): boolean =>
  withholdsStory(event.type) || withholdsDevelopment(event.type) || removes(event);
