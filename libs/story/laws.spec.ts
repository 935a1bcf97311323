import fc from 'fast-check';
import { originOf, sourceId, speakerOf, type Chain, type LinkInput } from './facts/attribution.js';
import { variableOf } from './facts/claim.js';
import { decide } from './decide/decide.js';
import type { Assertion, FieldChange } from './facts/development.js';
import { isDevelopmentEvent, type Recorded, type StoryEvent, type TranslationPart } from './facts/event.js';
import { applyChanges } from './evolve/claim.js';
import { fold } from './evolve/evolve.js';
import { reasonOf } from './evidence/reason.js';
import { correctionsIn, mapCorrections } from './evolve/parts-of-correction.js';
import { stanceOf, assertionsInForce, type OriginStance } from './evidence/stance.js';
import { speakersOf } from './evidence/remarks.js';
import type { AssertionState } from './evidence/assertion-state.js';
import { statusOf, type ClaimStatus } from './evidence/status.js';
import {
  claimsOf,
  emptyStory,
  questionsOf,
  type ClaimState,
  type Replacements,
  type Story,
} from './state/story.js';
import { again, ALEPPO, by, CLAIMS, document, record, rumour, says } from './testing/aleppo.js';
import { CHAINS, frozen, moves, plain, play } from './testing/histories.js';
import { append, contextOf, directory, idOf, send, rehearse } from './testing/newsroom.js';
import { same } from './values/text.js';

const RUNS = { numRuns: 120 };

const evidence = (
  story: Story,
  state: ClaimState,
  byOrigin: Iterable<readonly AssertionState[]>,
): ClaimStatus => {
  const lists = new Map<string, readonly AssertionState[]>();
  for (const said of byOrigin) if (said.length > 0) lists.set(said[0]!.origin.id, said);
  for (const other of sameAs(story, state))
    for (const said of other.byOrigin.values())
      if (said.length > 0) {
        const { id } = said[0]!.origin;
        const all = [...(lists.get(id) ?? []), ...said];
        lists.set(
          id,
          all.sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1)),
        );
      }
  const stances = [...lists.values()].map(stanceOf);
  return statusOf({
    ...seriesOf(story, state),
    contradicted: contradictedBy(story, state),
    stances,
    speakers: speakersOf(stances),
    judgement: state.judgements.at(-1) ?? null,
    assess: (a, b) => story.independence.get(a < b ? `${a} ${b}` : `${b} ${a}`),
    corrected: state.corrected,
    deciders: state.claim.decidedBy ?? [],
  });
};

const isStill =
  (relation: string) =>
  (l: { readonly revoked: boolean; readonly relation: string }): boolean =>
    !l.revoked && l.relation === relation;

/** The other claims that are the same as one: all that links reach, in either direction. */
function sameAs(story: Story, { claim }: ClaimState): readonly ClaimState[] {
  const links = [...story.links.values()].filter(isStill('same'));
  let found = [claim.id];
  for (let before = 0; before < found.length;) {
    before = found.length;
    const ends = links.filter((l) => found.includes(l.from) || found.includes(l.to));
    found = [...new Set([...found, ...ends.flatMap((l) => [l.from, l.to])])];
  }
  return found.slice(1).flatMap((id) => story.claims.get(id) ?? []);
}

function contradictedBy(story: Story, { claim: { id } }: ClaimState) {
  const claims = [...story.links.values()]
    .filter(isStill('contradicts'))
    .flatMap((l) => (l.from === id ? l.to : l.to === id ? l.from : []))
    .flatMap((other) => story.claims.get(other) ?? [])
    .filter((c) => [...c.byOrigin.values()].some(supportsNow));
  const speakers = claims.flatMap((c) =>
    [...c.byOrigin.values()]
      .filter(supportsNow)
      .map((s) => stanceOf(s).weight.supports.last()!.origin.speaker),
  );
  return { who: [...new Set(speakers)].sort(), by: [...new Set(claims.map((c) => c.claim.id))].sort() };
}

const supportsNow = (said: readonly AssertionState[] | undefined): boolean =>
  said !== undefined && stanceOf(said).weight.supports.length > 0;

