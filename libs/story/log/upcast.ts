import type { AnyEvent } from '../facts/event.js';
import { UnreadableEvent } from './unreadable-event.js';

/** For each type the steps from version 1 to 2, from 2 to 3, and so on. Each maps plain data to plain data. */
export type Upcasts = Readonly<Record<string, readonly ((data: object) => object)[]>>;

/** The current version of each type of event. */
export const SCHEMA_VERSIONS: Readonly<Record<AnyEvent['type'], number>> = {
  StoryOpened: 1,
  HeadlineRevised: 2,
  LedeRevised: 2,
  SummaryPinned: 1,
  SummaryUnpinned: 1,
  ReleaseRescheduled: 1,
  StoryClassified: 1,
  StoryClosed: 1,
  StoryReopened: 1,
  StoryKilled: 2,
  StoryTakenDown: 2,
  StoryReinstated: 1,
  ReportRecorded: 1,
  StatementRecorded: 1,
  ConfirmationRecorded: 1,
  DenialRecorded: 1,
  NoveltyDenialRecorded: 1,
  CommentDeclined: 1,
  KnowledgeDisclaimed: 1,
  TerritorialGainRecorded: 1,
  FigureRecorded: 1,
  DevelopmentReleased: 1,
  DevelopmentCorrected: 1,
  DevelopmentRetracted: 1,
  RetractionRevoked: 1,
  DevelopmentKilled: 2,
  DevelopmentTakenDown: 2,
  DevelopmentReinstated: 1,
  AssertionWithdrawn: 1,
  ClaimCorrected: 1,
  StoryTranslated: 1,
  NoticeTranslated: 1,
  NamesTranslated: 1,
  StoryCorrected: 1,
  ClaimsLinked: 1,
  ClaimLinkRevoked: 1,
  ClaimVerified: 1,
  ClaimRefuted: 1,
  ClaimJudged: 1,
  JudgementRevoked: 1,
  SourceIndependenceAssessed: 1,
  TextsRemoved: 2,
  SideDeclared: 1,
  PartyRegistered: 1,
  PartyDescribed: 1,
};

/** The steps for each type with a version above 1. */
const UPCASTS: Upcasts = {
  // In version 1 a headline or lede replaced all scheduled ones.
  HeadlineRevised: [(data) => ({ ...data, clears: true })],
  LedeRevised: [(data) => ({ ...data, clears: true })],
  // Version 1 had no grounds.
  StoryKilled: [(data) => ({ grounds: 'wrong', ...data })],
  StoryTakenDown: [(data) => ({ grounds: 'legal', ...data })],
  DevelopmentKilled: [(data) => ({ grounds: 'wrong', claims: [], publishes: [], ...data })],
  DevelopmentTakenDown: [(data) => ({ grounds: 'legal', claims: [], publishes: [], ...data })],
  // Version 1 compared words with fewer letters as the same. In the public log its removals are done already.
  TextsRemoved: [
    (data) => {
      const { what } = data as { readonly what?: object };
      return what && 'words' in what ? { ...data, what: { ...what, former: true } } : data;
    },
  ],
};

/** Upcasts the data of an old version step by step. The log itself is never rewritten. */
export function upcast(
  type: string,
  version: number,
  data: object,
  upcasts: Upcasts = UPCASTS,
  versions: Readonly<Record<string, number>> = SCHEMA_VERSIONS,
): object {
  const current = versions[type];
  if (current === undefined)
    throw new UnreadableEvent(`The log contains an event of the unknown type ${type}: use a later Dateline.`);
  if (!Number.isInteger(version) || version < 1 || version > current)
    throw new UnreadableEvent(
      `The log contains ${type} in version ${version}, but this Dateline reads versions 1 to ${current}: use a later one.`,
    );
  const steps = upcasts[type] ?? [];
  if (steps.length !== current - 1)
    throw new UnreadableEvent(
      `${type} has version ${current} and ${steps.length} upcast steps: it needs ${current - 1}.`,
    );
  return steps.slice(version - 1).reduce((d, step) => step(d), data);
}
