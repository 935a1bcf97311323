import { parseOccurred } from '#http';
import type { Occurred, StoryEvent } from '#story';

/** Zones of whole hours, for what was recorded in another zone than the newsroom has now. */
const HOURS = Array.from({ length: 27 }, (_, i) => `Etc/GMT${i <= 12 ? '+' : '-'}${i <= 12 ? i : i - 12}`);

/** The zone in which all times of the world that an event tells have the bounds that it tells; null where it tells none. */
export function zoneOf(event: StoryEvent, own: string): string | null {
  const parts = event.type === 'StoryCorrected' ? event.parts : 'changes' in event ? [event] : null;
  const times = timesIn(parts ? parts.flatMap(({ changes }) => changes.map(({ is }) => is)) : event);
  if (times.length === 0) return null;
  const fits = (zone: string): boolean => times.every((time) => isIn(zone, time));
  return [own, ...HOURS].find(fits) ?? own;
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
