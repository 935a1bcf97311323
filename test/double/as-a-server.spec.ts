import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { isClusterUrl } from '#event-store';
import { ClusterDouble } from './index.js';
import { byPrefix, isFailed, ofAll, ofStream, WireClient, type Failed, type Sent } from './wire-client.js';

/**
 * The observed behaviour of EventStoreDB 23.10.6, one test per observation. The tests always run against the double.
 * With `EVENTSTORE_URL` (one host) they also run against that server. They contain only requests that the server
 * answered.
 */
const server = process.env['EVENTSTORE_URL'] ?? '';
const servers = ['the double', ...(isClusterUrl(server) ? ['the server'] : [])];

describe.each(servers)('%s behaves as the observed server:', (which) => {
  let double: ClusterDouble | null = null;
  let wire: WireClient;
  let prefix: string;
  let url: string;
  const stream = (name = 'a'): string => `${prefix}${name}`;

  beforeAll(async () => {
    double =
      which === 'the double' ? await ClusterDouble.start({ commitTakes: 150, droppedAfter: 2_000 }) : null;
    url = double?.url ?? server;
    wire = new WireClient(url);
  });
  beforeEach(() => {
    prefix = `row${randomUUID().slice(0, 8)}-`;
  });
  afterAll(async () => {
    wire.close();
    await double?.stop();
  });

  const some = (count: number): Sent[] => Array.from({ length: count }, () => ({ id: randomUUID() }));
  const written = (answer: AppendResp | Failed): AppendResp => {
    if (isFailed(answer)) throw new Error(answer.details);
    return answer;
  };
  const placeOf = (answer: AppendResp | Failed): bigint =>
    BigInt(written(answer).getSuccess()!.getPosition()!.getCommitPosition());
  const revisionOf = (answer: AppendResp | Failed): string =>
    written(answer).getSuccess()!.getCurrentRevision();
  const conflicts = (answer: AppendResp | Failed): boolean => written(answer).hasWrongExpectedVersion();
  const answers = (found: readonly ReadResp[] | Failed): readonly ReadResp[] => {
    if (isFailed(found)) throw new Error(found.details);
    return found;
  };
  const revisions = async (name: string): Promise<readonly string[]> =>
    answers(await wire.read(ofStream(name))).flatMap(
      (answer) => answer.getEvent()?.getEvent()?.getStreamRevision() ?? [],
    );

  describe('appending', () => {
    it('drops an append while the same one is being committed, and answers the next attempt with its result', async () => {
      const events = some(1);
      const first = wire.append(stream(), 'no_stream', events);
      const second = wire.append(stream(), 'no_stream', events);
      await first;
      const again = await wire.append(stream(), 'no_stream', events);
      expect(placeOf(again)).toBe(placeOf(await first));
      // A fast server had nothing to drop.
      const dropped = await second;
      const [code, timedOut] = isFailed(dropped)
        ? [dropped.code, /timed out/.test(dropped.details)]
        : [0, false];
      expect([
        [10, true],
        [0, false],
      ]).toContainEqual([code, timedOut]);
      expect(code === 10 || double === null).toBe(true);
      expect(await revisions(stream())).toEqual(['0']);
    });

    it('recognises a repetition even if later events exist, whatever the expected revision', async () => {
      const events = some(2);
      const first = placeOf(await wire.append(stream(), 'no_stream', events));
      await wire.append(stream(), 1n, some(1));
      for (const expected of ['any', 'stream_exists', 'no_stream'] as const)
        expect(placeOf(await wire.append(stream(), expected, events))).toBe(first);
      expect(await revisions(stream())).toEqual(['0', '1', '2']);
    });

    it('takes a stream that has only metadata as an existing one', async () => {
      expect(conflicts(await wire.append(stream(), 'stream_exists', some(1)))).toBe(true);
      await wire.append(`$$${stream()}`, 'any', [{ data: Buffer.from('{"$maxCount":100}') }]);
      expect(revisionOf(await wire.append(stream(), 'stream_exists', some(1)))).toBe('0');
    });

    it('answers an append without events with a position', async () => {
      expect(placeOf(await wire.append(stream(), 'no_stream', []))).toBeGreaterThan(0n);
    });

    it('counts only data towards the limit of an append, and refuses messages over 16 MiB', async () => {
      const [half, much] = [new Uint8Array(512 * 1024), new Uint8Array(900 * 1024)];
      written(
        await wire.append(stream(), 'no_stream', [
          { data: half, metadata: much, contentType: 'application/octet-stream' },
        ]),
      );
      expect(await wire.append(stream(), 'any', [{ data: half }, { data: much }])).toMatchObject({
        code: 3,
        exception: 'maximum-append-size-exceeded',
      });
      const tooLarge = await wire.append(stream(), 'any', [{ data: new Uint8Array(16 * 1024 * 1024 + 1) }]);
      expect(tooLarge).toMatchObject({
        code: 8,
        details: expect.stringContaining('exceeds the maximum configured message size'),
      });
    });

    it('refuses an append without the kind of data or the expected revision', async () => {
      expect(await wire.append(stream(), 'any', [{ contentType: null }])).toMatchObject({ code: 3 });
      expect(await wire.append(stream(), null, some(1))).toMatchObject({ code: 3 });
    });

    it('takes the largest revision as `no stream`, and fails for others that are too large', async () => {
      expect(revisionOf(await wire.append(stream(), 2n ** 64n - 1n, some(1)))).toBe('0');
      expect(await wire.append(stream(), 2n ** 63n, some(1))).toMatchObject({ code: 2 });
    });

    it('fails for a stream without a name, and for an invalid id', async () => {
      expect(await wire.append('', 'any', some(1))).toMatchObject({ code: 2 });
      expect(await wire.append(stream(), 'any', [{ id: 'one' }])).toMatchObject({ code: 2 });
    });
  });

  describe('deleting', () => {
    it('shows nothing of a deleted stream until the next append, which continues its revisions', async () => {
      await wire.append(stream(), 'no_stream', some(3));
      expect(await wire.delete(stream())).toBeNull();
      expect(answers(await wire.read(ofStream(stream())))[0]!.hasStreamNotFound()).toBe(true);
      expect(revisionOf(await wire.append(stream(), 'no_stream', some(1)))).toBe('3');
      expect(await revisions(stream())).toEqual(['3']);
    });

    it('accepts and shows nothing for a hard-deleted stream', async () => {
      await wire.append(stream(), 'no_stream', some(3));
      expect(await wire.tombstone(stream())).toBeNull();
      const deleted = { code: 9, exception: 'stream-deleted' };
      expect(await wire.read(ofStream(stream()))).toMatchObject(deleted);
      expect(await wire.append(stream(), 'any', some(1))).toMatchObject(deleted);
    });

    it('shows the events that the metadata of a stream allow: the last ones, or those from a revision on', async () => {
      await wire.append(stream('a'), 'no_stream', some(5));
      await wire.append(`$$${stream('a')}`, 'any', [{ data: Buffer.from('{"$maxCount":2}') }]);
      expect(await revisions(stream('a'))).toEqual(['3', '4']);
      await wire.append(stream('b'), 'no_stream', some(5));
      await wire.append(`$$${stream('b')}`, 'any', [{ data: Buffer.from('{"$tb":1}') }]);
      expect(await revisions(stream('b'))).toEqual(['1', '2', '3', '4']);
    });
  });

  describe('reading', () => {
    it('fails for a position without an event', async () => {
      const at = placeOf(await wire.append(stream(), 'no_stream', some(1)));
      const error = { code: 2, details: 'Unexpected ReadAllResult: Error' };
      expect(await wire.read(ofAll(at - 1n))).toMatchObject(error);
    });

    it('fails backward from beyond the end of the log', async () => {
      const at = placeOf(await wire.append(stream(), 'no_stream', some(1)));
      const backward = ofAll(at + 2n ** 32n).setReadDirection(1);
      expect(await wire.read(backward)).toMatchObject({
        code: 2,
        details: expect.stringContaining('ReadAllResult'),
      });
    });

    it('fails for a limit of zero events, and forward from the end of a stream', async () => {
      await wire.append(stream(), 'no_stream', some(1));
      const error = { code: 2, details: 'Unexpected ReadStreamResult: Error' };
      expect(await wire.read(ofStream(stream(), 0))).toMatchObject(error);
      const fromEnd = ofStream(stream());
      fromEnd.getStream()!.setEnd(fromEnd.getNoFilter());
      expect(await wire.read(fromEnd)).toMatchObject(error);
    });

    it('refuses a filter for a stream', async () => {
      await wire.append(stream(), 'no_stream', some(1));
      expect(await wire.read(ofStream(stream()).setFilter(byPrefix('a')))).toMatchObject({ code: 3 });
    });

    it('has system streams at the beginning of the log', async () => {
      const [first] = answers(await wire.read(ofAll(null, 1)));
      const name = first!.getEvent()!.getEvent()!.getStreamIdentifier()!.getStreamName_asU8();
      expect(Buffer.from(name).toString()).toMatch(/^\$/);
    });

    it('gives the time of an event in ticks of 100 ns', async () => {
      await wire.append(stream(), 'no_stream', some(2));
      const created = answers(await wire.read(ofStream(stream()))).map((answer) =>
        BigInt(answer.getEvent()!.getEvent()!.getMetadataMap().get('created')!),
      );
      for (const ticks of created)
        expect(Math.abs(Number(ticks / 10_000n) - Date.now())).toBeLessThan(3_600_000);
      expect(created[1] !== created[0] || double === null).toBe(true);
    });

    it('gives the beginning and end of a stream on request', async () => {
      await wire.append(stream(), 'no_stream', some(3));
      const control = new streams.ReadReq.Options.ControlOption().setCompatibility(1);
      const compatible = answers(await wire.read(ofStream(stream()).setControlOption(control)));
      expect(
        compatible.some((answer) => answer.hasLastStreamPosition() && answer.getLastStreamPosition() === '2'),
      ).toBe(true);
      const plain = answers(await wire.read(ofStream(stream())));
      expect(plain.every((answer) => answer.hasEvent())).toBe(true);
    });
  });

  describe('subscribing', () => {
    const caughtUp = (got: readonly ReadResp[]): boolean => got.some((answer) => answer.hasCaughtUp());

    it('fails at a position without an event', async () => {
      const at = placeOf(await wire.append(stream(), 'no_stream', some(1)));
      expect(await wire.subscribe(ofAll(at - 1n), caughtUp)).toMatchObject({ code: 2 });
    });

    it('is caught up at a position beyond the end, and then delivers new events before that position', async () => {
      const at = placeOf(await wire.append(stream(), 'no_stream', some(1)));
      // A position that an event could have.
      const beyond = at + 128n * 1_000_000n;
      const more: Promise<unknown>[] = [];
      const got = answers(
        await wire.subscribe(
          ofAll(beyond).setFilter(byPrefix(prefix)),
          (all) => all.some((answer) => answer.hasEvent()),
          (all) => {
            if (caughtUp(all) && more.length === 0) more.push(wire.append(stream('b'), 'no_stream', some(1)));
          },
        ),
      );
      await Promise.all(more);
      expect(BigInt(got.at(-1)!.getEvent()!.getEvent()!.getCommitPosition())).toBeLessThan(beyond);
    });

    it('sends checkpoints between events while it catches up; live ones are positions of events', async () => {
      await wire.append(stream(), 'no_stream', some(100));
      const last = placeOf(await wire.append(stream(), 99n, some(1)));
      const got = answers(
        await wire.subscribe(ofAll(null).setFilter(byPrefix('nothing-has-this-name-')), caughtUp),
      );
      const checkpoints = got.flatMap((answer) => answer.getCheckpoint() ?? []);
      expect(checkpoints.length).toBeGreaterThan(0);
      expect(checkpoints.every((at) => at.getPreparePosition() === '0')).toBe(true);
      expect(checkpoints.every((at) => BigInt(at.getCommitPosition()) <= last + 1_000_000n)).toBe(true);
    });

    it('ends a live subscription with an error if one append is large, however fast it is read', async () => {
      const more: Promise<unknown>[] = [];
      const ended = await wire.subscribe(
        ofAll('end').setFilter(byPrefix(prefix)),
        () => false,
        (all) => {
          if (caughtUp(all) && more.length === 0) more.push(wire.append(stream(), 'no_stream', some(500)));
        },
      );
      await Promise.all(more);
      expect(ended).toMatchObject({ code: 10, details: expect.stringContaining('Consumer too slow') });
    });

    it('does not report that it caught up with a stream that was never written, before its first event', async () => {
      const more: Promise<unknown>[] = [];
      const got = answers(
        await wire.subscribe(ofStream(stream()), caughtUp, (all) => {
          if (all.some((answer) => answer.hasConfirmation()) && more.length === 0)
            more.push(pause(200).then(() => wire.append(stream(), 'no_stream', some(1))));
        }),
      );
      await Promise.all(more);
      const kinds = got.map((answer) =>
        answer.hasEvent() ? 'event' : answer.hasCaughtUp() ? 'caught up' : 'confirmed',
      );
      expect(kinds).toEqual(['confirmed', 'event', 'caught up']);
    });

    it('fails for an invalid checkpoint interval or pattern', async () => {
      const never = byPrefix(prefix, 0);
      expect(await wire.subscribe(ofAll(null).setFilter(never), caughtUp)).toMatchObject({
        code: 2,
      });
      const open = new streams.ReadReq.Options.FilterOptions.Expression().setRegex('(');
      const pattern = new streams.ReadReq.Options.FilterOptions().setStreamIdentifier(open).setMax(32);
      const filter = pattern.setCheckpointintervalmultiplier(1);
      expect(await wire.subscribe(ofAll(null).setFilter(filter), caughtUp)).toMatchObject({
        code: 2,
      });
    });
  });

  it('names its services in lower case, and its version', async () => {
    const features = await wire.features();
    if (isFailed(features)) throw new Error(features.details);
    expect(features.getMethodsList().map((method) => method.getServiceName())).toContain(
      'event_store.client.streams.streams',
    );
    expect(features.getEventStoreServerVersion()).toMatch(/^\d+\.\d+/);
  });

  it('describes its nodes with times in ticks, and ids as numbers', async () => {
    const gossip = await wire.gossip();
    if (isFailed(gossip)) throw new Error(gossip.details);
    const [member] = gossip.getMembersList();
    expect(member!.getInstanceId()!.hasStructured()).toBe(true);
    expect(BigInt(member!.getTimeStamp())).toBeGreaterThan(600_000_000_000_000_000n);
  });
});

