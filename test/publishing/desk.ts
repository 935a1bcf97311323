import { v5 } from 'uuid';
import {
  withoutRemoved,
  decide,
  emptyStory,
  evolve,
  fold,
  fromIso,
  Refusal,
  type AssertionInput,
  type Claim,
  type Command,
  type DevelopmentChanges,
  type DevelopmentInput,
  type Directory,
  type Grounds,
  type LinkInput,
  type Occurred,
  type Party,
  type Recorded,
  type RefusalCode,
  type Stance,
  type Story,
  type StoryEvent,
  type Text,
  type DocumentInput,
  type UnnamedInput,
} from '#story';
import { publish, unpublished, type Publication } from '#publishing';

const SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
const derive = (from: string, name: string): string => v5(name, from);
/** The id of what the step with this `ref` creates. */
export const idOf = (ref: string): string => derive(SPACE, ref);
/** `2016-12-01T10:00`, UTC. */
export const at = (minute: string): number => fromIso(`${minute}:00.000Z`);
export const en = (text: string): Text => ({ en: text });

const party = (id: string, type: Party['type'], side: string | null = null): Party => ({
  id,
  name: id,
  type,
  side,
  speaksFor: null,
});
const SIDES = ['opposition', 'russia', 'turkey'];
const directory: Directory = {
  sides: new Map(SIDES.map((id) => [id, { id, name: id, allies: [] }])),
  parties: new Map(
    [
      party('financial-times', 'outlet'),
      party('ria-novosti', 'outlet'),
      party('moscow', 'state', 'russia'),
      party('turkey', 'state', 'turkey'),
      party('washington', 'state'),
    ].map((p) => [p.id, p]),
  ),
};

/** A command. `ref` names what it creates, `at` is when it is recorded. */
export interface Step {
  readonly command: Command | ((deskStory: DeskStory) => Command);
  readonly ref?: string;
  readonly at?: number;
  readonly imported?: boolean;
}

/** The desk stream of one story, and the aggregate state that it folds to. */
export interface DeskStory {
  readonly story: Story;
  readonly events: readonly Recorded[];
}

export const emptyDeskStory: DeskStory = { story: emptyStory, events: [] };
export const START = at('2016-12-01T08:00');

/** Decides the command of a step and appends the resulting events. @throws Refusal */
export function send(deskStory: DeskStory, step: Step): DeskStory {
  const command = typeof step.command === 'function' ? step.command(deskStory) : step.command;
  const count = deskStory.events.length;
  const now = step.at ?? (deskStory.events.at(-1)?.recordedAt ?? START) + 60_000;
  const id = idOf(step.ref ?? `step ${count}`);
  const made = decide(deskStory.story, command, { directory, now, id, derive });
  return made.reduce<DeskStory>((t, event) => append(t, event, now, step.imported), deskStory);
}

/** Appends an event without asking the rules. */
export function append(deskStory: DeskStory, event: StoryEvent, now: number, imported = false): DeskStory {
  const revision = deskStory.events.length;
  const story = event.type === 'StoryOpened' ? event.story : deskStory.story.id;
  const recorded: Recorded = {
    id: derive(SPACE, `${story} event ${revision}`),
    revision,
    recordedAt: now,
    recordedBy: `[[private by ${revision}]]`,
    importedAt: imported ? START + 1e9 : null,
    event,
  };
  return { story: evolve(deskStory.story, recorded), events: [...deskStory.events, recorded] };
}

export const recordAll = (steps: readonly Step[], from: DeskStory = emptyDeskStory): DeskStory =>
  steps.reduce(send, from);

/** The public stream that the publisher makes from a desk stream, and its state after it. */
export function publicStream(
  events: readonly Recorded[],
  from: Publication = unpublished,
): { readonly publication: Publication; readonly stream: readonly StoryEvent[] } {
  let publication = from;
  const stream: StoryEvent[] = [];
  for (const recorded of events) {
    const next = publish(publication, recorded);
    ({ publication } = next);
    stream.push(...next.events);
  }
  return { publication, stream };
}

/** A public stream as recorded events, one per millisecond. */
export const recordedAs = (stream: readonly StoryEvent[]): readonly Recorded[] =>
  stream.map((event, revision) => ({
    id: String(revision),
    revision,
    recordedAt: START + revision,
    recordedBy: null,
    importedAt: null,
    event,
  }));

