import type { Command, Context } from '../facts/command.js';
import { decide } from '../decide/decide.js';
import type { Recorded, StoryEvent } from '../facts/event.js';
import { evolve } from '../evolve/evolve.js';
import { reasonOf } from '../evidence/reason.js';
import { fromIso } from '../log/log-form.js';
import type { Directory, Party, Side } from '../facts/party.js';
import { Refusal, type RefusalCode } from '../values/refusal.js';
import type { AssertionState } from '../evidence/assertion-state.js';
import type { Status } from '../evidence/status.js';
import type { FlagName } from '../evidence/flags.js';
import { emptyStory, type ClaimState, type DevelopmentState, type Story } from '../state/story.js';
import type { Instant, Uuid } from '../values/text.js';

/** An id in the form of a UUID; the same arguments give the same id. */
export function derive(from: Uuid, name: string): Uuid {
  const words = [1, 2, 3, 4].map((seed) => {
    let hash = Math.imul(seed, 0x9e3779b1);
    for (const letter of `${from} ${name}`)
      hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) ^ (hash >>> 15);
    return (hash >>> 0).toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The id of what the step with this `ref` creates. */
export const idOf = (ref: string): Uuid => derive('ref', ref);

/** `2016-12-01T10:00`, UTC. */
export const at = (minute: string): Instant => fromIso(`${minute}:00.000Z`);

const sides: readonly Side[] = [
  { id: 'opposition', name: 'Syrian opposition', allies: [] },
  { id: 'russia', name: 'Russia', allies: [] },
  { id: 'damascus', name: 'Damascus', allies: ['russia'] },
  { id: 'turkey', name: 'Turkey', allies: [] },
];

const party = (
  id: string,
  name: string,
  type: Party['type'],
  side: string | null = null,
  speaksFor: string | null = null,
): Party => ({
  id,
  name,
  type,
  side,
  speaksFor,
});

const parties: readonly Party[] = [
  party('financial-times', 'Financial Times', 'outlet'),
  party('ria-novosti', 'RIA Novosti', 'outlet'),
  party('gazeta-ru', 'Gazeta.ru', 'outlet'),
  party('vestnik-kavkaza', 'Vestnik Kavkaza', 'outlet'),
  party('our-desk', 'Our own desk', 'outlet'),
  party('moscow', 'Moscow', 'state', 'russia'),
  party('russian-foreign-ministry', 'Russian foreign ministry', 'organization', 'russia'),
  party('zakharova', 'Maria Zakharova', 'person', null, 'russian-foreign-ministry'),
  party('syrian-army', 'Syrian army', 'organization', 'damascus'),
  party('turkey', 'Turkey', 'state', 'turkey'),
  party('washington', 'Washington', 'state'),
  party('rebel-groups', 'Rebel groups', 'group', 'opposition'),
];

export const directory: Directory = {
  sides: new Map(sides.map((s) => [s.id, s])),
  parties: new Map(parties.map((p) => [p.id, p])),
};

/** A directory with a new description of a party. */
export const described = (id: string, change: Partial<Party>, of: Directory = directory): Directory => ({
  ...of,
  parties: new Map(of.parties).set(id, { ...of.parties.get(id)!, ...change }),
});

/** A command, with a name for what it creates and the time at which it is sent. */
export interface Step {
  readonly command: Command | ((rehearsal: Rehearsal) => Command);
  readonly ref?: string;
  readonly at?: Instant;
  readonly directory?: Directory;
}

/** A story and its events after some steps. */
export interface Rehearsal {
  readonly story: Story;
  readonly events: readonly Recorded[];
}

export interface Outcome extends Rehearsal {
  /** The events of the last command; empty if it was refused. */
  readonly made: readonly StoryEvent[];
  readonly refusal: Refusal | null;
}

const emptyRehearsal: Rehearsal = { story: emptyStory, events: [] };

const START = at('2016-12-01T08:00');

export function contextOf(rehearsal: Rehearsal, step: Step): Context {
  const last = rehearsal.events.at(-1)?.recordedAt ?? START;
  const id = idOf(step.ref ?? `step ${rehearsal.events.length}`);
  return { directory: step.directory ?? directory, now: step.at ?? last + 60_000, id, derive };
}

/** Decides and evolves one step. A refusal changes nothing and is part of the outcome. */
export function send(rehearsal: Rehearsal, step: Step): Outcome {
  const command = typeof step.command === 'function' ? step.command(rehearsal) : step.command;
  const context = contextOf(rehearsal, step);
  try {
    const made = decide(rehearsal.story, command, context);
    return { ...append(rehearsal, made, context.now), made, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...rehearsal, made: [], refusal: error };
  }
}

/** Appends events to the log and the story without a decision. */
export function append(rehearsal: Rehearsal, made: readonly StoryEvent[], now: Instant): Rehearsal {
  return made.reduce<Rehearsal>(({ story, events }, event) => {
    const revision = events.length;
    const recorded: Recorded = {
      id: derive('event', String(revision)),
      revision,
      recordedAt: now,
      recordedBy: 'desk',
      importedAt: null,
      event,
    };
    return { story: evolve(story, recorded), events: [...events, recorded] };
  }, rehearsal);
}

/** Performs steps, none of which may be refused. */
export function rehearse(steps: readonly Step[], from: Rehearsal = emptyRehearsal): Rehearsal {
  return steps.reduce<Rehearsal>((rehearsal, step) => {
    const { story, events, refusal } = send(rehearsal, step);
    if (refusal) throw new Error(`A step that was given is refused: ${refusal.code}: ${refusal.message}`);
    return { story, events };
  }, from);
}

export type Then = (outcome: Outcome) => void;

/** Given these steps, when a command is sent, then the expectations are met. */
export function given(...steps: readonly Step[]): {
  when(step: Step): { then(...expected: readonly Then[]): void };
} {
  const rehearsal = rehearse(steps);
  return {
    when: (step) => {
      const outcome = send(rehearsal, step);
      return {
        then: (...expected) => {
          for (const check of expected) check(outcome);
        },
      };
    },
  };
}

/** After these steps, without a further command, the expectations are met. */
export function after(...steps: readonly Step[]): { then(...expected: readonly Then[]): void } {
  const rehearsal = rehearse(steps);
  const outcome: Outcome = {
    ...rehearsal,
    made: rehearsal.events.slice(-1).map((e) => e.event),
    refusal: null,
  };
  return {
    then: (...expected) => {
      for (const check of expected) check(outcome);
    },
  };
}

function accepted(outcome: Outcome): Outcome {
  if (outcome.refusal) throw new Error(`Refused: ${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome;
}

export const refused =
  (code: RefusalCode): Then =>
  (outcome) => {
    expect(outcome.refusal?.code ?? outcome.made).toBe(code);
    expect(outcome.refusal?.message).toMatch(/^[A-Z].*\.$/);
  };

export const nothing: Then = (outcome) => expect(accepted(outcome).made).toEqual([]);

export const made =
  (...events: readonly object[]): Then =>
  (outcome) =>
    expect(accepted(outcome).made).toEqual(events.map((e) => expect.objectContaining(e)));

export function claimIn(rehearsal: Rehearsal, id: string): ClaimState {
  const claim = rehearsal.story.claims.get(id);
  if (!claim) throw new Error(`No claim ${id} in the story.`);
  return claim;
}

/** Expectations about one claim. */
export const claim = (id: string) => ({
  is:
    (status: Status): Then =>
    (outcome) =>
      expect(claimIn(accepted(outcome), id).current.status).toBe(status),
  has:
    (expected: { readonly support?: string; readonly authority?: string; readonly contest?: string }): Then =>
    (outcome) =>
      expect(claimIn(accepted(outcome), id).current).toMatchObject(expected),
  flags:
    (...flags: readonly (FlagName | readonly [FlagName, ...string[]])[]): Then =>
    (outcome) =>
      expect(flagsIn(accepted(outcome), id)).toEqual(
        flags.map((f) => (typeof f === 'string' ? { flag: f } : { flag: f[0], who: f.slice(1) })),
      ),
  because:
    (reason: object): Then =>
    (outcome) =>
      expect(reasonOf(claimIn(accepted(outcome), id).current)).toMatchObject(reason),
  isGone: ((outcome) => expect(accepted(outcome).story.claims.has(id)).toBe(false)) as Then,
});

const flagsIn = (rehearsal: Rehearsal, id: string) =>
  claimIn(rehearsal, id).current.flags.map(({ flag, who }) =>
    who === undefined ? { flag } : { flag, who: [...who] },
  );

export function developmentIn(rehearsal: Rehearsal, ref: string): DevelopmentState {
  const state = rehearsal.story.developments.get(idOf(ref));
  if (!state) throw new Error(`No development ${ref} in the story.`);
  return state;
}

/** The id of the assertion of a development on a claim, of one origin if given. */
export function assertionIn(rehearsal: Rehearsal, ref: string, claimId: string, origin?: string): Uuid {
  const { assertions } = developmentIn(rehearsal, ref).development;
  const found = assertions.find(
    (a) => a.claim === claimId && (origin === undefined || a.origin.id === origin),
  );
  if (!found) throw new Error(`Development ${ref} says nothing of ${claimId}.`);
  return found.id;
}

export const assertionsOf = (state: ClaimState): readonly AssertionState[] =>
  [...state.byOrigin.values()].flat();
