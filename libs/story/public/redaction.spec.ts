import fc from 'fast-check';
import type { Recorded } from '../facts/event.js';
import { evolve, fold } from '../evolve/evolve.js';
import { publicFold, PublicFold, publicHistory, changesPast } from './redaction.js';
import { withoutRemoved } from '../evolve/removed-words.js';
import { claimsOf, emptyStory, type Story } from '../state/story.js';
import {
  again,
  by,
  CLAIMS,
  correct,
  day,
  en,
  judge,
  kill,
  open,
  proposition,
  record,
  reinstate,
  retract,
  saying,
  says,
  takeDown,
  unnamed,
} from '../testing/aleppo.js';
import { moves, plain, play } from '../testing/histories.js';
import {
  derive,
  given,
  idOf,
  made,
  refused,
  rehearse,
  type Step,
  type Rehearsal,
} from '../testing/newsroom.js';
import { seenWhole } from '../testing/seen-whole.js';

const { talks } = CLAIMS;
const ft = by('financial-times');
const moscow = [by('moscow', 'principal')];

/** All words of a state, in any of its parts. */
const wordsOf = (story: Story): string => JSON.stringify(plain(story));
const history = (
  ...steps: readonly Step[]
): { readonly stories: readonly Story[]; readonly rehearsal: Rehearsal } => {
  const rehearsal = rehearse([open, ...steps]);
  return { rehearsal, stories: [...publicHistory(rehearsal.events)] };
};
const stateOf = (story: Story, ref: string) => story.developments.get(idOf(ref))!;

const SECRET = 'PLANTED';
const alone = proposition('alone', `${SECRET} claim`);
/** A development with the planted word in each of its parts. */
const planted = record('planted', {
  text: en(`${SECRET} text`),
  attribution: [[ft, unnamed(`${SECRET} descriptor`, 'opposition')], moscow],
  claims: [talks, alone],
  assertions: says('asserts', ['talks', 'alone']),
  raises: [{ id: 'q', text: en(`${SECRET} question`) }],
  occurred: { ...day('2016-11-28'), edtf: `${SECRET} time` },
  place: { name: `${SECRET} place`, country: null, geo: null },
  evidence: [{ url: `https://example.org/${SECRET}`, sha256: null, public: true }],
});
const corrected = correct('planted', { text: en(`${SECRET} was wrong`) }, { notice: en(`${SECRET} notice`) });
const reworded: Step = {
  ref: 'reworded',
  command: {
    type: 'correct-claim',
    claim: 'alone',
    changes: { text: en(`${SECRET} reworded`) },
    withhold: [],
    reason: 'x',
  },
};
const other = saying('other', [by('washington')], 'asserts', proposition('else', 'Something else'));
const linked: Step = { ref: 'l', command: { type: 'link', claim: 'alone', to: 'else', relation: 'same' } };

