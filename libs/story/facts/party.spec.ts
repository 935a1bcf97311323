import {
  bodyOf,
  decideDirectory,
  emptyDirectory,
  evolveDirectory,
  type Directory,
  type DirectoryCommand,
  type Party,
  type Side,
} from './party.js';
import { Refusal } from '../values/refusal.js';

const russia: Side = { id: 'russia', name: 'Russia', allies: [] };
const damascus: Side = { id: 'damascus', name: 'Damascus', allies: ['russia'] };
const ministry: Party = {
  id: 'russian-foreign-ministry',
  name: 'Russian foreign ministry',
  type: 'organization',
  side: 'russia',
  speaksFor: null,
};
const zakharova: Party = {
  id: 'zakharova',
  name: 'Maria Zakharova',
  type: 'person',
  side: null,
  speaksFor: 'russian-foreign-ministry',
};

const side = (s: Side): DirectoryCommand => ({ type: 'side', side: s });
const party = (p: Party, describe = false): DirectoryCommand => ({ type: 'party', party: p, describe });

const after = (...commands: readonly DirectoryCommand[]): Directory =>
  commands.reduce((d, c) => decideDirectory(d, c).reduce(evolveDirectory, d), emptyDirectory);

function codeOf(directory: Directory, command: DirectoryCommand): string {
  try {
    decideDirectory(directory, command);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('sides and parties', () => {
  it('declares a side once, and again only when it changes', () => {
    const directory = after(side(russia));
    expect(decideDirectory(directory, side(russia))).toEqual([]);
    const allied = { ...russia, allies: ['russia'] };
    expect(decideDirectory(directory, side(allied))).toEqual([{ type: 'SideDeclared', side: allied }]);
  });

  it('accepts only declared sides as allies', () => {
    expect(codeOf(emptyDirectory, side(damascus))).toBe('side-unknown');
    expect(codeOf(after(side(russia)), side(damascus))).toBe('accepted');
  });

  it('registers a party, changes its description, and makes no event for the same description', () => {
    const known = after(side(russia), party(ministry));
    expect(known.parties.get(ministry.id)).toEqual(ministry);
    expect(decideDirectory(known, party(ministry))).toEqual([]);
    expect(decideDirectory(known, party(ministry, true))).toEqual([]);
    const renamed = { ...ministry, name: 'Ministry of foreign affairs' };
    expect(decideDirectory(known, party(renamed, true))).toEqual([
      { type: 'PartyDescribed', party: renamed },
    ]);
    expect(
      evolveDirectory(known, { type: 'PartyDescribed', party: renamed }).parties.get(ministry.id),
    ).toEqual(renamed);
    expect(known.parties.get(ministry.id)).toEqual(ministry);
  });

  it('refuses another party with the same id', () =>
    expect(codeOf(after(side(russia), party(ministry)), party({ ...ministry, name: 'Other' }))).toBe(
      'party-exists',
    ));

  it('refuses a party of an unknown side, or one that speaks for an unknown body', () => {
    expect(codeOf(emptyDirectory, party(ministry))).toBe('side-unknown');
    expect(codeOf(after(side(russia)), party(zakharova))).toBe('party-unknown');
  });

  it('refuses a party that speaks for itself, directly or in a circle', () => {
    const known = after(side(russia), party(ministry), party(zakharova));
    expect(codeOf(known, party({ ...ministry, speaksFor: ministry.id }, true))).toBe('speaks-for-itself');
    expect(codeOf(known, party({ ...ministry, speaksFor: 'zakharova' }, true))).toBe('speaks-for-itself');
  });

  it('finds the body for which a spokeswoman speaks; a party that speaks for nobody is its own body', () => {
    const known = after(side(russia), party(ministry), party(zakharova));
    expect(bodyOf(known, zakharova)).toEqual(ministry);
    expect(bodyOf(known, ministry)).toEqual(ministry);
  });
});
