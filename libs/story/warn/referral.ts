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
    if (state.claim.allegation) return warningsOfAllegation(story, state);
    const isUnnamed = said.some(
      ({ claim, origin: { kind } }) => claim === id && (kind === 'unnamed' || kind === 'rumour'),
    );
    const isMinor = development.significance === 'minor' || development.significance === 'cosmetic';
    if (!isUnnamed || isMinor || !isOfOneUnnamed(story, state)) return [];
    const person = personNamed(state.claim.text, development, parties);
    if (!person) return [];
    return warning(
      `Claim ${id} rests on ${state.current.status === 'unverified' ? 'what circulates' : 'one unnamed source'} alone, and ${person.name} is named: if it is a serious allegation, refer it before it is published, and mark the claim as an allegation.`,
    );
  });
}

/** Of a claim that is marked as an allegation, as long as one source alone or none with a name supports it. */
export function warningsOfAllegation(story: Story, state: ClaimState): readonly Warning[] {
  const { status, support } = state.current;
  // Nobody found out more by finding that it cannot be proven.
  if ((isVerdict(status) && status !== 'unproven') || status === 'announced') return [];
  const isAlone = support === 'single-origin';
  const hasName = supportersIn(story, state).some(isNamed);
  if (hasName && !isAlone) return [];
  if (support === 'none' && status !== 'unverified') return [];
  const source =
    status === 'unverified'
      ? 'what circulates'
      : `${isAlone ? 'one ' : ''}${hasName ? '' : 'unnamed '}source${isAlone ? '' : 's'}`;
  return warning(
    `Claim ${state.claim.id} is an allegation and rests on ${source} alone: refer it before it is published.`,
  );
}

const supportersIn = (story: Story, state: ClaimState): readonly OriginStance[] =>
  unitedStances(story, state).stances.filter(({ weight }) => weight.supports.length > 0);

/** A document whose authenticity nobody verified counts as an unnamed source, and so does whoever an outlet does not name. */
const isNamed = ({ origin: { kind, document } }: OriginStance): boolean =>
  kind === 'party' || document?.authenticity === 'verified';

/** Whether one alone stands by it, who is unnamed or unknown to anybody. */
const isOfOneUnnamed = (story: Story, state: ClaimState): boolean =>
  state.current.status === 'unverified' ||
  (state.current.support === 'single-origin' && !supportersIn(story, state).some(isNamed));

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
    for (const word of namesIn(text))
      for (const { name, person } of persons.get(beginning(word)) ?? [])
        if (!speakers.has(person.id) && isForm(word, name)) return person;
  return undefined;
}

/** Words that may be names: those that begin with a capital, or are of a script without. */
const namesIn = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word))
    .flatMap(wordsIn);

/** Whether a word is a name in any inflection: an ending of two letters may differ, and one may be added. */
const isForm = (word: string, name: string): boolean =>
  word === name ||
  (name.length > 3 &&
    word.length <= name.length + 2 &&
    word.startsWith(name.slice(0, Math.max(4, name.length - 2))));

/** By which a text may call a person: the last word of each name, as first names are shared. */
const calledBy = ({ name, aliases = [] }: Party): readonly string[] =>
  [name, ...aliases].flatMap((one) => wordsIn(one).at(-1) ?? []);

interface Called {
  readonly name: string;
  readonly person: Party;
}

/** Persons by how these words begin, so that a text costs the same in a large directory. */
const personsByBeginning = memoize(
  (parties: Directory['parties']): ReadonlyMap<string, readonly Called[]> => {
    const found = new Map<string, Called[]>();
    for (const person of parties.values())
      for (const name of person.type === 'person' ? calledBy(person) : []) {
        const others = found.get(beginning(name));
        if (others) others.push({ name, person });
        else found.set(beginning(name), [{ name, person }]);
      }
    return found;
  },
);

const beginning = (word: string): string => word.slice(0, 3);
