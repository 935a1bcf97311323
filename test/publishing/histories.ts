import fc from 'fast-check';
import {
  claimsOf,
  GROUNDS,
  Refusal,
  type Claim,
  type Command,
  type DevelopmentInput,
  type LinkInput,
  type Release,
  type Removed,
  type Uuid,
} from '#story';
import {
  asserts,
  by,
  day,
  document,
  en,
  filed,
  idOf,
  open,
  proposition,
  send,
  recordAll,
  unnamed,
  type Step,
  type DeskStory,
} from './desk.js';

/** One step of a generated history: {@link play} makes a command from the numbers, which the story may refuse. */
export interface Move {
  readonly do: (typeof MOVES)[number];
  readonly n: readonly number[];
}

const MOVES = [
  'record',
  'record',
  'record',
  'record',
  'release',
  'release',
  'release',
  'correct',
  'correct',
  'correct',
  'correct-claim',
  'correct-claim',
  'correct-claim',
  'correct-story',
  'correct-story',
  'retract',
  'revoke-retraction',
  'withdraw',
  'judge',
  'revoke-judgement',
  'link',
  'revoke-link',
  'independence',
  'headline',
  'lede',
  'summary',
  'summary',
  'unpin-summary',
  'classify',
  'kill',
  'takedown',
  'reinstate',
  'kill-story',
  'takedown-story',
  'reinstate-story',
  'remove',
  'close',
  'reopen',
] as const;

const numbers = fc.array(fc.nat({ max: 9999 }), { minLength: 10, maxLength: 10 });
const move: fc.Arbitrary<Move> = fc.record({ do: fc.constantFrom(...MOVES), n: numbers });
const recording: fc.Arbitrary<Move> = fc.record({ do: fc.constant('record' as const), n: numbers });

/** Moves that begin with two records. */
export const moves = (atMost: number, atLeast = 0): fc.Arbitrary<readonly Move[]> =>
  fc
    .tuple(recording, recording, fc.array(move, { minLength: atLeast, maxLength: atMost }))
    .map(([a, b, rest]) => [a, b, ...rest]);

const CLAIMS = ['talks', 'contacts', 'progress', 'contact-group'];
const QUESTIONS = ['who', 'where', 'since-when'];
/** Unnamed sources with a fixed origin id: two on background, one on deep background, one off the record. */
const SOURCES: readonly LinkInput[] = [
  unnamed({ origin: idOf('one'), descriptor: en('[[one]]') }),
  unnamed({ origin: idOf('two'), descriptor: en('[[two]]'), side: null }),
  unnamed({
    origin: idOf('deep'),
    descriptor: en('[[private deep]]'),
    groundRules: 'deepBackground',
    side: null,
  }),
  unnamed({ origin: idOf('off'), descriptor: en('[[private off]]'), groundRules: 'offTheRecord' }),
];
/** Ids that no public event may name. */
export const NEVER = [idOf('deep'), idOf('off'), idOf('hidden report')];

const HASH = 'ab'.repeat(32);
/** Documents and a rumour with fixed origin ids. One document is never public. */
const MATERIALS: readonly LinkInput[] = [
  document({
    origin: idOf('report'),
    title: en('[[report]]'),
    issuer: { name: '[[issuer]]' },
    seen: 'https://example.org/[[private seen]]',
    sha256: HASH,
  }),
  document({
    origin: idOf('leak'),
    title: en('[[leak]]'),
    issuer: { party: 'moscow' },
    authenticity: 'verified',
    seen: '[[seen]]',
    seenPublic: true,
  }),
  document({ origin: idOf('video'), medium: 'video', title: en('[[video]]'), authenticity: 'disputed' }),
  document({
    origin: idOf('hidden report'),
    title: en('[[private report]]'),
    issuer: { name: '[[private issuer]]' },
    public: false,
  }),
  { rumour: { origin: idOf('rumour'), descriptor: en('[[rumour]]') }, standing: null },
];

const pick = <T>(from: readonly T[], n: number): T | undefined =>
  from.length === 0 ? undefined : from[n % from.length];
const some = <T>(from: readonly T[], bits: number): T[] => from.filter((_, i) => (bits >> i) % 2 === 1);

/**
 * The input of a development. Each part has a unique mark: from the next revision, and from `among` within one command.
 */
