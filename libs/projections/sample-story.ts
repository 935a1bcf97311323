import {
  EVENT_OF_KIND,
  KINDS,
  originOf,
  STANCES,
  type Chain,
  type Claim,
  type Development,
  type DevelopmentKind,
  type Document,
  type Origin,
  type Recorded,
  type StoryEvent,
} from '#story';

const START = Date.UTC(2016, 11, 1, 8);
const HOUR = 3_600_000;
const SAMPLE = '5a3c1e00-0000-5000-8000-000000000000';
const uuid = (n: number): string => `5a3c1e00-0000-5000-8000-${String(n).padStart(12, '0')}`;
const day = (edtf: string) => ({
  edtf,
  from: Date.parse(`${edtf}T00:00:00Z`),
  to: Date.parse(`${edtf}T23:59:59.999Z`),
});

const side = (id: string) => ({ id, name: id, allies: [] });
const moscow: Origin = {
  id: 'moscow',
  kind: 'party',
  speaker: 'moscow',
  name: { und: 'Moscow' },
  side: side('russia'),
};
const official: Origin = {
  id: uuid(900),
  kind: 'unnamed',
  speaker: uuid(900),
  name: { en: 'two officials' },
  side: side('opposition'),
};
const outlet = {
  id: 'ria-novosti',
  name: 'RIA Novosti',
  type: 'outlet',
  side: null,
  speaksFor: null,
  body: null,
} as const;
const CHAINS: readonly Chain[] = [
  [
    { party: outlet, standing: null },
    {
      party: { ...outlet, id: 'moscow', name: 'Moscow', type: 'state', side: side('russia') },
      standing: 'principal',
    },
  ],
  [
    { party: outlet, standing: null },
    {
      unnamed: {
        origin: uuid(900),
        descriptor: { en: 'two officials' },
        count: 2,
        side: side('opposition'),
        groundRules: null,
        approvedBy: null,
      },
      standing: 'principal',
    },
  ],
];

/** Sources that are not persons: an unverified document, a verified one, and a rumour. */
const report: Document = {
  origin: uuid(901),
  medium: 'text',
  title: { en: 'An inspection report' },
  issuer: { name: 'a harbour office' },
  date: day('2016-11-01'),
  seen: 'https://example.org/report',
  sha256: 'ab'.repeat(32),
  authenticity: 'unverified',
  seenPublic: null,
  public: null,
};
const MATERIALS: readonly Chain[] = [
  [
    { party: outlet, standing: null },
    { document: report, standing: null },
  ],
  [
    {
      document: {
        ...report,
        origin: uuid(902),
        medium: 'video',
        issuer: { party: { ...outlet, id: 'moscow', name: 'Moscow', type: 'state', side: side('russia') } },
        authenticity: 'verified',
      },
      standing: null,
    },
  ],
  [
    { party: outlet, standing: null },
    { rumour: { origin: uuid(903), descriptor: { en: 'leaflets' } }, standing: null },
  ],
];

const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  kind: 'proposition',
  text: { en: `The claim ${id}`, ru: 'Переговоры' },
  occurred: null,
  place: null,
  territory: null,
  figure: null,
  ...more,
});
const share = (id: string, value: number, when: string): Claim =>
  claim(id, {
    kind: 'territory',
    occurred: day(when),
    territory: {
      variable: 'share-retaken',
      area: 'the city',
      of: 'the whole',
      share: value,
      km2: null,
      comparator: '=',
      controller: 'the army',
      from: null,
    },
  });

const order = (id: string, by: string): Claim =>
  claim(id, {
    kind: 'decision',
    occurred: day('2016-12-01'),
    decidedBy: [{ id: by, name: by, type: 'state', body: null }],
  });

function development(n: number, kind: DevelopmentKind, more: Partial<Development>): StoryEvent {
  const whole: Development = {
    id: uuid(n),
    kind,
    text: {
      en: `Development ${n}, été`,
      ar: 'محادثات سرية، ٢٠١٦',
      // One letter of each kind that is folded for search.
      und: 'Ĳß ı ł ŋ ə æþ ɓ ґ ם ς ᲀ ٱ ʻ a\u00adb 계엄령 停火 ไทย',
    },
    attribution: CHAINS,
    claims: [],
    assertions: [],
    raises: [],
    answers: [],
    publishes: [],
    occurred: null,
    reportedAt: day('2016-12-01'),
    place: { name: 'Ankara', country: 'TR', geo: null },
    significance: 'substantive',
    release: 'now',
    evidence: [],
    ...more,
  };
  return { type: EVENT_OF_KIND[kind], development: whole };
}

