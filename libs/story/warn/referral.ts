import { speakerOf } from '../facts/attribution.js';
import { isVerdict } from '../facts/claim.js';
import type { Development } from '../facts/development.js';
import { onlyAnswers } from '../facts/stance.js';
import { unitedStances } from '../state/linked-claims.js';
import { memoize } from '../values/memoize.js';
import type { Directory, Party } from '../facts/party.js';
import { wordsIn } from '../values/names-in-text.js';
import type { OriginStance } from '../evidence/stance.js';
import type { ClaimState, Story } from '../state/story.js';
import type { Text } from '../values/text.js';
import type { Warning } from './warning-form.js';

/** Warns that an editor must refer a claim before publication: an allegation with little or only unnamed support. */
export function referrals(
  story: Story,
  development: Development,
  parties: Directory['parties'],
): readonly Warning[] {
  const said = development.assertions.filter(({ stance }) => !onlyAnswers(stance));
  return [...new Set(said.map(({ claim }) => claim))].flatMap((id) => {
    const state = story.claims.get(id);
    if (!state) return [];
    if (state.claim.allegation) return warningsOfAllegation(story, state);
    const isUnnamed = said.some(
      ({ claim, origin: { kind } }) => claim === id && (kind === 'unnamed' || kind === 'rumour'),
    );
    const isMinor = development.significance === 'minor' || development.significance === 'cosmetic';
    if (!isUnnamed || isMinor || !hasOneUnnamedSource(story, state)) return [];
    const person = personNamed(state.claim.text, development, parties);
    if (!person) return [];
    return warning(
      `Claim ${id} rests on ${state.current.status === 'unverified' ? 'a rumour' : 'one unnamed source'} alone, and ${person.name} is named. If it is a serious allegation, mark the claim as one and refer it before it is published.`,
    );
  });
}

/** Warns about an allegation as long as only one source, or no named source, supports it. */
export function warningsOfAllegation(story: Story, state: ClaimState): readonly Warning[] {
  const { status, support } = state.current;
  // The verdict `unproven` settles nothing.
  if ((isVerdict(status) && status !== 'unproven') || status === 'announced') return [];
  const isAlone = support === 'single-origin';
  const hasName = supportersIn(story, state).some(isNamed);
  if (hasName && !isAlone) return [];
  if (support === 'none' && status !== 'unverified') return [];
  const source =
    status === 'unverified'
      ? 'a rumour'
      : `${isAlone ? 'one ' : ''}${hasName ? '' : 'unnamed '}source${isAlone ? '' : 's'}`;
  return warning(
    `Claim ${state.claim.id} is an allegation and rests on ${source} alone: refer it before it is published.`,
  );
}

const supportersIn = (story: Story, state: ClaimState): readonly OriginStance[] =>
  unitedStances(story, state).stances.filter(({ weight }) => weight.supports.length > 0);

/** Whether a source is named. An unverified document and an unknown origin are not. */
const isNamed = ({ origin: { kind, document } }: OriginStance): boolean =>
  kind === 'party' || document?.authenticity === 'verified';

/** Whether a claim has only one supporter, who is unnamed or unknown. */
const hasOneUnnamedSource = (story: Story, state: ClaimState): boolean =>
  state.current.status === 'unverified' ||
  (state.current.support === 'single-origin' && !supportersIn(story, state).some(isNamed));

const warning = (message: string): readonly Warning[] => [
  { rule: 'serious-allegation-referral', source: 'BBC Editorial Guidelines, 3.3', message },
];

/** A person of the directory whom the claim or the development names, unless that person is a source of it. */
function personNamed(
  claim: Text,
  development: Development,
  parties: Directory['parties'],
): Party | undefined {
  const speakers = new Set(development.attribution.flat().flatMap((link) => speakerOf(link)?.id ?? []));
  const persons = personsByBeginning(parties);
  for (const text of [...Object.values(claim), ...Object.values(development.text)])
    for (const word of namesIn(text))
      for (const { name, person } of persons.get(beginning(word)) ?? [])
        if (!speakers.has(person.id) && isForm(word, name)) return person;
  return undefined;
}

/** Words that may be names: with a capital first letter, or in a script without capitals. */
const namesIn = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word))
    .flatMap(wordsIn);

/** Whether a word is a name in any inflection: the last two letters may differ, and two may be added. */
const isForm = (word: string, name: string): boolean =>
  word === name ||
  (name.length > 3 &&
    word.length <= name.length + 2 &&
    word.startsWith(name.slice(0, Math.max(4, name.length - 2))));

/** The words by which a text may name a person: the last word of each name, since first names are ambiguous. */
const lastNamesOf = ({ name, aliases = [] }: Party): readonly string[] =>
  [name, ...aliases].flatMap((one) => wordsIn(one).at(-1) ?? []);

interface LastName {
  readonly name: string;
  readonly person: Party;
}

/** Persons by the first letters of these words, so that a check costs the same in a large directory. */
const personsByBeginning = memoize(
  (parties: Directory['parties']): ReadonlyMap<string, readonly LastName[]> => {
    const found = new Map<string, LastName[]>();
    for (const person of parties.values())
      for (const name of person.type === 'person' ? lastNamesOf(person) : []) {
        const others = found.get(beginning(name));
        if (others) others.push({ name, person });
        else found.set(beginning(name), [{ name, person }]);
      }
    return found;
  },
);

const beginning = (word: string): string => word.slice(0, 3);