function filing({ story, events }: DeskStory, n: readonly number[], among = 0): DevelopmentInput {
  const mark = (part: string): string => `[[${part} ${events.length + 1_000 * among}]]`;
  const source = SOURCES[n[0]! % 8];
  const attribution: LinkInput[][] = [[by('financial-times'), source ?? by('moscow')]];
  if (n[1]! % 3 === 0) attribution.push([by('turkey')]);
  if (n[1]! % 5 < 2) attribution.push([by('ria-novosti'), MATERIALS[n[0]! % MATERIALS.length]!]);
  if (n[1]! % 4 === 0) attribution.push([by('ria-novosti'), unnamed({ descriptor: en(mark('descriptor')) })]);
  const circulates = attribution.some((chain) => 'rumour' in chain.at(-1)!);
  const named = some(CLAIMS, n[2]!);
  const claims: Claim[] = named
    .filter((id) => !story.claims.has(id))
    .map((id) => proposition(id, mark(`claim ${id}`)));
  const listed = named.flatMap((id) => (n[3]! % 3 === 0 ? (story.claims.get(id)?.claim ?? []) : []));
  return filed({
    text: en(mark('text')),
    attribution,
    claims: [...claims, ...listed],
    assertions: asserts(named, n[4]! % 4 === 0 && !circulates ? 'denies' : 'asserts'),
    raises: some(QUESTIONS, n[5]!).map((id) => ({ id, text: en(`[[question ${id}]]`) })),
    answers: some(QUESTIONS, n[6]!).filter((id) => story.questions.has(id)),
    publishes: n[7]! % 3 === 0 ? CLAIMS.filter((id) => story.claims.has(id)) : [],
    occurred: n[8]! % 2 === 0 ? { ...day('2016-11-28'), edtf: mark('occurred') } : null,
    reportedAt: { ...day('2016-11-29'), edtf: mark('reported') },
    place: { name: mark('place'), country: null, geo: null },
    evidence: [
      { url: `https://example.org/${mark('evidence')}`, sha256: null, public: true },
      { url: `https://example.org/${mark('private evidence')}`, sha256: null, public: false },
    ],
    significance: n[8]! % 4 === 1 ? 'key' : 'substantive',
    release: releaseOf(events.at(-1)!.recordedAt, n[9]!),
  });
}

/** A release. Its embargo ends after the whole history, unless an editor ends it. */
const releaseOf = (now: number, n: number): Release =>
  n % 4 === 0 ? 'held' : n % 4 === 1 ? { embargoedUntil: now + (1 + (n % 7)) * 86_400_000 } : 'now';

/** What a removal may name besides a development. The replacement text has a unique mark. */
function whatToRemove({ story, events }: DeskStory, n: readonly number[]): Removed | null {
  const instead = en(`[[instead ${events.length}]]`);
  const [claim, question, correction] = [
    pick(claimsOf(story), n[0]!),
    pick([...story.questionOrder], n[0]!),
    pick([...story.corrections], n[0]!),
  ];
  switch (n[1]! % 7) {
    case 0:
      return claim ? { claim: claim.claim.id, with: instead } : null;
    case 1:
      return question === undefined ? null : { question, with: instead };
    case 2:
      return correction ? { correction: correction.id, with: instead } : null;
    case 3:
      return { headline: story.headline.text, with: instead };
    case 4:
      return story.lede && { lede: story.lede.text, with: instead };
    case 5:
      return story.summary && { summary: story.summary.text, with: instead };
    default:
      return { words: [`text ${n[2]! % events.length}`, `claim ${CLAIMS[n[3]! % 4]!}`], with: { und: '…' } };
  }
}

/** The parts of a correction. Each changed part has a unique mark. */
function correction(deskStory: DeskStory, development: Uuid, n: readonly number[], among = 0) {
  const was = deskStory.story.developments.get(development)!.development;
  const other = filing(deskStory, n.slice(1).concat(n), among);
  const { text, attribution, raises, answers, place, evidence, occurred } = other;
  const added = other.claims.filter((c) => !was.claims.some((d) => d.id === c.id));
  const claims = [...was.claims.slice(n[3]! % 5 === 0 ? 1 : 0), ...added];
  const all = { text, attribution, raises, answers, place, evidence, occurred, claims };
  const some8 = some(Object.keys(all) as (keyof typeof all)[], n[1]! % 256);
  const fields: (keyof typeof all)[] = n[5]! % 3 === 0 ? ['claims'] : some8;
  const own = [...was.claims, ...claims].map((c) => c.id);
  const changes = {
    ...Object.fromEntries(fields.map((f) => [f, all[f]])),
    ...(fields.includes('claims')
      ? { assertions: asserts(claims.map((c) => c.id)) }
      : n[4]! % 3 === 0
        ? { assertions: asserts(own, 'denies') }
        : {}),
  };
  return { development, changes, withhold: n[2]! % 3 === 0 ? fields.slice(0, 2) : [] };
}

const claimCorrection = ({ events }: DeskStory, { id: claim }: Claim, n: readonly number[]) => ({
  claim,
  changes: { text: en(`[[claim ${claim} ${events.length}]]`) },
  withhold: n[1]! % 2 === 0 ? ['text'] : [],
});

