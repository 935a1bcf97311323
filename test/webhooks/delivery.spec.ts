import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Scene } from './scene.js';

let scene: Scene;
afterEach(() => scene.close());

const minute = 60_000;

it('sends each change as a signed CloudEvent in structured mode', async () => {
  scene = await Scene.open();
  const { id, secret } = await scene.register();
  scene.time.set(Date.now());
  scene.changes.add('talks');
  await scene.quiet();
  const [message] = scene.receiver.received;
  expect(message).toMatchObject({
    method: 'POST',
    path: '/hook',
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      host: `localhost:${scene.receiver.port}`,
      'user-agent': 'Dateline',
    },
  });
  const verified = new Webhook(secret).verify(message!.body, message!.headers as Record<string, string>);
  expect(scene.changes.at(1n)).toEqual({ kind: 'here', event: verified });
  expect(scene.webhooks.find(id)).toMatchObject({
    position: 1,
    pending: 0,
    dead: 0,
    lastSuccess: { status: 204 },
  });
});

it('begins at the head of the log, or at the start for a mirror', async () => {
  scene = await Scene.open();
  scene.changes.add('talks', 'talks');
  await scene.register({ from: 'head' });
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([]);
  scene.changes.add('talks');
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([3]);
  await scene.register({ from: 'start' });
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([3, 1, 2, 3]);
});

it('sends only the chosen stories', async () => {
  scene = await Scene.open();
  const { id } = await scene.register({ stories: ['aleppo'] });
  scene.changes.add('talks', 'aleppo', 'talks');
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(1);
  expect(scene.receiver.of('aleppo')).toEqual([1]);
  expect(scene.webhooks.find(id)).toMatchObject({ position: 7, pending: 0 });
});

it('retries with the same message id and a new time, after 5 seconds, half a minute, two minutes', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => (scene.receiver.received.length < 4 ? 500 : 204);
  const { id } = await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  for (const [i, pause] of [5_000, 30_000, 120_000].entries()) {
    scene.time.advance(pause - 1);
    await scene.quiet();
    expect(scene.receiver.received).toHaveLength(i + 1);
    scene.time.advance(1);
    await scene.quiet();
    expect(scene.receiver.received).toHaveLength(i + 2);
  }
  const ids = scene.receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(1);
  const times = scene.receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
  expect(times.map((time) => time - times[0]!)).toEqual([0, 5, 35, 155]);
  expect(scene.webhooks.find(id)).toMatchObject({
    pending: 0,
    lastSuccess: { status: 204 },
    lastFailure: { failure: 'status', status: 500 },
  });
});

it('lets a story wait for its first message, but not other stories', async () => {
  scene = await Scene.open();
  scene.receiver.answering = ({ event }) => (event.data.story === 'talks' ? 500 : 204);
  await scene.register();
  for (let i = 0; i < 400; i += 1) scene.changes.add('talks', 'talks', 'talks', 'aleppo');
  await scene.quiet();
  expect(scene.receiver.of('aleppo')).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  expect(new Set(scene.receiver.of('talks'))).toEqual(new Set([1]));
});

it('keeps the order of each story and loses nothing, whatever fails', async () => {
  scene = await Scene.open();
  await scene.close();
  const answers = fc.constantFrom<number | 'cut' | 'cut after status'>(
    204,
    204,
    204,
    200,
    500,
    404,
    503,
    302,
    'cut',
    'cut after status',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 25 }),
      fc.infiniteStream(answers),
      async (stories, stream) => {
        scene = await Scene.open();
        scene.receiver.answering = (_, response, request) => {
          const answer = stream.next().value;
          if (typeof answer === 'number') return answer;
          if (answer === 'cut') request.socket.destroy();
          else response.writeHead(200, { 'content-length': 10 }).write('123', () => request.socket.destroy());
          return undefined;
        };
        const { id } = await scene.register();
        scene.changes.add(...stories.slice(0, 10));
        await scene.quiet();
        for (const story of stories.slice(10)) scene.changes.add(story);
        await scene.untilEmpty();
        const dead = scene.webhooks.deadLetters(id, -1, 1_000).map(({ event }) => event);
        expect(dead).toEqual([]);
        for (const story of new Set(stories)) {
          const all = stories.filter((s) => s === story).map((_, i) => i + 1);
          const received = scene.receiver.of(story);
          // In order, without gaps. Unacknowledged messages may be repeated.
          expect(received).toEqual(received.toSorted((a, b) => a - b));
          expect([...new Set(received)]).toEqual(all);
        }
        await scene.close();
      },
    ),
    { numRuns: 12 },
  );
  scene = await Scene.open();
});