/** How a value is replaced, found by a comparison with every other value of its variable. */
function seriesOf(story: Story, state: ClaimState): Replacements {
  const variable = variableOf(state.claim);
  const start = (c: ClaimState) => c.validTime.from ?? -Infinity;
  const others = variable === null ? [] : claimsOf(story).filter((c) => c !== state);
  const values = others.filter((c) => variableOf(c.claim) === variable);
  const by = (overrules: (other: ClaimState) => boolean) =>
    [...state.byOrigin.values()].flatMap((said) => {
      const { origin, weight } = stanceOf(said);
      const also = ({ byOrigin }: ClaimState) => supportsNow(byOrigin.get(origin.id));
      return weight.supports.length > 0 && values.some((c) => overrules(c) && also(c))
        ? [weight.supports.last()!.origin.speaker]
        : [];
    });
  const end = (c: ClaimState) => c.validTime.to ?? Infinity;
  const later = (c: ClaimState) =>
    start(c) > start(state) || (start(c) === start(state) && end(c) > end(state));
  const another = (c: ClaimState) =>
    c.validTime.from === state.validTime.from &&
    c.validTime.to === state.validTime.to &&
    (c.revision === state.revision ? c.index > state.index : c.revision > state.revision);
  const linkedTo = (to: string, relation: string): readonly ClaimState[] =>
    [...story.links.values()]
      .filter((l) => !l.revoked && l.relation === relation && l.to === to)
      .flatMap(({ from }) => story.claims.get(from) ?? []);
  const inForce = (c: ClaimState): boolean =>
    c.claim.kind === 'decision'
      ? ['verified', 'announced', 'confirmed', 'corroborated'].includes(c.current.status) &&
        !linkedTo(c.claim.id, 'annuls').some(inForce)
      : [...c.byOrigin.values()].some(supportsNow);
  const linked = (relation: string) => linkedTo(state.claim.id, relation).filter(inForce);
  const replaced = (speakers: readonly string[], claims: readonly ClaimState[]) => ({
    who: [
      ...new Set([
        ...speakers,
        ...claims.flatMap((c) =>
          [...c.byOrigin.values()]
            .filter(supportsNow)
            .map((said) => stanceOf(said).weight.supports.last()!.origin.speaker),
        ),
      ]),
    ].sort(),
    by: claims.map((c) => c.claim.id).sort(),
    ...(state.claim.kind === 'decision' ? { deciding: claims.flatMap(decidersIn) } : {}),
  });
  const decidersIn = ({ current: { basis } }: ClaimState) =>
    basis.announcing.length > 0 ? basis.announcing : basis.supporting;
  return {
    superseded: replaced(by(later), linked('supersedes')),
    restated: replaced(by(another), linked('restates')),
    annulled: replaced([], linked('annuls')),
  };
}

const verdict = ({ status, support, authority, contest }: ClaimStatus) => ({
  status,
  support,
  authority,
  contest,
});
const statuses = (story: Story) =>
  Object.fromEntries(claimsOf(story).map((c) => [c.claim.id, verdict(c.current)]));
const flagsBut = (state: ClaimState, ...but: string[]) =>
  state.current.flags.filter((f) => !but.includes(f.flag));