function commandOf(deskStory: DeskStory, { do: what, n }: Move): Command | null {
  const { story, events } = deskStory;
  const mark = (part: string) => en(`[[${part} ${events.length}]]`);
  const reason = `[[private reason ${events.length}]]`;
  const notice = mark('notice');
  const whole = { development: null, andClaims: false, publishes: [] };
  const ended = {
    grounds: pick(GROUNDS, n[9]!)!,
    reason,
    notice,
    authority: `[[authority ${events.length}]]`,
  };
  const development = pick([...story.timeline], n[0]!);
  const claim = pick(claimsOf(story), n[0]!)?.claim;
  switch (what) {
    case 'record':
      return { type: what, development: filing(deskStory, n) };
    case 'release':
      return development
        ? {
            type: what,
            development,
            cause: 'editor',
            publishes: n[1]! % 2 === 0 ? CLAIMS.filter((id) => story.claims.has(id)) : [],
          }
        : null;
    case 'correct':
      return development
        ? { type: what, ...correction(deskStory, development, n), class: 'correction', reason, notice }
        : null;
    case 'correct-claim':
      return claim ? { type: what, ...claimCorrection(deskStory, claim, n), reason } : null;
    case 'correct-story': {
      const named = some([...story.timeline].slice(0, 4), n[9]!);
      return {
        type: what,
        class: 'correction',
        headline: n[7]! % 2 === 0 ? mark('headline') : null,
        lede: n[7]! % 3 === 0 ? mark('lede') : null,
        claims: some(claimsOf(story), n[8]!).map((one) => claimCorrection(deskStory, one.claim, n)),
        developments: named.map((id, i) => correction(deskStory, id, n.slice(i).concat(n), i)),
        reason,
        notice,
      };
    }
    case 'retract':
      return development ? { type: what, development, by: 'us', reason } : null;
    case 'revoke-retraction':
    case 'reinstate':
      return development ? { type: what, development, reason } : null;
    case 'kill':
    case 'takedown':
      return development
        ? {
            type: what,
            development,
            andClaims: n[2]! % 4 === 0,
            publishes: n[3]! % 4 === 0 ? [...story.claimOrder].slice(0, 1) : [],
            ...ended,
          }
        : null;
    case 'remove': {
      const removed = whatToRemove(deskStory, n);
      return removed && { type: what, how: 'killed', what: removed, ...ended };
    }
    case 'kill-story':
      return n[1]! % 2 === 0 ? { type: 'kill', ...whole, ...ended } : null;
    case 'takedown-story':
      return n[1]! % 2 === 0 ? { type: 'takedown', ...whole, ...ended } : null;
    case 'reinstate-story':
      return { type: 'reinstate', development: null, reason };
    case 'withdraw': {
      const assertion = pick(
        [...story.developments.values()].flatMap((d) => d.development.assertions),
        n[0]!,
      );
      return assertion ? { type: what, assertion: assertion.id, by: 'us', reason } : null;
    }
    case 'judge': {
      const methodPublic = n[1]! % 2 === 0;
      const method = `[[${methodPublic ? 'method' : 'private method'} ${events.length}]]`;
      return claim
        ? { type: what, claim: claim.id, verdict: 'verified', method, methodPublic, reason }
        : null;
    }
    case 'revoke-judgement': {
      const judgement = pick(
        claimsOf(story).flatMap((c) => c.judgements),
        n[0]!,
      );
      return judgement ? { type: what, judgement: judgement.id, reason } : null;
    }
    case 'link': {
      const to = pick(claimsOf(story), n[1]!)?.claim.id;
      return claim && to !== undefined ? { type: what, claim: claim.id, to, relation: 'narrows' } : null;
    }
    case 'revoke-link': {
      const link = pick([...story.linkOrder], n[0]!);
      return link === undefined ? null : { type: what, link, reason };
    }
    case 'independence': {
      const origins = [...story.origins.values()].map((o) => o.id);
      const [a, b] = [pick(origins, n[0]!), pick(origins, n[1]!)];
      return a !== undefined && b !== undefined
        ? { type: what, origins: [a, b], independent: n[2]! % 2 === 0, reason }
        : null;
    }
    case 'headline':
      return { type: what, headline: mark('headline'), release: releaseOf(story.updatedAt, n[0]!) };
    case 'lede':
      return { type: what, lede: mark('lede'), release: releaseOf(story.updatedAt, n[0]!) };
    case 'summary': {
      const named = n[1]! % 3 === 0 ? [] : [...story.claimOrder].slice(0, 1 + (n[2]! % 3));
      const points = [...named, null].map((id, i) => ({ text: mark(`point ${i}`), claim: id }));
      return { type: what, summary: { text: mark('summary'), points } };
    }
    case 'unpin-summary':
      return { type: what };
    case 'classify':
      return { type: what, topics: [`[[topic ${events.length}]]`], places: [] };
    case 'close':
      return n[1]! % 2 === 0 ? { type: what, reason, scheduled: n[2]! % 2 === 0 ? 'waits' : 'comes' } : null;
    case 'reopen':
      return { type: what, reason };
  }
}

/** Plays moves at the desk. Refused commands are skipped. With `imported` the events also get an import time. */
export function play(history: readonly Move[], slug = 'aleppo-talks', imported = false): DeskStory {
  const first = { ...open.command, slug } as Command;
  let deskStory = recordAll([{ ref: slug, command: first, imported }]);
  for (const move of history) {
    const command = commandOf(deskStory, move);
    if (!command) continue;
    const step: Step = { ref: `${slug} ${deskStory.events.length}`, command, imported };
    try {
      deskStory = send(deskStory, step);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return deskStory;
}

/** The set of marks in a value. */
export const marksIn = (value: unknown): ReadonlySet<string> =>
  new Set((JSON.stringify(value) ?? '').match(/\[\[[a-z][^\]]*\]\]/g));