it('gives up only messages that always fail, also over restarts, and keeps the order of the others', async () => {
  scene = await Scene.open();
  await scene.close();
  const story = fc.constantFrom('a', 'b', 'c');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ story, always: fc.integer({ max: 9, min: 0 }).map((n) => n > 7) }), {
        minLength: 5,
        maxLength: 15,
      }),
      fc.infiniteStream(fc.constantFrom(204, 204, 500)),
      fc.array(fc.nat(40), { maxLength: 4 }),
      async (changes, stream, restarts) => {
        scene = await Scene.open();
        const counts = new Map<string, number>();
        const failing = new Set<string>();
        const all: string[] = [];
        for (const { story, always } of changes) {
          const n = (counts.get(story) ?? 0) + 1;
          counts.set(story, n);
          all.push(`${story}-${n}`);
          // A message is given up after more than a day. After five days of failures only, the endpoint is switched off.
          if (always && failing.size < 3) failing.add(`${story}-${n}`);
        }
        const accepted: string[] = [];
        scene.receiver.answering = ({ event }) => {
          const status = failing.has(event.id) ? 500 : stream.next().value;
          if (status === 204) accepted.push(event.id);
          return status;
        };
        const { id } = await scene.register();
        scene.changes.add(...changes.map(({ story }) => story));
        await scene.quiet();
        for (let step = 0; scene.webhooks.health.pending > 0; step += 1) {
          if (restarts.includes(step)) {
            await scene.webhooks.close();
            scene.start();
          }
          // A failing endpoint gets at most one message a minute: every story has its turn within an hour.
          for (const pause of [63 * minute, minute, minute]) {
            scene.time.advance(pause);
            await scene.quiet();
          }
          expect(scene.webhooks.find(id)).toMatchObject({ state: 'active' });
        }
        const dead = scene.webhooks.deadLetters(id, -1, 100).map(({ event }) => event);
        expect(dead.sort()).toEqual([...failing].sort());
        for (const story of counts.keys()) {
          const of = (ids: readonly string[]) => ids.filter((one) => one.startsWith(story));
          expect([...new Set(of(accepted))]).toEqual(of(all).filter((one) => !failing.has(one)));
        }
        await scene.close();
      },
    ),
    { numRuns: 6 },
  );
  scene = await Scene.open();
});

it('pauses for some seconds after an internal failure, logs only the name of the error, and loses nothing', async () => {
  scene = await Scene.open();
  await scene.register();
  scene.changes.broken = true;
  scene.changes.add('talks');
  await scene.quiet();
  expect(scene.webhooks.health.fault).toBe('TypeError');
  scene.time.advance(4_999);
  await scene.quiet();
  expect(scene.log).toEqual(['Webhooks pause for 5 seconds: TypeError.']);
  scene.changes.broken = false;
  scene.time.advance(1);
  await scene.quiet();
  expect([scene.webhooks.health.fault, scene.receiver.of('talks')]).toEqual([null, [1]]);
});

it('gives a message up after a day, lists it, and continues with the story', async () => {
  scene = await Scene.open();
  scene.receiver.answering = ({ event }) => (event.data.n === 1 ? 500 : 204);
  const { id } = await scene.register();
  scene.changes.add('talks', 'talks', 'aleppo');
  await scene.quiet();
  const begun = scene.time.now();
  await scene.untilEmpty(minute);
  expect((scene.time.now() - begun) / 3_600_000).toBeGreaterThan(23);
  expect((scene.time.now() - begun) / 3_600_000).toBeLessThan(25);
  expect(scene.receiver.of('talks').filter((n) => n === 1)).toHaveLength(29);
  expect(scene.receiver.of('talks').at(-1)).toBe(2);
  expect(scene.webhooks.deadLetters(id, -1, 10)).toMatchObject([
    { position: 1, story: 'talks', event: 'talks-1', attempts: 29, failure: 'status', status: 500 },
    { position: 7, story: 'aleppo', event: 'aleppo-1' },
  ]);
  expect(scene.webhooks.health).toMatchObject({ pending: 0, dead: 2, oldestPending: null });
  expect(scene.log).toEqual(
    Array.from(
      { length: 2 },
      () => `Webhook ${id}: a message was given up (status). It is among the dead letters.`,
    ),
  );
});

