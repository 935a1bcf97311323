import type { sendUnaryData } from '@grpc/grpc-js';
import type { Node } from './cluster.js';
import { Silence, toFailure } from './failure.js';
import type { Occasion } from './faults.js';
import { strikeAfter, strikeBefore } from './strike.js';
import type { AnyCall } from './strike.js';

/** Answers a unary call. After `Silence` it sends no answer. */
export function settle<T>(work: Promise<T>, answer: sendUnaryData<T>): void {
  void work.then(
    (value) => answer(null, value),
    (error: unknown) => {
      if (!(error instanceof Silence)) answer(toFailure(error));
    },
  );
}

/** Does the work, with the faults before and after it. */
export async function underFaults<T>(
  node: Node,
  on: Occasion & ('gossip' | 'features'),
  call: AnyCall,
  work: () => T,
): Promise<T> {
  node.cluster.calls[on] += 1;
  const fault = node.cluster.faults.take(on, '');
  await strikeBefore(fault, node, call);
  const done = work();
  strikeAfter(fault, node, call);
  return done;
}
