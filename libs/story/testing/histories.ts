import fc from 'fast-check';
import type { LinkInput } from '../facts/attribution.js';
import { RELATIONS, VERDICTS, type Claim, type ClaimChanges, type ClaimInput } from '../facts/claim.js';
import type {
  AssertionInput,
  DevelopmentChanges,
  DevelopmentInput,
  DevelopmentKind,
} from '../facts/development.js';
import { STANCES, type Stance } from '../facts/stance.js';
import { GROUNDS, type Grounds } from '../values/grounds.js';
import type { Command } from '../facts/command.js';
import type { AppendOnlyList } from '../values/append-only-list.js';
import type { Directory } from '../facts/party.js';
import type { Removed } from '../values/removed.js';
import { claimsOf, questionsOf, type Story } from '../state/story.js';
import type { Text, Uuid } from '../values/text.js';
import type { TextChange } from '../values/wording.js';
import {
  by,
  CLAIMS,
  day,
  decision,
  document,
  en,
  filed,
  official,
  open,
  ORIGINS,
  period,
  rumour,
  share,
  surrendered,
  unnamed,
} from './aleppo.js';
import { described, directory, idOf, send, rehearse, type Step, type Rehearsal } from './newsroom.js';

/** One random action of an editor: numbers that become a command, which the story may refuse. */
export interface Move {
  readonly do: (typeof MOVES)[number] | Removing;
  readonly n: readonly number[];
}

const MOVES = [
  'record',
  'record',
  'record',
  'record',
  'record',
  'record',
  'correct',
  'correct',
  'correct-claim',
  'translate',
  'translate',
  'correct-story',
  'correct-story',
  'retract',
  'revoke-retraction',
  'withdraw',
  'withdraw',
  'judge',
  'revoke-judgement',
  'independence',
  'link',
  'revoke-link',
  'kill',
  'takedown',
  'reinstate',
  'reinstate',
  'release',
  'headline',
  'lede',
  'summary',
  'summary',
  'unpin-summary',
  'classify',
  'close-and-reopen',
  'kill-and-reinstate',
  'describe',
] as const;

/** Moves that remove words from the past: only in histories that ask for them. */
type Removing = 'remove' | 'withhold' | 'withhold-together';

const WHO = unnamed('four members of the opposition', 'opposition', { origin: ORIGINS.four, count: 4 });

const report = (more: Parameters<typeof document>[1] = {}): LinkInput =>
  document('An inspection report', {
    origin: idOf('origin report'),
    issuer: { party: 'russian-foreign-ministry' },
    date: day('2016-11-01'),
    seen: 'https://example.org/report',
    sha256: 'ab'.repeat(32),
    public: true,
    ...more,
  });
const WHISPERS = rumour('messages shared on phones', idOf('origin rumour'));

/** All chains of the first story, and others of the same parties. */
export const CHAINS: readonly (readonly LinkInput[])[] = [
  [by('financial-times'), WHO],
  [by('ria-novosti'), official],
  [by('gazeta-ru'), by('ria-novosti'), official],
  [by('financial-times'), by('zakharova', 'principal')],
  [by('moscow', 'principal')],
  [by('financial-times'), by('russian-foreign-ministry')],
  [by('financial-times'), by('turkey', 'principal')],
  [by('ria-novosti'), by('syrian-army', 'witness')],
  [by('washington')],
  [by('financial-times'), by('rebel-groups', 'principal')],
  [by('financial-times')],
  [by('ria-novosti')],
  [by('gazeta-ru'), by('ria-novosti')],
  [by('financial-times'), report()],
  [report()],
  [by('ria-novosti'), report({ authenticity: 'verified' })],
  [report({ authenticity: 'disputed' })],
  [by('gazeta-ru'), report({ public: false })],
  [
    document('A video of the meeting', {
      origin: idOf('origin video'),
      medium: 'video',
      authenticity: 'verified',
    }),
  ],
  [WHISPERS],
  [by('gazeta-ru'), WHISPERS],
];

