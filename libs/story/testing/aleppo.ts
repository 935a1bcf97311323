import type { LinkInput, SourceStanding } from '../facts/attribution.js';
import type { Claim, ClaimInput, Territory, Verdict } from '../facts/claim.js';
import type { Command } from '../facts/command.js';
import type { AssertionInput, DevelopmentInput, DevelopmentChanges } from '../facts/development.js';
import type { Stance } from '../facts/stance.js';
import type { Removed } from '../values/removed.js';
import type { Occurred, Text } from '../values/text.js';
import { assertionIn, at, idOf, type Step } from './newsroom.js';

export const en = (text: string): Text => ({ en: text });

const DAY = 86_400_000;
/** A day in the world, as EDTF. */
export const day = (date: string): Occurred => ({
  edtf: date,
  from: at(`${date}T00:00`),
  to: at(`${date}T00:00`) + DAY - 1,
});

/** A period of whole days, both included. */
export const period = (first: string, last: string): Occurred => ({
  edtf: `${first}/${last}`,
  from: day(first).from,
  to: day(last).to,
});

/** The end of a day: the meaning of a date without a time. */
export const endOf = (date: string): number => at(`${date}T00:00`) + DAY - 1;

export const proposition = (id: string, text: string, occurred: Occurred | null = null): Claim => ({
  id,
  kind: 'proposition',
  text: en(text),
  occurred,
  place: null,
  territory: null,
  figure: null,
});

export const CLAIMS = {
  talks: proposition('talks', 'Russia and rebel groups hold talks in Turkey'),
  usExcluded: proposition('us-excluded', 'The United States have no part in the talks'),
  aimCeasefire: proposition('aim-ceasefire', 'The talks are to end the fighting in Aleppo'),
  littleProgress: proposition('little-progress', 'The talks make little progress'),
  contacts: proposition('contacts', 'Russia has dealt with opposition groups before'),
  unprecedented: proposition('unprecedented', 'The number of groups at the table is without precedent'),
} as const;

export const territory: Territory = {
  variable: 'east-aleppo-retaken-share',
  area: 'east Aleppo',
  of: 'what jihadist groups held there',
  share: 0.5,
  km2: null,
  comparator: '=',
  controller: 'Syrian army',
  from: 'jihadist groups',
};

export const share = (id: string, value: number, occurred: Occurred | null): Claim => ({
  ...proposition(id, `${value} of what jihadist groups held in east Aleppo is retaken`, occurred),
  kind: 'territory',
  territory: { ...territory, share: value },
});

export const surrendered: Claim = {
  ...proposition('surrendered', 'More than 500 fighters have surrendered to the Syrian army'),
  kind: 'figure',
  figure: {
    variable: 'surrendered',
    what: 'fighters who surrendered',
    of: null,
    unit: null,
    denominator: null,
    period: null,
    count: 500,
    low: null,
    high: null,
    comparator: '>',
  },
};

/** A decision with its deciders. */
export const decision = (
  id: string,
  decidedBy: readonly string[],
  occurred: Occurred | null = null,
): ClaimInput => ({ ...proposition(id, `It is decided: ${id}`, occurred), kind: 'decision', decidedBy });

export const by = (party: string, standing: SourceStanding | null = null): LinkInput => ({ party, standing });

export const unnamed = (
  descriptor: string,
  side: string | null,
  more: Partial<Extract<LinkInput, { unnamed: unknown }>['unnamed']> & {
    readonly standing?: SourceStanding;
  } = {},
): LinkInput => {
  const { standing = null, ...rest } = more;
  return {
    unnamed: {
      origin: null,
      descriptor: en(descriptor),
      count: 1,
      side,
      groundRules: 'background',
      approvedBy: 'editor',
      ...rest,
    },
    standing,
  };
};

/** An existing unnamed source of the story. */
export const again = (origin: string, standing: SourceStanding | null = null): LinkInput => ({
  unnamed: { origin, descriptor: null, count: 1, side: null, groundRules: 'background', approvedBy: null },
  standing,
});

type DocumentInput = Extract<LinkInput, { document: unknown }>['document'];

/** A document or recording; without a title an existing one. */
export const document = (
  title: string | null,
  more: Partial<DocumentInput> & { readonly standing?: SourceStanding | null } = {},
): LinkInput => {
  const { standing = null, ...rest } = more;
  return {
    document: {
      origin: null,
      medium: null,
      title: title === null ? null : en(title),
      issuer: null,
      date: null,
      seen: null,
      sha256: null,
      authenticity: null,
      seenPublic: null,
      public: null,
      ...rest,
    },
    standing,
  };
};

