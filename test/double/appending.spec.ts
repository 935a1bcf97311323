import { jsonEvent } from '@eventstore/db-client';
import { reports, Scene, unary } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('appending', () => {
  for (const [way, options] of [
    ['in batches', {}],
    ['one by one', unary],
  ] as const) {
    it(`${way}: writes at the expected revision, and otherwise reports the actual one`, async () => {
      await scene.start();
      const append = (expectedRevision: bigint | 'no_stream' | 'any' | 'stream_exists', stream = 'story-1') =>
        scene.client.appendToStream(stream, reports(2), { expectedRevision, ...options });
      expect(await append('no_stream')).toMatchObject({ success: true, nextExpectedRevision: 1n });
      const { position } = await append(1n);
      expect(position?.commit).toBeGreaterThan(0n);
      await expect(append(0n)).rejects.toMatchObject({
        type: 'wrong-expected-version',
        streamName: 'story-1',
        expectedVersion: 0n,
        actualVersion: 3n,
      });
      await expect(append('no_stream')).rejects.toMatchObject({
        expectedVersion: 'no_stream',
        actualVersion: 3n,
      });
      await expect(append(4n, 'story-2')).rejects.toMatchObject({ actualVersion: 'no_stream' });
      await expect(append('stream_exists', 'story-2')).rejects.toMatchObject({
        expectedVersion: 'stream_exists',
        actualVersion: 'no_stream',
      });
      expect(await append('any')).toMatchObject({ nextExpectedRevision: 5n });
      expect(await append('stream_exists')).toMatchObject({ nextExpectedRevision: 7n });
      expect(await scene.revisions('story-1')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(scene.double.calls.batchAppend > 0).toBe(way === 'in batches');
    });

    it(`${way}: recognises a repetition, and takes the next expected revision as a new append`, async () => {
      await scene.start();
      const events = reports(2);
      const append = (expectedRevision: bigint | 'no_stream' | 'any') =>
        scene.client.appendToStream('story-1', events, { expectedRevision, ...options });
      const first = await append('no_stream');
      expect(await append('no_stream')).toEqual(first);
      expect(await append('any')).toEqual(first);
      expect(await append(1n)).toMatchObject({ nextExpectedRevision: 3n });
      expect(await append('no_stream')).toEqual(first);
      const overlapping = [...events.slice(1), ...reports(1)];
      await expect(
        scene.client.appendToStream('story-1', overlapping, { expectedRevision: 0n, ...options }),
      ).rejects.toMatchObject({ type: 'wrong-expected-version' });
    });

    it(`${way}: refuses more than the limit`, async () => {
      await scene.start({ maxAppendSize: 1_000 });
      const long = jsonEvent({ type: 'Reported', data: { text: 'x'.repeat(1_000) } });
      await expect(scene.client.appendToStream('story-1', long, options)).rejects.toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: 1_000,
      });
      await expect(scene.revisions('story-1')).rejects.toMatchObject({ type: 'stream-not-found' });
    });
  }

  it('orders the appends of one stream that are sent without waiting', async () => {
    await scene.start();
    // The client itself lets the second append overtake the first one that it sends over a connection.
    await scene.client.appendToStream('story-1', reports(1));
    const sent = Array.from({ length: 50 }, (_, index) =>
      scene.client.appendToStream('story-1', reports(1), { expectedRevision: BigInt(index) }),
    );
    await Promise.all(sent);
    expect(await scene.revisions('story-1')).toHaveLength(51);
  });

  it('gets single appends from a client that finds no server features', async () => {
    await scene.start({ features: 'none' });
    await scene.client.appendToStream('story-1', reports(1));
    expect(scene.double.calls).toMatchObject({ append: 1, batchAppend: 0 });
  });
});
