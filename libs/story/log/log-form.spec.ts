import fc from 'fast-check';
import type { AnyEvent } from '../facts/event.js';
import { fromIso, fromLog, toLog } from './log-form.js';
import { filed } from '../testing/aleppo.js';
import { SCHEMA_VERSIONS, upcast } from './upcast.js';
import { UnreadableEvent } from './unreadable-event.js';

const text = { en: 'Words', fr: 'Mots' };
const development = { ...filed({}), id: 'd', attribution: [], claims: [], assertions: [] };
const change = { field: 'text', was: text, is: { en: 'Other words' }, withheld: false };
const side = { id: 'russia', name: 'Russia', allies: ['damascus'] };
const party = { id: 'moscow', name: 'Moscow', type: 'state', side: 'russia', speaksFor: null } as const;

/** One event of each type: without a type this does not compile. */
const EVENTS: Readonly<Record<AnyEvent['type'], AnyEvent>> = {
  ReportRecorded: { type: 'ReportRecorded', development },
  StatementRecorded: { type: 'StatementRecorded', development },
  ConfirmationRecorded: { type: 'ConfirmationRecorded', development },
  DenialRecorded: { type: 'DenialRecorded', development },
  NoveltyDenialRecorded: { type: 'NoveltyDenialRecorded', development },
  CommentDeclined: { type: 'CommentDeclined', development },
  KnowledgeDisclaimed: { type: 'KnowledgeDisclaimed', development },
  TerritorialGainRecorded: { type: 'TerritorialGainRecorded', development },
  FigureRecorded: { type: 'FigureRecorded', development },
  StoryOpened: {
    type: 'StoryOpened',
    story: 's',
    slug: 'aleppo-talks',
    language: 'en',
    headline: text,
    lede: null,
    topics: ['medtop:20000076'],
    places: [{ name: 'Ankara', country: 'TR', geo: { type: 'Point', coordinates: [32.85, 39.93] } }],
  },
  HeadlineRevised: { type: 'HeadlineRevised', headline: text, release: { embargoedUntil: 5 } },
  LedeRevised: { type: 'LedeRevised', lede: text, release: 'held' },
  SummaryPinned: { type: 'SummaryPinned', summary: { text, points: [{ text, claim: 'talks' }] } },
  SummaryUnpinned: { type: 'SummaryUnpinned' },
  ReleaseRescheduled: {
    type: 'ReleaseRescheduled',
    of: 'headline',
    was: 'held',
    is: { embargoedUntil: 5 },
    reason: null,
  },
  StoryClassified: { type: 'StoryClassified', topics: [], places: [] },
  StoryClosed: { type: 'StoryClosed', reason: null },
  StoryReopened: { type: 'StoryReopened', reason: 'It goes on.' },
  StoryReinstated: { type: 'StoryReinstated', reason: 'It was right.' },
  StoryKilled: { type: 'StoryKilled', grounds: 'wrong', reason: 'Wrong.', notice: text },
  StoryTakenDown: {
    type: 'StoryTakenDown',
    grounds: 'legal',
    reason: 'By order.',
    notice: text,
    authority: 'a court',
  },
  DevelopmentReleased: {
    type: 'DevelopmentReleased',
    development: 'd',
    cause: 'embargo',
    publishes: ['talks'],
  },
  DevelopmentCorrected: {
    type: 'DevelopmentCorrected',
    correction: 'c',
    development: 'd',
    class: 'clarification',
    changes: [change],
    reason: 'It could mislead.',
    notice: text,
  },
  DevelopmentRetracted: { type: 'DevelopmentRetracted', development: 'd', by: 'outlet', reason: 'Wrong.' },
  RetractionRevoked: { type: 'RetractionRevoked', development: 'd', reason: 'Right.' },
  DevelopmentKilled: {
    type: 'DevelopmentKilled',
    development: 'd',
    claims: ['talks'],
    publishes: [],
    grounds: 'safety',
    reason: 'Wrong.',
    notice: text,
  },
  TextsRemoved: {
    type: 'TextsRemoved',
    removal: 'r',
    what: { words: ['N. N.'], with: { und: '[…]' } },
    how: 'killed',
    grounds: 'privacy',
    reason: 'Asked for.',
    notice: text,
    authority: null,
  },
  DevelopmentTakenDown: {
    type: 'DevelopmentTakenDown',
    development: 'd',
    claims: [],
    publishes: ['talks'],
    grounds: 'legal',
    reason: null,
    notice: text,
    authority: 'a court',
  },
  DevelopmentReinstated: { type: 'DevelopmentReinstated', development: 'd', reason: null },
  AssertionWithdrawn: { type: 'AssertionWithdrawn', assertion: 'a', by: 'origin', reason: null },
  ClaimCorrected: {
    type: 'ClaimCorrected',
    correction: 'c',
    claim: 'talks',
    changes: [change],
    reason: null,
  },
  StoryTranslated: {
    type: 'StoryTranslated',
    translation: 't',
    language: 'fr',
    parts: [{ type: 'LedeRevised', lede: text, release: 'now', translates: { en: 'Words' } }],
  },
  NoticeTranslated: { type: 'NoticeTranslated', of: { correction: 'c' }, notice: text },
  NamesTranslated: { type: 'NamesTranslated', names: [{ name: 'Ankara', text: { ru: 'Анкара' } }] },
  StoryCorrected: {
    type: 'StoryCorrected',
    correction: 'c',
    class: 'refile',
    parts: [
      { heading: 'headline', changes: [{ field: 'headline', was: text, is: text, withheld: false }] },
      { claim: 'talks', changes: [change] },
      { development: 'd', changes: [change] },
    ],
    reason: 'A slip.',
    notice: null,
  },
  ClaimsLinked: { type: 'ClaimsLinked', id: 'l', from: 'talks', to: 'contacts', relation: 'narrows' },
  ClaimLinkRevoked: { type: 'ClaimLinkRevoked', link: 'l', reason: null },
  ClaimVerified: {
    type: 'ClaimVerified',
    id: 'j',
    claim: 'talks',
    method: 'on the spot',
    methodPublic: true,
    reason: null,
  },
  ClaimRefuted: {
    type: 'ClaimRefuted',
    id: 'j',
    claim: 'talks',
    method: null,
    methodPublic: false,
    reason: null,
  },
  ClaimJudged: {
    type: 'ClaimJudged',
    verdict: 'misleading',
    id: 'j',
    claim: 'talks',
    method: null,
    methodPublic: false,
    reason: null,
  },
  JudgementRevoked: { type: 'JudgementRevoked', judgement: 'j', reason: null },
  SourceIndependenceAssessed: {
    type: 'SourceIndependenceAssessed',
    origins: ['a', 'b'],
    independent: false,
    reason: null,
  },
  SideDeclared: { type: 'SideDeclared', side },
  PartyRegistered: { type: 'PartyRegistered', party },
  PartyDescribed: { type: 'PartyDescribed', party },
};

