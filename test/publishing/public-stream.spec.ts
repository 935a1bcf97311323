import fc from 'fast-check';
import {
  evolve,
  emptyStory,
  isDevelopmentEvent,
  isOpen,
  pointsShown,
  type AssertionState,
  type Development,
  type Recorded,
  type Story,
  type StoryEvent,
} from '#story';
import { publish, unpublished } from '#publishing';
import { publicStream, readPublic } from './desk.js';
import { marksIn, moves, NEVER, play, type Move } from './histories.js';

type JointCorrection = Extract<StoryEvent, { type: 'StoryCorrected' }>;

const histories = moves(40, 10);
const runs = { numRuns: 120 };

/** The state of the desk's story at each revision. */
function stories(events: readonly Recorded[]): readonly Story[] {
  let story = emptyStory;
  return events.map((recorded) => (story = evolve(story, recorded)));
}

const ofMoves = (check: (events: readonly Recorded[], story: Story) => void) =>
  fc.assert(
    fc.property(histories, (moved: readonly Move[]) => {
      const { events, story } = play(moved);
      check(events, story);
    }),
    runs,
  );

describe('the public stream', () => {
  it('is a pure function of the desk stream, computed at once or in two parts', () =>
    ofMoves((events) => {
      const before = JSON.stringify(events);
      const { stream } = publicStream(events);
      for (let cut = 0; cut <= events.length; cut += 3) {
        const first = publicStream(events.slice(0, cut));
        const kept = JSON.stringify(first.stream);
        const second = publicStream(events.slice(cut), first.publication);
        expect([...first.stream, ...second.stream]).toEqual(stream);
        expect(publicStream(events.slice(cut), first.publication).stream).toEqual(second.stream);
        expect(JSON.stringify(first.stream)).toBe(kept);
      }
      expect(JSON.stringify(events)).toBe(before);
    }));

  it('of a longer history begins with that of a shorter one', () =>
    ofMoves((events) => {
      const { stream } = publicStream(events);
      for (let count = 0; count <= events.length; count++) {
        const shorter = publicStream(events.slice(0, count)).stream;
        expect(stream.slice(0, shorter.length)).toEqual(shorter);
      }
    }));

  it('contains exactly the marks of everything that has become public, at every revision', () => {
    let [hidden, seen] = [0, 0];
    ofMoves((events) => {
      const states = stories(events);
      const expected = new Set<string>();
      // A correction that changes nothing public does not publish its notice either.
      const notices = new Set<string>();
      let publication = unpublished;
      const found = new Set<string>();
      states.forEach((story, i) => {
        const next = publish(publication, events[i]!);
        ({ publication } = next);
        for (const mark of marksIn(next.events)) found.add(mark);
        for (const mark of publicMarks(story)) expected.add(mark);
        if (story.publicAt !== null) for (const mark of withheldMarks(events[i]!, story)) expected.add(mark);
        for (const mark of correctionMarks(events[i]!, story)) notices.add(mark);
        expect([...expected].filter((mark) => !found.has(mark))).toEqual([]);
        expect([...found].filter((mark) => !expected.has(mark) && !notices.has(mark))).toEqual([]);
        const words = JSON.stringify(next.events);
        for (const id of NEVER) expect(words).not.toContain(id);
        expect(words).not.toMatch(/deepBackground|offTheRecord|"background"/);
      });
      seen += expected.size;
      hidden += marksIn(events).size - found.size;
    });
    expect(seen).toBeGreaterThan(1_000);
    expect(hidden).toBeGreaterThan(1_000);
  });

  it('never contains, after a correction, what the correction withheld', () => {
    let withheld = 0;
    ofMoves((events) => {
      const { stream } = publicStream(events);
      stream.forEach((event, i) => {
        const corrected =
          event.type === 'StoryCorrected'
            ? event.parts
            : event.type === 'ClaimCorrected' || event.type === 'DevelopmentCorrected'
              ? [event]
              : [];
        const withheldIn = corrected.flatMap((of) =>
          of.changes.filter((c) => c.withheld).map((change) => ({ of, change })),
        );
        for (const { of, change } of withheldIn) {
          expect(change.was).toBeNull();
          if (change.field !== 'text') continue;
          const was = previous(stream.slice(0, i), of);
          // There is no mark if the words were removed before.
          expect(was.size).toBeLessThanOrEqual(1);
          withheld += 1;
          // A text that was removed before is a notice now, and the notice also appears elsewhere.
          for (const mark of [...was].filter((m) => !/notice|instead/.test(m)))
            expect(JSON.stringify(stream.slice(i))).not.toContain(mark);
        }
      });
    });
    expect(withheld).toBeGreaterThan(5);
  });

  it('folds to the public part of the story at the desk', () =>
    ofMoves((events) => {
      const states = stories(events);
      states.forEach((desk, i) => {
        const world = readPublic(publicStream(events.slice(0, i + 1)).stream);
        expect(world.revision >= 0).toBe(desk.publicAt !== null);
        if (desk.publicAt !== null) expectSamePublic(world, desk);
      });
    }));

  it('keeps no question that the desk dropped, even if an earlier development answers it', () => {
    const move = (what: string, ...n: readonly number[]): Move =>
      ({ do: what, n: [...n, ...Array<number>(10 - n.length).fill(0)] }) as Move;
    const history = [
      move('record', 0, 5143, 0, 0, 0, 62),
      move('correct', 0, 6988, 0, 0, 0, 10, 0, 3274),
      move('release'),
      move('record', 0, 0, 0, 0, 0, 1058),
      move('release', 5691),
      move('correct', 471, 604, 0, 0, 0, 1),
    ];
    const { events, story } = play(history);
    expect(story.questions.size).toBe(0);
    expect(readPublic(publicStream(events).stream).questions.size).toBe(0);
  });

  it('has a question answered if the desk has a public answer to it', () => {
    let answered = 0;
    ofMoves((events, desk) => {
      const world = readPublic(publicStream(events).stream);
      for (const question of desk.questions.values()) {
        const seen = world.questions.get(question.question.id);
        if (!seen) continue;
        const answers = question.answeredBy.filter((id) => desk.developments.get(id)!.releasedAt !== null);
        const open = isOpen(desk, { ...question, answeredBy: answers });
        expect(isOpen(world, seen)).toBe(open);
        if (!open) answered += 1;
      }
    });
    expect(answered).toBeGreaterThan(10);
  });

  it('is the same if we remove everything that never became public from the desk stream', () => {
    let removed = 0;
    ofMoves((events, story) => {
      const twin = withoutHidden(events, story);
      removed += events.length - twin.length;
      expect(publicStream(twin).stream).toEqual(publicStream(events).stream);
    });
    expect(removed).toBeGreaterThan(80);
  });
});

