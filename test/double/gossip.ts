import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Node } from './cluster.js';
import { settle, underFaults } from './unary.js';

const { FOLLOWER, LEADER, UNKNOWN } = gossip.MemberInfo.VNodeState;

/** The members of the cluster and their states. Without a leader no node is usable for a client. */
export function gossipOf(node: Node): IGossipServer {
  return {
    read: (call, answer) =>
      settle(
        underFaults(node, 'gossip', call, () => membersOf(node)),
        answer,
      ),
  };
}

function membersOf({ cluster: { leader, members, log } }: Node): gossip.ClusterInfo {
  const stateOf = (index: number): gossip.MemberInfo.VNodeState => {
    if (leader === null) return UNKNOWN;
    return index === leader ? LEADER : FOLLOWER;
  };
  return new gossip.ClusterInfo().setMembersList(
    members.map(({ id, address, port, alive }, index) =>
      new gossip.MemberInfo()
        .setInstanceId(structured(id))
        .setTimeStamp(String(BigInt(Date.now() + log.skew) * 10_000n + TICKS_TO_1970))
        .setState(stateOf(index))
        .setIsAlive(alive)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(address).setPort(port)),
    ),
  );
}

/** Ticks of 100 ns from the year 1 to 1970. */
const TICKS_TO_1970 = 621_355_968_000_000_000n;

/** A UUID as two 64-bit numbers: its first half and its second half. */
function structured(id: string): shared.UUID {
  const digits = id.replaceAll('-', '');
  const [most, least] = [digits.slice(0, 16), digits.slice(16)].map((half) =>
    BigInt.asIntN(64, BigInt(`0x${half}`)),
  );
  return new shared.UUID().setStructured(
    new shared.UUID.Structured().setMostSignificantBits(String(most)).setLeastSignificantBits(String(least)),
  );
}