/** Observations that need a separate cluster, or users. */
describe('the double of three nodes, and of one with users, behaves as the observed server:', () => {
  const doubles: ClusterDouble[] = [];
  const clients: WireClient[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await Promise.all(doubles.splice(0).map((double) => double.stop()));
  });
  async function start(options: Parameters<typeof ClusterDouble.start>[0]): Promise<ClusterDouble> {
    const double = await ClusterDouble.start(options);
    doubles.push(double);
    return double;
  }
  function client(...of: ConstructorParameters<typeof WireClient>): WireClient {
    const made = new WireClient(...of);
    clients.push(made);
    return made;
  }
  const some: Sent[] = [{}];

  it('a follower forwards appends, names the leader if a call requires it, and accepts subscriptions', async () => {
    const double = await start({ nodes: 3 });
    const url = double.urlOfNode(1);
    expect(isFailed(await client(url).append('story-1', 'any', some))).toBe(false);
    const leading = client(url, { requiresLeader: true });
    expect(await leading.append('story-1', 'any', some)).toEqual({
      code: 5,
      details: 'Leader info available',
      exception: 'not-leader',
    });
    expect(await leading.read(ofStream('story-1'))).toMatchObject({ code: 5, exception: 'not-leader' });
    const got = await leading.subscribe(ofAll(null), (all) => all.some((answer) => answer.hasCaughtUp()));
    expect(isFailed(got)).toBe(false);
  });

  it('a node without a leader is not ready for calls that require one, and serves the rest', async () => {
    const double = await start({ nodes: 3 });
    await client(double.url).append('story-1', 'any', some);
    await double.isolate(0);
    const notReady = { code: 14, details: 'Server Is Not Ready' };
    expect(await client(double.url).append('story-1', 'any', some)).toMatchObject(notReady);
    expect(await client(double.url, { requiresLeader: true }).read(ofStream('story-1'))).toMatchObject(
      notReady,
    );
    expect(isFailed(await client(double.url).read(ofStream('story-1')))).toBe(false);
    const got = await client(double.url).subscribe(ofAll(null), (all) =>
      all.some((answer) => answer.hasCaughtUp()),
    );
    expect(isFailed(got)).toBe(false);
  });

  it('wrong credentials are refused also in a request for features', async () => {
    const double = await start({ tls: true, auth: true });
    const wrong = client(double.url, { user: 'admin:wrong' });
    const refused = { code: 16, details: 'Unauthenticated' };
    expect(await wrong.features()).toMatchObject(refused);
    expect(await wrong.append('story-1', 'any', some)).toMatchObject(refused);
    expect(await client(double.url).append('story-1', 'any', some)).toMatchObject({ code: 7 });
  });
});