it('replays some or all dead letters, before pending messages of their stories', async () => {
  scene = await Scene.open();
  let broken = true;
  scene.receiver.answering = ({ event }) => (broken && event.data.n <= 2 ? 500 : 204);
  const { id } = await scene.register();
  scene.changes.add('talks', 'talks', 'talks', 'aleppo');
  await scene.untilEmpty();
  expect(scene.webhooks.health).toMatchObject({ pending: 0, dead: 3 });
  broken = false;
  scene.receiver.received.length = 0;
  scene.webhooks.pause(id);
  scene.changes.add('talks');
  expect(scene.webhooks.replay(id, [10])).toBe(1);
  expect(scene.webhooks.replay(id, [10])).toBe(0);
  expect(scene.webhooks.replay(id, null)).toBe(2);
  await scene.quiet();
  expect(scene.receiver.received).toEqual([]);
  scene.webhooks.resume(id, null);
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 2, 4]);
  expect(scene.receiver.of('aleppo')).toEqual([1]);
  expect(scene.webhooks.health).toMatchObject({ pending: 0, dead: 0 });
});

it('replays a dead letter only after a message of its story that is in progress', async () => {
  scene = await Scene.open();
  let broken = true;
  scene.receiver.answering = ({ event }) => (broken && event.data.n === 1 ? 500 : 204);
  const { id } = await scene.register();
  scene.changes.add('talks');
  await scene.untilEmpty();
  broken = false;
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  scene.receiver.answering = ({ event }, response) => {
    if (event.data.n !== 2) return 204;
    void answered.then(() => response.writeHead(500).end());
    return undefined;
  };
  scene.changes.add('talks', 'talks');
  scene.time.advance(minute);
  await scene.until(() => scene.receiver.of('talks').includes(2));
  scene.receiver.received.length = 0;
  expect(scene.webhooks.replay(id, null)).toBe(1);
  expect(scene.receiver.of('talks')).toEqual([]);
  scene.receiver.answering = () => 204;
  answer();
  await scene.untilEmpty();
  expect(scene.receiver.of('talks')).toEqual([1, 2, 3]);
});

it('discards dead letters', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => 500;
  const { id } = await scene.register();
  scene.changes.add('talks', 'aleppo', 'homs');
  await scene.untilEmpty();
  expect(scene.webhooks.discard(id, [4, 5])).toBe(1);
  expect(scene.webhooks.deadLetters(id, -1, 10).map(({ position }) => position)).toEqual([1, 7]);
  expect(scene.webhooks.discard(id, null)).toBe(2);
  expect(scene.webhooks.find(id)).toMatchObject({ dead: 0 });
});

it('does not send what was withheld in the meantime', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.webhooks.pause(id);
  scene.receiver.answering = () => 500;
  scene.webhooks.resume(id, null);
  scene.changes.add('talks', 'talks', 'talks');
  await scene.quiet();
  scene.changes.withheld.add(1n).add(4n);
  scene.receiver.answering = () => 204;
  scene.receiver.received.length = 0;
  await scene.untilEmpty();
  expect(scene.receiver.of('talks')).toEqual([3]);
  expect(scene.webhooks.health).toMatchObject({ pending: 0, dead: 0 });
});

it('waits with a story that is not readable at present, sends others, and loses nothing', async () => {
  scene = await Scene.open();
  await scene.register();
  scene.receiver.answering = () => 500;
  scene.changes.add('talks', 'aleppo', 'talks', 'talks');
  await scene.quiet();
  for (const position of [1n, 7n, 10n]) scene.changes.closedOff.add(position);
  scene.receiver.answering = () => 204;
  scene.receiver.received.length = 0;
  for (let i = 0; i < 5; i += 1) {
    scene.time.advance(20 * minute);
    await scene.quiet();
  }
  expect([scene.receiver.of('talks'), scene.receiver.of('aleppo')]).toEqual([[], [1]]);
  expect(scene.webhooks.health).toMatchObject({ pending: 3, dead: 0 });
  scene.changes.reopen();
  await scene.untilEmpty();
  expect(scene.receiver.of('talks')).toEqual([1, 2, 3]);
});