/** The marks of what is public now according to the desk's story. It uses no code of the publisher. */
function publicMarks(story: Story): ReadonlySet<string> {
  if (story.publicAt === null) return new Set();
  const developments = [...story.developments.values()].filter((d) => d.releasedAt !== null);
  return marksIn([
    story.headline.text,
    story.lede?.text,
    story.summary?.text,
    story.summary?.points,
    story.topics,
    ...developments.map(({ development: d }) => [
      d.text,
      d.raises,
      d.occurred,
      d.reportedAt,
      d.place,
      d.evidence.filter((e) => e.public),
      d.attribution.flat().map((l) => {
        if ('unnamed' in l) return l.unnamed.groundRules === 'background' ? l.unnamed.descriptor : null;
        if ('rumour' in l) return l.rumour;
        if (!('document' in l) || l.document.public === false) return null;
        const { seen, seenPublic, ...shown } = l.document;
        return [shown, seenPublic ? seen : null];
      }),
    ]),
    ...[...story.claims.values()].filter((c) => c.public).map((c) => c.claim.text),
    ...[...story.claims.values()]
      .filter((c) => c.public)
      .flatMap((c) => c.judgements.map((j) => (j.method?.includes('private') ? null : j.method))),
  ]);
}

/** The marks in a public notice of a kill or takedown, and in its authority. */
function withheldMarks({ event }: Recorded, story: Story): ReadonlySet<string> {
  if (event.type === 'StoryKilled' || event.type === 'StoryTakenDown')
    return marksIn({ ...event, reason: null });
  const isOf = event.type === 'DevelopmentKilled' || event.type === 'DevelopmentTakenDown';
  return isOf && story.developments.get(event.development)!.releasedAt !== null
    ? marksIn({ ...event, reason: null })
    : new Set();
}

