import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Node } from './cluster.js';
import { settle, underFaults } from './unary.js';

const { FOLLOWER, LEADER, UNKNOWN } = gossip.MemberInfo.VNodeState;

/** Who is in the cluster and who leads it; without a leader each is in doubt, and a client finds none of use. */
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
        .setInstanceId(new shared.UUID().setString(id))
        .setTimeStamp(String(Date.now() + log.skew))
        .setState(stateOf(index))
        .setIsAlive(alive)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(address).setPort(port)),
    ),
  );
}
