import { parseOccurred } from '#http';
import type { Occurred, StoryEvent } from '#story';

/** Zones of whole hours, for events that were recorded in another zone than the newsroom has now. */
const HOURS = Array.from({ length: 27 }, (_, i) => `Etc/GMT${i <= 12 ? '+' : '-'}${i <= 12 ? i : i - 12}`);

/** A zone in which every time of the world in an event has the bounds that the event has; null without such times. */
export function zoneOf(event: StoryEvent, newsroomZone: string): string | null {
  const parts = event.type === 'StoryCorrected' ? event.parts : 'changes' in event ? [event] : null;
  const times = timesIn(parts ? parts.flatMap(({ changes }) => changes.map(({ is }) => is)) : event);
  if (times.length === 0) return null;
  const fits = (zone: string): boolean => times.every((time) => isIn(zone, time));
  return [newsroomZone, ...HOURS].find(fits) ?? newsroomZone;
}

function timesIn(value: unknown): readonly Occurred[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('edtf' in value) return [value as Occurred];
  return Object.values(value).flatMap(timesIn);
}

function isIn(zone: string, { edtf, from, to }: Occurred): boolean {
  const there = parseOccurred(edtf, zone);
  return there.from === from && there.to === to;
}
