import { setTimeout as pause } from 'node:timers/promises';
import type { Metadata } from '@grpc/grpc-js';
import type { Node } from './cluster.js';
import { failures, Silence } from './failure.js';
import type { Fault } from './faults.js';

/** A call as far as it matters here. */
export interface AnyCall {
  readonly metadata: Metadata;
  getPeer(): string;
}

/** What a fault does before the work of a call. Throws a `Failure`, or `Silence`. */
export async function strikeBefore(fault: Fault | null, node: Node, call: AnyCall): Promise<void> {
  switch (fault?.fault) {
    case undefined:
      return;
    case 'refuse':
      throw failures.unavailable();
    case 'notReady':
      throw failures.notReady();
    case 'busy':
      throw failures.busy();
    case 'notLeader':
      throw notLeader(node);
    case 'timeoutBefore':
      throw failures.timeout();
    case 'slow':
      await pause(fault.ms ?? 1_000, undefined, { ref: false });
      return;
    case 'dropBefore':
    case 'resetBefore':
    case 'muteBefore':
      throw breakOff(fault, node, call);
    case 'dropAfter':
    case 'resetAfter':
    case 'muteAfter':
    case 'timeoutAfter':
      return;
  }
}

/** What a fault does once the work is done, and not yet answered. Throws a `Failure`, or `Silence`. */
export function strikeAfter(fault: Fault | null, node: Node, call: AnyCall): void {
  switch (fault?.fault) {
    case 'timeoutAfter':
      throw failures.timeout();
    case 'dropAfter':
    case 'resetAfter':
    case 'muteAfter':
      throw breakOff(fault, node, call);
    default:
  }
}

/** Whether a call wants to be answered by the leader alone. */
export const wantsLeader = ({ metadata }: AnyCall): boolean => metadata.get('requires-leader')[0] === 'true';

/** Throws unless this node knows a leader; where it is another, what may be passed on to it is. */
export function requireWritable(node: Node, call: AnyCall): void {
  if (wantsLeader(call)) return requireLeader(node);
  if (node.cluster.leader === null || node.cluster.isolated.has(node.index)) throw failures.notReady();
}

/** Throws unless this node may answer what only the leader answers. */
export function requireLeader({ cluster, index }: Node): void {
  if (cluster.leader === null || cluster.isolated.has(index)) throw failures.notReady();
  const leader = cluster.members[cluster.leader];
  if (cluster.leader !== index && leader) throw failures.notLeader(leader);
}

function notLeader({ cluster, index }: Node): Error {
  const others = cluster.members.filter((_, other) => other !== index);
  const leader = cluster.members[cluster.leader ?? index];
  const named = cluster.leader === index ? (others[0] ?? leader) : leader;
  return named ? failures.notLeader(named) : failures.notReady();
}

function breakOff(fault: Fault, node: Node, call: AnyCall): Error {
  if (fault.fault.startsWith('drop')) node.cut(call.getPeer());
  if (!fault.fault.startsWith('reset')) return new Silence();
  return fault.status === 'CANCELLED' ? failures.cancelled() : failures.unavailable();
}
