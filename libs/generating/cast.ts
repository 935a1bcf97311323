import type { Place } from '#story';
import type { PartyLine, SideLine } from './line.js';
import type { Random } from './random.js';

/** All parties that a story may quote. They are fictitious, and no person has a name. */
export interface Cast {
  readonly sides: readonly SideLine[];
  readonly outlets: readonly PartyLine[];
  /** Persons, states, organizations and groups. */
  readonly speakers: readonly PartyLine[];
}

const REGIONS =
  'Northern Southern Eastern Western Central Coastal Upper Lower Inner Outer River Island'.split(' ');
const CAMPS = 'Coalition Front League'.split(' ');
const PAPERS = 'Courier Gazette Herald Observer Tribune Radio Wire'.split(' ');
const BODIES = 'Ministry Council Authority Commission Union Agency'.split(' ');
const OFFICES = ['Spokesperson', 'Deputy head'];

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** Makes up some three hundred parties: sides with allies, outlets, bodies with their speakers, states and groups. */
export function castOf(random: Random, at: string): Cast {
  const sides: SideLine[] = [];
  for (const region of REGIONS) {
    const name = `${region} ${random.pick(CAMPS)}`;
    const allies = sides.length > 0 && random.chance(0.3) ? [random.pick(sides).id] : [];
    sides.push({ at, command: 'side', id: slug(name), name, allies });
  }
  const party = (name: string, type: PartyLine['type'], more: Partial<PartyLine> = {}): PartyLine => ({
    at,
    command: 'party',
    id: slug(name),
    name,
    type,
    ...more,
  });
  const aSide = (): Partial<PartyLine> => (random.chance(0.7) ? { side: random.pick(sides).id } : {});
  const outlets = REGIONS.flatMap((region) => PAPERS.map((paper) => party(`${region} ${paper}`, 'outlet')));
  const bodies = REGIONS.flatMap((region) =>
    BODIES.map((body) => party(`${region} ${body}`, 'organization', aSide())),
  );
  const persons = bodies.flatMap(({ id, name }) =>
    random
      .some(OFFICES, random.between(0, 2))
      .map((office) => party(`${office} of the ${name}`, 'person', { speaksFor: id })),
  );
  const states = REGIONS.map((region) => party(`${region} Republic`, 'state', aSide()));
  const groups = REGIONS.flatMap((region) =>
    ['Brigade', 'Movement'].map((group) => party(`${region} ${group}`, 'group', aSide())),
  );
  return { sides, outlets, speakers: [...states, ...bodies, ...groups, ...persons] };
}

/** Picks the `size` parties, outlets included, that one story quotes. */
export function castingOf(random: Random, cast: Cast, size: number): Cast {
  const outlets = Math.max(3, Math.round(size / 4));
  return {
    sides: cast.sides,
    outlets: random.some(cast.outlets, outlets),
    speakers: random.some(cast.speakers, size - outlets),
  };
}

const CITIES: readonly (readonly [name: string, country: string, east: number, north: number])[] = [
  ['Ankara', 'TR', 32.85, 39.93],
  ['Bergen', 'NO', 5.32, 60.39],
  ['Bordeaux', 'FR', -0.58, 44.84],
  ['Cusco', 'PE', -71.97, -13.53],
  ['Fez', 'MA', -5, 34.03],
  ['Galway', 'IE', -9.05, 53.27],
  ['Kazan', 'RU', 49.11, 55.79],
  ['Kyoto', 'JP', 135.77, 35.01],
  ['Lahti', 'FI', 25.66, 60.98],
  ['Mombasa', 'KE', 39.67, -4.04],
  ['Nizwa', 'OM', 57.53, 22.93],
  ['Oaxaca', 'MX', -96.72, 17.06],
  ['Plovdiv', 'BG', 24.75, 42.15],
  ['Québec', 'CA', -71.21, 46.81],
  ['Salta', 'AR', -65.41, -24.79],
  ['Tartu', 'EE', 26.72, 58.38],
];

export const PLACES: readonly Place[] = CITIES.map(([name, country, east, north]) => ({
  name,
  country,
  geo: { type: 'Point', coordinates: [east, north] },
}));

/** The seventeen top-level subjects of the IPTC Media Topics. */
export const TOPICS: readonly string[] = Array.from(
  { length: 17 },
  (_, i) => `medtop:${String((i + 1) * 1_000_000).padStart(8, '0')}`,
);
