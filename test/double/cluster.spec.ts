import { outcome, reports, Scene, unary } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('a cluster', () => {
  it('is found by gossip and by name, and its leader takes the appends', async () => {
    await scene.start({ nodes: 3 }, 'gossipUrl');
    await scene.double.elect(1);
    await scene.client.appendToStream('story-1', reports(1), unary);
    const byName = scene.connect(scene.double.dnsUrl);
    await byName.appendToStream('story-1', reports(1), unary);
    expect(await scene.revisions('story-1', byName)).toEqual([0, 1]);
    expect(scene.double.calls.gossip).toBeGreaterThanOrEqual(2);
  });

  it('has followers that serve reads and forward appends, but name the leader if a call requires it', async () => {
    await scene.start({ nodes: 3 });
    await scene.client.appendToStream('story-1', reports(1), unary);
    await scene.double.elect(2);
    const leading = { ...unary, requiresLeader: true };
    await expect(scene.client.appendToStream('story-1', reports(1), leading)).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1' },
    });
    const passedOn = scene.connect(scene.double.urlOfNode(1));
    expect(await passedOn.appendToStream('story-2', reports(1), unary)).toMatchObject({ success: true });
    const atFollower = scene.connect(scene.double.urlOfNode(0));
    expect(await scene.revisions('story-1', atFollower)).toEqual([0]);
    const read = async (): Promise<void> => {
      for await (const event of atFollower.readStream('story-1', { requiresLeader: true })) void event;
    };
    await expect(read()).rejects.toMatchObject({ type: 'not-leader' });
    // The client connects to the leader that the answer names.
    expect(await scene.client.appendToStream('story-1', reports(1), unary)).toMatchObject({ success: true });
  });

  it('without a leader is not ready, and is not found', async () => {
    await scene.start({ nodes: 3 });
    await scene.double.elect(null);
    expect(await outcome(scene.client.appendToStream('story-1', reports(1), unary))).toBe('unavailable');
    const lost = scene.connect(`${scene.double.gossipUrl}&maxDiscoverAttempts=2&discoveryInterval=10`);
    await expect(lost.appendToStream('story-1', reports(1), unary)).rejects.toThrow('Failed to discover');
  });

  it('works without a stopped node, and after a restart of all nodes', async () => {
    await scene.start({ nodes: 3 }, 'gossipUrl');
    await scene.client.appendToStream('story-1', reports(1), unary);
    await scene.double.stopNode(0);
    await scene.double.elect(1);
    const other = scene.connect(scene.double.gossipUrl);
    await other.appendToStream('story-1', reports(1), unary);
    await scene.double.startNode(0);
    await scene.double.restart();
    expect(await scene.revisions('story-1', scene.connect(scene.double.urlOfNode(0)))).toEqual([0, 1]);
  });
});