const correctionMarks = ({ event }: Recorded, story: Story): ReadonlySet<string> =>
  event.type === 'TextsRemoved' || event.type === 'DevelopmentKilled' || event.type === 'DevelopmentTakenDown'
    ? marksIn({ ...event, reason: null })
    : (event.type === 'DevelopmentCorrected' || event.type === 'StoryCorrected') && isOfPublic(event, story)
      ? marksIn(event.notice)
      : new Set();

const isOfPublic = (
  event: JointCorrection | Extract<StoryEvent, { type: 'DevelopmentCorrected' }>,
  story: Story,
): boolean =>
  (event.type === 'StoryCorrected' ? event.parts : [event]).some((part) =>
    'development' in part
      ? story.developments.get(part.development)!.releasedAt !== null
      : 'claim' in part
        ? story.claims.get(part.claim)!.public
        : story.publicAt !== null,
  );

/** The marks of the last public words before a correction replaced them. */
function previous(
  stream: readonly ReturnType<typeof publicStream>['stream'][number][],
  event: { readonly claim?: string; readonly development?: unknown; readonly changes?: unknown },
): ReadonlySet<string> {
  const world = readPublic(stream);
  return event.claim === undefined
    ? marksIn(world.developments.get(event.development as string)?.development.text)
    : marksIn(world.claims.get(event.claim)?.claim.text);
}

/** Expects the public story to equal the public part of the desk's story. */
function expectSamePublic(world: Story, desk: Story): void {
  expect(world.headline.text).toEqual(desk.headline.text);
  expect(world.lede?.text).toEqual(desk.lede?.text);
  expect(world.summary?.text).toEqual(desk.summary?.text);
  // A key point about a claim is not public if a correction withheld that claim, even if the claim returns.
  expect(pointsIn(desk)).toEqual(expect.arrayContaining([...pointsIn(world)]));
  expect([world.slug, world.topics, world.places, world.status]).toEqual([
    desk.slug,
    desk.topics,
    desk.places,
    desk.status,
  ]);
  expect(world.withheld?.notice).toEqual(desk.withheld?.notice);
  const released = [...desk.developments.values()].filter((d) => d.releasedAt !== null);
  expect(idsOf(world.developments)).toEqual(released.map((d) => d.development.id).sort());
  const named = (of: (d: Development) => readonly string[]) =>
    new Set(released.flatMap((d) => of(d.development)));
  for (const { development: d, retracted, withheld } of released) {
    const seen = world.developments.get(d.id)!;
    for (const field of ['kind', 'text', 'occurred', 'reportedAt', 'place', 'significance'] as const)
      expect(seen.development[field]).toEqual(d[field]);
    const raises = seen.development.raises.map((q) => q.id);
    expect(raises).toEqual(expect.arrayContaining(d.raises.map((q) => q.id)));
    expect(seen.retracted?.by).toEqual(retracted?.by);
    expect(seen.withheld?.notice).toEqual(withheld?.notice);
    for (const id of seen.development.answers) expect(world.questions.has(id)).toBe(true);
    for (const a of seen.development.assertions) expect(world.claims.has(a.claim)).toBe(true);
  }
  // Everything that a public development names is there, and nothing that was never public.
  const raised = named((d) => d.raises.map((q) => q.id));
  for (const id of raised) expect(world.questions.has(id)).toBe(true);
  for (const id of idsOf(world.questions)) expect(desk.questions.get(id)!.public).toBe(true);
  const mentioned = named((d) => [...d.claims.map((c) => c.id), ...d.assertions.map((a) => a.claim)]);
  for (const id of mentioned) expect(world.claims.has(id)).toBe(true);
  // A development may have published and dropped this, and a hidden one may have it now.
  const published = named((d) => d.publishes);
  for (const id of published) expect(world.claims.has(id)).toBe(desk.claims.get(id)?.public ?? false);
  for (const id of idsOf(world.claims)) expect(desk.claims.get(id)!.public).toBe(true);
  for (const id of idsOf(world.claims)) {
    const state = desk.claims.get(id)!;
    const seen = world.claims.get(state.claim.id)!;
    expect(seen.claim).toEqual(state.claim);
    expect(seen.judgements.map((j) => [j.id, j.verdict])).toEqual(
      state.judgements.map((j) => [j.id, j.verdict]),
    );
    const said = new Map([...seen.byOrigin.values()].flat().map((a) => [a.id, a]));
    const deskSaid = [...state.byOrigin.values()]
      .flat()
      .filter((a) => desk.developments.get(a.development)!.releasedAt !== null);
    // Missing ones were withdrawn before they were public.
    expect(deskSaid.filter((a) => !said.has(a.id) && a.withdrawn === null)).toEqual([]);
    const stand = (a: AssertionState) => [a.id, a.stance, a.withdrawn, a.retracted];
    const both = deskSaid.filter((a) => said.has(a.id));
    expect(both.map((a) => stand(said.get(a.id)!))).toEqual(both.map(stand));
    for (const id of said.keys()) expect(deskSaid.some((a) => a.id === id)).toBe(true);
  }
  const links = (story: Story) =>
    [...story.links.values()]
      .filter((l) => !l.revoked && [l.from, l.to].every((id) => world.claims.has(id)))
      .map((l) => l.id)
      .sort();
  expect(links(world)).toEqual(links(desk));
}