/** A rumour; without words an existing one. */
export const rumour = (words: string | null, origin: string | null = null): LinkInput => ({
  rumour: { origin, descriptor: words === null ? null : en(words) },
  standing: null,
});

export const ORIGINS = { four: idOf('origin four'), official: idOf('origin official') } as const;

export const four = unnamed('four members of the opposition', 'opposition', {
  origin: ORIGINS.four,
  count: 4,
});
export const official = unnamed('a senior opposition official', 'opposition', {
  origin: ORIGINS.official,
  standing: 'principal',
});

export const says = (
  stance: Stance,
  claims: readonly string[],
  more: Partial<Omit<AssertionInput, 'claim' | 'stance'>> = {},
): AssertionInput[] => claims.map((claim) => ({ claim, stance, chains: null, standing: null, ...more }));

/** A development with only the fields that a test needs. */
export const filed = (input: Partial<DevelopmentInput>): DevelopmentInput => ({
  kind: 'report',
  text: en('A report'),
  attribution: [[by('financial-times'), four]],
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

export const record = (ref: string, input: Partial<DevelopmentInput>, when?: number): Step => ({
  ref,
  command: { type: 'record', development: filed(input) },
  ...(when === undefined ? {} : { at: when }),
});

/** One chain takes one stance on one claim, which it also lists. */
export const saying = (
  ref: string,
  chain: readonly LinkInput[],
  stance: Stance,
  of: Claim,
  identify = true,
): Step =>
  record(ref, { attribution: [chain], claims: identify ? [of] : [], assertions: says(stance, [of.id]) });

export const correct = (
  ref: string,
  changes: DevelopmentChanges,
  more: Partial<Extract<Command, { type: 'correct' }>> = {},
): Step => ({
  ref: `correction of ${ref}`,
  command: {
    type: 'correct',
    development: idOf(ref),
    class: 'correction',
    changes,
    withhold: [],
    reason: 'We had it wrong.',
    notice: null,
    ...more,
  },
});

/** A joint correction. */
export const correctTogether = (
  ref: string,
  parts: Partial<Extract<Command, { type: 'correct-story' }>>,
): Step => ({
  ref,
  command: {
    type: 'correct-story',
    class: 'correction',
    headline: null,
    lede: null,
    claims: [],
    developments: [],
    reason: 'We had it wrong.',
    notice: null,
    ...parts,
  },
});

export const withdraw = (ref: string, claim: string, who: 'us' | 'origin', origin?: string): Step => ({
  command: (rehearsal) => ({
    type: 'withdraw',
    assertion: assertionIn(rehearsal, ref, claim, origin),
    by: who,
    reason: 'It is taken back.',
  }),
});

export const retract = (ref: string, who: 'us' | 'outlet'): Step => ({
  command: { type: 'retract', development: idOf(ref), by: who, reason: 'It does not stand.' },
});
export const revokeRetraction = (ref: string): Step => ({
  command: { type: 'revoke-retraction', development: idOf(ref), reason: 'It stands after all.' },
});
export const judge = (ref: string, claim: string, verdict: Verdict, method = 'satellite pictures'): Step => ({
  ref,
  command: {
    type: 'judge',
    claim,
    verdict,
    method,
    methodPublic: true,
    reason: 'We looked.',
  },
});
type KillCommand = Extract<Command, { type: 'kill' | 'takedown' }>;
export const kill = (ref: string | null, more: Partial<KillCommand> = {}): Step => ({
  command: {
    type: 'kill',
    development: ref === null ? null : idOf(ref),
    andClaims: false,
    publishes: [],
    grounds: 'wrong',
    reason: 'Totally wrong.',
    notice: en('Killed'),
    authority: null,
    ...more,
  },
});
export const takeDown = (ref: string | null, more: Partial<KillCommand> = {}): Step => ({
  command: {
    type: 'takedown',
    development: ref === null ? null : idOf(ref),
    andClaims: false,
    publishes: [],
    grounds: 'legal',
    reason: 'By order.',
    notice: en('Taken down'),
    authority: 'a court',
    ...more,
  },
});
/** Removes texts from the past. */
export const remove = (what: Removed, more: Partial<Extract<Command, { type: 'remove' }>> = {}): Step => ({
  ref: `remove ${JSON.stringify(what)}`,
  command: {
    type: 'remove',
    how: 'killed',
    what,
    grounds: 'privacy',
    reason: 'Somebody asked.',
    notice: en('Removed'),
    authority: null,
    ...more,
  },
});
export const reinstate = (ref: string | null): Step => ({
  command: { type: 'reinstate', development: ref === null ? null : idOf(ref), reason: 'It was right.' },
});
export const independence = (origins: readonly [string, string], independent: boolean): Step => ({
  command: { type: 'independence', origins, independent, reason: 'We know both.' },
});

export const open: Step = {
  ref: 'aleppo-talks',
  at: at('2016-12-01T08:00'),
  command: {
    type: 'open',
    slug: 'aleppo-talks',
    language: 'en',
    headline: en('Secret talks on Aleppo'),
    lede: null,
    topics: ['medtop:20000076'],
    places: [],
  },
};

const hour = (time: string): number => at(`2016-12-01T${time}`);
const { talks, usExcluded, aimCeasefire, littleProgress, contacts, unprecedented } = CLAIMS;

/** The first story, step by step. */
export const ALEPPO = {
  open,
  secretTalks: record(
    'secret-talks',
    {
      text: en(
        'Russian officials and rebel groups hold secret talks in Turkey, say four members of the opposition.',
      ),
      claims: [talks, usExcluded, aimCeasefire],
      assertions: says('asserts', ['talks', 'us-excluded', 'aim-ceasefire']),
    },
    hour('09:00'),
  ),
  withoutWashington: record(
    'without-washington',
    {
      attribution: [[by('financial-times'), again(ORIGINS.four)]],
      claims: [littleProgress],
      assertions: says('asserts', ['us-excluded', 'little-progress']),
    },
    hour('09:20'),
  ),
  notTheFirst: record(
    'not-the-first',
    {
      attribution: [[by('financial-times'), again(ORIGINS.four)]],
      claims: [contacts, unprecedented],
      assertions: says('asserts', ['contacts', 'unprecedented']),
    },
    hour('09:40'),
  ),
  riaConfirms: record(
    'ria-confirms',
    {
      kind: 'confirmation',
      attribution: [[by('ria-novosti'), official]],
      assertions: says('confirms', ['talks', 'contacts']),
      raises: [{ id: 'who-negotiates', text: en('Who negotiates?') }],
    },
    hour('10:30'),
  ),
  turkeyDeclines: record(
    'turkey-declines',
    {
      kind: 'noComment',
      attribution: [[by('financial-times'), by('turkey', 'principal')]],
      assertions: says('declinesComment', ['talks']),
      raises: [{ id: 'turkeys-part', text: en('Does Turkey do more than host?') }],
    },
    hour('11:00'),
  ),
  zakharova: record(
    'zakharova',
    {
      kind: 'noveltyDenial',
      attribution: [[by('financial-times'), by('zakharova', 'principal')]],
      assertions: [...says('confirms', ['contacts']), ...says('deniesNovelty', ['talks', 'unprecedented'])],
    },
    hour('11:30'),
  ),
  halfRetaken: record(
    'half-retaken',
    {
      kind: 'territorialGain',
      attribution: [[by('moscow', 'principal')]],
      claims: [share('half-retaken', 0.5, day('2016-12-01'))],
      assertions: says('asserts', ['half-retaken']),
    },
    hour('12:00'),
  ),
  surrender: record(
    'surrender',
    {
      kind: 'figure',
      attribution: [[by('our-desk')]],
      claims: [surrendered],
      assertions: says('asserts', ['surrendered']),
    },
    hour('12:30'),
  ),
  gazetaRelays: record('gazeta-relays', {
    attribution: [[by('gazeta-ru'), by('ria-novosti'), again(ORIGINS.official)]],
    assertions: says('confirms', ['talks']),
  }),
  vestnikRelays: record('vestnik-relays', {
    attribution: [[by('vestnik-kavkaza'), by('gazeta-ru'), by('ria-novosti'), again(ORIGINS.official)]],
    assertions: says('confirms', ['talks']),
  }),
} as const;

/** The eight developments of the first day. */
export const FIRST_DAY: readonly Step[] = [
  ALEPPO.open,
  ALEPPO.secretTalks,
  ALEPPO.withoutWashington,
  ALEPPO.notTheFirst,
  ALEPPO.riaConfirms,
  ALEPPO.turkeyDeclines,
  ALEPPO.zakharova,
  ALEPPO.halfRetaken,
  ALEPPO.surrender,
];