/** The claims of a history: propositions, one of them without a day, values of two variables, and decisions. */
const POOL: readonly ClaimInput[] = [
  CLAIMS.talks,
  { ...CLAIMS.contacts, occurred: day('2016-11-30') },
  share('forty', 0.4, day('2016-11-28')),
  share('half', 0.5, day('2016-12-01')),
  share('thirty-five', 0.35, day('2016-11-28')),
  share('undated', 0.6, null),
  share('week', 0.45, period('2016-11-28', '2016-12-04')),
  surrendered,
  decision('ceasefire-ordered', ['moscow'], day('2016-11-29')),
  decision('order-annulled', ['turkey', 'russian-foreign-ministry'], day('2016-12-02')),
];

const QUESTIONS = ['who-negotiates', 'turkeys-part', 'how-many'].map((id) => ({
  id,
  text: en(`Question ${id}?`),
}));

const numbers = fc.array(fc.nat({ max: 9999 }), { minLength: 12, maxLength: 12 });
const move: fc.Arbitrary<Move> = fc.record({ do: fc.constantFrom(...MOVES), n: numbers });
const recording: fc.Arbitrary<Move> = fc.record({ do: fc.constant('record' as const), n: numbers });

/** Histories of moves that begin with records; `often` makes some moves more likely. */
export function moves(atMost: number, ...often: Move['do'][]): fc.Arbitrary<readonly Move[]> {
  const chosen =
    often.length === 0 ? move : fc.oneof(move, fc.record({ do: fc.constantFrom(...often), n: numbers }));
  return fc
    .tuple(recording, recording, fc.array(chosen, { maxLength: atMost }))
    .map(([a, b, rest]) => [a, b, ...rest]);
}

const pick = <T>(from: readonly T[], n: number): T | undefined =>
  from.length === 0 ? undefined : from[n % from.length];

function some<T>(from: readonly T[], n: number, atMost: number): T[] {
  const chosen = new Set<T>();
  for (
    let i = 0, left = n;
    i <= n % atMost && from.length > 0;
    i++, left = Math.floor(left / from.length) + 7
  )
    chosen.add(from[left % from.length]!);
  return [...chosen];
}

const stanceOf = (n: number): Stance =>
  pick(n % 3 === 0 ? STANCES : (['asserts', 'confirms', 'denies'] as const), n >> 2)!;

/** A filed development. All of its words contain `mark`, so that a test can find them. */
function filing(story: Story, n: readonly number[], mark: string): DevelopmentInput {
  const attribution = some(CHAINS, n[0]!, 3).map((chain) => [...chain]);
  if (n[1]! % 6 === 0) attribution.push([by('financial-times'), unnamed(`a witness (${mark})`, null)]);
  const claims = some(POOL, n[2]!, 3);
  const assertions: AssertionInput[] = claims.map((c, i) => ({
    claim: c.id,
    stance: stanceOf(n[3 + i]!),
    chains: n[6]! % 3 === 0 ? [n[7]! % attribution.length] : null,
    standing: n[8]! % 5 === 0 ? 'principal' : null,
  }));
  const listed = claims.filter(
    (c) => !story.claims.has(c.id) || (n[9]! % 3 === 0 && story.claims.get(c.id)!.claim === c),
  );
  const bare =
    n[9]! % 4 === 0 ? POOL.filter((c) => !story.claims.has(c.id) && !listed.includes(c)).slice(0, 1) : [];
  const raised = n[10]! % 3 === 0 ? some(QUESTIONS, n[10]!, 2) : [];
  const answers = QUESTIONS.map((q) => q.id).filter(
    (id, i) => story.questions.has(id) && n[11]! % (i + 4) === 0,
  );
  const kind: DevelopmentKind = 'report';
  return filed({
    kind,
    text: en(`What was filed (${mark})`),
    attribution,
    claims: [...listed, ...bare],
    assertions,
    raises: raised,
    answers,
    occurred: n[11]! % 2 === 0 ? day(`2016-11-${20 + (n[11]! % 9)}`) : null,
    place: { name: `A place (${mark})`, country: null, geo: null },
    evidence: [{ url: `https://example.org/${mark}`, sha256: null, public: true }],
    significance: n[11]! % 5 === 0 ? 'key' : 'minor',
  });
}

