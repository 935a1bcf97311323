import { setTimeout as pause } from 'node:timers/promises';
import { BACKWARDS, END, jsonEvent } from '@eventstore/db-client';
import type { Position } from '@eventstore/db-client';
import { reports, Scene } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('reading', () => {
  it('reads a stream and the whole log, forward and backward', async () => {
    await scene.start();
    const written = jsonEvent({ type: 'Reported', data: { text: 'Gespräche' }, metadata: { by: 'desk' } });
    const before = Date.now();
    await scene.client.appendToStream('story-1', written);
    await scene.client.appendToStream('story-2', reports(300));
    scene.double.skewClock(86_400_000);
    await scene.client.setStreamMetadata('story-1', { maxCount: 3 });
    for await (const { event } of scene.client.readStream('story-1')) {
      expect(event).toMatchObject({
        id: written.id,
        type: 'Reported',
        data: { text: 'Gespräche' },
        metadata: { by: 'desk' },
        isJson: true,
      });
      expect(Math.abs(Number(event?.created) - before)).toBeLessThan(5_000);
    }
    const all: string[] = [];
    const positions: (Position | undefined)[] = [];
    for await (const { event } of scene.client.readAll()) {
      all.push(`${event?.streamId} ${event?.type}`);
      positions.push(event?.position);
    }
    // The system streams come first.
    expect(all).toHaveLength(304);
    expect(all.slice(0, 2).map((name) => name[0])).toEqual(['$', '$']);
    expect(all.at(-1)).toBe('$$story-1 $metadata');
    const backward: string[] = [];
    let newest: Date | undefined;
    for await (const { event } of scene.client.readAll({ direction: BACKWARDS, fromPosition: END })) {
      backward.push(`${event?.streamId} ${event?.type}`);
      newest ??= event?.created;
    }
    expect(backward).toEqual(all.toReversed());
    expect(Number(newest) - before).toBeGreaterThan(80_000_000);
    const from = positions[2];
    for await (const { event } of scene.client.readAll({ fromPosition: from ?? END, maxCount: 1 })) {
      expect(event?.position).toEqual(from);
    }
    const last: bigint[] = [];
    const tail = { direction: BACKWARDS, fromRevision: END, maxCount: 2 } as const;
    for await (const { event } of scene.client.readStream('story-2', tail)) last.push(event?.revision ?? -1n);
    expect(last).toEqual([299n, 298n]);
  });

  it('finds nothing beyond the end, and fails for a stream that was never written', async () => {
    await scene.start();
    await scene.client.appendToStream('story-1', reports(3));
    const beyond: unknown[] = [];
    for await (const event of scene.client.readStream('story-1', { fromRevision: 7n })) beyond.push(event);
    expect(beyond).toEqual([]);
    await expect(scene.revisions('story-2')).rejects.toMatchObject({
      type: 'stream-not-found',
      streamName: 'story-2',
    });
    expect(await scene.client.getStreamMetadata('story-2')).toEqual({ streamName: 'story-2' });
  });

  it('waits for a slow reader, and stops when a reader has enough', async () => {
    await scene.start();
    for (let part = 0; part < 4; part += 1) await scene.client.appendToStream('story-1', reports(1_000));
    let count = 0;
    for await (const { event } of scene.client.readStream('story-1')) {
      count += 1;
      if (count % 500 === 0) await pause(2);
      if (event?.revision === 2_999n) break;
    }
    expect(count).toBe(3_000);
    expect(await scene.revisions('story-1')).toHaveLength(4_000);
  });
});
