import { encode, type StoredEvent } from '#event-store';
import { concerns, make, type Known, type Made } from './notice-maker.js';

const STORY = 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e';
const DEVELOPMENT = '53114ee0-6771-5f81-b418-2055bff74db4';
const known: Known = {
  review: () => ({ story: STORY, author: 'author', approver: 'approver' }),
  recordedBy: async () => 'recorder',
};

const stored = (stream: string, type: string, data: object, metadata: object = {}): StoredEvent => ({
  id: '00000000-0000-4000-8000-000000000000',
  stream,
  type,
  revision: 7n,
  position: 42n,
  data: encode(data),
  metadata: encode({
    schemaVersion: 1,
    recordedAt: '2026-12-01T12:00:00.000Z',
    recordedBy: 'editor',
    ...metadata,
  }),
});
const made = (event: StoredEvent, old = false): Promise<Made> => make(event, 'editor', old, known);

const released = (cause: string): StoredEvent =>
  stored(`story-${STORY}`, 'DevelopmentReleased', { development: DEVELOPMENT, cause, publishes: [] });
const review = (type: string, more: object = {}): StoredEvent =>
  stored('reviews', type, { development: DEVELOPMENT, ...more });
const note = (mentions: readonly string[]): StoredEvent =>
  stored(`notes-${STORY}`, 'NoteAdded', {
    id: 'n',
    development: null,
    text: 'x',
    mentions,
    unknownMentions: [],
  });

describe('an event', () => {
  it.each([
    [review('ReviewApproved'), 'approved', ['author', 'recorder']],
    [review('ReviewReturned', { note: 'Why?' }), 'returned', ['author', 'recorder']],
    [review('ReviewTakenOver'), 'taken-over', ['author', 'recorder']],
    [released('embargo'), 'embargo-due', ['recorder', 'author', 'approver']],
    [note(['one', 'two']), 'mention', ['one', 'two']],
    [
      stored('webhooks', 'WebhookSwitchedOff', { webhook: 'w', reason: 'gone' }),
      'webhooks-failing',
      ['verb keep-webhooks'],
    ],
  ])('makes a notice, and none if it is old (%#)', async (event, kind, recipients) => {
    expect(concerns(event)).toBe(true);
    const { notice } = await made(event);
    expect(notice).toMatchObject({ kind, recipients });
    // Only references: a word that is removed later is not in the file of notices.
    expect(JSON.stringify(notice)).not.toContain('Why?');
    expect((await made(event, true)).notice).toBeNull();
  });

  it.each([
    [released('editor')],
    [note([])],
    [stored('webhooks', 'WebhookSwitchedOn', { webhook: 'w' })],
    [stored(`notes-${STORY}`, 'NoteWithdrawn', { id: 'n' })],
    [review('ReviewRequested', { story: STORY, release: 'now', note: null })],
    [stored('reviews', 'ReleaseRuleSet', { mayReleaseAlone: [] })],
    [
      stored(
        `story-${STORY}`,
        'StoryKilled',
        { grounds: 'wrong', reason: null, notice: { en: 'x' } },
        { importedAt: '2026-12-01T12:00:00.000Z' },
      ),
    ],
  ])('makes none (%#)', async (event) => {
    expect((await made(event)).notice).toBeNull();
  });

  it('of an old review is remembered for its later decision', async () => {
    const requested = await made(
      review('ReviewRequested', { story: STORY, release: 'now', note: null }),
      true,
    );
    expect(requested.review).toEqual({
      development: DEVELOPMENT,
      row: { story: STORY, author: 'editor', approver: null },
    });
    const approved = await made(review('ReviewApproved'), true);
    expect(approved.review?.row).toEqual({ story: STORY, author: 'author', approver: 'editor' });
  });

  it('of another stream is passed over', () => {
    for (const event of [
      stored('directory', 'PartyRegistered', {}),
      stored(`story-${STORY}`, 'StoryClosed', {}),
    ])
      expect(concerns(event)).toBe(false);
  });
});