function changesOf(story: Story, n: readonly number[], id: Uuid, mark: string): DevelopmentChanges {
  const before = story.developments.get(id)!.development;
  const other = filing(story, n, mark);
  switch (n[1]! % 9) {
    case 0:
      return {
        text: [other.text, { fr: `Autrement dit (${mark})` }, { en: other.text['en']!, fr: null }][
          n[3]! % 3
        ]!,
      };
    case 1:
      return {
        attribution: other.attribution,
        assertions: other.assertions,
        claims: [...before.claims, ...notIn(before.claims, other.claims)],
      };
    case 2:
      return {
        assertions: other.assertions,
        claims: [...before.claims, ...notIn(before.claims, other.claims)],
      };
    case 3:
      return {
        claims: before.claims.slice(1),
        assertions: before.assertions.filter((a) => a.claim !== before.claims[0]?.id),
      };
    case 4:
      return { occurred: other.occurred, reportedAt: day('2016-12-02') };
    case 5:
      return { raises: other.raises };
    case 6:
      return { answers: other.answers, place: other.place };
    case 7:
      return { assertions: before.assertions.slice(1) };
    default:
      return {
        claims: before.claims.toReversed(),
        evidence: other.evidence,
        kind: 'statement',
        significance: n[2]! % 3 === 0 ? 'key' : 'substantive',
      };
  }
}

/** A text in one more language, or a new text in all languages. */
const inLanguages = (text: Text, n: number): TextChange =>
  [text, { ...text, fr: `Une note (${n})` }, { ...text, fr: null }][n % 3]!;

/** Translations of some texts into French, or the removal of one. */
function translation(
  { story }: Rehearsal,
  n: readonly number[],
  mark: string,
): Extract<Command, { type: 'translate' }> {
  const words = (what: string, i: number): string | null =>
    n[i]! % 9 === 0 ? null : `${what} en français (${mark})`;
  const withheld = [...story.timeline].filter((id) => story.developments.get(id)?.withheld);
  const noticed = [...story.corrections].filter(({ notice }) => notice).map(({ id }) => id);
  const developments = some([...story.timeline], n[0]!, 2).filter(
    (id) => !story.developments.get(id)?.withheld,
  );
  return {
    type: 'translate',
    language: n[1]! % 4 === 0 ? 'de' : 'fr',
    ...(n[2]! % 3 === 0 ? { headline: words('Un titre', 2) } : {}),
    ...(n[2]! % 5 === 0 && story.lede ? { lede: words('Un chapeau', 3) } : {}),
    scheduled: [],
    developments: developments.map((development) => ({ development, text: words('Ceci', 4) })),
    claims: some(claimsOf(story), n[5]!, 2).map(({ claim }) => ({
      claim: claim.id,
      text: words('Un fait', 5),
    })),
    questions: some(questionsOf(story), n[6]!, 1).map(({ question }) => ({
      question: question.id,
      text: words('Quoi', 6),
    })),
    notices: some([...withheld, ...noticed], n[7]!, 1).map((of) => ({ of, text: words('Un avis', 7) })),
    names: some([...story.named.values()], n[8]!, 2).map(({ name }) => ({ name, text: words('Un nom', 8) })),
  };
}

function claimChangesOf({ id, text, allegation }: Claim, n: readonly number[]): ClaimChanges {
  const mark = n[2]! % 5 === 0 ? { allegation: !allegation } : {};
  if (n[2]! % 15 === 0) return mark;
  return n[2]! % 2 === 0
    ? { occurred: day(`2016-11-${10 + (n[1]! % 20)}`), ...mark }
    : { text: en(`${text['en']!}, in other words (${id})`), ...mark };
}

/** A joint correction of up to three developments, two claims, the headline and the lede. */
function together(story: Story, n: readonly number[], mark: string, withholds: boolean): Command {
  const [words, bits] = [en(`Corrected (${mark})`), n[3]!];
  const withhold = (changes: object): string[] => (withholds ? Object.keys(changes) : []);
  const developments = some([...story.timeline], n[0]!, 3).map((development, i) => {
    const changes = changesOf(story, n.slice(i + 2).concat(n), development, `${mark}x${i}`);
    return { development, changes, withhold: withhold(changes) };
  });
  const claims = some(claimsOf(story), n[1]!, 2).map(({ claim }, i) => {
    const changes = claimChangesOf(claim, n.slice(i));
    return { claim: claim.id, changes, withhold: withhold(changes) };
  });
  return {
    type: 'correct-story',
    class: 'correction',
    headline: bits % 2 === 0 ? words : null,
    lede: bits % 3 === 0 ? words : null,
    claims: bits % 4 === 0 ? [] : claims,
    developments: bits % 7 === 0 ? [] : developments,
    reason: `For a reason (${mark})`,
    notice: words,
  };
}