it('sends nothing while paused, and loses nothing', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.webhooks.pause(id);
  scene.changes.add('talks', 'talks');
  await scene.quiet();
  scene.time.advance(60 * minute);
  await scene.quiet();
  expect(scene.receiver.received).toEqual([]);
  expect(scene.webhooks.find(id)).toMatchObject({ state: 'paused', reason: null, position: -1 });
  scene.webhooks.resume(id, null);
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 2]);
});

it('resumes from the head or from the start on request', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  scene.webhooks.pause(id);
  scene.changes.add('talks');
  scene.webhooks.resume(id, 'head');
  scene.changes.add('talks');
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 3]);
  scene.webhooks.resume(id, 'start');
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 3, 1, 2, 3]);
});

it('begins again from the start during a message, in order', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  const { promise: later, resolve: answer } = Promise.withResolvers<void>();
  scene.receiver.answering = ({ event }, response) => {
    if (event.data.n < 3) return 204;
    void later.then(() => response.writeHead(204).end());
    return undefined;
  };
  scene.changes.add('talks', 'talks', 'talks');
  await scene.until(() => scene.receiver.of('talks').includes(3));
  scene.webhooks.resume(id, 'start');
  scene.receiver.answering = () => 204;
  // All changes are queued again before the old answer arrives.
  for (let turns = 0; turns < 10; turns += 1) await turn();
  answer();
  await scene.untilEmpty();
  expect(scene.receiver.of('talks')).toEqual([1, 2, 3, 1, 2, 3]);
});

it('retries pending messages at once when an endpoint is resumed', async () => {
  scene = await Scene.open();
  scene.receiver.answering = (_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end();
  const { id } = await scene.register();
  scene.changes.add('talks', 'aleppo');
  await scene.quiet();
  scene.time.advance(60 * minute);
  await scene.quiet();
  scene.receiver.answering = () => 204;
  scene.receiver.received.length = 0;
  scene.webhooks.resume(id, null);
  await scene.quiet();
  expect([scene.receiver.of('talks'), scene.receiver.of('aleppo')]).toEqual([[1], [1]]);
});

it('deletes an endpoint during a message', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => undefined;
  const { id } = await scene.register();
  scene.changes.add('talks', 'talks');
  await scene.until(() => scene.receiver.received.length === 1);
  expect(scene.webhooks.remove(id)).toBe(true);
  await scene.quiet();
  expect(scene.webhooks.remove(id)).toBe(false);
  expect(scene.webhooks.find(id)).toBeNull();
  scene.time.advance(60 * minute);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(1);
  expect(scene.webhooks.health).toMatchObject({ endpoints: { active: 0 }, pending: 0, dead: 0 });
});

it('signs with the old secret too for a day after a rotation', async () => {
  scene = await Scene.open();
  scene.time.set(Date.now());
  const { id, secret: old } = await scene.register();
  const { secret, oldValidUntil } = scene.webhooks.rotate(id)!;
  expect(oldValidUntil).toBe(scene.time.now() + 24 * 60 * minute);
  const accepted = (): boolean[] => {
    const { body, headers } = scene.receiver.received.at(-1)!;
    return [old, secret].map((one) => {
      try {
        new Webhook(one).verify(body, headers as Record<string, string>);
        return true;
      } catch {
        return false;
      }
    });
  };
  scene.changes.add('talks');
  await scene.quiet();
  expect(accepted()).toEqual([true, true]);
  const set = scene.time.now();
  scene.time.advance(24 * 60 * minute);
  // The library uses the clock of the machine.
  scene.time.set(set);
  scene.changes.add('talks');
  await scene.quiet();
  expect(accepted()).toEqual([false, true]);
});

it('has at most three secrets valid at once', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.webhooks.rotate(id);
  scene.webhooks.rotate(id);
  expect(() => scene.webhooks.rotate(id)).toThrow('3 secrets are valid');
  scene.time.advance(24 * 60 * minute);
  expect(scene.webhooks.rotate(id)).not.toBeNull();
});