const metadata = { recordedAt: '2016-12-01T10:00:00.000Z', schemaVersion: 1, recordedBy: 'editor' };
const entry = {
  id: 'e',
  revision: 3,
  type: 'StoryClosed',
  data: { reason: null } as unknown,
  metadata: metadata as unknown,
};

describe('the form of the log', () => {
  it.each(Object.values(EVENTS).map((event) => [event.type, event] as const))(
    'gives %s back as it was written, through JSON',
    (type, event) => {
      const { schemaVersion, ...written } = toLog(event);
      expect(written.type).toBe(type);
      expect(written.data).not.toHaveProperty('type');
      const stored = JSON.parse(
        JSON.stringify({ ...entry, ...written, metadata: { ...metadata, schemaVersion } }),
      );
      expect(fromLog<AnyEvent>(stored)).toStrictEqual({
        id: 'e',
        revision: 3,
        recordedAt: fromIso('2016-12-01T10:00:00.000Z'),
        recordedBy: 'editor',
        importedAt: null,
        event,
      });
    },
  );

  it('has a version of at least 1 for each type of event', () => {
    expect(Object.keys(SCHEMA_VERSIONS).sort()).toEqual(Object.keys(EVENTS).sort());
    expect(Object.values(SCHEMA_VERSIONS).every((v) => Number.isInteger(v) && v >= 1)).toBe(true);
  });

  it('has the editor, or null, and the time of an import', () => {
    const { recordedBy, ...publicly } = metadata;
    expect(recordedBy).toBe('editor');
    const imported = { ...publicly, importedAt: '2016-12-05T00:00:00.001Z' };
    expect(fromLog({ ...entry, metadata: imported })).toMatchObject({
      recordedBy: null,
      importedAt: fromIso('2016-12-05T00:00:00.001Z'),
    });
  });

  it('reads instants of the calendar from the year 0 to 9999', () =>
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (instant) =>
        expect(fromIso(isoOf(instant))).toBe(instant),
      ),
      { numRuns: 2000 },
    ));

  it.each([
    '2016-12-01',
    '2016-12-01T10:00:00Z',
    '2016-12-01T10:00:00.000+01:00',
    ' 2016-12-01T10:00:00.000Z',
    '',
  ])('refuses the time %j', (time) => expect(() => fromIso(time)).toThrow(UnreadableEvent));

  it.each([
    ['a type that no Dateline of today knows', { type: 'StoryMerged' }],
    ['a type that is a word of the language', { type: 'constructor' }],
    ['a later version', { metadata: { ...metadata, schemaVersion: 2 } }],
    ['version 0', { metadata: { ...metadata, schemaVersion: 0 } }],
    ['half a version', { metadata: { ...metadata, schemaVersion: 0.5 } }],
    ['no version', { metadata: { recordedAt: metadata.recordedAt } }],
    ['no time', { metadata: { schemaVersion: 1 } }],
    ['no metadata', { metadata: null }],
    ['metadata that are bytes', { metadata: undefined }],
  ])('refuses an event of %s with a reason', (_, change) =>
    expect(() => fromLog({ ...entry, ...change })).toThrow(UnreadableEvent),
  );
});