const notIn = (before: readonly Claim[], claims: readonly ClaimInput[]): ClaimInput[] =>
  claims.filter((c) => !before.some((b) => b.id === c.id));

const endedOn = (grounds: Grounds, reason: string, notice: Text) => ({
  grounds,
  reason,
  notice,
  authority: 'a court',
});

function whatToRemove({ story, events }: Rehearsal, n: readonly number[]): Removed | null {
  const instead = en('Removed');
  const [claim, question] = [pick(claimsOf(story), n[0]!), pick(questionsOf(story), n[0]!)];
  const correction = pick([...story.corrections], n[0]!);
  switch (n[1]! % 7) {
    case 0:
      return claim ? { claim: claim.claim.id, with: instead } : null;
    case 1:
      return question ? { question: question.question.id, with: instead } : null;
    case 2:
      return correction ? { correction: correction.id, with: instead } : null;
    case 3:
      return { headline: story.headline.text, with: instead };
    case 4:
      return story.lede && { lede: story.lede.text, with: instead };
    case 5:
      return story.summary && { summary: story.summary.text, with: instead };
    default:
      return { words: [`m${n[0]! % events.length}`], with: { und: '[…]' } };
  }
}

/** The commands of a move in a story. {@link play} leaves out those that it refuses. */
function stepsOf(rehearsal: Rehearsal, { do: what, n }: Move, now: Directory): readonly Step[] {
  const { story, events } = rehearsal;
  const mark = `m${events.length}`;
  const ref = `made ${events.length}`;
  const step = (command: Step['command']): Step => ({ ref, command, directory: now });
  const development = pick([...story.timeline], n[0]!);
  const claim = pick(claimsOf(story), n[0]!)?.claim;
  const other = pick(claimsOf(story), n[1]!)?.claim;
  const assertion = pick(
    claimsOf(story).flatMap((c) => [...c.byOrigin.values()].flat()),
    n[0]!,
  );
  const reason = `For a reason (${mark})`;
  const notice = en(`A notice ${events.length}`);
  switch (what) {
    case 'record':
      return [step({ type: 'record', development: filing(story, n, mark) })];
    case 'correct':
    case 'withhold': {
      if (!development) return [];
      const changes = changesOf(story, n.slice(2).concat(n), development, mark);
      return [
        step({
          type: 'correct',
          development,
          class: 'correction',
          changes,
          withhold: what === 'withhold' ? Object.keys(changes) : [],
          reason,
          notice: en(`Corrected (${mark})`),
        }),
      ];
    }
    case 'correct-claim':
      return claim
        ? [step({ type: what, claim: claim.id, changes: claimChangesOf(claim, n), withhold: [], reason })]
        : [];
    case 'correct-story':
    case 'withhold-together':
      return [step(together(story, n, mark, what === 'withhold-together'))];
    case 'retract':
      return development
        ? [step({ type: what, development, by: n[1]! % 2 === 0 ? 'us' : 'outlet', reason })]
        : [];
    case 'revoke-retraction':
    case 'reinstate':
      return development ? [step({ type: what, development, reason })] : [];
    case 'release':
      return development ? [step({ type: what, development, cause: 'editor', publishes: [] })] : [];
    case 'kill':
    case 'takedown':
      return development
        ? [
            step({
              type: what,
              development,
              andClaims: n[1]! % 5 === 0,
              publishes: n[2]! % 3 === 0 && claim ? [claim.id] : [],
              ...endedOn(pick(GROUNDS, n[3]!)!, reason, notice),
            }),
          ]
        : [];
    case 'remove': {
      const removed = whatToRemove(rehearsal, n);
      const ended = endedOn(pick(GROUNDS, n[3]!)!, reason, notice);
      return removed ? [step({ type: what, how: 'killed', what: removed, ...ended })] : [];
    }
    case 'withdraw':
      return assertion
        ? [step({ type: what, assertion: assertion.id, by: n[1]! % 2 === 0 ? 'us' : 'origin', reason })]
        : [];
    case 'judge': {
      const verdict = pick(VERDICTS, n[1]!)!;
      return claim
        ? [step({ type: what, claim: claim.id, verdict, method: reason, methodPublic: true, reason })]
        : [];
    }
    case 'revoke-judgement': {
      const judgement = pick(
        claimsOf(story).flatMap((c) => c.judgements),
        n[0]!,
      );
      return judgement ? [step({ type: what, judgement: judgement.id, reason })] : [];
    }
    case 'independence': {
      const origins = [
        ...new Set(claimsOf(story).flatMap((c) => [...c.byOrigin.values()].flat().map((a) => a.origin.id))),
      ];
      const [a, b] = [pick(origins, n[0]!), pick(origins, n[1]!)];
      return a && b ? [step({ type: what, origins: [a, b], independent: n[2]! % 2 === 0, reason })] : [];
    }
    case 'link':
      return claim && other
        ? [
            step({
              type: what,
              claim: claim.id,
              to: other.id,
              relation: RELATIONS[n[2]! % RELATIONS.length]!,
            }),
          ]
        : [];
    case 'revoke-link': {
      const link = pick([...story.linkOrder], n[0]!);
      return link ? [step({ type: what, link, reason })] : [];
    }
    case 'translate':
      return [step(translation(rehearsal, n, mark))];
    case 'headline':
      return [step({ type: what, headline: inLanguages(notice, n[0]!), release: 'now' })];
    case 'lede':
      return [step({ type: what, lede: inLanguages(notice, n[0]!), release: 'now' })];
    case 'summary': {
      const points = [claim, other, null].slice(n[2]! % 3).map((named, i) => ({
        text: en(`Point ${i} (${mark})`),
        claim: named?.id ?? null,
      }));
      return [step({ type: what, summary: { text: en(`What is known (${mark})`), points } })];
    }
    case 'unpin-summary':
      return [step({ type: what })];
    case 'classify':
      return [step({ type: what, topics: [`medtop:${n[0]!}`], places: [] })];
    case 'close-and-reopen':
      return [
        step({ type: 'close', reason: null, scheduled: 'waits' }),
        step({ type: 'reopen', reason: null }),
      ];
    case 'kill-and-reinstate':
      return [
        step({
          type: 'kill',
          development: null,
          andClaims: false,
          publishes: [],
          ...endedOn('wrong', reason, notice),
        }),
        step({ type: 'reinstate', development: null, reason }),
      ];
    case 'describe':
      return [];
  }
}

