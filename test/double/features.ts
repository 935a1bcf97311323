import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { Node } from './cluster.js';
import { failures } from './failure.js';
import { settle, underFaults } from './unary.js';

const METHODS = ['read', 'append', 'batchappend', 'delete', 'tombstone'];

/** What the server can do, and its version. */
export function featuresOf(node: Node): IServerFeaturesServer {
  return {
    getSupportedMethods: (call, answer) =>
      settle(
        node.cluster.access
          .recognise(call.metadata)
          .then(() => underFaults(node, 'features', call, () => supportedBy(node))),
        answer,
      ),
  };
}

function supportedBy({ cluster }: Node): features.SupportedMethods {
  if (cluster.features === 'none') throw failures.notMade('server features');
  const [, service = ''] = StreamsService.read.path.split('/');
  const methods = METHODS.map((method) =>
    new features.SupportedMethod()
      .setServiceName(service.toLowerCase())
      .setMethodName(method)
      .setFeaturesList(method === 'read' ? ['position', 'events'] : []),
  );
  return new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(cluster.version);
}