describe('upcasting', () => {
  const steps = {
    StoryClosed: [
      (data: object) => ({ ...data, reason: null, steps: ['2'] }),
      (data: object) => ({ ...data, steps: [...(data as { steps: string[] }).steps, '3'] }),
    ],
  };
  const versions = { StoryClosed: 3 };

  it.each([
    [1, {}, { reason: null, steps: ['2', '3'] }],
    [2, { reason: 'x', steps: [] }, { reason: 'x', steps: ['3'] }],
    [3, { reason: 'y' }, { reason: 'y' }],
  ])('applies to version %i the remaining steps in order', (version, data, expected) => {
    const before = structuredClone(data);
    expect(upcast('StoryClosed', version, data, steps, versions)).toEqual(expected);
    expect(data).toEqual(before);
  });

  it('refuses version 4 of a later Dateline', () =>
    expect(() => upcast('StoryClosed', 4, {}, steps, versions)).toThrow(UnreadableEvent));

  it('refuses a list of steps that is too short or too long', () => {
    expect(() => upcast('StoryClosed', 1, {}, { StoryClosed: steps.StoryClosed.slice(1) }, versions)).toThrow(
      /2 steps|needs 2/,
    );
    expect(() => upcast('StoryClosed', 1, {}, steps, { StoryClosed: 2 })).toThrow(UnreadableEvent);
  });

  it.each([
    [{ words: ['김철수'], with: { und: '[…]' } }, { former: true }],
    [{ headline: { en: 'Wrong' }, with: { en: 'Gone' } }, {}],
    [{ places: [] }, {}],
  ])('compares words for a removal of version 1 as that version did', (what, more) => {
    expect(upcast('TextsRemoved', 1, { removal: 'r', what })).toEqual({
      removal: 'r',
      what: { ...what, ...more },
    });
    expect(upcast('TextsRemoved', 2, { removal: 'r', what })).toEqual({ removal: 'r', what });
  });

  it('has all steps for the current version of each type', () => {
    for (const [type, version] of Object.entries(SCHEMA_VERSIONS))
      expect(() => upcast(type, version, {})).not.toThrow();
  });
});

// The machine's calendar, to hold ours against.
// oxlint-disable-next-line eslint/no-restricted-globals
const isoOf = (instant: number): string => new Date(instant).toISOString();