it('switches an endpoint off that answers 410, and resumes where it was', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => 410;
  const { id } = await scene.register();
  const changed: string[] = [];
  scene.webhooks.stateChanges.subscribe((one) => changed.push(one));
  scene.changes.add('talks', 'talks');
  await scene.quiet();
  scene.time.advance(24 * 60 * minute);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(1);
  expect(scene.webhooks.find(id)).toMatchObject({
    state: 'off',
    reason: 'gone',
    lastFailure: { status: 410 },
  });
  expect([changed, scene.webhooks.states]).toEqual([[id], [{ id, off: 'gone' }]]);
  scene.receiver.answering = () => 204;
  scene.webhooks.resume(id, null);
  await scene.quiet();
  expect([changed, scene.webhooks.states]).toEqual([[id, id], [{ id, off: null }]]);
  expect(scene.receiver.of('talks')).toEqual([1, 1, 2]);
});

it('switches an endpoint off after five days of failures only', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => 500;
  const { id } = await scene.register();
  scene.changes.add(...Array.from({ length: 10 }, () => 'talks'));
  await scene.quiet();
  for (let hours = 0; hours < 24 * 7; hours += 1) {
    scene.time.advance(60 * minute);
    await scene.quiet();
  }
  expect(scene.webhooks.find(id)).toMatchObject({ state: 'off', reason: 'failing' });
  const { pending, dead } = scene.webhooks.health;
  expect([pending + dead, dead]).toEqual([10, 4]);
});

it.each([429, 503])('waits with all messages until Retry-After of a %i', async (status) => {
  scene = await Scene.open();
  scene.receiver.answering = (_, response) => {
    if (scene.receiver.received.length > 1) return 204;
    response.writeHead(status, { 'retry-after': '600' }).end();
    return undefined;
  };
  await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  scene.changes.add('aleppo');
  scene.time.advance(10 * minute - 1);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(1);
  scene.time.advance(1);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(3);
});

it('sends a message now and then, not one for each story, to a partner that always fails', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => 500;
  await scene.register();
  scene.changes.add(...Array.from({ length: 500 }, (_, i) => `story-${i}`));
  await scene.quiet();
  expect(scene.receiver.received.length).toBeLessThan(8);
  for (let minutes = 0; minutes < 60; minutes += 1) {
    scene.time.advance(minute);
    await scene.quiet();
  }
  expect(scene.receiver.received.length).toBeLessThan(80);
  scene.receiver.answering = () => 204;
  await scene.untilEmpty();
  expect(new Set(scene.receiver.received.map(({ event }) => event.id)).size).toBe(500);
});

it('waits as long as it should even if the clock is set', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => (scene.receiver.received.length < 3 ? 500 : 204);
  await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  scene.time.set('2036-01-01T00:00:00Z');
  scene.time.advance(4_999);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(1);
  scene.time.advance(1);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(2);
  scene.time.set('2001-01-01T00:00:00Z');
  scene.time.advance(30_000);
  await scene.quiet();
  expect(scene.receiver.received).toHaveLength(3);
});

it('does not wait for years if it starts with a clock that was set back', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => 500;
  await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  await scene.webhooks.close();
  scene.time.set('2001-01-01T00:00:00Z');
  scene.receiver.answering = () => 204;
  scene.start();
  await scene.quiet();
  scene.time.advance(75 * minute);
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 1]);
});

it('resumes where it was after it was closed during messages', async () => {
  scene = await Scene.open();
  scene.receiver.answering = ({ event }) => (event.data.n < 3 ? 204 : undefined);
  await scene.register();
  scene.changes.add('talks', 'talks', 'talks', 'talks');
  await scene.until(() => scene.receiver.of('talks').includes(3));
  await scene.webhooks.close();
  scene.receiver.answering = () => 204;
  scene.changes.add('talks');
  scene.start();
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 2, 3, 3, 4, 5]);
});

it('is off for all endpoints with another public log, until somebody says where to resume', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  await scene.webhooks.close();
  scene.start({}, 'another log');
  scene.changes.add('talks');
  await scene.quiet();
  expect(scene.webhooks.find(id)).toMatchObject({ state: 'off', reason: 'other-log' });
  expect(scene.receiver.of('talks')).toEqual([1]);
  scene.webhooks.resume(id, 'start');
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 1, 2]);
});

