import { fromLog, type CorrectedPart, type EventMetadata, type StoryEvent } from '#story';
import { cut, padded } from './cells.js';
import { inLine, plain } from './plain.js';
import { textIn } from './words.js';

/** An event of the desk log. */
export interface LogItem {
  readonly id: string;
  readonly type: string;
  readonly revision: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

const WORDS = 72;

/** One line for an event: revision, time of recording, author, type and a few words. */
export function logLine(item: LogItem, width: number | null): string {
  const { revision, type, metadata } = item;
  const by = padded(cut(inLine(metadata.recordedBy ?? '-'), 16), 16);
  const head = `${revision.padStart(5)}  ${plain(metadata.recordedAt)}  ${by}  ${padded(plain(type), 26)}  `;
  const line = head + cut(wordsOf(item), WORDS);
  return (width === null ? line : cut(line, width)).trimEnd();
}

/** A few words of the event; none for an event of a later version of Dateline. */
function wordsOf({ id, type, revision, data, metadata }: LogItem): string {
  try {
    const { event } = fromLog({ id, type, revision: Number(revision), data, metadata });
    return inLine(short(event) ?? '');
  } catch {
    return '';
  }
}

const said = (text: Readonly<Record<string, string>> | null): string => textIn(text, 'en');
const because = (what: string, reason: string | null): string =>
  reason === null ? what : `${what}: ${reason}`;
const shortId = (id: string): string => id.slice(0, 8);

function short(event: StoryEvent): string {
  switch (event.type) {
    case 'StoryOpened':
    case 'HeadlineRevised':
      return said(event.headline);
    case 'LedeRevised':
      return said(event.lede);
    case 'SummaryPinned':
      return said(event.summary.text);
    case 'SummaryUnpinned':
      return '';
    case 'ReleaseRescheduled':
      return because(`${event.of} ${waits(event.was)} → ${waits(event.is)}`, event.reason);
    case 'StoryClassified':
      return [...event.topics, ...event.places.map((place) => place.name)].join(', ');
    case 'StoryClosed':
    case 'StoryReopened':
    case 'StoryReinstated':
      return event.reason ?? '';
    case 'StoryKilled':
    case 'StoryTakenDown':
      return said(event.notice);
    case 'ReportRecorded':
    case 'StatementRecorded':
    case 'ConfirmationRecorded':
    case 'DenialRecorded':
    case 'NoveltyDenialRecorded':
    case 'CommentDeclined':
    case 'KnowledgeDisclaimed':
    case 'TerritorialGainRecorded':
    case 'FigureRecorded':
      return said(event.development.text);
    case 'DevelopmentReleased':
      return `${shortId(event.development)}, by ${event.cause === 'embargo' ? 'the end of its embargo' : 'an editor'}`;
    case 'DevelopmentCorrected':
      return because(`${shortId(event.development)} ${fields(event.changes)}`, event.reason);
    case 'DevelopmentRetracted':
      return because(`${shortId(event.development)} by ${event.by}`, event.reason);
    case 'RetractionRevoked':
    case 'DevelopmentReinstated':
      return because(shortId(event.development), event.reason);
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown':
      return `${shortId(event.development)}: ${said(event.notice)}`;
    case 'TextsRemoved':
      return `${Object.keys(event.what).find((what) => what !== 'with')}: ${said(event.notice)}`;
    case 'AssertionWithdrawn':
      return because(`${shortId(event.assertion)} by ${event.by}`, event.reason);
    case 'ClaimCorrected':
      return because(`${event.claim} ${fields(event.changes)}`, event.reason);
    case 'StoryTranslated':
      return because(event.language ?? 'more languages', event.parts.map(short).join('; '));
    case 'NoticeTranslated':
      return said(event.notice);
    case 'NamesTranslated':
      return event.names.map(({ name }) => name).join(', ');
    case 'StoryCorrected':
      return because(event.parts.map(partWords).join('; '), event.reason);
    case 'ClaimsLinked':
      return `${event.from} ${event.relation} ${event.to}`;
    case 'ClaimLinkRevoked':
      return because(shortId(event.link), event.reason);
    case 'ClaimVerified':
    case 'ClaimRefuted':
      return because(event.claim, event.reason);
    case 'ClaimJudged':
      return because(`${event.claim} ${event.verdict}`, event.reason);
    case 'JudgementRevoked':
      return because(shortId(event.judgement), event.reason);
    case 'SourceIndependenceAssessed':
      return because(
        `${event.origins.join(', ')} ${event.independent ? 'are' : 'are not'} independent`,
        event.reason,
      );
  }
}

const partWords = (part: CorrectedPart): string =>
  'heading' in part
    ? part.heading
    : `${'claim' in part ? part.claim : shortId(part.development)} ${fields(part.changes)}`;

const waits = (release: string | { readonly embargoedUntil: number }): string =>
  typeof release === 'object' ? new Date(release.embargoedUntil).toISOString() : release;

const fields = (changes: readonly { readonly field: string }[]): string =>
  changes.map(({ field }) => field).join(', ');
