import { speakerOf } from './attribution.js';
import { isVerdict } from './claim.js';
import { onlyAnswers, type Development } from './development.js';
import { remembered } from './memory.js';
import type { Directory, Party } from './party.js';
import { speaksOf, wordsIn } from './spoken-of.js';
import type { ClaimState, Story } from './story.js';
import type { Text } from './text.js';
import type { Warning } from './warning-form.js';

/** What an editor refers before it is published: an allegation that little supports, and one of nobody by name. */
export function referrals(
  story: Story,
  development: Development,
  parties: Directory['parties'],
): readonly Warning[] {
  const said = development.assertions.filter(({ stance }) => !onlyAnswers(stance));
  return [...new Set(said.map(({ claim }) => claim))].flatMap((id) => {
    const state = story.claims.get(id);
    if (!state) return [];
    if (state.claim.allegation) return warningsOfAllegation(state);
    const isUnnamed = said.some(({ claim, origin }) => claim === id && origin.kind === 'unnamed');
    const isMinor = development.significance === 'minor' || development.significance === 'cosmetic';
    if (!isUnnamed || isMinor || !isAlone(state) || !isOfUnnamed(state)) return [];
    const person = personNamed(state.claim.text, development, parties);
    if (!person) return [];
    return warning(
      `Claim ${id} rests on one unnamed source alone, and ${person.name} is named: if it is a serious allegation, refer it before it is published, and mark the claim as an allegation.`,
    );
  });
}

/** Of a claim that is marked as an allegation, as long as one source alone or only unnamed ones support it and nobody has decided on it. */
export function warningsOfAllegation(state: ClaimState): readonly Warning[] {
  const { status } = state.current;
  if (isVerdict(status) || status === 'announced') return [];
  const unnamed = isOfUnnamed(state) ? 'unnamed ' : '';
  if (!isAlone(state) && unnamed === '') return [];
  const source = isAlone(state) ? `one ${unnamed}source` : `${unnamed}sources`;
  const { id } = state.claim;
  return warning(
    `Claim ${id} is an allegation and rests on ${source} alone: refer it before it is published.`,
  );
}

const isAlone = ({ current }: ClaimState): boolean => current.support === 'single-origin';
const isOfUnnamed = ({ current }: ClaimState): boolean =>
  current.flags.some(({ flag }) => flag === 'anonymous-only');

const warning = (message: string): readonly Warning[] => [
  { rule: 'serious-allegation-referral', source: 'BBC Editorial Guidelines, 3.3', message },
];

/** A person of the directory whom the claim or the development names, and who does not speak in it. */
function personNamed(
  claim: Text,
  development: Development,
  parties: Directory['parties'],
): Party | undefined {
  const speakers = new Set(development.attribution.flat().flatMap((link) => speakerOf(link)?.id ?? []));
  const persons = personsByBeginning(parties);
  for (const text of [...Object.values(claim), ...Object.values(development.text)])
    for (const key of new Set(wordsIn(text).map(beginning)))
      for (const person of persons.get(key) ?? [])
        if (!speakers.has(person.id) && calledBy(person).some((name) => speaksOf(text, name))) return person;
  return undefined;
}

/** By which a text may call a person: the last word of each name, as first names are shared. */
const calledBy = ({ name, aliases = [] }: Party): readonly string[] =>
  [name, ...aliases].flatMap((one) => wordsIn(one).at(-1) ?? []);

/** Persons by how these words begin, so that a text costs the same in a large directory. */
const personsByBeginning = remembered(
  (parties: Directory['parties']): ReadonlyMap<string, readonly Party[]> => {
    const found = new Map<string, Party[]>();
    for (const party of parties.values())
      if (party.type === 'person')
        for (const key of new Set(calledBy(party).map(beginning)))
          found.set(key, [...(found.get(key) ?? []), party]);
    return found;
  },
);

const beginning = (word: string): string => word.slice(0, 3);