/** The story that a reader folds from the public stream. */
export const readPublic = (stream: readonly StoryEvent[]): Story =>
  fold(withoutRemoved(recordedAs(stream)), emptyStory);

export interface Outcome {
  readonly after: DeskStory;
  /** The public events of the steps in `when`. */
  readonly last: readonly StoryEvent[];
  readonly stream: readonly StoryEvent[];
  readonly world: Story;
  readonly refusal: RefusalCode | null;
}
export type Then = (outcome: Outcome) => void;

/** Given some steps at the desk, when more steps follow, then checks on what becomes public. */
export function given(...steps: readonly Step[]) {
  const before = recordAll(steps);
  return {
    when: (...more: readonly Step[]) => {
      const outcome = attempt(before, more);
      return {
        then: (...expected: readonly Then[]): void => {
          for (const check of expected) check(outcome);
        },
      };
    },
  };
}

function attempt(before: DeskStory, steps: readonly Step[]): Outcome {
  let deskStory = before;
  let refusal: RefusalCode | null = null;
  try {
    deskStory = recordAll(steps, before);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal = error.code;
  }
  const { publication, stream } = publicStream(before.events);
  const { stream: last } = publicStream(deskStory.events.slice(before.events.length), publication);
  const all = [...stream, ...last];
  return { after: deskStory, last, stream: all, world: readPublic(all), refusal };
}

const accepted = (outcome: Outcome): Outcome => {
  expect(outcome.refusal).toBeNull();
  return outcome;
};
/** Expects exactly these new public events, each with at least these fields. */
export const publicEvents =
  (...events: readonly object[]): Then =>
  (outcome) =>
    expect(accepted(outcome).last).toEqual(events.map((e) => expect.objectContaining(e)));
export const noPublicEvents: Then = (outcome) => expect(accepted(outcome).last).toEqual([]);
export const refused =
  (code: RefusalCode): Then =>
  (outcome) => {
    expect(outcome.refusal).toBe(code);
    expect(outcome.last).toEqual([]);
  };
/** Expects the words somewhere in the public stream. */
export const says =
  (words: string): Then =>
  ({ stream }) =>
    expect(JSON.stringify(stream)).toContain(words);
/** Expects the words nowhere in the public stream. */
export const neverSays =
  (...words: readonly string[]): Then =>
  ({ stream }) => {
    for (const w of words) expect(JSON.stringify(stream)).not.toContain(w);
  };
export const world =
  (check: (story: Story) => void): Then =>
  (outcome) =>
    check(accepted(outcome).world);

export const day = (date: string): Occurred => ({
  edtf: date,
  from: at(`${date}T00:00`),
  to: at(`${date}T23:59`),
});
export const proposition = (id: string, words: string): Claim => ({
  id,
  kind: 'proposition',
  text: en(words),
  occurred: null,
  place: null,
  territory: null,
  figure: null,
});
export const by = (id: string): LinkInput => ({ party: id, standing: null });
export const unnamed = (more: Partial<UnnamedInput> = {}): LinkInput => ({
  unnamed: {
    origin: null,
    descriptor: en('a senior opposition official'),
    count: 1,
    side: 'opposition',
    groundRules: 'background',
    approvedBy: '[[private approver]]',
    ...more,
  },
  standing: 'principal',
});
export const document = (more: Partial<DocumentInput> & Pick<DocumentInput, 'title'>): LinkInput => ({
  document: {
    origin: null,
    medium: null,
    issuer: null,
    date: null,
    seen: null,
    sha256: null,
    authenticity: null,
    seenPublic: null,
    public: null,
    ...more,
  },
  standing: null,
});
export const asserts = (claims: readonly string[], stance: Stance = 'asserts'): AssertionInput[] =>
  claims.map((claim) => ({ claim, stance, chains: null, standing: null }));

export const filed = (input: Partial<DevelopmentInput>): DevelopmentInput => ({
  kind: 'report',
  text: en('A report'),
  attribution: [[by('financial-times'), by('moscow')]],
  claims: [],
  assertions: [],
  raises: [],
  answers: [],
  publishes: [],
  occurred: null,
  reportedAt: null,
  place: null,
  significance: 'substantive',
  release: 'now',
  evidence: [],
  ...input,
});