const says = (n: number, about: string, stance: (typeof STANCES)[number], origin: Origin, chain: number) => ({
  id: uuid(n),
  claim: about,
  stance,
  chains: [chain],
  origin,
  standing: 'principal' as const,
});

const EVENTS: readonly StoryEvent[] = [
  {
    type: 'StoryOpened',
    story: SAMPLE,
    slug: 'sample',
    language: 'en',
    headline: { en: 'A sample' },
    lede: null,
    topics: ['medtop:20000076'],
    places: [],
  },
  development(1, 'report', {
    claims: [claim('talks'), share('half', 0.5, '2016-12-01')],
    assertions: [says(101, 'talks', 'asserts', official, 1), says(102, 'half', 'asserts', moscow, 0)],
    raises: [{ id: 'who', text: { en: 'Who?' } }],
  }),
  development(5, 'statement', {
    claims: [order('ordered', 'russia'), order('lifted', 'moscow')],
    assertions: [says(105, 'ordered', 'asserts', official, 1), says(106, 'lifted', 'asserts', moscow, 0)],
  }),
  { type: 'ClaimsLinked', id: uuid(107), from: 'lifted', to: 'ordered', relation: 'annuls' },
  ...KINDS.map((kind, i) =>
    development(10 + i, kind, {
      claims: [share(`share-${i}`, i / 10, i < 5 ? '2016-11-28' : '2016-12-03')],
      assertions: [
        says(
          110 + i,
          'talks',
          STANCES[i % STANCES.length]!,
          i % 2 === 0 ? moscow : official,
          i % 2 === 0 ? 0 : 1,
        ),
        says(130 + i, `share-${i}`, 'asserts', moscow, 0),
      ],
      answers: i === 3 ? ['who'] : [],
    }),
  ),
  development(50, 'report', {
    attribution: MATERIALS,
    claims: [claim('leaks'), claim('floods')],
    assertions: [
      says(150, 'leaks', 'asserts', originOf(MATERIALS[0]!), 0),
      says(151, 'leaks', 'asserts', originOf(MATERIALS[1]!), 1),
      says(152, 'floods', 'asserts', originOf(MATERIALS[2]!), 2),
    ],
  }),
  { type: 'HeadlineRevised', headline: { en: 'A sample, revised' }, release: 'now' },
  { type: 'LedeRevised', lede: { en: 'A lede' }, release: 'now' },
  { type: 'HeadlineRevised', headline: { en: 'To come' }, release: { embargoedUntil: 9e12 } },
  { type: 'LedeRevised', lede: { en: 'A lede to come' }, release: 'held' },
  {
    type: 'SummaryPinned',
    summary: {
      text: { en: 'What is known of the sample' },
      points: [
        { text: { en: 'There are talks' }, claim: 'talks' },
        { text: { en: 'Of others nothing is known' }, claim: null },
      ],
    },
  },
  {
    type: 'ReleaseRescheduled',
    of: 'headline',
    was: { embargoedUntil: 9e12 },
    is: { embargoedUntil: 8e12 },
    reason: null,
  },
  { type: 'StoryClassified', topics: [], places: [{ name: 'Aleppo', country: 'SY', geo: null }] },
  {
    type: 'DevelopmentCorrected',
    correction: uuid(200),
    development: uuid(10),
    class: 'correction',
    changes: [
      { field: 'text', was: {}, is: { en: 'Corrected' }, withheld: true },
      { field: 'kind', was: 'report', is: 'statement', withheld: false },
      { field: 'significance', was: 'substantive', is: 'key', withheld: false },
    ],
    reason: null,
    notice: { en: 'We had it wrong' },
  },
  {
    type: 'ClaimCorrected',
    correction: uuid(201),
    claim: 'talks',
    changes: [
      { field: 'text', was: { en: 'The claim talks' }, is: { en: 'The claim, corrected' }, withheld: false },
    ],
    reason: null,
  },
  {
    type: 'StoryTranslated',
    translation: uuid(208),
    language: 'fr',
    parts: [
      {
        type: 'HeadlineRevised',
        headline: { en: 'A headline', fr: 'Un titre' },
        languages: { fr: { translated: true, toCheck: false } },
        translates: { en: 'A headline' },
        release: 'now',
      },
      {
        type: 'ClaimCorrected',
        correction: uuid(208),
        claim: 'talks',
        class: 'translation',
        changes: [
          {
            field: 'text',
            was: { en: 'The claim, corrected' },
            is: { en: 'The claim, corrected', fr: 'Le fait' },
            withheld: false,
          },
          { field: 'languages', was: null, is: { fr: { translated: true, toCheck: true } }, withheld: false },
        ],
        reason: null,
      },
    ],
  },
  { type: 'NamesTranslated', names: [{ name: 'Moscow', text: { fr: 'Moscou' } }] },
  {
    type: 'StoryCorrected',
    correction: uuid(206),
    class: 'clarification',
    parts: [
      {
        heading: 'lede',
        changes: [{ field: 'lede', was: null, is: { en: 'A lede, corrected' }, withheld: false }],
      },
      {
        claim: 'talks',
        changes: [
          {
            field: 'text',
            was: { en: 'The claim, corrected', fr: 'Le fait' },
            is: { en: 'The claim, corrected again' },
            withheld: true,
          },
        ],
      },
      {
        development: uuid(10),
        changes: [
          { field: 'text', was: { en: 'Corrected' }, is: { en: 'Corrected again' }, withheld: false },
        ],
      },
    ],
    reason: null,
    notice: { en: 'It was wrong in three places' },
  },
  { type: 'ClaimsLinked', id: uuid(202), from: 'talks', to: 'half', relation: 'narrows' },
  { type: 'ClaimLinkRevoked', link: uuid(202), reason: null },
  { type: 'ClaimsLinked', id: uuid(203), from: 'half', to: 'talks', relation: 'broadens' },
  {
    type: 'ClaimVerified',
    id: uuid(204),
    claim: 'talks',
    method: 'two calls',
    methodPublic: true,
    reason: null,
  },
  { type: 'JudgementRevoked', judgement: uuid(204), reason: null },
  { type: 'ClaimRefuted', id: uuid(205), claim: 'half', method: null, methodPublic: false, reason: null },
  // A verdict replaces another one, and is revoked.
  {
    type: 'ClaimJudged',
    id: uuid(207),
    claim: 'half',
    verdict: 'missing-context',
    method: null,
    methodPublic: false,
    reason: null,
  },
  { type: 'JudgementRevoked', judgement: uuid(207), reason: null },
  { type: 'SourceIndependenceAssessed', origins: ['moscow', uuid(900)], independent: true, reason: null },
  { type: 'DevelopmentRetracted', development: uuid(13), by: 'outlet', reason: null },
  { type: 'RetractionRevoked', development: uuid(13), reason: null },
  { type: 'AssertionWithdrawn', assertion: uuid(101), by: 'origin', reason: null },
  development(40, 'report', { release: 'held' }),
  { type: 'DevelopmentReleased', development: uuid(40), cause: 'editor', publishes: [] },
  {
    type: 'DevelopmentKilled',
    development: uuid(11),
    claims: ['share-1'],
    publishes: [],
    grounds: 'wrong',
    reason: null,
    notice: { en: 'Killed' },
  },
  {
    type: 'NoticeTranslated',
    of: { development: uuid(11) },
    notice: { en: 'Killed', fr: 'Retiré' },
    languages: { fr: { translated: true, toCheck: false } },
  },
  {
    type: 'TextsRemoved',
    removal: uuid(206),
    what: { places: [{ revision: 0, pointer: '/headline/en', is: 'A […]' }] },
    how: 'killed',
    grounds: 'privacy',
    reason: null,
    notice: { en: 'A name was removed' },
    authority: null,
  },
  // The same removal again: it makes no other row, and followers fetch the story again.
  {
    type: 'TextsRemoved',
    removal: uuid(206),
    what: { places: [{ revision: 0, pointer: '/headline/en', is: 'A […] […]' }] },
    how: 'killed',
    grounds: 'privacy',
    reason: null,
    notice: { en: 'A name was removed' },
    authority: null,
  },
  {
    type: 'DevelopmentTakenDown',
    development: uuid(12),
    claims: [],
    publishes: ['talks'],
    grounds: 'safety',
    reason: null,
    notice: { en: 'Taken down' },
    authority: 'a court',
  },
  { type: 'DevelopmentReinstated', development: uuid(12), reason: null },
  { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: { en: 'Killed' } },
  { type: 'StoryReinstated', reason: null },
  {
    type: 'StoryTakenDown',
    grounds: 'legal',
    reason: null,
    notice: { en: 'Taken down' },
    authority: 'a court',
  },
  { type: 'StoryReinstated', reason: null },
  { type: 'SummaryUnpinned' },
  { type: 'StoryClosed', reason: null },
  { type: 'StoryReopened', reason: null },
];

/** A story with every kind of event, for the fingerprint of the fold. */
export const sampleEvents: readonly Recorded[] = EVENTS.map((event, revision) => ({
  id: uuid(1_000 + revision),
  revision,
  recordedAt: START + revision * HOUR,
  recordedBy: null,
  importedAt: null,
  event,
}));
