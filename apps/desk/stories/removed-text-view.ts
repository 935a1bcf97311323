import { isDevelopmentEvent, type Recorded, type ReplacedValue, type StoryEvent } from '#story';

/** A text with words to remove, and how it reads without them. */
export interface RemovedTextView {
  readonly in: RemovedTextKind;
  /** The id of its development, claim, question or correction; null for other texts. */
  readonly id: string | null;
  readonly revision: string;
  /** A JSON Pointer (RFC 6901) into the event. */
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

/** The kind of a text by its pointer; the first match decides. */
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
