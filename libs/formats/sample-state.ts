import type { StateView } from '#projections';
import type { ChainView, ClaimView, DevelopmentView } from './view.js';

const uuid = (n: number): string => `5a3c1e00-0000-5000-8000-${String(n).padStart(12, '0')}`;
const at = (hour: number): string => `2016-12-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const page = <T>(items: readonly T[], next: string | null = null) => ({ total: items.length, next, items });

const ALEPPO = {
  name: 'Aleppo',
  country: 'SY',
  geo: { type: 'Point', coordinates: [37.16, 36.2] },
} as const;
const RIA = {
  party: 'ria-novosti',
  name: 'RIA Novosti',
  type: 'outlet',
  side: null,
  speaksFor: null,
} as const;
const OFFICIAL: ChainView = [
  RIA,
  {
    unnamed: {
      origin: uuid(900),
      descriptor: { en: 'a senior opposition official', fr: 'un haut responsable de l’opposition' },
      count: 1,
      side: 'opposition',
    },
    standing: 'principal',
  },
];
const REPORT: ChainView = [
  RIA,
  {
    document: {
      origin: uuid(901),
      medium: 'text',
      title: { en: 'Inspection report <1>', fr: 'Rapport d’inspection <1>' },
      issuer: { name: 'a harbour office' },
      date: '2016-11-01',
      seen: 'a reading room',
      sha256: null,
      authenticity: 'unverified',
    },
  },
];
const VIDEO: ChainView = [
  {
    document: {
      origin: uuid(902),
      medium: 'video',
      title: { en: 'The minister at the table' },
      issuer: { party: 'russian-foreign-ministry', name: 'Russian foreign ministry', type: 'organization' },
      date: '2016-11/2016-12',
      seen: 'https://archive.example.org/video?a=1&b=2',
      sha256: 'ab'.repeat(32),
      authenticity: 'verified',
    },
    standing: 'witness',
  },
];
const RUMOUR: ChainView = [
  RIA,
  { rumour: { origin: uuid(903), descriptor: { en: 'messages shared on phones' } } },
];
const ZAKHAROVA: ChainView = [
  { ...RIA, party: 'financial-times', name: 'Financial Times' },
  {
    party: 'zakharova',
    name: 'Maria Zakharova',
    type: 'person',
    side: 'russia',
    speaksFor: 'russian-foreign-ministry',
    standing: 'principal',
  },
];

const DAY = { from: '2016-12-01T00:00:00.000Z', to: '2016-12-01T23:59:59.999Z' };

function development(n: number, more: Partial<DevelopmentView>): DevelopmentView {
  return {
    id: uuid(n),
    kind: 'confirmation',
    text: { en: `An official confirms the talks <${n}> & more.`, fr: `Un responsable confirme <${n}>.` },
    attribution: [OFFICIAL],
    claims: [],
    assertions: [],
    raises: [],
    answers: [],
    occurred: '2016-11-28/2016-12-01',
    occurredBounds: { from: '2016-11-28T00:00:00.000Z', to: '2016-12-01T23:59:59.999Z' },
    reportedAt: '2016-12-01',
    reportedAtBounds: DAY,
    place: ALEPPO,
    significance: 'substantive',
    evidence: [],
    revision: String(n),
    recordedAt: at(8 + n),
    updatedAt: at(8 + n),
    imported: null,
    corrections: 0,
    retracted: null,
    withheld: null,
    ...more,
  };
}

function claim(id: string, status: ClaimView['status'], more: Partial<ClaimView> = {}): ClaimView {
  return {
    id,
    kind: 'proposition',
    text: { en: `The claim ${id}`, fr: `L’affirmation ${id}` },
    occurred: '2016-12-01',
    occurredBounds: DAY,
    place: null,
    territory: null,
    figure: null,
    decidedBy: null,
    status,
    support: 'single-origin',
    authority: 'none',
    contest: 'uncontested',
    flags: [{ flag: 'anonymous-only' }],
    because: [uuid(500)],
    explanation: { en: `Why ${id} is ${status}.`, fr: `Pourquoi ${id} est ${status}.` },
    since: at(9),
    revision: '1',
    assertions: page([
      {
        id: uuid(500),
        development: uuid(1),
        stance: 'confirms',
        chain: OFFICIAL,
        origin: uuid(900),
        standing: 'principal',
        recordedAt: at(9),
        stands: true,
        withdrawn: null,
        retracted: null,
      },
    ]),
    ...more,
  };
}

const GONE = {
  text: {},
  attribution: [],
  occurred: null,
  occurredBounds: null,
  reportedAt: null,
  reportedAtBounds: null,
  place: null,
};
const TERRITORY = {
  variable: 'east-aleppo-retaken-share',
  area: 'east Aleppo',
  of: 'what jihadist groups held there',
  share: 0.5,
  km2: null,
  comparator: '=',
  controller: 'Syrian army',
  from: null,
} as const;
const FIGURE = {
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
} as const;

/** A public state with everything that a format renders. No real story is like it. */
export const sampleState: StateView = {
  id: uuid(0),
  slug: 'aleppo-talks',
  asOf: null,
  validAt: null,
  revision: '9',
  position: '92',
  headline: { en: 'Secret talks on Aleppo', fr: 'Pourparlers secrets sur Alep' },
  lede: { en: 'Talks without the United States.' },
  summary: {
    text: { en: 'Talks are held, and who leads them is not known.' },
    points: [
      {
        text: { en: 'Talks are held' },
        claim: { id: 'talks', kind: 'proposition', status: 'verified', flags: [] },
      },
      { text: { en: 'Nobody says who leads them' }, claim: null },
    ],
    revision: '8',
    pinnedAt: at(16),
  },
  language: 'en',
  topics: ['medtop:20000076'],
  places: [ALEPPO, { name: 'Ankara', country: 'TR', geo: null }],
  status: 'closed',
  notice: null,
  openedAt: at(8),
  updatedAt: at(17),
  claims: page([
    claim('talks', 'verified'),
    claim('unprecedented', 'refuted'),
    claim('us-excluded', 'withdrawn'),
    claim('half-retaken', 'claimed', { kind: 'territory', place: ALEPPO, territory: TERRITORY }),
    claim('surrendered', 'reported', { kind: 'figure', figure: FIGURE }),
  ]),
  questions: page([
    {
      id: 'who-negotiates',
      text: { en: 'Who negotiates?' },
      open: true,
      raisedBy: uuid(1),
      answeredBy: [],
      recordedAt: at(9),
    },
  ]),
  corrections: page([
    {
      id: uuid(701),
      claim: 'talks',
      class: 'clarification',
      notice: null,
      changes: [{ field: 'text', was: { en: 'Talks' }, is: { en: 'The claim talks' } }],
      revision: '8',
      at: at(16),
    },
    {
      id: uuid(700),
      development: uuid(1),
      class: 'correction',
      notice: { en: 'We had the place wrong.' },
      changes: [{ field: 'place', withheld: true }],
      revision: '7',
      at: at(15),
    },
  ]),
  developments: page([
    development(4, {
      ...GONE,
      updatedAt: at(14),
      withheld: { how: 'takenDown', grounds: 'legal', notice: {}, authority: 'a court', at: at(14) },
    }),
    development(3, {
      ...GONE,
      updatedAt: at(13),
      withheld: {
        how: 'killed',
        grounds: 'wrong',
        notice: { en: 'It was wrong.' },
        authority: null,
        at: at(13),
      },
    }),
    development(2, {
      kind: 'noveltyDenial',
      attribution: [ZAKHAROVA],
      retracted: { by: 'outlet', at: at(12) },
      updatedAt: at(12),
    }),
    development(1, {
      attribution: [OFFICIAL, [RIA]],
      claims: ['talks'],
      assertions: [
        {
          id: uuid(500),
          claim: 'talks',
          stance: 'confirms',
          chains: [0],
          origin: uuid(900),
          standing: 'principal',
        },
      ],
      raises: [{ id: 'who-negotiates', text: { en: 'Who negotiates?' } }],
      evidence: [{ url: 'https://archive.example.org/a?b=1&c=2', sha256: null, public: true }],
      corrections: 1,
      updatedAt: at(15),
    }),
    development(5, { kind: 'report', attribution: [REPORT, VIDEO, RUMOUR] }),
  ]),
};

/** The same story, killed: it has only a notice. */
export const sampleKilled: StateView = {
  ...sampleState,
  headline: {},
  lede: null,
  summary: null,
  topics: [],
  places: [],
  status: 'killed',
  notice: {
    how: 'killed',
    grounds: 'wrong',
    notice: { en: 'The story was wrong.' },
    authority: null,
    at: at(18),
  },
  claims: page([]),
  questions: page([]),
  corrections: page([]),
  developments: page([]),
};
