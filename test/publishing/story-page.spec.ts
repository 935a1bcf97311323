import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '#publishing';
import {
  EVENT_OF_KIND,
  isDevelopmentEvent,
  KINDS,
  same,
  type Development,
  type DevelopmentEvent,
  type Document,
  type StoryEvent,
} from '#story';
import { append, emptyDeskStory, publicStream, START } from './desk.js';
import { marksIn } from './histories.js';

type Answer = 'yes' | 'no' | 'partly';
interface Row {
  readonly event: string;
  readonly field: string;
  readonly answer: Answer;
}

const page = readFileSync(join(import.meta.dirname, '../../docs/story.md'), 'utf8');
/** The rows of the last table of the page. */
const rows: readonly Row[] = page
  .slice(page.indexOf('## Event by field'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (event|-)/.test(line))
  .map((line) => {
    const [, event = '', field = '', answer] = line.split('|').map((cell) => cell.trim());
    return { event, field, answer: answer as Answer };
  });

const says = (part: string) => ({ en: `[[${part}]]` });
const hidden = (part: string): string => `[[private ${part}]]`;
const where = { name: '[[place]]', country: 'TR', geo: null };
const time = (part: string) => ({ edtf: `[[${part}]]`, from: 1, to: 2 });
const claim = (id: string) => ({
  id,
  kind: 'proposition' as const,
  text: says(`claim ${id}`),
  occurred: time('when'),
  place: where,
  territory: null,
  figure: null,
});
const decider = { id: '[[decider]]', name: '[[decider name]]', type: 'organization', body: null } as const;
const outlet = {
  id: '[[outlet]]',
  name: '[[outlet name]]',
  type: 'outlet' as const,
  side: null,
  speaksFor: null,
  body: null,
};
const side = { id: '[[side]]', name: '[[side name]]', allies: ['[[ally]]'] };
const origin = {
  id: '[[origin]]',
  kind: 'unnamed' as const,
  speaker: '[[origin]]',
  name: says('descriptor'),
  side,
};

const document = (part: string, seenPublic: boolean): Document => {
  const seen = (what: string): string => (seenPublic ? `[[${part} ${what}]]` : hidden(`${part} ${what}`));
  return {
    origin: `[[${part} document]]`,
    medium: 'text',
    title: says(`${part} title`),
    issuer: { party: outlet },
    date: time(`${part} date`),
    seen: seen('seen'),
    sha256: seen('hash'),
    authenticity: 'verified',
    seenPublic,
    public: true,
  };
};

/** A development with a mark in every part. */
const development = (id: string, more: Partial<Development> = {}): Development => ({
  id,
  kind: 'report',
  text: says('text'),
  attribution: [
    [
      { party: outlet, standing: null },
      {
        unnamed: {
          origin: '[[origin]]',
          descriptor: says('descriptor'),
          count: 4,
          side,
          groundRules: 'background',
          approvedBy: hidden('approver'),
        },
        standing: 'principal',
      },
    ],
    [{ document: document('first', true), standing: null }],
    [{ document: document('second', false), standing: null }],
    [{ rumour: { origin: '[[rumour]]', descriptor: says('rumour words') }, standing: null }],
  ],
  claims: [claim('a'), { ...claim('b'), kind: 'decision', decidedBy: [decider] }],
  assertions: [
    { id: '[[assertion]]', claim: 'a', stance: 'asserts', chains: [0], origin, standing: 'principal' },
  ],
  raises: [{ id: 'asked', text: says('question') }],
  answers: ['asked'],
  publishes: ['a'],
  occurred: time('occurred'),
  reportedAt: time('reported'),
  place: where,
  significance: 'substantive',
  release: 'now',
  evidence: [
    { url: '[[evidence]]', sha256: '[[hash]]', public: true },
    { url: hidden('evidence'), sha256: hidden('hash'), public: false },
  ],
  ...more,
});

const opened: StoryEvent = {
  type: 'StoryOpened',
  story: '[[story]]',
  slug: '[[slug]]',
  language: '[[language]]',
  headline: says('headline'),
  lede: says('lede'),
  topics: ['[[topic]]'],
  places: [where],
};
/** The state of the texts in one language: the mark is a language. */
const languages = { '[[fr]]': { translated: true, toCheck: false } };
const translated: StoryEvent = {
  type: 'ClaimCorrected',
  correction: '[[translation]]',
  claim: 'a',
  class: 'translation',
  changes: [
    {
      field: 'text',
      was: { en: '[[claim a]]' },
      is: { en: '[[claim a]]', fr: '[[in French]]' },
      withheld: false,
    },
  ],
  reason: null,
};
const reason = hidden('reason');
const notice = says('notice');
const change = { field: 'text', was: says('text'), is: says('is'), withheld: false };
const secret = {
  field: 'place',
  was: where,
  is: { name: '[[is]]', country: null, geo: null },
  withheld: true,
};
const judged = { id: '[[judgement]]', claim: 'a', method: '[[method]]', methodPublic: true, reason };
const link: StoryEvent = { type: 'ClaimsLinked', id: '[[link]]', from: 'a', to: 'b', relation: 'narrows' };
const verified: StoryEvent = { type: 'ClaimVerified', ...judged };
/** A second origin, so that the independence of the two can be assessed. */
const second = development('second', {
  claims: [],
  assertions: [
    {
      id: 'of the second',
      claim: 'a',
      stance: 'asserts',
      chains: [0],
      origin: { ...origin, id: '[[another]]' },
      standing: 'principal',
    },
  ],
});
const given: readonly StoryEvent[] = [
  opened,
  { type: 'ReportRecorded', development: development('d') },
  { type: 'ReportRecorded', development: second },
];

type Sample = { readonly before: readonly StoryEvent[]; readonly event: StoryEvent };
const after = (event: StoryEvent, ...before: readonly StoryEvent[]): Sample => ({
  before: [...given, ...before],
  event,
});

/** One event of each type, with a mark in every field that can hold one. A missing type does not compile. */
const SAMPLES: Readonly<Record<Exclude<StoryEvent['type'], DevelopmentEvent['type']>, Sample>> = {
  StoryOpened: { before: [opened], event: given[1]! },
  HeadlineRevised: after({
    type: 'HeadlineRevised',
    headline: says('new headline'),
    release: 'now',
    clears: true,
    languages,
    translates: says('headline'),
  }),
  LedeRevised: after({
    type: 'LedeRevised',
    lede: says('new lede'),
    release: 'now',
    clears: true,
    languages,
    translates: says('lede'),
  }),
  SummaryPinned: after({
    type: 'SummaryPinned',
    summary: { text: says('summary'), points: [{ text: says('point'), claim: 'a' }] },
  }),
  SummaryUnpinned: after(
    { type: 'SummaryUnpinned' },
    { type: 'SummaryPinned', summary: { text: says('summary'), points: [] } },
  ),
  ReleaseRescheduled: after(
    {
      type: 'ReleaseRescheduled',
      of: 'headline',
      was: { embargoedUntil: START + 2 },
      is: { embargoedUntil: START + 3 },
      reason,
    },
    { type: 'HeadlineRevised', headline: says('later'), release: { embargoedUntil: START + 2 } },
  ),
  StoryClassified: after({ type: 'StoryClassified', topics: ['[[topic]]'], places: [where] }),
  StoryClosed: after({ type: 'StoryClosed', reason, scheduled: 'comes' }),
  StoryReopened: after({ type: 'StoryReopened', reason }),
  StoryReinstated: after({ type: 'StoryReinstated', reason }),
  StoryKilled: after({ type: 'StoryKilled', grounds: 'wrong', reason, notice }),
  StoryTakenDown: after({
    type: 'StoryTakenDown',
    grounds: 'legal',
    reason,
    notice,
    authority: '[[authority]]',
  }),
  TextsRemoved: after({
    type: 'TextsRemoved',
    removal: '[[removal]]',
    what: { claim: 'a', with: says('instead') },
    how: 'takenDown',
    grounds: 'privacy',
    reason,
    notice,
    authority: '[[authority]]',
  }),
  DevelopmentReleased: after(
    { type: 'DevelopmentReleased', development: 'held', cause: 'editor', publishes: ['a'] },
    { type: 'ReportRecorded', development: development('held', { release: 'held' }) },
  ),
  DevelopmentCorrected: after({
    type: 'DevelopmentCorrected',
    correction: '[[correction]]',
    development: 'd',
    class: 'clarification',
    changes: [change, secret],
    reason,
    notice,
  }),
  DevelopmentRetracted: after({ type: 'DevelopmentRetracted', development: 'd', by: 'outlet', reason }),
  RetractionRevoked: after({ type: 'RetractionRevoked', development: 'd', reason }),
  DevelopmentReinstated: after({ type: 'DevelopmentReinstated', development: 'd', reason }),
  DevelopmentKilled: after({
    type: 'DevelopmentKilled',
    grounds: 'wrong',
    claims: ['a'],
    publishes: ['a'],
    development: 'd',
    reason,
    notice,
  }),
  DevelopmentTakenDown: after({
    type: 'DevelopmentTakenDown',
    grounds: 'legal',
    claims: ['a'],
    publishes: ['a'],
    development: 'd',
    reason,
    notice,
    authority: '[[authority]]',
  }),
  AssertionWithdrawn: after({ type: 'AssertionWithdrawn', assertion: '[[assertion]]', by: 'origin', reason }),
  ClaimCorrected: after({
    type: 'ClaimCorrected',
    correction: '[[correction]]',
    claim: 'a',
    changes: [{ ...change, was: says('claim a') }, secret],
    reason,
  }),
  StoryCorrected: after({
    type: 'StoryCorrected',
    correction: '[[correction]]',
    class: 'clarification',
    parts: [
      {
        heading: 'headline',
        changes: [
          { field: 'headline', was: opened.headline, is: says('headline, corrected'), withheld: false },
        ],
      },
      { claim: 'a', changes: [{ ...change, was: says('claim a') }, secret] },
      { development: 'd', changes: [change, secret] },
      { development: 'held', changes: [{ ...change, is: says('private') }] },
    ],
    reason,
    notice,
  }),
  StoryTranslated: after({
    type: 'StoryTranslated',
    translation: '[[translation]]',
    language: '[[fr]]',
    parts: [translated],
  }),
  NoticeTranslated: after(
    { type: 'NoticeTranslated', of: { development: 'd' }, notice: says('in French'), languages },
    {
      type: 'DevelopmentKilled',
      grounds: 'wrong',
      claims: [],
      publishes: [],
      development: 'd',
      reason: null,
      notice: says('notice'),
    },
  ),
  NamesTranslated: after({
    type: 'NamesTranslated',
    names: [{ name: '[[place]]', text: { fr: '[[in French]]' } }],
  }),
  ClaimsLinked: after(link),
  ClaimLinkRevoked: after({ type: 'ClaimLinkRevoked', link: '[[link]]', reason }, link),
  ClaimVerified: after(verified),
  ClaimRefuted: after({ type: 'ClaimRefuted', ...judged }),
  ClaimJudged: after({ type: 'ClaimJudged', verdict: 'misleading', ...judged }),
  JudgementRevoked: after({ type: 'JudgementRevoked', judgement: '[[judgement]]', reason }, verified),
  SourceIndependenceAssessed: after({
    type: 'SourceIndependenceAssessed',
    origins: ['[[origin]]', '[[another]]'],
    independent: true,
    reason,
  }),
};

/** The public events of the last event, given those before it. */
function publicForm({ before, event }: Sample): readonly StoryEvent[] {
  const deskStory = before.reduce((t, e) => append(t, e, START), emptyDeskStory);
  const { publication } = publicStream(deskStory.events);
  return publish(publication, append(deskStory, event, START).events.at(-1)!).events;
}

/** The fields of an event, by their names in the table, each with all its values. */
function fieldsOf(event: StoryEvent): ReadonlyMap<string, unknown> {
  if (!isDevelopmentEvent(event)) {
    const { type: _, ...fields } = event;
    return new Map(Object.entries(fields));
  }
  const { attribution, ...fields } = event.development;
  const links = attribution.flat();
  const unnamed = links.flatMap((l) => ('unnamed' in l ? [l.unnamed] : []));
  const documents = links.flatMap((l) => ('document' in l ? [l.document] : []));
  const rumours = links.flatMap((l) => ('rumour' in l ? [l.rumour] : []));
  return new Map<string, unknown>([
    ...Object.entries(fields),
    ['attribution.party', links.flatMap((l) => ('party' in l ? [l.party] : []))],
    ['attribution.standing', links.map((l) => l.standing)],
    ...(['origin', 'descriptor', 'count', 'side', 'groundRules', 'approvedBy'] as const).map(
      (f) => [`attribution.unnamed.${f}`, unnamed.map((u) => u[f])] as const,
    ),
    ...(Object.keys(document('any', true)) as (keyof Document)[]).map(
      (f) => [`attribution.document.${f}`, documents.map((d) => d[f])] as const,
    ),
    ...(['origin', 'descriptor'] as const).map(
      (f) => [`attribution.rumour.${f}`, rumours.map((r) => r[f])] as const,
    ),
  ]);
}

/** The error in a row, given the field's values in the desk log and the public log; null if the row is right. */
function wrongWith({ field, answer }: Row, desk: unknown, seen: unknown): string | null {
  const empty =
    seen === undefined || seen === null || (Array.isArray(seen) && seen.every((one) => one === null));
  const marks = [...marksIn(seen ?? null)];
  if (marks.some((mark) => mark.includes('private'))) return `${field} shows ${marks.join()}`;
  switch (answer) {
    case 'no':
      return (empty || seen === 'now') && marks.length === 0 ? null : `${field} is public`;
    case 'yes':
      return !empty && same(seen, desk) ? null : `${field} is not public as it was recorded`;
    case 'partly':
      return !empty && marks.length > 0 ? null : `${field} is not partly public`;
    default:
      return `${field} has neither yes, no nor partly`;
  }
}

describe('the table of docs/story.md', () => {
  it.each(Object.entries(SAMPLES))('says what is public of %s', (type, sample) => {
    const desk = type === 'StoryOpened' ? opened : sample.event;
    const own = rows.filter((row) => row.event === type);
    const seen = publicForm(sample).find((e) => e.type === type);
    expect(own.map((row) => row.field).sort()).toEqual([...fieldsOf(desk).keys()].sort());
    expect(seen === undefined).toBe(['DevelopmentReleased', 'ReleaseRescheduled'].includes(type));
    const fields = seen ? fieldsOf(seen) : new Map<string, unknown>();
    expect(own.map((row) => wrongWith(row, fieldsOf(desk).get(row.field), fields.get(row.field)))).toEqual(
      own.map(() => null),
    );
  });

  it.each(KINDS)('says what is public of a development of kind %s', (kind) => {
    const event: StoryEvent = { type: EVENT_OF_KIND[kind], development: development('d', { kind }) };
    const seen = publicForm({ before: [opened], event }).find((e) => e.type === EVENT_OF_KIND[kind])!;
    const own = rows.filter((row) => row.event === 'development');
    expect(own.map((row) => row.field).sort()).toEqual([...fieldsOf(event).keys()].sort());
    expect(
      own.map((row) => wrongWith(row, fieldsOf(event).get(row.field), fieldsOf(seen).get(row.field))),
    ).toEqual(own.map(() => null));
  });

  it('has no row without an event', () => {
    const events = new Set([...Object.keys(SAMPLES), 'development']);
    expect(rows.filter((row) => !events.has(row.event))).toEqual([]);
    expect(rows.length).toBeGreaterThan(80);
  });

  it('has the development itself instead of its release', () =>
    expect(publicForm(SAMPLES.DevelopmentReleased)).toMatchObject([
      { type: 'ReportRecorded', development: { id: 'held' } },
    ]));

  it('says `partly` where only a part is public', () => {
    const seen = publicForm({ before: [opened], event: given[1]! }).at(-1) as DevelopmentEvent;
    expect(seen.development.evidence.map((e) => e.url)).toEqual(['[[evidence]]']);
    for (const type of ['DevelopmentCorrected', 'ClaimCorrected'] as const)
      expect(publicForm(SAMPLES[type])).toMatchObject([
        {
          changes: [
            { is: says('is'), withheld: false },
            { was: null, withheld: true },
          ],
        },
      ]);
    for (const type of ['ClaimVerified', 'ClaimRefuted', 'ClaimJudged'] as const) {
      const verdict = type === 'ClaimJudged' ? { verdict: 'unproven' as const } : {};
      const event = { type, ...verdict, ...judged, methodPublic: false } as StoryEvent;
      expect(publicForm(after(event))).toMatchObject([{ type, method: null, methodPublic: false }]);
    }
  });

  it('would fail this test if it said the opposite', () => {
    const row = (answer: Answer): Row => ({ event: 'StoryKilled', field: 'notice', answer });
    expect(wrongWith(row('yes'), notice, null)).not.toBeNull();
    expect(wrongWith(row('yes'), reason, reason)).not.toBeNull();
    expect(wrongWith(row('no'), notice, notice)).not.toBeNull();
    expect(wrongWith(row('partly'), notice, null)).not.toBeNull();
    expect(wrongWith(row('yes'), notice, notice)).toBeNull();
  });
});