export const open: Step = {
  ref: 'aleppo-talks',
  command: {
    type: 'open',
    slug: 'aleppo-talks',
    language: 'en',
    headline: en('Secret talks on Aleppo'),
    lede: en('They are held in Turkey'),
    topics: ['medtop:20000076'],
    places: [{ name: 'Aleppo', country: 'SY', geo: null }],
  },
};
export const record = (
  ref: string,
  input: Partial<DevelopmentInput> = {},
  more: Partial<Step> = {},
): Step => ({
  ref,
  command: { type: 'record', development: filed(input) },
  ...more,
});
export const release = (ref: string, ...publishes: readonly string[]): Step => ({
  command: { type: 'release', development: idOf(ref), cause: 'editor', publishes },
});
export const correct = (
  ref: string,
  changes: DevelopmentChanges,
  more: Partial<Extract<Command, { type: 'correct' }>> = {},
): Step => ({
  command: {
    type: 'correct',
    development: idOf(ref),
    class: 'correction',
    changes,
    withhold: [],
    reason: '[[private reason]]',
    notice: null,
    ...more,
  },
});
const reason = '[[private reason]]';
export const correctClaim = (claim: string, words: string, withhold: readonly string[] = []): Step => ({
  command: { type: 'correct-claim', claim, changes: { text: en(words) }, withhold, reason },
});
export const withdraw = (ref: string, claim: string): Step => ({
  command: ({ story }) => ({
    type: 'withdraw',
    assertion: story.developments.get(idOf(ref))!.development.assertions.find((a) => a.claim === claim)!.id,
    by: 'origin',
    reason,
  }),
});
export const act = {
  retract: (ref: string): Step => ({
    command: { type: 'retract', development: idOf(ref), by: 'outlet', reason },
  }),
  revokeRetraction: (ref: string): Step => ({
    command: { type: 'revoke-retraction', development: idOf(ref), reason },
  }),
  kill: (ref: string | null, grounds: Grounds = 'wrong'): Step => ({
    command: {
      type: 'kill',
      development: ref && idOf(ref),
      andClaims: false,
      publishes: [],
      grounds,
      reason,
      notice: en('Killed'),
      authority: null,
    },
  }),
  takeDown: (ref: string | null): Step => ({
    command: {
      type: 'takedown',
      development: ref && idOf(ref),
      andClaims: false,
      publishes: [],
      grounds: 'legal',
      reason,
      notice: en('Taken down'),
      authority: 'a court',
    },
  }),
  reinstate: (ref: string | null): Step => ({
    command: { type: 'reinstate', development: ref && idOf(ref), reason },
  }),
  close: { command: { type: 'close', reason, scheduled: 'waits' } } as Step,
  reopen: { command: { type: 'reopen', reason } } as Step,
  classify: (topic: string): Step => ({ command: { type: 'classify', topics: [topic], places: [] } }),
  headline: (words: string, when: DevelopmentInput['release'] = 'now'): Step => ({
    command: { type: 'headline', headline: en(words), release: when },
  }),
  lede: (words: string, when: DevelopmentInput['release'] = 'now'): Step => ({
    command: { type: 'lede', lede: en(words), release: when },
  }),
  pin: (words: string, points: readonly (readonly [words: string, claim: string | null])[] = []): Step => ({
    command: {
      type: 'summary',
      summary: { text: en(words), points: points.map(([text, claim]) => ({ text: en(text), claim })) },
    },
  }),
  unpin: { command: { type: 'unpin-summary' } } as Step,
  judge: (ref: string, claim: string, methodPublic = true): Step => ({
    ref,
    command: {
      type: 'judge',
      claim,
      verdict: 'verified',
      method: 'satellite pictures',
      methodPublic,
      reason,
    },
  }),
  revokeJudgement: (ref: string): Step => ({
    command: { type: 'revoke-judgement', judgement: idOf(ref), reason },
  }),
  link: (ref: string, claim: string, to: string): Step => ({
    ref,
    command: { type: 'link', claim, to, relation: 'narrows' },
  }),
  revokeLink: (ref: string): Step => ({ command: { type: 'revoke-link', link: idOf(ref), reason } }),
  independence: (a: string, b: string, independent = true): Step => ({
    command: { type: 'independence', origins: [a, b], independent, reason },
  }),
};