describe('the laws of a status', () => {
  it('follows from the stances of the origins, by all of their assertions in force', () =>
    fc.assert(
      fc.property(moves(20, 'record', 'withdraw', 'retract', 'correct'), (history) => {
        const byId = (a: OriginStance, b: OriginStance) => (a.origin.id < b.origin.id ? -1 : 1);
        for (const { stances, byOrigin } of claimsOf(play(history).story))
          expect(plain(stances.toSorted(byId))).toEqual(
            plain([...byOrigin.values()].map(stanceOf).sort(byId)),
          );
      }),
      RUNS,
    ));

  it('does not depend on the order of the assertions in force', () =>
    fc.assert(
      fc.property(moves(14), fc.infiniteStream(fc.nat()), (history, luck) => {
        const { story } = play(history);
        const random = () => luck.next().value as number;
        for (const state of claimsOf(story)) {
          const origins = [...state.byOrigin.values()].map((said) => [...said]);
          const shuffled = shuffle(origins, random).map((said) => byRevision(shuffle(said, random)));
          const { revision: _, since: __, ...current } = state.current;
          expect(evidence(story, state, shuffled)).toEqual(current);
          const standing = shuffle(origins, random).map((said) =>
            said.filter((a) => assertionsInForce(said).has(a.id)),
          );
          const alone = evidence(story, state, standing);
          expect(verdict(alone)).toEqual({
            ...verdict(state.current),
            ...(state.current.status === 'withdrawn' ? { status: alone.status } : {}),
          });
          expect(['withdrawn', 'unsupported']).toContain(
            state.current.status === 'withdrawn' ? alone.status : 'unsupported',
          );
          expect(alone.flags).toEqual(state.current.flags);
        }
      }),
      RUNS,
    ));

  it('does not depend on the order in which origins speak, if each speaks once', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ONE_EACH, { minLength: 2 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (chosen, n) => {
          const stance = (chain: number) =>
            (['asserts', 'confirms', 'denies', 'deniesNovelty', 'qualifies'] as const)[n[chain]! % 5]!;
          const statusInOrder = (order: readonly number[]) =>
            rehearse([
              OPEN,
              record('first', { claims: [TALKS] }),
              ...order.map((c) =>
                record(`chain ${c}`, { attribution: [CHAINS[c]!], assertions: says(stance(c), ['talks']) }),
              ),
            ]).story.claims.get('talks')!.current;
          const [one, other] = [statusInOrder(chosen), statusInOrder([...chosen].sort((a, b) => a - b))];
          expect(verdict(one)).toEqual(verdict(other));
          expect(one.flags).toEqual(other.flags);
          const reasons = ({ because }: ClaimStatus) => (chosen.length <= 5 ? new Set(because) : null);
          expect(reasons(one)).toEqual(reasons(other));
        },
      ),
      RUNS,
    ));

  it('does not change by a no-comment, a no-knowledge or a qualification', () =>
    fc.assert(
      fc.property(
        moves(12),
        fc.nat(),
        fc.constantFrom(...CHAINS.filter((chain) => !('rumour' in chain.at(-1)!))),
        fc.constantFrom(...WEIGHTLESS),
        (history, n, chain, stance) => {
          const rehearsal = play(history);
          const claim = one(claimsOf(rehearsal.story), n)?.claim.id;
          if (claim === undefined) return;
          const then = rehearse(
            [
              record('weightless', {
                attribution: [chain],
                assertions: says(stance, [claim], { standing: 'principal' }),
                publishes: [claim],
              }),
            ],
            rehearsal,
          );
          expect(statuses(then.story)).toEqual(statuses(rehearsal.story));
        },
      ),
      RUNS,
    ));

  it('does not change when one more outlet relays the same origin', () =>
    fc.assert(
      fc.property(moves(12), fc.nat(), (history, n) => {
        const rehearsal = play(history);
        const standing = claimsOf(rehearsal.story).flatMap((c) =>
          [...c.byOrigin.values()].flatMap((said) => {
            const now = said.filter((a) => assertionsInForce(said).has(a.id));
            return now.filter((a) => a.stance !== 'declinesComment' && a.stance !== 'noKnowledge').slice(-1);
          }),
        );
        const said = one(standing, n);
        if (!said) return;
        const chain = rehearsal.story.developments.get(said.development)!.development.attribution[
          said.chains[0]!
        ]!;
        if (!same(originOf(chain).side, sideNow(chain))) return;
        if (!isAuthenticAsThen(rehearsal.story, chain)) return;
        // A relay comes after the assertions on a claim that is the same.
        if (sameAs(rehearsal.story, rehearsal.story.claims.get(said.claim)!).length > 0) return;
        const relayed = record('relay', {
          attribution: [[by('vestnik-kavkaza'), ...inputOf(chain)]],
          assertions: says(said.stance, [said.claim], { standing: 'relayer' }),
          publishes: [said.claim],
        });
        expect(statuses(rehearse([relayed], rehearsal).story)).toEqual(statuses(rehearsal.story));
      }),
      RUNS,
    ));

  it('after a withdrawal is as if the assertion had never existed, except for “withdrawn”', () =>
    fc.assert(
      fc.property(
        moves(12),
        fc.nat(),
        fc.constantFrom('us' as const, 'origin' as const),
        (history, n, by) => {
          const rehearsal = play(history);
          const said = one(allSaid(rehearsal.story), n);
          if (!said) return;
          const then = send(rehearsal, {
            command: { type: 'withdraw', assertion: said.id, by, reason: 'It is taken back.' },
          });
          const withdrawn = then.story.claims.get(said.claim)!;
          const never = fold(
            rehearsal.events.map((e) => without(e, said.id)),
            emptyStory,
          ).claims.get(said.claim)!;
          expect(verdict(withdrawn.current)).toEqual({
            ...verdict(never.current),
            ...(withdrawn.current.status === 'withdrawn' ? { status: 'withdrawn' } : {}),
          });
          expect(
            withdrawn.current.status !== 'withdrawn' ||
              ['withdrawn', 'unsupported'].includes(never.current.status),
          ).toBe(true);
          expect(flagsBut(withdrawn, 'corrected')).toEqual(flagsBut(never, 'corrected'));
        },
      ),
      RUNS,
    ));

  it('as of a moment follows from the events recorded by then, and its history agrees', () =>
    fc.assert(
      fc.property(moves(14), (history) => {
        const { events, story } = play(history);
        for (const state of claimsOf(story)) {
          const changes = [...state.history];
          const revisions = changes.map((c) => c.revision);
          expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
          expect(verdict(changes.at(-1)!)).toEqual(verdict(state.current));
          for (let count = 1; count <= events.length; count++) {
            const then = fold(events.slice(0, count), emptyStory).claims.get(state.claim.id);
            const change = changes.findLast((c) => c.revision < count);
            if (!then || then.identifiedBy !== state.identifiedBy || then.revision !== state.revision)
              continue;
            if (then.history.length === 0 || [...then.history][0]!.revision !== revisions[0]) continue;
            expect({ ...verdict(then.current), flags: then.current.flags }).toEqual({
              ...verdict(change!),
              flags: change!.flags,
            });
          }
        }
      }),
      { numRuns: 40 },
    ));

  it('never changes at the desk by a kill, a takedown or a reinstatement', () =>
    fc.assert(
      fc.property(moves(14), (history) => {
        play(history, (before, { command }, after) => {
          const { type, andClaims } = command as { type: string; andClaims?: boolean };
          if (!['kill', 'takedown', 'reinstate'].includes(type) || andClaims) return;
          expect(plain(claimsOf(after.story))).toEqual(plain(claimsOf(before.story)));
          expect(plain(questionsOf(after.story))).toEqual(plain(questionsOf(before.story)));
        });
      }),
      RUNS,
    ));

  it('rests on at most ten existing assertions or judgements, and names at most five of each side', () =>
    fc.assert(
      fc.property(moves(14), (history) => {
        const { story } = play(history);
        for (const { current } of claimsOf(story)) {
          expect(current.because.length).toBeLessThanOrEqual(10);
          for (const id of current.because)
            expect(story.assertions.has(id) || story.judgements.has(id)).toBe(true);
          expect(current.because.length > 0).toBe(current.status !== 'unsupported');
          const { decision, ...reason } = reasonOf(current);
          for (const named of Object.values({ ...reason, ...decision }).filter(Array.isArray))
            expect(named.length).toBeLessThanOrEqual(5);
        }
      }),
      RUNS,
    ));
});

