import type { NewEvent } from '#event-store';
import { eventsOf, ScratchLog } from '#event-store/contract';
import { PublishedEvents } from './published-events.js';

describe('published events', () => {
  let scratch: ScratchLog;
  beforeEach(() => {
    scratch = new ScratchLog();
  });
  afterEach(() => scratch.remove());

  it('are found before and after they appear in the public log', async () => {
    const log = await scratch.openHere();
    const published = new PublishedEvents(log, null);
    const events = eventsOf(2);
    const [first, last] = events as [NewEvent, NewEvent];
    const awaited = published.find(last.id, () => true);
    await log.append('public-a', 'no_stream', events);
    const found = { revision: 1n, position: 1n, recordedAt: null };
    expect(await awaited).toEqual(found);
    expect(await published.find(last.id, () => false)).toEqual(found);
    expect(await published.find(first.id, () => false)).toMatchObject({ revision: 0n });
    published.close();
  });

  it('are waited for only as long as the waiter is patient', async () => {
    const published = new PublishedEvents(await scratch.openHere(), null);
    let looks = 0;
    expect(await published.find('none', () => (looks += 1) < 3)).toBeNull();
    expect(looks).toBe(3);
    published.close();
  });
});