/** Receives each step of a history: the story before it, the step, and the story after it. */
type Witness = (before: Rehearsal, step: Step, after: Rehearsal) => void;

/** Plays moves, without those that are refused. The descriptions of parties may change on the way. */
export function play(history: readonly Move[], witness: Witness = () => {}): Rehearsal {
  let rehearsal = rehearse([open]);
  let now = directory;
  for (const move of history) {
    if (move.do === 'describe')
      now = described(
        pick(['zakharova', 'turkey', 'rebel-groups'], move.n[0]!)!,
        { side: pick(['turkey', 'opposition', null], move.n[1]!)! },
        now,
      );
    for (const step of stepsOf(rehearsal, move, now)) {
      const outcome = send(rehearsal, step);
      if (outcome.refusal) continue;
      witness(rehearsal, step, outcome);
      rehearsal = { story: outcome.story, events: outcome.events };
    }
  }
  return rehearsal;
}

/** A value with plain arrays instead of its maps and lists. Two stories are equal if these are. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if ('values' in value && typeof value.values === 'function')
    return {
      entries: [...(value as { values(): Iterable<unknown> }).values()]
        .map((v) => JSON.stringify(plain(v)))
        .sort(),
    };
  if ('newestFirst' in value) return [...(value as AppendOnlyList<unknown>)].map(plain);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