describe('the laws of commands', () => {
  it('add no event for a repeated command, not even with another id if it creates nothing', () =>
    fc.assert(
      fc.property(moves(16, 'kill', 'takedown', 'remove', 'withhold'), (history) => {
        play(history, (before, step, after) => {
          const command = typeof step.command === 'function' ? step.command(before) : step.command;
          // For words, only the log can show whether they still exist.
          if (
            command.type === 'remove' &&
            !/claim|question|correction|headline|lede/.test(Object.keys(command.what).join(' '))
          )
            return;
          const context = contextOf(before, step);
          expect(decide(after.story, command, context)).toEqual([]);
          const id = command.type === 'record' ? context.id : idOf('another');
          expect(decide(after.story, command, { ...context, id })).toEqual([]);
        });
      }),
      RUNS,
    ));

  it('add at most one event, and do not change their input', () =>
    fc.assert(
      fc.property(moves(16), (history) => {
        const before: { story: Story; then: unknown }[] = [];
        const { events } = play(history, (rehearsal, { command }, after) => {
          frozen(command);
          frozen(after.events);
          expect(after.events.length - rehearsal.events.length).toBeLessThanOrEqual(1);
          before.push({ story: rehearsal.story, then: plain(rehearsal.story) });
        });
        for (const { story, then } of before) expect(plain(story)).toEqual(then);
        expect(plain(fold(events, emptyStory))).toEqual(plain(fold(structuredClone(events), emptyStory)));
      }),
      { numRuns: 50 },
    ));
});

