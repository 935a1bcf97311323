import { END, eventTypeFilter, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { follow, reports, Scene, until } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('subscribing', () => {
  it('to a stream: what is after a revision, then that it caught up, then what comes', async () => {
    await scene.start();
    await scene.client.appendToStream('story-1', reports(3));
    const rest = follow(scene.client.subscribeToStream('story-1', { fromRevision: 0n }));
    const coming = follow(scene.client.subscribeToStream('story-1', { fromRevision: END }));
    const later = follow(scene.client.subscribeToStream('story-2'));
    await until('all have caught up', () =>
      [rest, coming, later].every((seen) => seen.includes('caught up')),
    );
    expect(scene.double.subscriptions).toBe(3);
    await scene.client.appendToStream('story-1', reports(1));
    await scene.client.appendToStream('story-10', reports(1));
    await scene.client.appendToStream('story-2', reports(1));
    await until('all is there', () => later.length === 2 && coming.length === 2 && rest.length === 4);
    expect(rest).toEqual(['story-1@1', 'story-1@2', 'caught up', 'story-1@3']);
    expect(coming).toEqual(['caught up', 'story-1@3']);
    expect(later).toEqual(['caught up', 'story-2@0']);
  });

  it('to all: exclusive of the position, system streams too', async () => {
    await scene.start();
    const { position } = await scene.client.appendToStream('story-1', reports(1));
    await scene.client.setStreamMetadata('story-1', { maxCount: 3 });
    const all = follow(scene.client.subscribeToAll());
    const rest = follow(scene.client.subscribeToAll({ fromPosition: position ?? END }));
    await until('both have caught up', () => all.length === 3 && rest.length === 2);
    expect(all).toEqual(['story-1@0', '$$story-1@0', 'caught up']);
    expect(rest).toEqual(['$$story-1@0', 'caught up']);
  });

  it('with a filter: matches only, and a checkpoint after each so many events', async () => {
    await scene.start();
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['public-'],
      maxSearchWindow: 5,
      checkpointInterval: 2,
      checkpointReached: (_, { commit }) => void checkpoints.push(commit),
    });
    await scene.client.appendToStream('story-1', reports(24));
    await scene.client.appendToStream('public-1', reports(2));
    const seen = follow(scene.client.subscribeToAll({ filter }));
    await until('it has caught up', () => seen.includes('caught up'));
    expect(checkpoints).toEqual([1_280n, 2_560n]);
    await scene.client.appendToStream('story-1', reports(5), { expectedRevision: 23n });
    await until('the checkpoint follows', () => checkpoints.length === 3);
    expect(checkpoints[2]).toBe(3_840n);
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

  it('says that a subscriber fell behind, and that it caught up again, with all events in order', async () => {
    await scene.start();
    const subscription = scene.client.subscribeToAll();
    const told: string[] = [];
    const revisions: bigint[] = [];
    subscription
      .on('data', ({ event }) => revisions.push(event?.revision ?? -1n))
      .on('caughtUp', () => told.push('caught up'))
      .on('fellBehind', () => told.push('fell behind'));
    await until('it has caught up', () => told.length === 1);
    subscription.pause();
    const writer = scene.connect(scene.double.url);
    for (let part = 0; part < 8; part += 1) await writer.appendToStream('story-1', reports(1_000));
    subscription.resume();
    await until('it has all', () => revisions.length === 8_000 && told.length === 3);
    expect(told).toEqual(['caught up', 'fell behind', 'caught up']);
    expect(revisions).toEqual(Array.from({ length: 8_000 }, (_, index) => BigInt(index)));
  });

  it('does not hold up the end of the server when a subscriber takes nothing', async () => {
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
