import { setTimeout as pause } from 'node:timers/promises';
import type { Metadata } from '@grpc/grpc-js';
import type { Node } from './cluster.js';
import { failures, Silence } from './failure.js';
import type { Fault } from './faults.js';

/** The part of a call that faults need. */
export interface AnyCall {
  readonly metadata: Metadata;
  getPeer(): string;
}

/** Applies a fault before the work of a call. @throws Failure, Silence */
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

/** Applies a fault between the work of a call and its answer. @throws Failure, Silence */
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

/** Whether a call requires the leader. */
export const wantsLeader = ({ metadata }: AnyCall): boolean => metadata.get('requires-leader')[0] === 'true';

/** @throws Failure if there is no leader, or if another node leads and the call requires the leader */
export function requireWritable(node: Node, call: AnyCall): void {
  if (wantsLeader(call)) return requireLeader(node);
  if (node.cluster.leader === null || node.cluster.isolated.has(node.index)) throw failures.notReady();
}

/** @throws Failure if this node is not the leader */
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
