import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterDouble } from '../double/index.js';
import { TIMES, underFaults } from './under-faults.js';

/** Strikes when a subscription has started since the last strike. */
function strikeEach(act: (double: ClusterDouble) => void): (double: ClusterDouble) => Promise<void> {
  let begun = 0;
  return async (double) => {
    while (double.subscriptions === 0 || double.calls.subscribe <= begun) await pause(1);
    begun = double.calls.subscribe;
    act(double);
  };
}

/** Plans a fault for the next call, after the last one has struck. */
function strikeCall(act: (double: ClusterDouble) => void): (double: ClusterDouble) => Promise<void> {
  return async (double) => {
    while (double.faults.pending > 0) await pause(1);
    act(double);
  };
}

describe.each(
  Object.entries({
    'a subscription ends without an error': strikeEach(({ faults }) => faults.endSubscriptions()),
    'a subscription fails': strikeEach(({ faults }) => faults.failSubscriptions()),
    'a subscription goes silent': strikeEach(({ faults }) => faults.silenceSubscriptions()),
    'all connections are cut': strikeEach(({ faults }) => faults.cutConnections()),
    'the first attempt to subscribe again is refused': strikeEach(({ faults }) => {
      faults.next({ on: 'subscribe', fault: 'refuse' });
      faults.endSubscriptions();
    }),
  }),
)(`${TIMES} times: %s`, (_, strike) => {
  it('keeps every event once, in order, and has the same read model as a run without faults', () =>
    expect(underFaults(strike, { restarts: TIMES - 1, pace: 10 })).resolves.toBe(TIMES));
});

describe.each(
  Object.entries({
    'a read is refused': strikeCall(({ faults }) => faults.next({ on: 'read', fault: 'refuse' })),
    'a read breaks before its first event': strikeCall(({ faults }) =>
      faults.next({ on: 'read', fault: 'resetBefore' }),
    ),
    'a read breaks in its middle': strikeCall(({ faults }) =>
      faults.next({ on: 'read', fault: 'resetAfter' }),
    ),
    'a read is never answered': strikeCall(({ faults }) => faults.next({ on: 'read', fault: 'muteBefore' })),
    'the connection is cut at a read': strikeCall(({ faults }) =>
      faults.next({ on: 'read', fault: 'dropAfter' }),
    ),
    'a subscription is cut after some events': strikeCall(({ faults }) => {
      faults.next({ on: 'subscribe', fault: 'resetAfter', afterEvents: 3 });
      faults.endSubscriptions();
    }),
    'events are delivered twice': strikeCall(({ faults }) => faults.deliverTwice()),
    'the server’s clock jumps': strikeCall((double) =>
      double.skewClock(Math.round((Math.random() - 0.5) * 864e5)),
    ),
  }),
)(`${TIMES} times: %s`, (_, strike) => {
  it('keeps every event once, in order, and has the same read model as a run without faults', () =>
    expect(underFaults(strike)).resolves.toBe(TIMES));
});
