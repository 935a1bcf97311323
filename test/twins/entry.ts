import type { Json } from '../http/caller.js';
import { en } from '../http/stories.js';

/** A line of an import file, and whose: of both twins, of the plain one, or of the one with hidden events. */
export interface Entry {
  readonly of: 'both' | 'plain' | 'full';
  readonly line: Json;
}

/** `06T12:30` is that minute of December 2016, in UTC. */
export const time = (minute: string): string => `2016-12-${minute}:00.000Z`;

function entryOf(of: Entry['of']) {
  const entry = (story: string, minute: string, command: string, body: object = {}): Entry => ({
    of,
    line: { at: time(minute), story, command, ...body },
  });
  /** A report of the north, which took part, unless it is said otherwise. */
  const record = (story: string, minute: string, ref: string, words: string, more: object = {}): Entry =>
    entry(story, minute, 'record', {
      ref,
      kind: 'report',
      text: en(words),
      attribution: [[party('the-gazette'), party('north', 'principal')]],
      ...more,
    });
  return Object.assign(entry, { record });
}

/** What the world may see, in both files alike. */
export const both = entryOf('both');
/** What the full twin kept back for a while, as the plain one files it: when it is public, as it is then. */
export const plain = entryOf('plain');
/** What only the desk knows. */
export const full = entryOf('full');

/** A side or a party, which no story owns. */
export const shared = (of: Entry['of'], command: 'side' | 'party', body: object): Entry => ({
  of,
  line: { at: time('01T08:00'), command, ...body },
});

export const method = { verdict: 'verified', method: 'We crossed it.', reason: 'A reason of the desk.' };
export const why = { reason: 'A reason of the desk.' };
export const noted = (words: string) => ({ ...why, notice: en(words) });

export const party = (id: string, standing?: string): Json =>
  standing ? { party: id, standing } : { party: id };
/** An unnamed source by its ref; described where it is named first. */
export const source = (ref: string, words?: string, more: object = {}): Json => ({
  unnamed: { ref, ...(words === undefined ? {} : { descriptor: en(words), approvedBy: 'editor' }), ...more },
});

export const says = (stance: string, ...claims: readonly string[]): Json[] =>
  claims.map((claim) => ({ claim, stance }));
export const claim = (id: string, words: string, more: object = {}): Json => ({
  id,
  kind: 'proposition',
  text: en(words),
  ...more,
});

export const share = (id: string, of: number, occurred: string): Json =>
  claim(id, `The north holds ${of * 100} per cent of the bank`, {
    kind: 'territory',
    occurred,
    territory: {
      variable: 'bank-share',
      area: 'the bank',
      share: of,
      comparator: '=',
      controller: 'the north',
    },
  });

export const count = (id: string, variable: string, of: number): Json =>
  claim(id, `${of} boats of ${variable}`, {
    kind: 'figure',
    occurred: '2016-12-01',
    figure: { variable, what: 'boats', count: of, comparator: '=' },
  });