describe('the public part of a killed development', () => {
  it('has the planted words without the kill', () => {
    const { stories } = history(planted, corrected, reworded, other);
    expect(wordsOf(stories[1]!).split(SECRET).length).toBeGreaterThan(7);
    expect(wordsOf(stories.at(-1)!)).toContain(`${SECRET} was wrong`);
  });

  it.each([
    ['killed', kill('planted'), { how: 'killed', notice: en('Killed'), authority: null }],
    ['taken down', takeDown('planted'), { how: 'takenDown', notice: en('Taken down'), authority: 'a court' }],
  ] as const)('has none of its words at any revision while it is %s', (_, end, notice) => {
    const { stories, rehearsal } = history(
      planted,
      other,
      corrected,
      reworded,
      linked,
      judge('v', 'alone', 'verified'),
      retract('planted', 'us'),
      end,
      judge('w', 'else', 'verified'),
    );
    expect(stories).toHaveLength(rehearsal.events.length);
    for (const [i, story] of stories.entries()) {
      expect(wordsOf(story)).not.toContain(SECRET);
      expect([story.revision, story.updatedAt]).toEqual([i, rehearsal.events[i]!.recordedAt]);
    }
    const { withheld, development, recordedAt } = stateOf(stories[1]!, 'planted');
    expect(withheld).toMatchObject(notice);
    expect([development.kind, recordedAt]).toEqual(['report', rehearsal.events[1]!.recordedAt]);
    expect([...stories.at(-1)!.timeline]).toEqual([idOf('planted'), idOf('other')]);
  });

  it('includes a claim that another development asserts, without the weight of the killed one', () => {
    const { stories, rehearsal } = history(
      planted,
      saying('too', [by('turkey')], 'asserts', talks, false),
      kill('planted'),
    );
    expect(rehearsal.story.claims.get('talks')!.current.status).toBe('party-confirmed');
    expect(claimsOf(stories[1]!)).toEqual([]);
    const claim = stories[2]!.claims.get('talks')!;
    expect([claim.claim, claim.identifiedBy, claim.public, claim.current.status]).toEqual([
      talks,
      idOf('too'),
      true,
      'reported',
    ]);
    expect(wordsOf(stories.at(-1)!)).not.toContain(SECRET);
    expect(stateOf(stories[2]!, 'too').development.claims).toEqual([]);
  });

  it('includes such a claim in its corrected words, once the other development asserts it', () => {
    const words = en('Talks are held in Ankara');
    const step: Step = {
      ref: 'c',
      command: { type: 'correct-claim', claim: 'talks', changes: { text: words }, withhold: [], reason: 'x' },
    };
    const late = history(
      planted,
      step,
      corrected,
      saying('too', [by('turkey')], 'asserts', talks, false),
      kill('planted'),
    );
    expect(late.stories.at(-1)!.claims.get('talks')!.claim.text).toEqual(words);
    const early = history(
      planted,
      saying('too', [by('turkey')], 'asserts', talks, false),
      step,
      kill('planted'),
    );
    expect(early.stories.map((s) => s.claims.get('talks')?.claim.text)).toEqual([
      undefined,
      undefined,
      talks.text,
      words,
      words,
    ]);
    expect([...early.stories.at(-1)!.corrections].map((c) => c.of)).toEqual([{ claim: 'talks' }]);
  });

  it('includes such a claim after a correction by which another development asserts it', () => {
    const late = correct('other', { assertions: says('asserts', ['else', 'talks']) });
    const { stories } = history(other, planted, late, kill('planted'));
    expect(stories.map((s) => s.claims.get('talks')?.claim.text)).toEqual([
      undefined,
      undefined,
      undefined,
      talks.text,
      talks.text,
    ]);
    expect(stories.at(-1)!.claims.get('talks')!.current).toMatchObject({
      status: 'reported',
      support: 'single-origin',
    });
    expect(wordsOf(stories.at(-1)!)).not.toContain(SECRET);
  });

  it('includes the descriptor of a source only with another development that names it again', () => {
    const origin = derive(idOf('planted'), 'origin/0/1');
    const { stories } = history(
      planted,
      record('too', { attribution: [[ft, again(origin)]] }),
      kill('planted'),
    );
    expect(wordsOf(stories[1]!)).not.toContain(SECRET);
    expect(stories[2]!.sources.get(origin)).toMatchObject({
      unnamed: { descriptor: en(`${SECRET} descriptor`) },
    });
  });

  it('is the present notice, whatever the `asOf`, after several kills', () => {
    const { stories } = history(
      planted,
      kill('planted'),
      reinstate('planted'),
      other,
      takeDown('planted'),
      judge('v', 'else', 'verified'),
    );
    for (const story of stories.slice(1)) {
      expect(stateOf(story, 'planted').withheld).toMatchObject({
        how: 'takenDown',
        notice: en('Taken down'),
      });
      expect(wordsOf(story)).not.toContain(SECRET);
    }
  });

  it('is everything after a reinstatement; in between, only the notice is visible', () => {
    const { stories, rehearsal } = history(planted, kill('planted'), other, reinstate('planted'), corrected);
    const [, before, inside, still, again, last] = stories;
    expect(before).toEqual(fold(rehearsal.events.slice(0, 2), emptyStory));
    for (const story of [inside!, still!]) {
      expect(wordsOf(story)).not.toContain(SECRET);
      expect(stateOf(story, 'planted').withheld).toMatchObject({ how: 'killed', notice: en('Killed') });
    }
    for (const story of [again!, last!]) expect(stateOf(story, 'planted').withheld).toBeNull();
    expect(plain(again)).toEqual(plain(fold(rehearsal.events.slice(0, 5), emptyStory)));
    expect(plain(last)).toEqual(plain(rehearsal.story));
    expect(wordsOf(last!)).toContain(`${SECRET} was wrong`);
  });

  it('contains neither its questions nor its answers to questions of others', () => {
    const asks = record('asks', { raises: [{ id: 'who', text: en('Who?') }] });
    const answers = record('answers', { answers: ['who'] });
    const { stories } = history(asks, answers, kill('answers'));
    expect(stories.map((s) => s.questions.get('who')?.answeredBy)).toEqual([undefined, [], [], []]);
  });
});

