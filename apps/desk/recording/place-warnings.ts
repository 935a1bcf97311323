import type { Command, Place, Warning } from '#story';

type Point = readonly [longitude: number, latitude: number];

/** The part of the library that we use. */
interface Coder {
  /** The territory in which a point lies, or the country of a code. */
  feature(of: string | Point, options?: { readonly level: 'territory' }): Feature | null;
  /** A country with its territories. */
  aggregateFeature(code: string): Feature | null;
}

interface Feature {
  readonly geometry: { readonly coordinates: readonly (readonly (readonly Point[])[])[] };
  readonly properties: {
    readonly nameEn: string;
    readonly iso1A2?: string;
    readonly country?: string;
  };
}

/** Degrees by which a point may lie outside a country: its shape is no survey. */
const NEAR = 0.5;
/** The same at sea: 200 nautical miles. */
const AT_SEA = 3.4;

/**
 * Areas that several states claim. There, each of these codes is right, whatever the shapes say. The box is west, south,
 * east and north, in degrees.
 */
const DISPUTED: readonly (readonly [codes: string, box: readonly [number, number, number, number]])[] = [
  ['UA RU', [32.4, 44.3, 36.7, 46.3]],
  ['EH MA', [-17.3, 20.7, -8.6, 27.8]],
  ['SY IL', [35.5, 32.6, 36.1, 33.4]],
  ['IN PK CN', [72.4, 32.2, 80.6, 37.2]],
  ['IN CN', [91.5, 26.6, 97.5, 29.6]],
  ['CY TR', [32.2, 34.5, 34.7, 35.8]],
  ['XK RS', [20, 41.8, 21.9, 43.3]],
  ['TW CN', [117.9, 21.7, 122.3, 26.5]],
  ['RU JP', [145.3, 43.3, 149, 45.7]],
  ['FK AR', [-61.5, -53, -57.5, -51]],
  ['GY VE', [-61.5, 1, -57, 8.7]],
  ['EG SD', [33, 21.9, 37, 23.3]],
];

/** Warns of points outside their country. The first place with point and country loads the shapes. */
export async function warningsOfPlaces(command: Command): Promise<readonly Warning[]> {
  const located = placesIn(command).filter(({ place }) => place.country !== null && place.geo !== null);
  if (located.length === 0) return [];
  const coder = (await import('@rapideditor/country-coder')) as unknown as Coder;
  return located.flatMap(({ pointer, place }) => {
    const message = whatIsWrong(coder, place.country!, place.geo!.coordinates);
    if (message === null) return [];
    return [{ rule: 'coordinates-outside-country', source: 'Dateline', pointer: `${pointer}/geo`, message }];
  });
}

interface Located {
  readonly pointer: string;
  readonly place: Place;
}

function placesIn(command: Command): readonly Located[] {
  switch (command.type) {
    case 'open':
    case 'classify':
      return command.places.map((place, i) => ({ pointer: `/places/${i}`, place }));
    case 'record':
      return placesOf(command.development, '');
    case 'correct':
    case 'correct-claim':
      return placesOf(command.changes, '/changes');
    case 'correct-story':
      return (['developments', 'claims'] as const).flatMap((list) =>
        command[list].flatMap(({ changes }, i) => placesOf(changes, `/${list}/${i}/changes`)),
      );
    default:
      return [];
  }
}

function placesOf(
  {
    place = null,
    claims = [],
  }: { readonly place?: Place | null; readonly claims?: readonly { readonly place: Place | null }[] },
  within: string,
): readonly Located[] {
  const all = [
    { pointer: `${within}/place`, place },
    ...claims.map((claim, i) => ({ pointer: `${within}/claims/${i}/place`, place: claim.place })),
  ];
  return all.flatMap((one) => (one.place === null ? [] : [{ ...one, place: one.place }]));
}

/** Null if the point lies in the country or near it, or if the code has no shape. */
function whatIsWrong(coder: Coder, country: string, point: Point): string | null {
  const shape = shapeOf(coder, country);
  const there = coder.feature(point, { level: 'territory' })?.properties;
  if (shape.length === 0 || isDisputed(country, point)) return null;
  if (distance(shape, point) <= (there ? NEAR : AT_SEA)) return null;
  const [longitude, latitude] = point;
  const isSwapped = Math.abs(longitude) <= 90 && distance(shape, [latitude, longitude]) <= NEAR;
  const where = there
    ? `in ${there.nameEn} (${there.iso1A2 ?? there.country ?? 'no code'})`
    : 'in no country';
  const advice = isSwapped
    ? 'With longitude and latitude swapped it would lie there: a GeoJSON point has the longitude first.'
    : 'Correct the one that is wrong.';
  return `The point at longitude ${longitude} and latitude ${latitude} lies ${where}, not in ${coder.feature(country)?.properties.nameEn} (${country}). ${advice}`;
}

const isDisputed = (country: string, [longitude, latitude]: Point): boolean =>
  DISPUTED.some(
    ([codes, [west, south, east, north]]) =>
      codes.split(' ').includes(country) &&
      west <= longitude &&
      longitude <= east &&
      south <= latitude &&
      latitude <= north,
  );

/** The rings of each polygon of a country and its territories. */
const shapeOf = (coder: Coder, country: string): readonly (readonly (readonly Point[])[])[] =>
  coder.aggregateFeature(country)?.geometry.coordinates ?? [];

/** How far a point lies outside a shape, in degrees of latitude; 0 inside. Shapes end at the antimeridian, distances do not. */
function distance(shape: ReturnType<typeof shapeOf>, [longitude, latitude]: Point): number {
  const scale = Math.cos((latitude * Math.PI) / 180);
  const turns = [-360, 0, 360].map((turn) => longitude + turn);
  let nearest = Infinity;
  for (const rings of shape) {
    let isInside = false;
    for (const ring of rings)
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        if (crosses(a, b, [longitude, latitude])) isInside = !isInside;
        for (const turned of turns) nearest = Math.min(nearest, toSegment(a, b, [turned, latitude], scale));
      }
    if (isInside) return 0;
  }
  return nearest;
}

/** Whether a line from a point to the east crosses an edge. A point whose line crosses an odd number is inside. */
const crosses = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): boolean =>
  ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;

function toSegment([ax, ay]: Point, [bx, by]: Point, [x, y]: Point, scale: number): number {
  const [dx, dy] = [(bx - ax) * scale, by - ay];
  const [px, py] = [(x - ax) * scale, y - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - along * dx, py - along * dy);
}
