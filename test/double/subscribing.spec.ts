import { randomUUID } from 'node:crypto';
import { END, eventTypeFilter, jsonEvent, streamNameFilter, type Position } from '@eventstore/db-client';
import { follow, reports, Scene, until } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('subscribing', () => {
  it('to a stream: the events after a revision, then `caught up`, then new events', async () => {
    await scene.start();
    await scene.client.appendToStream('story-1', reports(3));
    const rest = follow(scene.client.subscribeToStream('story-1', { fromRevision: 0n }));
    const coming = follow(scene.client.subscribeToStream('story-1', { fromRevision: END }));
    const later = follow(scene.client.subscribeToStream('story-2'));
    await until('those of a stream that is there have caught up', () =>
      [rest, coming].every((seen) => seen.includes('caught up')),
    );
    expect(scene.double.subscriptions).toBe(3);
    await scene.client.appendToStream('story-1', reports(1));
    await scene.client.appendToStream('story-10', reports(1));
    await scene.client.appendToStream('story-2', reports(1));
    await until('all is there', () => later.length === 2 && coming.length === 2 && rest.length === 4);
    expect(rest).toEqual(['story-1@1', 'story-1@2', 'caught up', 'story-1@3']);
    expect(coming).toEqual(['caught up', 'story-1@3']);
    // A subscription to a stream that was never written reports nothing before its first event.
    expect(later).toEqual(['story-2@0', 'caught up']);
  });

  it('to all: exclusive of the position, system streams too', async () => {
    await scene.start();
    const { position } = await scene.client.appendToStream('story-1', reports(1));
    await scene.client.setStreamMetadata('story-1', { maxCount: 3 });
    const all = follow(scene.client.subscribeToAll());
    const rest = follow(scene.client.subscribeToAll({ fromPosition: position ?? END }));
    await until('both have caught up', () => [all, rest].every((seen) => seen.includes('caught up')));
    expect(all).toEqual(['story-1@0', '$$story-1@0', 'caught up']);
    expect(rest).toEqual(['$$story-1@0', 'caught up']);
  });

  it('with a filter: only matches, and a checkpoint after a number of events', async () => {
    await scene.start();
    const checkpoints: Position[] = [];
    const filter = streamNameFilter({
      prefixes: ['public-'],
      maxSearchWindow: 5,
      checkpointInterval: 2,
      checkpointReached: (_, position) => void checkpoints.push(position),
    });
    await scene.client.appendToStream('story-1', reports(24));
    await scene.client.appendToStream('public-1', reports(2));
    const seen = follow(scene.client.subscribeToAll({ filter }));
    await until('it has caught up', () => seen.includes('caught up'));
    // While it catches up, checkpoints are between two events, unless the last event was sent.
    expect(checkpoints.map(({ prepare }) => prepare === 0n)).toEqual([true, true, false]);
    await scene.client.appendToStream('story-1', reports(10), { expectedRevision: 23n });
    await until('one follows', () => checkpoints.length === 4);
    expect(checkpoints[3]!.prepare).toBe(checkpoints[3]!.commit);
    expect(seen).toEqual(['public-1@0', 'public-1@1', 'caught up']);
  });

  it('with a filter by several prefixes, by a pattern, and by type', async () => {
    await scene.start();
    await scene.client.appendToStream('a-1', jsonEvent({ type: 'One', data: {} }));
    await scene.client.appendToStream('b-1', jsonEvent({ type: 'Two', data: {} }));
    await scene.client.appendToStream('c-1', jsonEvent({ type: 'Three', data: {} }));
    const filters = [
      streamNameFilter({ prefixes: ['a-', 'c-'] }),
      streamNameFilter({ regex: '^[bc]' }),
      eventTypeFilter({ prefixes: ['T'] }),
      eventTypeFilter({ regex: 'e$' }),
    ];
    const seen = filters.map((filter) => follow(scene.client.subscribeToAll({ filter })));
    await until('all have caught up', () => seen.every((each) => each.includes('caught up')));
    expect(seen.map((each) => each.map((name) => name[0]).join(''))).toEqual(['acc', 'bcc', 'bcc', 'acc']);
  });

  it('ends when the subscriber goes', async () => {
    await scene.start();
    const subscription = scene.client.subscribeToAll();
    const seen = follow(subscription);
    await until('it has caught up', () => seen.includes('caught up'));
    await subscription.unsubscribe();
    await until('it is gone', () => scene.double.subscriptions === 0);
    expect(seen).toEqual(['caught up', 'ended']);
  });

  it('is ended if one append has more events than the server buffers', async () => {
    await scene.start();
    const seen = follow(scene.client.subscribeToAll());
    await until('it has caught up', () => seen.includes('caught up'));
    await scene.client.appendToStream('story-1', reports(500));
    await until('it ended', () => seen.length > 1);
    expect(seen).toEqual(['caught up', 'timeout']);
    await until('it is gone', () => scene.double.subscriptions === 0);
  });

  it('is ended if it reads nothing while much is written, without a message that it fell behind', async () => {
    await scene.start();
    const subscription = scene.client.subscribeToAll();
    const seen = follow(subscription.on('fellBehind', () => seen.push('fell behind')));
    await until('it has caught up', () => seen.includes('caught up'));
    subscription.pause();
    const long = jsonEvent({ type: 'Reported', data: { text: 'x'.repeat(20_000) } });
    const writer = scene.connect(scene.double.url);
    for (let count = 0; scene.double.subscriptions > 0; count += 1)
      await writer.appendToStream(`story-${count}`, { ...long, id: randomUUID() });
    subscription.resume();
    await until('it ended', () => seen.at(-1) === 'timeout');
    expect(seen).not.toContain('fell behind');
  });

  it('does not delay the stop of the server if a subscriber reads nothing', async () => {
    await scene.start();
    for (let part = 0; part < 4; part += 1) await scene.client.appendToStream('story-1', reports(1_000));
    const subscription = scene.client.subscribeToAll();
    const seen = follow(subscription);
    subscription.pause();
    await until('it runs', () => scene.double.subscriptions === 1);
    await scene.double.restart();
    expect(scene.double.subscriptions).toBe(0);
    expect(seen.filter((what) => what === 'caught up')).toEqual([]);
  });
});
