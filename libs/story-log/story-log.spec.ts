import { decode, type StoredEvent } from '#event-store';
import { UnreadableEvent, type DirectoryEvent, type EventMetadata, type StoryEvent } from '#story';
import { draft, newEvent, readEvent, storedData } from './stored-event.js';
import { publicEventId, publicStreamOf, storyStream } from './stream-names.js';

const STORY = 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e';
const EVENT = 'c4cc255d-b1ee-5601-a018-a3a597c6d61a';
const closed: StoryEvent = { type: 'StoryClosed', reason: 'The talks are over.' };
const at = '2016-12-01T10:00:00.000Z';

describe('stream names', () => {
  it('name the stream of a story in each log', () => {
    expect(storyStream('desk', STORY)).toBe(`story-${STORY}`);
    expect(storyStream('public', STORY)).toBe(`public-${STORY}`);
    expect(publicStreamOf(storyStream('desk', STORY))).toBe(storyStream('public', STORY));
  });

  it('make the id of a public event from the desk event and the index', () => {
    expect(publicEventId(EVENT, 0)).toBe('573d1dff-950d-5353-b3e6-01ea716eea7b');
    expect(publicEventId(EVENT, 1)).not.toBe(publicEventId(EVENT, 0));
  });
});

describe('stored events', () => {
  const stored = (event: Parameters<typeof newEvent>[1], metadata: Omit<EventMetadata, 'schemaVersion'>) =>
    ({ ...newEvent(EVENT, event, metadata), stream: 'a', revision: 4n, position: 9n }) satisfies StoredEvent;

  it('are read as they were written', () => {
    const metadata = { recordedAt: at, recordedBy: 'editor', idempotency: { key: 'k', hash: 'h' } };
    expect(readEvent(stored(closed, metadata))).toEqual({
      recorded: {
        id: EVENT,
        revision: 4,
        recordedAt: Date.parse(at),
        recordedBy: 'editor',
        importedAt: null,
        event: closed,
      },
      metadata: { ...metadata, schemaVersion: 1 },
    });
  });

  it('include those of the directory', () => {
    const side: DirectoryEvent = { type: 'SideDeclared', side: { id: 'russia', name: 'Russia', allies: [] } };
    const { event } = readEvent<DirectoryEvent>(stored(side, { recordedAt: at })).recorded;
    expect(event).toEqual(side);
  });

  it('have the same data and metadata, whichever function makes them', () => {
    const drafted = draft(EVENT, closed, { recordedBy: 'editor' });
    const made = newEvent(EVENT, closed, { recordedBy: 'editor', recordedAt: at });
    expect(drafted).toMatchObject({ id: made.id, type: made.type, data: decode(made.data) });
    expect({ ...drafted.metadata, recordedAt: at }).toEqual(decode(made.metadata));
    expect(storedData(closed)).toEqual(made.data);
  });

  it('are refused where a later release wrote them', () => {
    const event = { ...stored(closed, { recordedAt: at }), type: 'StoryMerged' };
    expect(() => readEvent(event)).toThrow(UnreadableEvent);
  });
});
