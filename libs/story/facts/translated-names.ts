import { partiesOf, type Link } from './attribution.js';
import type { Claim } from './claim.js';
import type { Development } from './development.js';
import type { ChangeText } from '../values/free-text.js';
import type { PersistentMap } from '../values/persistent-map.js';
import type { Place, Text } from '../values/text.js';

/** Every name and word that can be translated, by itself, with its language if that is known. */
export type Names = PersistentMap<Name>;

interface Name {
  readonly name: string;
  readonly language: string | null;
}

/** Adds a name or word, with its language if known; ignores null. */
type Add = (name: string | null | undefined, language?: string) => void;

/**
 * Adds the names in a development: of parties, sides, sources and places, and those in the quantities of its claims.
 */
export const withNamesOf = (names: Names, { attribution, place, claims }: Development): Names =>
  withNames(names, (add) => {
    for (const chain of attribution) for (const link of chain) addNamesOfLink(link, add);
    add(place?.name);
    for (const claim of claims) addNamesOfClaim(claim, add);
  });

export const withNamesOfClaim = (names: Names, claim: Claim): Names =>
  withNames(names, (add) => addNamesOfClaim(claim, add));

export const withNamesOfPlaces = (names: Names, places: readonly Place[]): Names =>
  withNames(names, (add) => {
    for (const place of places) add(place.name);
  });

/** The names after a change of all texts. */
export function withoutWords(names: Names, change: ChangeText): Names {
  let left = names;
  for (const { name, language } of names.values()) {
    const now = change(name, language);
    if (now !== name) left = withNames(left.delete(name), (add) => add(now, language ?? undefined));
  }
  return left;
}

/** Adds only new names: most names of a development exist already. */
function withNames(names: Names, addAll: (add: Add) => void): Names {
  let all = names;
  addAll((name, language) => {
    if (name != null && !all.has(name)) all = all.set(name, { name, language: language ?? null });
  });
  return all;
}

function addNamesOfLink(link: Link, add: Add): void {
  for (const { name, side, body } of partiesOf(link)) {
    add(name);
    add(side?.name);
    add(body?.name);
  }
  if ('unnamed' in link) {
    addWords(link.unnamed.descriptor, add);
    add(link.unnamed.side?.name);
  } else if ('rumour' in link) addWords(link.rumour.descriptor, add);
  else if ('document' in link) {
    const { title, issuer } = link.document;
    addWords(title, add);
    if (issuer !== null && 'name' in issuer) add(issuer.name);
  }
}

function addWords(text: Text, add: Add): void {
  for (const [language, words] of Object.entries(text)) add(words, language);
}

function addNamesOfClaim({ place, territory, figure, decidedBy = [] }: Claim, add: Add): void {
  add(place?.name);
  if (territory)
    for (const name of [territory.area, territory.of, territory.controller, territory.from]) add(name);
  if (figure)
    for (const name of [figure.what, figure.of, figure.unit, figure.denominator, figure.period]) add(name);
  for (const { name } of decidedBy) add(name);
}
