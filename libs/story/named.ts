import { partiesOf, type Link } from './attribution.js';
import type { Claim } from './claim.js';
import type { Development } from './development.js';
import type { ChangeText } from './free-text.js';
import type { PersistentMap } from './persistent-map.js';
import type { Place, Text } from './text.js';

/** Every name and word that a translation may give in another language, by itself, with its language where that is known. */
export type Names = PersistentMap<Name>;

interface Name {
  readonly name: string;
  readonly language: string | null;
}

/** Adds the names that a development has: of parties, sides, sources, places, and what its claims count or who holds what. */
export function withNamesOf(names: Names, { attribution, place, claims }: Development): Names {
  const found = [
    ...attribution.flat().flatMap(namesOfLink),
    ...namesOfPlace(place),
    ...claims.flatMap(namesOfClaim),
  ];
  return withNames(names, found);
}

export const withNamesOfClaim = (names: Names, claim: Claim): Names => withNames(names, namesOfClaim(claim));

export const withNamesOfPlaces = (names: Names, places: readonly Place[]): Names =>
  withNames(names, places.flatMap(namesOfPlace));

/** The names as each text is after a change of texts. */
export function withoutWords(names: Names, change: ChangeText): Names {
  let left = names;
  for (const { name, language } of names.values()) {
    const now = change(name, language);
    if (now !== name) left = withNames(left.delete(name), [{ name: now, language }]);
  }
  return left;
}

const withNames = (names: Names, found: readonly Name[]): Names =>
  found.reduce((all, one) => (all.has(one.name) ? all : all.set(one.name, one)), names);

function namesOfLink(link: Link): readonly Name[] {
  const parties = partiesOf(link).flatMap(({ name, side, body }) =>
    named([name, side?.name ?? null, body?.name ?? null]),
  );
  if ('unnamed' in link)
    return [...wordsOf(link.unnamed.descriptor), ...named([link.unnamed.side?.name ?? null])];
  if ('rumour' in link) return wordsOf(link.rumour.descriptor);
  if (!('document' in link)) return parties;
  const { title, issuer } = link.document;
  return [
    ...parties,
    ...wordsOf(title),
    ...named([issuer !== null && 'name' in issuer ? issuer.name : null]),
  ];
}

const named = (names: readonly (string | null)[]): readonly Name[] =>
  names.flatMap((name) => (name === null ? [] : [{ name, language: null }]));

const wordsOf = (text: Text): readonly Name[] =>
  Object.entries(text).map(([language, name]) => ({ name, language }));

const namesOfPlace = (place: Place | null): readonly Name[] => named([place?.name ?? null]);

function namesOfClaim({ place, territory, figure, decidedBy = [] }: Claim): readonly Name[] {
  return [
    ...namesOfPlace(place),
    ...(territory ? named([territory.area, territory.of, territory.controller, territory.from]) : []),
    ...(figure ? named([figure.what, figure.of, figure.unit, figure.denominator, figure.period]) : []),
    ...named(decidedBy.map(({ name }) => name)),
  ];
}
