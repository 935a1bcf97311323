import { isDevelopmentEvent, type Recorded, type ReplacedValue, type StoryEvent } from '#story';

/** A text that has words which are to be removed: in what, of which event, and how it is to read. */
export interface RemovedTextView {
  readonly in: RemovedTextKind;
  /** Of the development, claim, question or correction that it belongs to; null where it has none. */
  readonly id: string | null;
  readonly revision: string;
  /** An RFC 6901 pointer into the event. */
  readonly pointer: string;
  readonly is: unknown;
}

export const REMOVED_TEXT_KINDS = [
  'headline',
  'lede',
  'summary',
  'development',
  'claim',
  'question',
  'descriptor',
  'party',
  'place',
  'evidence',
  'correction',
  'notice',
  'judgement',
  'reason',
] as const;
export type RemovedTextKind = (typeof REMOVED_TEXT_KINDS)[number];

/** By a part of the pointer, the first that fits. */
const BY_POINTER: readonly (readonly [RegExp, RemovedTextKind])[] = [
  [/^\/headline/, 'headline'],
  [/^\/lede/, 'lede'],
  [/^\/summary/, 'summary'],
  [/^\/notice/, 'notice'],
  [/^\/reason$/, 'reason'],
  [/\/method$/, 'judgement'],
  [/\/evidence/, 'evidence'],
  [/\/descriptor/, 'descriptor'],
  [/\/(?:party|origin|side|body|decidedBy)\//, 'party'],
  [/\/place\//, 'place'],
  [/\/claims\//, 'claim'],
  [/\/raises\//, 'question'],
  [/^\/(?:parts\/\d+\/)?changes\//, 'correction'],
];

export function removedTextIn(
  { event }: Recorded,
  { revision, pointer, is }: ReplacedValue,
): RemovedTextView {
  const kind = BY_POINTER.find(([part]) => part.test(pointer))?.[1] ?? 'development';
  return { in: kind, id: idIn(event, kind, pointer), revision: String(revision), pointer, is };
}

function idIn(event: StoryEvent, kind: RemovedTextKind, pointer: string): string | null {
  if (isDevelopmentEvent(event)) {
    const [, , list, index] = pointer.split('/');
    if (kind === 'claim' && list === 'claims') return event.development.claims[Number(index)]?.id ?? null;
    if (kind === 'question' && list === 'raises') return event.development.raises[Number(index)]?.id ?? null;
    return event.development.id;
  }
  if ('correction' in event) return event.correction;
  if ('claim' in event) return event.claim;
  return 'development' in event && typeof event.development === 'string' ? event.development : null;
}
