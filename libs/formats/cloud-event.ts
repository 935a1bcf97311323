import type { ChangeView } from '#projections';
import { storyUrl } from './address.js';
import { purgeOf, type Purge } from './purge.js';
import type { Site } from './site.js';

export const CLOUD_EVENT = 'application/cloudevents+json';

/** A public event as CloudEvents 1.0 has it, in the structured mode of its JSON format. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** The occurrence. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** The record: when the event became public (extension "Recorded Time"). */
  readonly recordedtime: string;
  /** The order of events (extension "Sequence"): the position, padded so that strings compare as numbers do. */
  readonly sequence: string;
  /** The story, by which a queue may be parted (extension "Partitioning"). */
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

/** Digits of the greatest position that a log can have (64 bits, and the digit of the surface). */
const DIGITS = 20;

/** A public event for whoever is told of it: `source` and `id` together name it, wherever it arrives. */
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