const idsOf = (map: Story['developments'] | Story['claims'] | Story['questions']): string[] =>
  [...map.values()]
    .map((v) => ('question' in v ? v.question.id : 'claim' in v ? v.claim.id : v.development.id))
    .sort();

/**
 * A history without the developments that never became public. Those whose claims or questions became public through
 * another development are kept.
 */
function withoutHidden(events: readonly Recorded[], story: Story): readonly Recorded[] {
  const states = stories(events);
  // After a correction, another development may be the one that identified a claim or raised a question.
  const brought = new Set(
    states.flatMap((then) => [
      ...[...then.claims.values()]
        .filter((c) => story.claims.get(c.claim.id)?.public)
        .map((c) => c.identifiedBy),
      ...[...then.questions.values()]
        .filter((q) => story.questions.get(q.question.id)?.public)
        .map((q) => q.raisedBy),
    ]),
  );
  const hidden = new Set(
    [...story.developments.values()]
      .filter((d) => d.releasedAt === null && !brought.has(d.development.id))
      .map((d) => d.development.id),
  );
  const partsLeft = ({ parts }: JointCorrection) =>
    parts.filter((part) => !('development' in part && hidden.has(part.development)));
  const kept = events.filter(({ event }, i) => {
    if (event.type === 'StoryCorrected') return partsLeft(event).length > 0;
    if (isDevelopmentEvent(event)) return !hidden.has(event.development.id);
    if (event.type === 'AssertionWithdrawn')
      return !hidden.has(states[i - 1]!.assertions.get(event.assertion)!.development);
    return !('development' in event && hidden.has(event.development));
  });
  return kept.map((recorded, revision) => {
    const { event } = recorded;
    const left = event.type === 'StoryCorrected' ? { ...event, parts: partsLeft(event) } : event;
    return { ...recorded, revision, event: left };
  });
}

const pointsIn = (story: Story) =>
  pointsShown(story).map(({ text, claim }) => ({ text, claim: claim?.claim.id ?? null }));