it.each([
  ['ends before what was sent', ['aleppo']],
  ['has other events beyond what was sent', ['aleppo', 'aleppo', 'aleppo']],
])('is off if the log was restored and %s: no change is skipped silently', async (_, others) => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.changes.add('talks', 'talks', 'talks');
  await scene.quiet();
  scene.changes.restore(1);
  scene.changes.add(...others);
  await scene.quiet();
  expect(scene.webhooks.find(id)).toMatchObject({ state: 'off', reason: 'other-log', position: -1 });
  expect(scene.log).toEqual([`Webhook ${id} was switched off (other-log).`]);
  scene.webhooks.resume(id, 'start');
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([1, 2, 3, 1]);
  expect(scene.receiver.of('aleppo')).toEqual(others.map((_, n) => n + 1));
});

it('causes no work for a thousand endpoints without messages', async () => {
  scene = await Scene.open();
  for (let i = 0; i < 1_000; i += 1) await scene.register({ stories: ['aleppo'] });
  await scene.quiet();
  const { asked } = scene.changes;
  scene.time.advance(24 * 60 * minute);
  await scene.quiet();
  expect([scene.time.alarms, scene.changes.asked - asked]).toEqual([0, 0]);
  scene.changes.add('talks');
  await scene.quiet();
  // One read serves many endpoints.
  expect(scene.changes.asked - asked).toBeLessThanOrEqual(20);
  expect(scene.receiver.connections).toBe(0);
});

it('sends the longest due message first', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => undefined;
  await scene.register();
  scene.changes.add(...Array.from({ length: 20 }, (_, i) => `story-${i}`));
  await scene.until(() => scene.receiver.received.length === 4);
  const stories = scene.receiver.received.map(({ event }) => event.data.story);
  expect(stories.sort()).toEqual(['story-0', 'story-1', 'story-2', 'story-3']);
});

it('queues at most ten thousand messages for an endpoint; the others stay in the log', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => undefined;
  const { id } = await scene.register();
  scene.changes.add(...Array.from({ length: 10_500 }, () => 'talks'));
  await scene.until(() => scene.webhooks.find(id)!.pending >= 10_000);
  scene.changes.add('talks');
  for (let turns = 0; turns < 50; turns += 1) await turn();
  expect(scene.webhooks.find(id)).toMatchObject({ pending: 10_000, position: 9_999 * 3 + 1 });
});

it('queues no more than it has room for, and the others later', async () => {
  scene = await Scene.open();
  scene.receiver.answering = () => undefined;
  const { id } = await scene.register();
  scene.changes.add(...Array.from({ length: 1_500 }, (_, i) => `story-${i % 50}`));
  await scene.until(() => scene.receiver.received.length === 4);
  expect(scene.webhooks.find(id)!.pending).toBeLessThanOrEqual(200);
  await scene.webhooks.close();
  scene.receiver.answering = () => 204;
  scene.start();
  await scene.untilEmpty();
  expect(new Set(scene.receiver.received.map(({ event }) => event.id)).size).toBe(1_500);
});

describe('the file of the webhooks', () => {
  const registration = { description: null, stories: null, from: 'start' } as const;
  const key = { name: 'desk POST /desk/v1/webhooks 7f3b', hash: 'of the body' };

  it('keeps a registration over a restart', async () => {
    scene = await Scene.open();
    const { url } = scene.receiver;
    const first = await scene.webhooks.register({ url, ...registration }, key);
    await scene.webhooks.close();
    scene.start();
    const second = await scene.webhooks.register({ url, ...registration }, key);
    expect([second.endpoint.id, second.secret]).toEqual([first.endpoint.id, first.secret]);
  });

  it('migrates a file of the previous release with its content', async () => {
    scene = await Scene.open();
    const { id } = await scene.register();
    await scene.webhooks.close();
    const db = new Database(scene.file);
    db.exec('DROP INDEX secrets_by_key');
    for (const column of ['key', 'hash']) db.exec(`ALTER TABLE secrets DROP COLUMN ${column}`);
    db.pragma('user_version = 1');
    db.close();
    scene.start();
    expect(scene.webhooks.find(id)?.state).toBe('active');
    const { url } = scene.receiver;
    const first = await scene.webhooks.register({ url, ...registration }, key);
    expect((await scene.webhooks.register({ url, ...registration }, key)).endpoint.id).toBe(
      first.endpoint.id,
    );
  });
});
