import { CloudEvent, HTTP } from 'cloudevents';
import type { ChangeView } from '#projections';
import { cloudEvent, CLOUD_EVENT } from './cloud-event.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };
const STORY = '5a3c1e00-0000-4000-8000-000000000000';
const change = (more: Partial<ChangeView> = {}): ChangeView => ({
  position: '42',
  id: '5a3c1e00-0000-4000-8000-000000000001',
  type: 'ConfirmationRecorded',
  story: { id: STORY, slug: 'aleppo-talks' },
  revision: '4',
  recordedAt: '2016-12-01T10:30:00.000Z',
  occurred: '2016-11-28/2016-12-01',
  occurredBounds: { from: '2016-11-28T00:00:00.000Z', to: '2016-12-01T23:59:59.999Z' },
  time: '2016-11-28T00:00:00.000Z',
  significance: 'substantive',
  whole: false,
  changes: [{ path: '/claims/talks/status', was: 'reported', is: 'party-confirmed' }],
  ...more,
});

describe('a public event as a CloudEvent', () => {
  it('passes the strict validation of the SDK', () => {
    const event = new CloudEvent({ ...cloudEvent(change(), SITE) }, true);
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      source: `https://archive.example.org/v1/stories/${STORY}`,
      type: 'dateline.ConfirmationRecorded',
      subject: 'aleppo-talks',
      time: '2016-11-28T00:00:00.000Z',
      recordedtime: '2016-12-01T10:30:00.000Z',
      partitionkey: STORY,
    });
  });

  it('survives transport over HTTP in structured mode', () => {
    const sent = cloudEvent(change(), SITE);
    const headers = { 'content-type': `${CLOUD_EVENT}; charset=utf-8` };
    const got = HTTP.toEvent({ headers, body: JSON.stringify(sent) }) as CloudEvent<unknown>;
    expect(got.toJSON()).toMatchObject({ ...sent });
  });

  it('sorts by sequence in the order of positions', () => {
    const positions = ['2', '12', '102', '99999999999999999992'];
    const sequences = positions.map((position) => cloudEvent(change({ position }), SITE).sequence);
    expect([...sequences].reverse().sort()).toEqual(sequences);
  });
});

describe('what an event purges from caches', () => {
  const purge = (more: Partial<ChangeView>) => cloudEvent(change(more), SITE).data.purge;

  it('covers the story by slug and id, its claims, and the lists', () => {
    const { urls, prefixes, tags } = purge({});
    const stories = 'https://archive.example.org/v1/stories';
    expect(urls).toEqual(
      expect.arrayContaining([
        stories,
        `${stories}/aleppo-talks`,
        `${stories}/${STORY}`,
        `${stories}/aleppo-talks.atom`,
        `${stories}/aleppo-talks/developments`,
        `${stories}/aleppo-talks/claims/talks`,
        `https://archive.example.org/v1/timemap/link/${stories}/aleppo-talks`,
      ]),
    );
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.every((url) => URL.canParse(url))).toBe(true);
    expect([prefixes, tags]).toEqual([[], [`story-${STORY}`]]);
  });

  it.each(['StoryKilled', 'StoryTakenDown', 'StoryReinstated', 'DevelopmentKilled', 'DevelopmentReinstated'])(
    'covers every memento after %s, and no other story',
    (type) => {
      const { prefixes } = purge({ type });
      const covers = (url: string): boolean => prefixes.some((prefix) => url.startsWith(prefix));
      expect(covers('https://archive.example.org/v1/stories/aleppo-talks/revisions/3')).toBe(true);
      expect(covers('https://archive.example.org/v1/stories/aleppo-talks?asOf=2016-12-01')).toBe(true);
      expect(covers('https://archive.example.org/v1/stories/aleppo-talks-2')).toBe(false);
      expect(purge({ type }).urls).toContain('https://archive.example.org/v1/corrections.atom');
    },
  );

  it('is bounded, however many claims changed', () => {
    const changes = Array.from({ length: 10_000 }, (_, i) => ({
      path: `/claims/c${i}/status`,
      was: null,
      is: 'reported',
    }));
    expect(purge({ changes }).urls.length).toBeLessThan(150);
  });
});