describe('the laws of evolve', () => {
  it('allow missing, repeated and misplaced events: it never throws and counts every revision', () =>
    fc.assert(
      fc.property(moves(14), moves(6), fc.infiniteStream(fc.nat()), (history, others, luck) => {
        const random = () => luck.next().value as number;
        const foreign = play(others).events.map(({ event }) => event);
        const events = [...play(history).events.map(({ event }) => event), ...foreign, ...NOBODY_KNOWS];
        const chosen = shuffle(events, random).filter(() => random() % 5 !== 0);
        const rehearsal = append(
          { story: emptyStory, events: [] },
          [...chosen, ...chosen.slice(0, 5)],
          1_480_579_200_000,
        );
        expect(rehearsal.story.revision).toBe(rehearsal.events.length - 1);
        for (const c of claimsOf(rehearsal.story)) expect(reasonOf(c.current).status).toBe(c.current.status);
      }),
      RUNS,
    ));

  it('change only the revision for an event that names something unknown', () =>
    fc.assert(
      fc.property(moves(10), fc.constantFrom(...NOBODY_KNOWS), (history, event) => {
        const rehearsal = play(history);
        const then = append(rehearsal, [event], rehearsal.story.updatedAt + 1).story;
        const rest = (story: Story) => ({
          ...(plain(story) as object),
          revision: 0,
          updatedAt: 0,
          independence: null,
          // A removal always enters the record of corrections.
          ...(event.type === 'TextsRemoved' ? { corrections: null } : {}),
        });
        expect([then.revision, then.updatedAt]).toEqual([
          rehearsal.story.revision + 1,
          rehearsal.story.updatedAt + 1,
        ]);
        expect(rest(then)).toEqual(rest(rehearsal.story));
      }),
      RUNS,
    ));

  it('make a corrected story equal to one recorded with the new values', () => {
    let compared = 0;
    fc.assert(
      fc.property(moves(18, 'correct'), (history) => {
        const { events } = play(history);
        for (const [i, { event }] of events.entries()) {
          if (event.type !== 'DevelopmentCorrected') continue;
          const id = event.development;
          const corrects = (e: Recorded) => correctionsOf(e.event).some((one) => one.development === id);
          if (events.slice(0, i).some(corrects)) continue;
          const again = events.findIndex((e, j) => j > i && corrects(e));
          const until = events.slice(0, again < 0 ? events.length : again);
          const corrected = fold(until, emptyStory);
          if (!couldBeRecordedSo(until, corrected, id)) continue;
          const so = fold(
            until.filter((_, j) => j !== i).map((e) => rewritten(e, id, event.changes)),
            emptyStory,
          );
          expect(asRecorded(corrected, so)).toEqual(asRecorded(so, corrected));
          compared++;
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

/** The parts of a document that may change at any time. */
const REDESCRIBED = { authenticity: 'unverified', seenPublic: null, public: null } as const;

/** What two stories must share if one was corrected and the other recorded with the new values. */
function asRecorded(story: Story, other: Story): unknown {
  return {
    claims: Object.fromEntries(
      claimsOf(story)
        .map((c) => {
          const { claim, validTime, index, byOrigin, identifiedBy, revision } = c;
          return [
            claim.id,
            {
              claim,
              validTime,
              index,
              identifiedBy,
              revision,
              ...verdict(c.current),
              flags: flagsBut(c, 'corrected'),
              because: c.current.because,
              basis: c.current.basis,
              said: plain(byOrigin),
            },
          ] as const;
        })
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    questions: questionsOf(story)
      .map(({ question, answeredBy }) => ({ question, answeredBy: [...answeredBy].sort() }))
      .sort((a, b) => (a.question.id < b.question.id ? -1 : 1)),
    developments: [...story.developments.values()]
      .map(({ development, retracted, withheld }) => ({ development, retracted, withheld }))
      .sort((a, b) => (a.development.id < b.development.id ? -1 : 1)),
    sources: [...story.sources.values()]
      .filter((s) => other.sources.has(sourceId(s)))
      .map((s) => ('document' in s ? { document: { ...s.document, ...REDESCRIBED } } : s))
      .sort((a, b) => (sourceId(a) < sourceId(b) ? -1 : 1)),
    assertions: plain(story.assertions),
  };
}

/**
 * Whether a development could have been recorded with its corrected values. The claims and questions that it names must
 * exist by then, and no correction may have removed them from another development.
 */
function couldBeRecordedSo(events: readonly Recorded[], story: Story, id: string): boolean {
  const { development, revision } = story.developments.get(id)!;
  const then = fold(events.slice(0, revision), emptyStory);
  const own = new Set(development.claims.map((c) => c.id));
  const named = new Set([
    ...own,
    ...development.raises.map((q) => q.id),
    ...development.assertions.map((a) => a.claim),
  ]);
  return (
    development.assertions.every((a) => own.has(a.claim) || then.claims.has(a.claim)) &&
    development.answers.every((q) => then.questions.has(q)) &&
    // A translation has the whole text of that time.
    !events.some(
      ({ event }) => event.type === 'StoryTranslated' && event.parts.some((part) => isOf(part, id)),
    ) &&
    !events.some(({ event }) =>
      correctionsOf(event).some(
        (one) => one.development !== id && dropped(one.changes).some((x) => named.has(x)),
      ),
    )
  );
}

const isOf = (part: TranslationPart, id: string): boolean =>
  part.type === 'DevelopmentCorrected' && part.development === id;
/** The corrections of developments in an event. */
const correctionsOf = (event: StoryEvent) =>
  (event.type === 'StoryCorrected' ? correctionsIn(event) : [event]).flatMap((one) =>
    one.type === 'DevelopmentCorrected' ? [one] : [],
  );

/** The claims and questions that a correction removes. */
const dropped = (changes: readonly FieldChange[]): readonly string[] =>
  changes
    .filter((c) => c.field === 'claims' || c.field === 'raises')
    .flatMap(({ was, is }) => {
      const left = new Set((is as readonly { id: string }[]).map((x) => x.id));
      return (was as readonly { id: string }[]).map((x) => x.id).filter((x) => !left.has(x));
    });

function rewritten(recorded: Recorded, id: string, changes: readonly FieldChange[]): Recorded {
  const { event } = recorded;
  if (!isDevelopmentEvent(event) || event.development.id !== id) return recorded;
  const development = applyChanges(event.development, changes);
  return { ...recorded, event: { ...event, development } };
}

/** The event without one assertion. */
function without(recorded: Recorded, id: string): Recorded {
  const { event } = recorded;
  const rest = (said: readonly Assertion[]) => said.filter((a) => a.id !== id);
  if (event.type === 'StoryCorrected')
    return {
      ...recorded,
      event: mapCorrections(event, (one) => without({ ...recorded, event: one }, id).event),
    };
  if (isDevelopmentEvent(event)) {
    const development = { ...event.development, assertions: rest(event.development.assertions) };
    return { ...recorded, event: { ...event, development } };
  }
  if (event.type !== 'DevelopmentCorrected') return recorded;
  const changes = event.changes.map((c) =>
    c.field === 'assertions' ? { ...c, was: rest(c.was as Assertion[]), is: rest(c.is as Assertion[]) } : c,
  );
  return { ...recorded, event: { ...event, changes } };
}

const OPEN = ALEPPO.open;
const TALKS = CLAIMS.talks;
/** One chain for each origin. */
const ONE_EACH = [0, 1, 3, 4, 6, 7, 8, 9, 11];
const WEIGHTLESS = ['declinesComment', 'noKnowledge', 'qualifies'] as const;

const UNKNOWN = 'ffffffff-0000-5000-8000-000000000000';
const ENDED = { grounds: 'wrong', reason: null, notice: {} } as const;
const NOBODY_KNOWS: readonly StoryEvent[] = [
  { type: 'DevelopmentReleased', development: UNKNOWN, cause: 'editor', publishes: ['nothing'] },
  {
    type: 'DevelopmentCorrected',
    correction: UNKNOWN,
    development: UNKNOWN,
    class: 'refile',
    changes: [],
    reason: null,
    notice: null,
  },
  { type: 'DevelopmentRetracted', development: UNKNOWN, by: 'us', reason: null },
  { type: 'RetractionRevoked', development: UNKNOWN, reason: null },
  { type: 'DevelopmentKilled', development: UNKNOWN, ...ENDED, claims: ['nothing'], publishes: ['nothing'] },
  {
    type: 'DevelopmentTakenDown',
    development: UNKNOWN,
    ...ENDED,
    claims: [],
    publishes: [],
    authority: 'a court',
  },
  ...[
    { claim: 'nothing', with: {} },
    { question: 'nothing', with: {} },
    { correction: UNKNOWN, with: {} },
    { headline: { en: 'Nobody wrote this' }, with: {} },
    { lede: { en: 'Nobody wrote this' }, with: {} },
    { words: ['nobody wrote this'], with: {} },
    { places: [{ revision: 1, pointer: '/nothing', is: 'x' }] },
  ].map((what): StoryEvent => ({
    type: 'TextsRemoved',
    removal: UNKNOWN,
    what,
    how: 'killed',
    authority: null,
    ...ENDED,
  })),
  { type: 'DevelopmentReinstated', development: UNKNOWN, reason: null },
  { type: 'AssertionWithdrawn', assertion: UNKNOWN, by: 'origin', reason: null },
  { type: 'ClaimCorrected', correction: UNKNOWN, claim: 'nothing', changes: [], reason: null },
  {
    type: 'StoryCorrected',
    correction: UNKNOWN,
    class: 'correction',
    parts: [
      { claim: 'nothing', changes: [] },
      { development: UNKNOWN, changes: [] },
    ],
    reason: null,
    notice: null,
  },
  { type: 'ClaimsLinked', id: UNKNOWN, from: 'nothing', to: 'talks', relation: 'same' },
  { type: 'ClaimLinkRevoked', link: UNKNOWN, reason: null },
  { type: 'ClaimVerified', id: UNKNOWN, claim: 'nothing', method: null, methodPublic: false, reason: null },
  { type: 'JudgementRevoked', judgement: UNKNOWN, reason: null },
  { type: 'SourceIndependenceAssessed', origins: [UNKNOWN, 'moscow'], independent: true, reason: null },
];

const one = <T>(from: readonly T[], n: number): T | undefined =>
  from.length === 0 ? undefined : from[n % from.length];
const allSaid = (story: Story): AssertionState[] =>
  claimsOf(story).flatMap((c) => [...c.byOrigin.values()].flat());
const byRevision = (said: AssertionState[]): AssertionState[] => said.sort((a, b) => a.revision - b.revision);

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.map(() => left.splice(random() % left.length, 1)[0]!);
}

/** The chain as an editor would file it again. */
const inputOf = (chain: Chain): LinkInput[] =>
  chain.map((link) => {
    if ('party' in link) return by(link.party.id, link.standing);
    if ('document' in link) return document(null, { origin: link.document.origin, standing: link.standing });
    return 'rumour' in link ? rumour(null, link.rumour.origin) : again(link.unnamed.origin, link.standing);
  });

/** Whether a document at the end of a chain still has the authenticity that it had then. */
function isAuthenticAsThen(story: Story, chain: Chain): boolean {
  const last = chain.at(-1)!;
  if (!('document' in last)) return true;
  const now = story.sources.get(last.document.origin);
  return now !== undefined && 'document' in now && now.document.authenticity === last.document.authenticity;
}

/** The side of the origin of a chain, as the directory declares it now. */
function sideNow(chain: Chain) {
  const last = chain.at(-1)!;
  if ('unnamed' in last) return last.unnamed.side;
  if (originOf(chain).kind === 'unknown') return null;
  const speaker = speakerOf(last);
  if (!speaker) return null;
  const party = directory.parties.get(speaker.id)!;
  const side = party.side ?? directory.parties.get(party.speaksFor ?? '')?.side ?? null;
  return side === null ? null : directory.sides.get(side)!;
}
