import { flag, list, nullable, object, oneOf, ref, text, type ApiDescription, type Schemas } from '#http';
import { NOTICE_KINDS } from '../notices/notice.js';
import { json } from './write.js';

const ROOT = '/desk/v1/notices';
const NOT_KNOWN = ['store-unavailable', 'event-damaged'] as const;

/** Operations on the notices of each person. */
export const noticeOperations: ApiDescription['operations'] = {
  [`GET ${ROOT}`]: {
    id: 'listNotices',
    description:
      'Notices are kept for 90 days. Nobody gets a notice of what he or she did. Words and names are those of the moment of the answer.',
    answers: { 200: { content: json('StaffNotices') } },
    problems: NOT_KNOWN,
  },
  [`GET ${ROOT}/stream`]: {
    id: 'followNotices',
    description:
      'Each event has a notice. To miss nothing, send the id of the newest notice of the list as `since`. The stream ends when the session or the token ends. One person may have 10 streams open.',
    headers: ['Last-Event-ID'],
    answers: {
      200: { content: { 'text/event-stream': text('Server-sent events; the data of each is a notice.') } },
    },
    problems: ['header-form', 'too-many-followers', 'too-many-requests', ...NOT_KNOWN],
  },
  [`PUT ${ROOT}/seen`]: {
    id: 'markNoticesSeen',
    answers: { 200: { content: json('NoticesSeen') } },
    problems: ['not-found', ...NOT_KNOWN],
  },
};

const NOTICE_ID = text('The id of a notice. Later notices have greater ids, as texts.', {
  pattern: '^[0-9a-f]{16}$',
});

export const noticeSchemas: Schemas = {
  StaffNotice: object(
    {
      id: NOTICE_ID,
      kind: oneOf(
        NOTICE_KINDS,
        '`approved`, `returned`, `taken-over`: to who recorded a development or asked for its review. `killed`: to all who may read stories. `embargo-due`: an embargo has ended and the development is released; to who recorded it, asked for its review or approved it. `mention`: to who is mentioned in a note. `webhooks-failing`: a webhook was switched off; to administrators.',
      ),
      at: ref('Instant'),
      seen: flag('Whether you have seen it.'),
      by: nullable(ref('Person'), 'Who did it; null for Dateline itself.'),
      story: nullable(ref('Uuid')),
      slug: nullable(ref('Slug')),
      development: nullable(ref('Uuid')),
      text: nullable(ref('Text'), 'The present text of the development; null if it was killed.'),
      note: nullable(ref('Uuid'), 'For `mention`: the note.'),
      words: nullable(
        { type: 'string' },
        'For `mention`: the text of the note; null if it was withdrawn. For `returned`: what the author should change.',
      ),
      killed: nullable(
        oneOf(['story', 'development', 'text']),
        'For `killed`: what was killed, taken down or removed.',
      ),
      webhook: nullable(ref('Uuid'), 'For `webhooks-failing`: the webhook.'),
      off: nullable({ type: 'string' }, 'For `webhooks-failing`: why it is off, as in the webhook itself.'),
    },
    { description: 'What concerns one person. Members that its kind does not have are null.' },
  ),
  StaffNotices: object(
    {
      items: list(ref('StaffNotice'), 'The notices, the newest first.'),
      next: nullable({ type: 'string', format: 'uri-reference' }, 'The next page; null for the last.'),
    },
    { description: 'A page of notices.' },
  ),
  NoticesSeen: object(
    { upTo: NOTICE_ID },
    { description: 'The newest notice that you have seen. All before it count as seen, too.' },
  ),
};