/** A claim that is killed twice has first one notice, then the other. Neither repeats its words. */
const anyNotice = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value).replaceAll(/A notice \d+/g, 'A notice'));

describe('public histories', () => {
  const killings = moves(14, 'kill', 'takedown', 'reinstate', 'correct');
  const removals = moves(
    14,
    'kill',
    'takedown',
    'reinstate',
    'correct',
    'remove',
    'withhold',
    'withhold-together',
    'correct-claim',
  );

  it('have at every revision no words that are withheld now, and every claim that a visible development names', () => {
    let withheldOnes = 0;
    fc.assert(
      fc.property(killings, (moved) => {
        const { events } = play(moved);
        const stories = [...publicHistory(events)];
        const now = withheldBy(events, events.length);
        withheldOnes += now.size;
        let desk: Story = emptyStory;
        for (const [i, recorded] of withoutRemoved(events).map(withoutClaims).entries()) {
          desk = evolve(desk, recorded);
          const hidden = new Set([...withheldBy(events, i + 1), ...now]);
          const words = wordsOf(seenWhole(stories[i]!));
          const named = new Set<string>();
          for (const { development, revision } of desk.developments.values()) {
            const mark = new RegExp(`\\(m${revision}\\)|/m${revision}"`);
            const isHidden = hidden.has(development.id);
            const state = stateOfId(stories[i]!, development.id);
            expect(isHidden && mark.test(words)).toBe(false);
            expect(state.withheld !== null).toBe(isHidden);
            if (isHidden) continue;
            const { claims } = stories[i]!;
            const said = development.assertions.filter((a) => claims.has(a.claim));
            expect(anyNotice(state.development)).toEqual(anyNotice({ ...development, assertions: said }));
            for (const { id } of development.claims) named.add(id);
            for (const { claim, stance } of development.assertions)
              if (!['denies', 'declinesComment', 'noKnowledge', 'takesBack'].includes(stance))
                named.add(claim);
          }
          for (const { claim } of claimsOf(desk)) {
            const seen = stories[i]!.claims.get(claim.id);
            expect(anyNotice(named.has(claim.id) ? seen?.claim : claim)).toEqual(anyNotice(claim));
            expect(!seen || everNamed(events.slice(0, i + 1), claim.id, hidden)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(withheldOnes).toBeGreaterThan(30);
  });

  it('change the status of a claim once when it becomes visible, although others denied it before', () => {
    const { stories } = history(
      saying('first', [by('moscow')], 'asserts', talks),
      saying('denial', [by('turkey')], 'denies', talks, false),
      saying('again', [by('washington')], 'asserts', talks, false),
      kill('first'),
    );
    const { current, history: moves } = stories.at(-1)!.claims.get(talks.id)!;
    expect([...moves].map(({ status }) => status)).toEqual(['disputed']);
    expect(moves.last()).toBe(current);
  });

  it('keep the words of a claim of a withheld development that another development named and dropped', () => {
    const { stories } = history(
      saying('first', [by('moscow')], 'asserts', talks),
      saying('second', [by('turkey')], 'asserts', talks),
      kill('first'),
      correct('second', { claims: [], assertions: [] }),
      saying('third', [by('washington')], 'asserts', talks, false),
    );
    expect(stories.at(-2)!.claims.has(talks.id)).toBe(false);
    expect(stories.at(-1)!.claims.get(talks.id)?.claim).toEqual(talks);
  });

  it.each(['safety', 'legal', 'privacy', 'wrong'] as const)(
    'bring words that were killed on grounds of %s back with a later development only where that may be',
    (grounds) => {
      const killed: Step = {
        ref: 'killed',
        command: {
          type: 'kill',
          development: idOf('first'),
          andClaims: false,
          publishes: [],
          grounds,
          reason: 'Asked for.',
          notice: en('Killed'),
          authority: null,
        },
      };
      const first = saying('first', [ft], 'asserts', talks);
      const again = (ref: string, more: object = {}) =>
        record(ref, { attribution: [[by('turkey')]], assertions: says('asserts', ['talks']), ...more });
      const has = (...steps: readonly Step[]) =>
        history(...steps)
          .stories.at(-1)!
          .claims.has('talks');
      const comesBack = grounds === 'wrong';
      // A claim that was visible before keeps them.
      expect(has(first, again('seen'), killed)).toBe(true);
      // Nobody records this by accident.
      given(open, first, killed)
        .when(again('new'))
        .then(comesBack ? made({ type: 'ReportRecorded' }) : refused('claim-not-public'));
      given(open, first, killed)
        .when(record('denied', { attribution: [moscow], assertions: says('denies', ['talks']) }))
        .then(made({ type: 'ReportRecorded' }));
    },
  );

  it('count a denial of a killed claim once another development names the claim, unless it is withdrawn', () => {
    const denial = saying('denies', [by('moscow')], 'denies', talks, false);
    const again = saying('again', [by('turkey')], 'asserts', talks);
    const { stories } = history(saying('first', [ft], 'asserts', talks), kill('first'), denial, again);
    expect(stories.at(-2)!.claims.has(talks.id)).toBe(false);
    expect(stateOf(stories.at(-2)!, 'denies').development.assertions).toEqual([]);
    expect(stories.at(-1)!.claims.get(talks.id)!.current.status).toBe('disputed');
    expect(stateOf(stories.at(-1)!, 'denies').development.assertions).toHaveLength(1);
    const withdrawn: Step = {
      ref: 'withdrawn',
      command: ({ story }) => ({
        type: 'withdraw',
        assertion: story.developments.get(idOf('denies'))!.development.assertions[0]!.id,
        by: 'origin',
        reason: 'Taken back',
      }),
    };
    const taken = history(saying('first', [ft], 'asserts', talks), denial, withdrawn, kill('first'), again);
    expect(taken.stories.at(-1)!.claims.get(talks.id)!.current.status).toBe('reported');
  });

  it('equal the plain fold if nothing was ever withheld', () =>
    fc.assert(
      fc.property(moves(12), (moved) => {
        const events = play(moved.filter((m) => m.do !== 'kill' && m.do !== 'takedown')).events;
        for (const [i, story] of [...publicHistory(events)].entries())
          expect(plain(story)).toEqual(plain(fold(events.slice(0, i + 1), emptyStory)));
      }),
      { numRuns: 40 },
    ));

  it('are the same when they are followed step by step', () =>
    fc.assert(
      fc.property(removals, (moved) => {
        const { events } = play(moved);
        let followed = new PublicFold();
        for (let count = 1; count <= events.length; count++) {
          const known = events.slice(0, count);
          if (changesPast(known.at(-1)!)) followed = publicFold(known);
          else followed.take(known.at(-1)!);
          expect(plain(followed.story)).toEqual(plain([...publicHistory(known)].at(-1)!));
        }
      }),
      { numRuns: 60 },
    ));
});

const withoutClaims = (recorded: Recorded): Recorded =>
  'claims' in recorded.event ? { ...recorded, event: { ...recorded.event, claims: [] } } : recorded;

const stateOfId = (story: Story, id: string) => story.developments.get(id)!;

function withheldBy(events: readonly Recorded[], count: number): Set<string> {
  const withheld = new Set<string>();
  for (const { event } of events.slice(0, count)) {
    if (event.type === 'DevelopmentKilled' || event.type === 'DevelopmentTakenDown')
      withheld.add(event.development);
    if (event.type === 'DevelopmentReinstated') withheld.delete(event.development);
  }
  return withheld;
}

/** Whether a visible development ever named a claim, even if it was corrected since. */
function everNamed(events: readonly Recorded[], claim: string, hidden: ReadonlySet<string>): boolean {
  let story: Story = emptyStory;
  return events.some((recorded) => {
    story = evolve(story, recorded);
    return [...story.developments.values()].some(
      ({ development: d }) =>
        !hidden.has(d.id) &&
        [...d.claims.map((c) => c.id), ...d.assertions.map((a) => a.claim)].includes(claim),
    );
  });
}
