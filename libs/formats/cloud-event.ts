import type { ChangeView } from '#projections';
import { storyUrl } from './address.js';
import { purgeOf, type Purge } from './purge.js';
import type { Site } from './site.js';

export const CLOUD_EVENT = 'application/cloudevents+json';

/** A public event in CloudEvents 1.0, structured mode of the JSON format. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** When it happened in the world. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** When the event became public (extension "Recorded Time"). */
  readonly recordedtime: string;
  /** The position (extension "Sequence"), padded so that strings compare like numbers. */
  readonly sequence: string;
  /** The story, by which a queue may be partitioned (extension "Partitioning"). */
  readonly partitionkey: string;
  readonly data: CloudEventData;
}

export interface CloudEventData extends Pick<
  ChangeView,
  | 'story'
  | 'revision'
  | 'position'
  | 'significance'
  | 'occurred'
  | 'occurredBounds'
  | 'recordedAt'
  | 'whole'
  | 'changes'
> {
  readonly purge: Purge;
}

/** Digits of the greatest possible position: 64 bits, and the digit of the surface. */
const DIGITS = 20;

/** A public event for subscribers. `source` and `id` together identify it. */
export function cloudEvent(change: ChangeView, site: Site): CloudEvent {
  const { id, type, story, time, recordedAt, position } = change;
  const { revision, significance, occurred, occurredBounds, whole, changes } = change;
  return {
    specversion: '1.0',
    id,
    source: storyUrl(site, story.id),
    type: `dateline.${type}`,
    subject: story.slug,
    time,
    datacontenttype: 'application/json',
    recordedtime: recordedAt,
    sequence: position.padStart(DIGITS, '0'),
    partitionkey: story.id,
    data: {
      story,
      revision,
      position,
      significance,
      occurred,
      occurredBounds,
      recordedAt,
      whole,
      changes,
      purge: purgeOf(change, site),
    },
  };
}
