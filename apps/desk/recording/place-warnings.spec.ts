import { warningsOfPlaces } from './place-warnings.js';

const at = (country: string | null, longitude: number, latitude: number) => ({
  name: 'There',
  country,
  geo: { type: 'Point' as const, coordinates: [longitude, latitude] as const },
});
const warned = async (
  country: string | null,
  longitude: number,
  latitude: number,
): Promise<string | null> => {
  const places = [at(country, longitude, latitude)];
  const [found] = await warningsOfPlaces({ type: 'classify', topics: [], places });
  return found?.message ?? null;
};

describe('warnings of a point outside its country', () => {
  it.each([
    ['a city', 'SY', 37.16, 36.2],
    ['Kosovo', 'XK', 21.16, 42.66],
    ['Puerto Rico by its own code', 'PR', -66.1, 18.4],
    ['Puerto Rico as a part of the United States', 'US', -66.1, 18.4],
    ['Greenland', 'GL', -51.7, 64.2],
    ['Hong Kong', 'HK', 114.15, 22.28],
    ['Réunion', 'RE', 55.5, -21.1],
    ['Réunion as a part of France', 'FR', 55.5, -21.1],
    ['Fiji east of the antimeridian', 'FJ', -179.9, -16.8],
    ['Fiji west of it', 'FJ', 178.4, -18.1],
    ['Chukotka', 'RU', -169.8, 66],
    ['the Chatham Islands', 'NZ', -176.5, -44],
    ['waters that begin where those of Fiji end', 'FJ', -176.5, -18],
    ['a platform in the North Sea', 'NO', 2.2, 58.4],
    ['a border town, on the other side', 'TR', 36.6, 36.1],
    ['Crimea, under either code', 'UA', 34.1, 44.95],
    ['Laayoune', 'EH', -13.2, 27.1],
    ['Svalbard', 'NO', 15.6, 78.2],
  ] as const)('do not appear for %s', async (_, country, longitude, latitude) =>
    expect(await warned(country, longitude, latitude)).toBeNull(),
  );

  it.each([
    ['in another country', 'SY', 32.85, 39.93, /lies in Turkey \(TR\), not in Syria \(SY\)\. Correct/],
    ['in a territory', 'GB', -51.7, 64.2, /lies in Greenland \(GL\), not in United Kingdom/],
    ['in the country of a territory', 'PR', -77, 38.9, /not in Puerto Rico \(PR\)/],
    ['far at sea', 'NO', -30, 45, /lies in no country, not in Norway \(NO\)\. Correct/],
    [
      'swapped, in another country',
      'YE',
      15.35,
      44.2,
      /swapped it would lie there: a GeoJSON point has the longitude first/,
    ],
    [
      'swapped, in the waters of another country',
      'IS',
      64.1,
      -21.9,
      /lies in Mauritius .* swapped it would lie there/,
    ],
    ['beyond the antimeridian', 'FJ', -160, -17, /not in Fiji \(FJ\)/],
  ] as const)('appear for a point %s', async (_, country, longitude, latitude, message) =>
    expect(await warned(country, longitude, latitude)).toMatch(message),
  );

  it('need a country and a point', async () => {
    expect(await warned(null, 0, 0)).toBeNull();
    const places = [{ name: 'There', country: 'SY', geo: null }];
    expect(await warningsOfPlaces({ type: 'classify', topics: [], places })).toEqual([]);
  });
});
