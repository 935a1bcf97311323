import type { Verb } from '#roles';
import type { Uuid } from '#story';

export const NOTICE_KINDS = [
  'approved',
  'returned',
  'taken-over',
  'killed',
  'embargo-due',
  'mention',
  'webhooks-failing',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whom a notice is for: one principal by id, or all who may use a verb. */
export type Recipient = string;

export const allWho = (verb: Verb): Recipient => `verb ${verb}`;

/** What a notice is about. Only references: words are looked up when somebody reads the notice. */
export interface About {
  readonly story?: Uuid;
  readonly development?: Uuid;
  readonly note?: Uuid;
  /** The revision of the return among the reviews: there is what the author should change. */
  readonly review?: number;
  readonly killed?: 'story' | 'development' | 'text';
  readonly webhook?: Uuid;
  /** Why the webhook is off. */
  readonly off?: string;
}

export interface Notice {
  /** Grows with the log. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: number;
  /** The id of who acted; null for Dateline itself. */
  readonly by: string | null;
  readonly about: About;
}

/** A notice and those whom it is for. */
export interface NoticeFor extends Pick<Notice, 'kind' | 'about'> {
  readonly recipients: readonly Recipient[];
}

/** The id of the notice about the event at a position of the desk log. */
export const noticeId = (position: bigint): string => position.toString(16).padStart(16, '0');

export const NOTICE_ID = /^[0-9a-f]{16}$/;
